# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A full room: thirty guests, forty cards in groups, and a vote under way that everybody can see and join."""

from collections import Counter

import pytest
from django.core.management import call_command

from actoren.models import Deelname
from routekaart.zaal.models import Gast, Gastsoort, Kaart, Kaartgroep, Plaatsing, Sessie, Stap, Stem
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.stemmen.handelingen import STIPPEN
from routekaart.zaal.voorbeelden.volle_zaal import GASTEN, GESTEMD, KAARTEN
from tests.factories import ingelogd
from tests.factories_zaal import telefoon
from wijken.models import Journaalregel
from wijkwijzer.accounts.models import Gebruiker

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessie(capsys):
    call_command("begin", scenario="volle-zaal")
    assert "Haarwijk" in capsys.readouterr().out
    return Sessie.objects.get()


def test_the_texts_are_forty_and_differ_and_fit_a_card():
    teksten = [t for groep in KAARTEN.values() for t in groep]
    assert len(teksten) == len(set(teksten)) == 40
    assert max(len(t) for t in teksten) <= 60


def test_the_room_is_full_and_voting(sessie):
    assert "(voorbeeld)" in sessie.titel
    assert sessie.wijk.slug == "haarwijk"
    assert zaalstand(sessie).stap == Stap.STEM
    gasten = Counter(Gast.objects.values_list("soort", flat=True))
    assert gasten.total() == GASTEN == 30
    assert gasten[Gastsoort.BEWONER] == 15
    partijen = set(Gast.objects.filter(soort=Gastsoort.PARTIJ).values_list("actor", flat=True))
    assert partijen == set(Deelname.objects.filter(wijk=sessie.wijk).values_list("actor", flat=True))
    assert not Gast.objects.exclude(naam="").exists()  # no persons, made up or not


def test_forty_cards_lie_in_groups(sessie):
    assert Kaart.objects.count() == Plaatsing.objects.count() == 40
    assert {g.naam: g.plaatsingen.count() for g in Kaartgroep.objects.all()} == {n: len(t) for n, t in KAARTEN.items()}
    assert max(Counter(Kaart.objects.values_list("gast", flat=True)).values()) == 2


def test_some_have_voted_and_the_rest_may(sessie):
    per_toestel = Counter(Stem.objects.values_list("apparaatsleutel", flat=True))
    assert len(per_toestel) == GESTEMD < GASTEN
    assert max(per_toestel.values()) <= STIPPEN
    assert len(set(Stem.objects.values_list("groep", flat=True))) > 2


def test_desk_wall_and_phone_show_it(sessie):
    client = ingelogd(Gebruiker.objects.get(email="wijkregisseur@voorbeeld.nl"))
    pad = f"/wijken/haarwijk/zaal/{sessie.sleutel}/"
    assert "Elkaar kennen" in client.get(f"{pad}regie/").text
    bezoeker = telefoon(sessie)
    assert "Elkaar kennen" in bezoeker.get(f"/m/{sessie.code}/").text


def test_it_came_about_by_the_ordinary_verbs(sessie):
    soorten = Counter(Journaalregel.objects.values_list("soort", flat=True))
    assert soorten["gast_binnen"] == 30
    assert soorten["kaart_ingeleverd"] == 40
    assert soorten["kaarten_gegroepeerd"] == 5
    assert soorten["stem_uitgebracht"] == GESTEMD
