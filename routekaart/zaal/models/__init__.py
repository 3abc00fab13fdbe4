# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of the room, one module per noun."""

from routekaart.zaal.models.aanwezigheid import Aanwezigheid
from routekaart.zaal.models.besluit import Actie, Besluit
from routekaart.zaal.models.gast import Gast, Gastsoort, Taal
from routekaart.zaal.models.groep import Kaartgroep, Plaatsing
from routekaart.zaal.models.kaart import MAX_KAART, Herkomst, Kaart, Kaartverberging
from routekaart.zaal.models.ronde import Fase, Fasestap, Methode, Ronde
from routekaart.zaal.models.sessie import Sessie, Sessiesluiting, Sessiesoort, Uitkomst
from routekaart.zaal.models.stem import Stem, Stemkeuze
from routekaart.zaal.models.voorbereiding import Afgelasting, Sessieleervraag, Uitnodiging

__all__ = [
    "MAX_KAART",
    "Aanwezigheid",
    "Actie",
    "Afgelasting",
    "Besluit",
    "Fase",
    "Fasestap",
    "Gast",
    "Gastsoort",
    "Herkomst",
    "Kaart",
    "Kaartgroep",
    "Kaartverberging",
    "Methode",
    "Plaatsing",
    "Ronde",
    "Sessie",
    "Sessieleervraag",
    "Sessiesluiting",
    "Sessiesoort",
    "Stem",
    "Stemkeuze",
    "Taal",
    "Uitkomst",
    "Uitnodiging",
]
