# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The timer that desk, wall and phones share: the end by the server's clock, readable without a script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from routekaart.zaal.models import Stap
from routekaart.zaal.programma.handelingen import verleng
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_wijk
from tests.factories_zaal import maak_sessie, naar, telefoon
from wijken.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


@pytest.fixture
def paginas(sessie):
    """Return the text of desk, wall and phone."""
    lid, gast = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR)), telefoon(sessie)
    basis = f"/wijken/proefwijk/zaal/{sessie.sleutel}"
    return lambda: [
        lid.get(f"{basis}/regie/").text,
        lid.get(f"{basis}/scherm/").text,
        gast.get(f"/m/{sessie.code}/").text,
    ]


def klokken(paginas):
    return [re.findall(r'data-klok="(\d+)"', pagina) for pagina in paginas()]


def test_all_three_hold_the_same_end_and_the_clock_of_the_server(sessie, paginas):
    eind = str(zaalstand(sessie).eindigt_ms)
    assert klokken(paginas) == [[eind]] * 3
    for pagina in paginas():
        nu = int(re.search(r'<script[^>]*data-nu="(\d+)"', pagina)[1])
        assert abs(nu / 1000 - timezone.now().timestamp()) < 5
        assert f"{timezone.localtime(zaalstand(sessie).eindigt):%H:%M}</time>" in pagina


def test_a_minute_more_is_a_minute_more_everywhere(sessie, paginas):
    eerst = zaalstand(sessie).eindigt_ms
    verleng(sessie=sessie, door=None)
    assert klokken(paginas) == [[str(eerst + 60_000)]] * 3


def test_no_timer_where_no_time_runs(sessie, paginas):
    naar(sessie, Stap.ONTHUL)
    assert (klokken(paginas), zaalstand(sessie).loopt, zaalstand(sessie).eindigt_ms) == ([[]] * 3, False, 0)
    naar(sessie, Stap.STEM)
    assert zaalstand(sessie).loopt
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    assert (klokken(paginas), zaalstand(sessie).loopt) == ([[]] * 3, False)


def test_the_clock_of_the_room_goes_on(sessie):
    een = zaalstand(sessie)
    assert een.nu_ms <= zaalstand(sessie).nu_ms
    assert een.eindigt_ms - een.nu_ms <= timedelta(minutes=5).total_seconds() * 1000


def test_an_english_phone_gets_english_words(sessie):
    pagina = telefoon(sessie, taal="en").get(f"/m/{sessie.code}/").text
    assert 'data-klok-minuut="1 minute left."' in pagina
    assert 'data-klok-om="Time is up."' in pagina
    assert ">until <time" in pagina
