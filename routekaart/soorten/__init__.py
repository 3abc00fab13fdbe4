# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of structure of the journey: at which perron each stands, what it asks, how it shows."""

from routekaart.soorten.overal import STANDPUNTEN
from routekaart.soorten.perron_1 import BEGRIPPEN, BESTEMMING, LEERVRAGEN, SUBDOELEN
from routekaart.soorten.perron_2 import OPBRENGSTEN, UITDAGINGEN
from routekaart.soorten.perron_3 import VERANDERINGEN
from routekaart.soorten.perron_5 import NEVENEFFECTEN
from routekaart.soorten.perron_6 import ACTIVITEITEN
from routekaart.soorten.perron_7 import MACHINISTEN
from routekaart.soorten.perron_8 import REISGENOTEN, TOEZEGGINGEN
from routekaart.soorten.perron_9 import RISICOS

SOORTEN = (
    BESTEMMING,
    SUBDOELEN,
    LEERVRAGEN,
    BEGRIPPEN,
    UITDAGINGEN,
    OPBRENGSTEN,
    VERANDERINGEN,
    NEVENEFFECTEN,
    ACTIVITEITEN,
    MACHINISTEN,
    REISGENOTEN,
    TOEZEGGINGEN,
    RISICOS,
    STANDPUNTEN,
)
