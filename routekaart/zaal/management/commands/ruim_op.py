# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forget the guests of meetings that are past the retention period."""

from typing import Any

from django.core.management.base import BaseCommand

from routekaart.zaal.gasten.handelingen import vergeet_gasten
from routekaart.zaal.gasten.lezen import te_vergeten


class Command(BaseCommand):
    """For a timer, once a day. Running it again does nothing new."""

    help = "Vergeet de gasten van bijeenkomsten waarvan de bewaartermijn voorbij is. Draai dit elke dag."

    def handle(self, *args: Any, **options: Any) -> None:
        """Forget meeting by meeting: each is one change, so that an interruption leaves nothing half done."""
        bijeenkomsten = gasten = 0
        for sessie in te_vergeten():
            gasten += vergeet_gasten(sessie=sessie, door=None)
            bijeenkomsten += 1
        self.stdout.write(f"Bijeenkomsten: {bijeenkomsten}. Gasten vergeten: {gasten}.")
