# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forget the guests of all meetings that are past the retention period."""

from contextlib import suppress

from routekaart.zaal.gasten.handelingen import vergeet_gasten
from routekaart.zaal.gasten.lezen import te_vergeten
from wijkwijzer.errors import Geweigerd


def vergeet_oude_gasten() -> str:
    """Forget meeting by meeting, and say how many: each is one change, so that an interruption leaves nothing half."""
    bijeenkomsten = gasten = 0
    for sessie in te_vergeten():
        with suppress(Geweigerd):  # somebody else does the same at this moment
            gasten += vergeet_gasten(sessie=sessie, door=None)
            bijeenkomsten += 1
    return f"Bijeenkomsten: {bijeenkomsten}. Gasten vergeten: {gasten}."
