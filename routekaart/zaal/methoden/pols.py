# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does working together go?"""

from routekaart.zaal.methoden.woorden import Woordmethode
from routekaart.zaal.models import Stemkeuze


class Pols(Woordmethode):
    """The same three answers as to a statement, in other words."""

    antwoorden = {Stemkeuze.EENS: "gaat goed", Stemkeuze.TWIJFEL: "gaat wel", Stemkeuze.ONEENS: "gaat niet goed"}
    antwoordsleutels = {
        Stemkeuze.EENS: "pols_eens",
        Stemkeuze.TWIJFEL: "pols_twijfel",
        Stemkeuze.ONEENS: "pols_oneens",
    }
    draaiboek = "Ieder antwoordt anoniem hoe het samenwerken ging; vanaf vijf stemmen is er een uitslag."


METHODE = Pols()
