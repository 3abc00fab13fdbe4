# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs that every structure shares, and the texts that came second."""

import pytest

from tests.factories import maak_gebruiker, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from tests.weigert import geweigerd
from wijken.models import Afsluiting, Journaalregel, Tekstvoorstel
from wijken.onderdelen.handelingen import bewaar_voorstel, handel_af, open_weer, sluit, voeg_toe, wijzig
from wijkwijzer.errors import Verouderd

pytestmark = pytest.mark.django_db


@pytest.fixture
def perron():
    return maak_perron(maak_wijk(), 3)


@pytest.fixture
def door():
    return maak_gebruiker()


def laatste():
    return Journaalregel.objects.order_by("pk").last()


def test_adding_leaves_a_line_that_names_it(perron):
    rij = maak_onderdeel("uitdagingen", perron, naam="Armoede")
    assert laatste().soort == "onderdeel_toegevoegd"
    assert (laatste().onderwerp, laatste().onderwerp_soort) == (rij.sleutel, "uitdaging")
    assert laatste().nieuw["wat"] == "uitdaging"
    assert laatste().nieuw["naam"] == "Armoede"
    assert rij.versie == laatste().versie


def test_the_same_again_is_refused_and_leaves_nothing(perron):
    maak_onderdeel("uitdagingen", perron, naam="Armoede")
    regels = Journaalregel.objects.count()
    with geweigerd("onderdeel_staat_er_al", "staat er al: Armoede"):
        maak_onderdeel("uitdagingen", perron, naam="Armoede")
    assert Journaalregel.objects.count() == regels


def test_changing_notes_the_changed_fields_only(perron, door):
    rij = maak_onderdeel("uitdagingen", perron, naam="Armoede", toelichting="Veel.")
    wijzig(rij=rij, waarden={"naam": "Armoede", "toelichting": "Minder."}, versie=rij.versie, door=door)
    assert laatste().oud == {"toelichting": "Veel."}
    assert {k: w for k, w in laatste().nieuw.items() if k not in {"wat", "naam"}} == {"toelichting": "Minder."}
    rij.refresh_from_db()
    assert rij.toelichting == "Minder."


def test_links_are_changed_and_noted_by_their_key(perron, door):
    een, twee = (maak_onderdeel("uitdagingen", perron, nr=nr) for nr in (1, 2))
    rij = maak_onderdeel("veranderingen", perron, links={"uitdagingen": [een]})
    wijzig(rij=rij, waarden={}, links={"uitdagingen": [twee]}, versie=rij.versie, door=door)
    assert list(rij.uitdagingen.all()) == [twee]
    assert laatste().oud == {"uitdagingen": [str(een.sleutel)]}


def test_an_example_that_is_changed_is_no_example_any_more(perron, door):
    rij = maak_onderdeel("uitdagingen", perron, voorbeeld=True)
    assert wijzig(rij=rij, waarden={"toelichting": "Echt."}, versie=rij.versie, door=door).voorbeeld is False


def test_the_second_of_two_is_told(perron, door):
    rij = maak_onderdeel("uitdagingen", perron)
    gezien = rij.versie
    wijzig(rij=rij, waarden={"toelichting": "Een."}, versie=gezien, door=door)
    with pytest.raises(Verouderd) as te_laat:
        wijzig(rij=rij, waarden={"toelichting": "Twee."}, versie=gezien, door=door)
    assert te_laat.value.huidig.toelichting == "Een."


def test_changing_into_another_that_is_there_is_refused(perron, door):
    maak_onderdeel("uitdagingen", perron, naam="Een")
    twee = maak_onderdeel("uitdagingen", perron, naam="Twee")
    with geweigerd("onderdeel_als_een_ander", "al een andere"):
        wijzig(rij=twee, waarden={"naam": "Een"}, versie=twee.versie, door=door)
    twee.refresh_from_db()
    assert twee.naam == "Twee"


def test_closing_keeps_what_others_built_on(perron, door):
    uitdaging = maak_onderdeel("uitdagingen", perron)
    verandering = maak_onderdeel("veranderingen", perron, links={"uitdagingen": [uitdaging]})
    sluit(rij=uitdaging, reden="Opgelost.", versie=uitdaging.versie, door=door)
    model = type(uitdaging)
    assert list(model.objects.open()) == []
    assert list(model.objects.gesloten()) == [uitdaging]
    assert list(verandering.uitdagingen.all()) == [uitdaging]
    for doe in (
        lambda: sluit(rij=uitdaging, reden="Nog eens.", versie=uitdaging.versie, door=door),
        lambda: wijzig(rij=uitdaging, waarden={"naam": "X"}, versie=uitdaging.versie, door=door),
    ):
        with geweigerd("onderdeel_gesloten", "Dit is gesloten."):
            doe()
    open_weer(rij=uitdaging, door=door)
    assert not Afsluiting.objects.exists()
    with geweigerd("onderdeel_niet_gesloten", "niet gesloten"):
        open_weer(rij=uitdaging, door=door)


def test_a_text_that_came_second_is_stored_once_and_settled(perron, door):
    rij = maak_onderdeel("uitdagingen", perron)
    for _ in range(2):
        voorstel = bewaar_voorstel(rij=rij, veld="toelichting", basis="", tekst="Van mij.", door=door)
    assert Tekstvoorstel.objects.count() == 1
    assert laatste().nieuw["voorstel"] == "Van mij."
    handel_af(voorstel=voorstel, door=door)
    assert Tekstvoorstel.objects.get().afgehandeld == laatste().versie
    assert bewaar_voorstel(rij=rij, veld="toelichting", basis="", tekst="Van mij.", door=door) != voorstel


def test_a_row_is_added_by_its_own_wijk(perron):
    rij = maak_onderdeel("doelgroepen", perron)
    assert Journaalregel.objects.order_by("pk").last().wijk == rij.wijk
    with geweigerd("onderdeel_staat_er_al"):
        voeg_toe(rij=type(rij)(wijk=rij.wijk, naam=rij.naam), door=None)
