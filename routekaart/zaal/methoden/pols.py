# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does working together go?"""

from django.utils.translation import pgettext_lazy

from routekaart.zaal.methoden.basis_woorden import Woordmethode
from routekaart.zaal.models import Stemkeuze


class Pols(Woordmethode):
    """The same three answers as to a statement, in other words."""

    antwoorden = {
        Stemkeuze.EENS: pgettext_lazy("pols", "gaat goed"),
        Stemkeuze.TWIJFEL: pgettext_lazy("pols", "gaat wel"),
        Stemkeuze.ONEENS: pgettext_lazy("pols", "gaat niet goed"),
    }
    antwoordzinnen = {
        Stemkeuze.EENS: pgettext_lazy("pols", "Het gaat goed"),
        Stemkeuze.TWIJFEL: pgettext_lazy("pols", "Het gaat wel"),
        Stemkeuze.ONEENS: pgettext_lazy("pols", "Het gaat niet goed"),
    }
    draaiboek = "Ieder antwoordt anoniem hoe het samenwerken ging; vanaf vijf stemmen is er een uitslag."


METHODE = Pols()
