# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules that the database itself holds, by name."""

import pytest
from django.utils import timezone

from routekaart.models import Antwoord, Bijdrage, Heropening, Intrekking, Perron, Routekaart
from tests.factories import maak_bijdrage, maak_partij, maak_perron, maak_wijk, stempel
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


def test_the_number_of_a_journey(perron):
    vast = {"wijk": perron.wijk, "naam": "Reis", "begonnen_op": timezone.now()}
    weigert("routekaart_nummer_uniek_in_wijk", lambda: Routekaart.objects.create(**vast, nummer=1))
    weigert("routekaart_nummer_vanaf_1", lambda: Routekaart.objects.create(**vast, nummer=0))


def test_there_are_nine_perrons(perron):
    kaart = perron.routekaart
    weigert("perron_nummer_uniek_in_routekaart", lambda: Perron.objects.create(routekaart=kaart, nummer=9))
    weigert("perron_nummer_1_tot_9", lambda: Perron.objects.create(routekaart=kaart, nummer=10))
    weigert("perron_nummer_1_tot_9", lambda: Perron.objects.create(routekaart=kaart, nummer=0))


def test_texts_are_not_empty(perron):
    actor = maak_partij(perron.wijk).actor
    vast = {"perron": perron} | stempel()
    weigert("bijdrage_met_tekst", lambda: Bijdrage.objects.create(**vast, actor=actor, tekst=""))
    weigert("antwoord_met_tekst", lambda: Antwoord.objects.create(**vast, tekst=""))
    weigert("heropening_met_reden", lambda: Heropening.objects.create(**vast, reden=""))


def test_one_answer_and_one_reopening_per_version(perron):
    vast = {"perron": perron} | stempel()
    Antwoord.objects.create(**vast, tekst="Een.")
    weigert("antwoord_versie_uniek", lambda: Antwoord.objects.create(**vast, tekst="Twee."))
    Heropening.objects.create(**vast, reden="Een.")
    weigert("heropening_versie_uniek", lambda: Heropening.objects.create(**vast, reden="Twee."))


def test_a_contribution_is_taken_back_once(perron):
    bijdrage = maak_bijdrage(perron, maak_partij(perron.wijk).actor)
    Intrekking.objects.create(bijdrage=bijdrage, versie=99, moment=timezone.now())
    weigert("bijdrage", lambda: Intrekking.objects.create(bijdrage=bijdrage, versie=100, moment=timezone.now()))


def test_a_perron_knows_its_questions_and_its_wijk(perron):
    assert perron.soort.korte_naam == "Bestemming"
    assert perron.wijk.slug == "proefwijk"
    assert str(perron) == "Perron 1"
