# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A statement, on which the room agrees or not."""

from routekaart.zaal.methoden.woorden import Woordmethode
from routekaart.zaal.models import Stemkeuze


class Stelling(Woordmethode):
    """Agree, doubt, disagree."""

    antwoorden = {Stemkeuze.EENS: "eens", Stemkeuze.TWIJFEL: "twijfel", Stemkeuze.ONEENS: "oneens"}
    antwoordsleutels = {Stemkeuze.EENS: "eens", Stemkeuze.TWIJFEL: "twijfel", Stemkeuze.ONEENS: "oneens"}
    draaiboek = "Ieder kiest eens, twijfel of oneens; de uitslag komt pas als iedereen klaar is."


METHODE = Stelling()
