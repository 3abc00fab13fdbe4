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
from routekaart.zaal.models.vondst import MAX_VONDST, Overname, Vondst
from routekaart.zaal.models.voorbereiding import Afgelasting, Sessieleervraag, Uitnodiging
from routekaart.zaal.models.wandwerk import Doorlating, Kaartvertaling, Uitvergroting

__all__ = [
    "MAX_KAART",
    "MAX_VONDST",
    "Aanwezigheid",
    "Actie",
    "Afgelasting",
    "Besluit",
    "Doorlating",
    "Fase",
    "Fasestap",
    "Gast",
    "Gastsoort",
    "Herkomst",
    "Kaart",
    "Kaartgroep",
    "Kaartverberging",
    "Kaartvertaling",
    "Methode",
    "Overname",
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
    "Uitvergroting",
    "Vondst",
]
