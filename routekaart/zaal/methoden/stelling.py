# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A statement, on which the room agrees or not."""

from django.utils.translation import pgettext_lazy

from routekaart.zaal.methoden.basis_woorden import Woordmethode
from routekaart.zaal.models import Stemkeuze


class Stelling(Woordmethode):
    """Agree, doubt, disagree."""

    antwoorden = {
        Stemkeuze.EENS: pgettext_lazy("stelling", "eens"),
        Stemkeuze.TWIJFEL: pgettext_lazy("stelling", "twijfel"),
        Stemkeuze.ONEENS: pgettext_lazy("stelling", "oneens"),
    }
    antwoordzinnen = {
        Stemkeuze.EENS: pgettext_lazy("stelling", "Eens"),
        Stemkeuze.TWIJFEL: pgettext_lazy("stelling", "Twijfel"),
        Stemkeuze.ONEENS: pgettext_lazy("stelling", "Oneens"),
    }
    draaiboek = "Ieder kiest eens, twijfel of oneens; de uitslag komt pas als iedereen klaar is."


METHODE = Stelling()
