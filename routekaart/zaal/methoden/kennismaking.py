# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Getting to know each other: a card each, and time to tell."""

from routekaart.zaal.methoden.basis import PLAN, Basismethode
from routekaart.zaal.models import Stap


class Kennismaking(Basismethode):
    """Nothing is grouped or decided: people tell something about their card."""

    stappen = (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL)
    plan = {**PLAN, Stap.ONTHUL: 10}
    draaiboek = "Ieder schrijft één kaart, daarna vertelt wie wil er iets bij."


METHODE = Kennismaking()
