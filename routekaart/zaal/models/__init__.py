# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of the room, one module per noun."""

from routekaart.zaal.models.besluit import MAX_VERVOLG, Actie, Actieafronding, ActieUitkomst, Besluit, Inbreng, Vervolg
from routekaart.zaal.models.gast import Aanwezigheid, Gast, Gastenopruiming, Gastentelling, Gastsoort, Taal, Terugkomst
from routekaart.zaal.models.kaart import (
    MAX_KAART,
    Doorlating,
    Herkomst,
    Kaart,
    Kaartgroep,
    Kaartverberging,
    Kaartvertaling,
    Plaatsing,
    Uitvergroting,
)
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.models.navraag import (
    MAX_NAVRAAG,
    MAX_UITKOMST,
    Navraag,
    Navraagafsluiting,
    Navraagafspraak,
    NavraagUitkomst,
)
from routekaart.zaal.models.ronde import Ronde, Stap, Zaalstap
from routekaart.zaal.models.sessie import (
    Afgelasting,
    Sessie,
    Sessieleervraag,
    Sessiesluiting,
    Sessiesoort,
    Uitkomst,
    Uitnodiging,
)
from routekaart.zaal.models.stem import Stem, Stemkeuze
from routekaart.zaal.models.vondst import MAX_VONDST, Overname, Vondst

__all__ = [
    "MAX_KAART",
    "MAX_NAVRAAG",
    "MAX_UITKOMST",
    "MAX_VERVOLG",
    "MAX_VONDST",
    "Aanwezigheid",
    "Actie",
    "ActieUitkomst",
    "Actieafronding",
    "Afgelasting",
    "Besluit",
    "Doorlating",
    "Gast",
    "Gastenopruiming",
    "Gastentelling",
    "Gastsoort",
    "Herkomst",
    "Inbreng",
    "Kaart",
    "Kaartgroep",
    "Kaartverberging",
    "Kaartvertaling",
    "Methode",
    "Navraag",
    "NavraagUitkomst",
    "Navraagafsluiting",
    "Navraagafspraak",
    "Overname",
    "Plaatsing",
    "Ronde",
    "Sessie",
    "Sessieleervraag",
    "Sessiesluiting",
    "Sessiesoort",
    "Stap",
    "Stem",
    "Stemkeuze",
    "Taal",
    "Terugkomst",
    "Uitkomst",
    "Uitnodiging",
    "Uitvergroting",
    "Vervolg",
    "Vondst",
    "Zaalstap",
]
