# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""An open question: cards, groups, dots, a decision."""

from routekaart.zaal.methoden.basis import KAARTSTAPPEN, Basismethode
from routekaart.zaal.models import Stap


class Open(Basismethode):
    """Everyone writes cards, and the room makes something of them."""

    stappen = (Stap.WACHT, *KAARTSTAPPEN)
    draaiboek = "Ieder schrijft in stilte, daarna onthullen, samen groeperen, drie stippen per mens, besluiten."


METHODE = Open()
