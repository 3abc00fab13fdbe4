# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is missing: a question to ask, never a list of who failed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actoren.models import Plaats, Soort
from routekaart.zaal.gasten.handelingen import meld_aanwezig
from routekaart.zaal.gasten.ontbreekt import ontbrekend
from routekaart.zaal.models import Aanwezigheid, Stap
from routekaart.zaal.papier.verslag import aanwezigen
from routekaart.zaal.sessie.handelingen import nodig_uit, sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_wijk
from tests.factories_draad import maak_besluit, maak_doelgroep, sluit_rij
from tests.factories_zaal import maak_gast, maak_sessie
from tests.weigert import geweigerd
from wijken.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


def scherm(sessie):
    client = ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    return client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/scherm/").text


def test_a_party_with_a_phone_or_seen_by_the_facilitator_is_in_the_room(sessie):
    een, twee, drie = (maak_partij(sessie.wijk, naam) for naam in ("De Een", "De Twee", "De Drie"))
    assert ontbrekend(sessie).namen == ["De Drie", "De Een", "De Twee"]
    maak_gast(sessie, een.actor)
    meld_aanwezig(sessie=sessie, actor=twee.actor, er=True, door=None)
    meld_aanwezig(sessie=sessie, actor=twee.actor, er=True, door=None)
    assert ontbrekend(sessie).namen == ["De Drie"]
    meld_aanwezig(sessie=sessie, actor=twee.actor, er=False, door=None)
    assert ontbrekend(sessie).namen == ["De Drie", "De Twee"]
    assert drie.actor.naam in scherm(sessie)


@pytest.mark.parametrize("plaats", [Plaats.LATER, Plaats.EIGEN_KEUZE])
def test_who_boards_later_or_chose_not_to_join_is_not_missing(sessie, plaats):
    deelname = maak_partij(sessie.wijk, "De Een")
    maak_besluit(deelname, plaats)
    assert ontbrekend(sessie).namen == []
    assert "Wie ontbreekt?" not in scherm(sessie)
    maak_besluit(deelname, Plaats.AAN_BOORD)
    assert ontbrekend(sessie).namen == ["De Een"]


def test_a_group_is_missing_when_nobody_here_speaks_for_it(sessie):
    spreker = maak_partij(sessie.wijk, "Jongerenwerk")
    maak_doelgroep(sessie.wijk, "Jongeren", spreker)
    maak_doelgroep(sessie.wijk, "Ouderen")
    assert ontbrekend(sessie).namen == ["Jongerenwerk", "Jongeren", "Ouderen"]
    maak_gast(sessie, spreker.actor)
    assert ontbrekend(sessie).namen == ["Ouderen"]


def test_a_resident_with_a_phone_stands_for_the_residents(sessie):
    maak_partij(sessie.wijk, "Bewoners van de wijk", Soort.BEWONERS)
    assert ontbrekend(sessie).namen == ["Bewoners van de wijk"]
    maak_gast(sessie)
    assert ontbrekend(sessie).namen == []


def test_the_strip_waits_for_the_room_and_stays_one_line(sessie):
    for nr in range(8):
        maak_partij(sessie.wijk, f"Partij {nr}")
    assert "en nog 3" in scherm(sessie)
    assert "Wie ontbreekt?" not in scherm(maak_sessie(sessie.wijk))
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    assert "Wie ontbreekt?" not in scherm(sessie)


def test_the_facilitator_says_who_is_there(sessie):
    deelname = maak_partij(sessie.wijk, "De Een")
    client = ingelogd(maak_lid(sessie.wijk, Rol.REISLEIDER))
    basis = f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/"
    sleutel = str(deelname.actor.sleutel)
    pagina = client.post(f"{basis}gezien/", {"er": sleutel}, follow=True).text
    assert "Is er toch niet" in pagina
    assert Aanwezigheid.objects.get().actor == deelname.actor
    client.post(f"{basis}gezien/", {"er": "onzin"})
    client.post(f"{basis}gezien/", {"weg": sleutel})
    assert not Aanwezigheid.objects.exists()
    journaal = client.get("/wijken/proefwijk/journaal/").text
    assert "De Een is in de zaal bij" in journaal
    assert "De Een is toch niet in de zaal bij" in journaal
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    assert "Deze bijeenkomst is gesloten." in client.post(f"{basis}gezien/", {"er": sleutel}, follow=True).text
    with geweigerd("bijeenkomst_gesloten"):
        meld_aanwezig(sessie=sessie, actor=deelname.actor, er=True, door=None)


def test_a_party_that_was_not_expected_can_be_in_the_room_as_well(sessie):
    een, twee = maak_partij(sessie.wijk, "De Een"), maak_partij(sessie.wijk, "De Twee")
    vreemd = maak_partij(maak_wijk("elders"), "De Vreemde")
    nodig_uit(sessie=sessie, partijen=[een.actor], door=None)
    client = ingelogd(maak_lid(sessie.wijk, Rol.REISLEIDER))
    basis = f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/"
    anderen = client.get(basis).text.partition("Een partij die niet werd verwacht")[2]
    assert "De Twee" in anderen
    assert "De Een" not in anderen.partition("</form>")[0]
    pagina = client.post(f"{basis}gezien/", {"er": twee.actor.sleutel}, follow=True).text
    assert "Een partij die niet werd verwacht" not in pagina
    assert 'Is er toch niet<span class="ww-verborgen">: De Twee' in pagina
    assert ("De Twee", 0) in aanwezigen(sessie)
    assert ontbrekend(sessie).namen == ["De Een"]
    client.post(f"{basis}gezien/", {"er": vreemd.actor.sleutel})
    assert Aanwezigheid.objects.get().actor == twee.actor


def test_a_party_with_a_phone_needs_no_button(sessie):
    een = maak_partij(sessie.wijk, "De Een")
    maak_gast(sessie, een.actor)
    pagina = ingelogd(maak_lid(sessie.wijk, Rol.REISLEIDER)).get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/").text
    assert "Zonder telefoon" not in pagina


def test_the_number_of_queries_does_not_grow(sessie):
    aantallen = []
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            maak_doelgroep(sessie.wijk, f"Groep {hoeveel} {nr}", maak_partij(sessie.wijk))
        with CaptureQueriesContext(connection) as vragen:
            ontbrekend(sessie)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


def test_a_decision_that_was_closed_no_longer_counts(sessie):
    """A party of which it was decided that it boards later is expected again when that decision is closed."""
    besluit = maak_besluit(maak_partij(sessie.wijk, "De School"), Plaats.LATER)
    assert "De School" not in ontbrekend(sessie).namen
    sluit_rij(besluit)
    assert "De School" in ontbrekend(sessie).namen
