# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of routekaart, one module per noun."""

from routekaart.models.activiteit import Activiteit, Effectsoort, Inzet, Neveneffect, Werkt
from routekaart.models.antwoord import Antwoord, Zeggenschap
from routekaart.models.bestemming import Begrip, Bestemming, Leervraag, Subdoel
from routekaart.models.bijdrage import Bijdrage, Intrekking
from routekaart.models.perron import Heropening, Perron
from routekaart.models.reisgenoot import Reisgenoot, Reisrol
from routekaart.models.risico import Ernst, Risico
from routekaart.models.routekaart import Routekaart
from routekaart.models.standpunt import Keuze, Standpunt
from routekaart.models.toezegging import Toezegging, ToezeggingStaat
from routekaart.models.uitdaging import Opbrengst, Uitdaging
from routekaart.models.verandering import Verandering

__all__ = [
    "Activiteit",
    "Antwoord",
    "Begrip",
    "Bestemming",
    "Bijdrage",
    "Effectsoort",
    "Ernst",
    "Heropening",
    "Intrekking",
    "Inzet",
    "Keuze",
    "Leervraag",
    "Neveneffect",
    "Opbrengst",
    "Perron",
    "Reisgenoot",
    "Reisrol",
    "Risico",
    "Routekaart",
    "Standpunt",
    "Subdoel",
    "Toezegging",
    "ToezeggingStaat",
    "Uitdaging",
    "Verandering",
    "Werkt",
    "Zeggenschap",
]
