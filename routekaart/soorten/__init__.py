# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of structure of the journey: at which perron each stands, what it asks, how it shows."""

from routekaart.soorten.overal import STANDPUNTEN
from routekaart.soorten.perron_1_bestemming import BEGRIPPEN, BESTEMMING, LEERVRAGEN, SUBDOELEN
from routekaart.soorten.perron_2_uitdagingen import OPBRENGSTEN, UITDAGINGEN
from routekaart.soorten.perron_3_veranderingen import VERANDERINGEN
from routekaart.soorten.perron_5_neveneffecten import NEVENEFFECTEN
from routekaart.soorten.perron_6_activiteiten import ACTIVITEITEN
from routekaart.soorten.perron_7_machinisten import MACHINISTEN
from routekaart.soorten.perron_8_reisgenoten import REISGENOTEN, TOEZEGGINGEN
from routekaart.soorten.perron_9_risicos import RISICOS

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
