# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of the room, one module per noun."""

from routekaart.zaal.models.aanwezigheid import Aanwezigheid
from routekaart.zaal.models.besluit import Actie, Besluit
from routekaart.zaal.models.einde import MAX_VERVOLG, Actieafronding, ActieUitkomst, Inbreng, Vervolg
from routekaart.zaal.models.gast import Gast, Gastsoort, Taal
from routekaart.zaal.models.groep import Kaartgroep, Plaatsing
from routekaart.zaal.models.kaart import MAX_KAART, Herkomst, Kaart, Kaartverberging
from routekaart.zaal.models.navraag import (
    MAX_NAVRAAG,
    MAX_UITKOMST,
    Navraag,
    Navraagafsluiting,
    Navraagafspraak,
    NavraagUitkomst,
)
from routekaart.zaal.models.privacy import Gastenopruiming, Gastentelling, Terugkomst
from routekaart.zaal.models.ronde import Fase, Fasestap, Methode, Ronde
from routekaart.zaal.models.sessie import Sessie, Sessiesluiting, Sessiesoort, Uitkomst
from routekaart.zaal.models.stem import Stem, Stemkeuze
from routekaart.zaal.models.vondst import MAX_VONDST, Overname, Vondst
from routekaart.zaal.models.voorbereiding import Afgelasting, Sessieleervraag, Uitnodiging
from routekaart.zaal.models.wandwerk import Doorlating, Kaartvertaling, Uitvergroting

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
    "Fase",
    "Fasestap",
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
    "Stem",
    "Stemkeuze",
    "Taal",
    "Terugkomst",
    "Uitkomst",
    "Uitnodiging",
    "Uitvergroting",
    "Vervolg",
    "Vondst",
]
