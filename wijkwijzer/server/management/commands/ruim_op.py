# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Throw away what is past its date."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijkwijzer.server.cleaning.clean_up import NotAllCleaned, clean_up


class Command(BaseCommand):
    """The worker does this every night by itself; here it is done now. Doing it again does nothing new."""

    help = (
        "Ruim op wat over zijn datum is: gasten, documenten, sessies en oude taken. De werker doet dit elke nacht zelf."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Clean, a line for each kind. Raises CommandError when some of it did not go."""
        try:
            for zin in clean_up():
                self.stdout.write(zin)
        except NotAllCleaned as fout:
            raise CommandError(str(fout)) from fout
