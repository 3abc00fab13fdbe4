# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A meeting, a party and a card to break the rules with."""

import pytest

from routekaart.zaal.models import Stap
from tests.factories import maak_partij, maak_perron, maak_routekaart, maak_wijk
from tests.factories_voorbereiding import maak_voorbereid
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie


@pytest.fixture
def sessie():
    return maak_sessie(maak_perron(maak_wijk()).wijk, stap=Stap.SCHRIJF)


@pytest.fixture
def voorbereid():
    wijk = maak_wijk()
    maak_routekaart(wijk)
    return maak_voorbereid(wijk)


@pytest.fixture
def actor(sessie):
    return maak_partij(sessie.wijk).actor


@pytest.fixture
def kaart(sessie):
    return maak_kaart(maak_gast(sessie), "Moestuin")
