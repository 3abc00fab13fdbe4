# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Think alone, then in twos, then in fours, then together (1-2-4-all)."""

from routekaart.zaal.methoden.basis import KAARTSTAPPEN, Basismethode
from routekaart.zaal.models import Stap


class EenTweeVier(Basismethode):
    """Every step has its own time; that of the four is the one that was chosen. Four people hand in one card."""

    stappen = (Stap.WACHT, Stap.ALLEEN, Stap.TWEE, *KAARTSTAPPEN)
    labels = {Stap.SCHRIJF: "met z'n vieren", Stap.ONTHUL: "samen"}
    knoppen = {Stap.SCHRIJF: "Verder met z'n vieren"}
    woorden_bij = {
        Stap.ALLEEN: "uitleg_alleen",
        Stap.TWEE: "uitleg_twee",
        Stap.SCHRIJF: "uitleg_vier",
        Stap.ONTHUL: "uitleg_samen",
    }
    eigen_tijd = {Stap.ALLEEN: 1, Stap.TWEE: 2, Stap.ONTHUL: 5}
    draaiboek = "Eerst alleen, dan met z'n tweeën, dan met z'n vieren; elk viertal levert één kaart in."


METHODE = EenTweeVier()
