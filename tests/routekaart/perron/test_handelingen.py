# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of routekaart: what they change, what they refuse, and the line they leave."""

import pytest

from routekaart.models import Antwoord, Bijdrage, Heropening, Intrekking, Perron
from routekaart.perron.handelingen import (
    draag_bij,
    heropen,
    stel_vast,
    trek_bijdrage_in,
    wijzig_bijdrage,
    zet_bijdrage_terug,
)
from routekaart.reis.handelingen import begin_routekaart
from routekaart.reis.stand import Staat, staat_van
from tests.factories import maak_bijdrage, maak_gebruiker, maak_partij, maak_perron, maak_routekaart, maak_wijk
from tests.weigert import geweigerd
from wijken.models import Journaalregel
from wijkwijzer.errors import Verouderd

pytestmark = pytest.mark.django_db


@pytest.fixture
def plek():
    wijk = maak_wijk()
    deelname = maak_partij(wijk, "Woningstichting Proef")
    perron = maak_perron(wijk)
    return perron, deelname.actor, maak_gebruiker()


def laatste_regel():
    return Journaalregel.objects.order_by("pk").last()


def test_a_journey_begins_with_nine_perrons():
    wijk, door = maak_wijk(), maak_gebruiker()
    kaart = begin_routekaart(wijk=wijk, naam="Onze reis", door=door)
    assert kaart.nummer == 1
    assert list(kaart.perrons.values_list("nummer", flat=True)) == list(range(1, 10))
    assert begin_routekaart(wijk=wijk, naam="De tweede", door=door).nummer == 2
    assert laatste_regel().soort == "routekaart_begonnen"
    assert laatste_regel().nieuw == {"naam": "De tweede", "nummer": 2}


def test_a_party_contributes(plek):
    perron, actor, door = plek
    bijdrage = draag_bij(perron=perron, actor=actor, tekst="Meer groen.", door=door)
    regel = laatste_regel()
    assert (regel.soort, regel.door, regel.namens, regel.namens_naam) == (
        "bijdrage_geschreven",
        door,
        actor.sleutel,
        "Woningstichting Proef",
    )
    assert regel.nieuw == {"perron": 1, "tekst": "Meer groen."}
    assert bijdrage.versie == regel.versie
    assert staat_van(perron) is Staat.ONDERWEG


def test_a_party_of_another_wijk_is_refused(plek):
    perron, _, door = plek
    vreemd = maak_partij(maak_wijk("elders")).actor
    with geweigerd("partij_doet_niet_mee", "doet niet mee") as nee:
        draag_bij(perron=perron, actor=vreemd, tekst="Hallo.", door=door)
    assert nee.value.veld == "partij"
    assert not Bijdrage.objects.exists()


def test_the_same_contribution_twice_is_refused(plek):
    perron, actor, door = plek
    maak_bijdrage(perron, actor, "Meer groen.")
    with geweigerd("bijdrage_zelfde_tekst", f"Deze bijdrage van {actor.naam} staat er al"):
        draag_bij(perron=perron, actor=actor, tekst="Meer groen.", door=door)
    draag_bij(perron=perron, actor=actor, tekst="Meer banken.", door=door)
    assert Bijdrage.objects.count() == 2


def test_changing_a_contribution_keeps_the_earlier_words_in_the_journal(plek):
    perron, actor, door = plek
    bijdrage = draag_bij(perron=perron, actor=actor, tekst="Meer groen.", voorbeeld=True, door=None)
    nieuw = wijzig_bijdrage(bijdrage=bijdrage, tekst="Meer bomen.", door=door, versie=bijdrage.versie)
    assert (nieuw.tekst, nieuw.voorbeeld) == ("Meer bomen.", False)
    assert laatste_regel().oud == {"tekst": "Meer groen."}
    assert laatste_regel().nieuw == {"perron": 1, "tekst": "Meer bomen."}


def test_the_second_of_two_changes_is_told(plek):
    perron, actor, door = plek
    bijdrage = maak_bijdrage(perron, actor, "Een.")
    gezien = bijdrage.versie
    wijzig_bijdrage(bijdrage=bijdrage, tekst="Twee.", door=door, versie=gezien)
    with pytest.raises(Verouderd) as te_laat:
        wijzig_bijdrage(bijdrage=bijdrage, tekst="Drie.", door=door, versie=gezien)
    assert te_laat.value.huidig.tekst == "Twee."
    assert Bijdrage.objects.get().tekst == "Twee."


def test_saving_the_same_text_takes_no_version(plek):
    perron, actor, door = plek
    bijdrage = maak_bijdrage(perron, actor, "Een.")
    regels = Journaalregel.objects.count()
    wijzig_bijdrage(bijdrage=bijdrage, tekst="Een.", door=door, versie=bijdrage.versie)
    assert Journaalregel.objects.count() == regels


def test_taking_back_and_putting_back(plek):
    perron, actor, door = plek
    bijdrage = maak_bijdrage(perron, actor)
    trek_bijdrage_in(bijdrage=bijdrage, door=door, versie=bijdrage.versie)
    assert Intrekking.objects.get().door == door
    assert staat_van(perron) is Staat.NIET_BEGONNEN
    with geweigerd("bijdrage_al_ingetrokken", "al ingetrokken"):
        trek_bijdrage_in(bijdrage=bijdrage, door=door, versie=bijdrage.versie)
    with geweigerd("bijdrage_ingetrokken_wijzigen", "Zet haar eerst terug"):
        wijzig_bijdrage(bijdrage=bijdrage, tekst="Toch.", door=door, versie=bijdrage.versie)
    zet_bijdrage_terug(bijdrage=bijdrage, door=door)
    assert staat_van(perron) is Staat.ONDERWEG
    with geweigerd("bijdrage_niet_ingetrokken", "staat er al"):
        zet_bijdrage_terug(bijdrage=bijdrage, door=door)
    soorten = list(Journaalregel.objects.order_by("pk").values_list("soort", flat=True))[-2:]
    assert soorten == ["bijdrage_ingetrokken", "bijdrage_teruggezet"]


def test_what_was_taken_back_may_be_said_again(plek):
    perron, actor, door = plek
    bijdrage = maak_bijdrage(perron, actor, "Meer groen.")
    trek_bijdrage_in(bijdrage=bijdrage, door=door, versie=bijdrage.versie)
    draag_bij(perron=perron, actor=actor, tekst="Meer groen.", door=door)
    assert Bijdrage.objects.count() == 2


def test_agreeing_reopening_and_agreeing_again(plek):
    perron, actor, door = plek
    maak_bijdrage(perron, actor)
    eerste = stel_vast(perron=perron, tekst="Iedereen doet mee.", door=door, versie=perron.versie)
    assert staat_van(perron) is Staat.VASTGESTELD
    perron.refresh_from_db()
    assert perron.versie == eerste.versie
    heropening = heropen(perron=perron, reden="De school was er niet bij.", door=door, versie=perron.versie)
    assert staat_van(perron) is Staat.HEROPEND
    perron.refresh_from_db()
    assert perron.versie == heropening.versie
    stel_vast(perron=perron, tekst="Ook de school doet mee.", door=door, versie=perron.versie)
    assert staat_van(perron) is Staat.VASTGESTELD
    assert Antwoord.objects.count() == 2
    assert laatste_regel().nieuw == {"perron": 1, "tekst": "Ook de school doet mee."}


def test_agreeing_twice_needs_a_reopening_first(plek):
    perron, actor, door = plek
    maak_bijdrage(perron, actor)
    stel_vast(perron=perron, tekst="Een.", door=door, versie=perron.versie)
    perron.refresh_from_db()
    with geweigerd("perron_al_vastgesteld", "Heropen het eerst"):
        stel_vast(perron=perron, tekst="Twee.", door=door, versie=perron.versie)
    assert Antwoord.objects.count() == 1


def test_reopening_what_is_not_agreed_is_refused(plek):
    perron, _, door = plek
    with geweigerd("perron_niet_vastgesteld", "niet vastgesteld"):
        heropen(perron=perron, reden="Zomaar.", door=door, versie=perron.versie)
    assert not Heropening.objects.exists()


def test_who_agrees_on_an_older_page_is_told(plek):
    perron, actor, door = plek
    maak_bijdrage(perron, actor)
    gezien = perron.versie
    stel_vast(perron=perron, tekst="Een.", door=door, versie=gezien)
    with pytest.raises(Verouderd):
        stel_vast(perron=perron, tekst="Twee.", door=door, versie=gezien)
    with pytest.raises(Verouderd):
        heropen(perron=perron, reden="Nee.", door=door, versie=gezien)


def test_an_older_journey_is_read_only(plek):
    perron, actor, door = plek
    bijdrage = maak_bijdrage(perron, actor)
    maak_routekaart(perron.wijk)
    for doe in (
        lambda: draag_bij(perron=perron, actor=actor, tekst="Nieuw.", door=door),
        lambda: wijzig_bijdrage(bijdrage=bijdrage, tekst="Anders.", door=door, versie=bijdrage.versie),
        lambda: trek_bijdrage_in(bijdrage=bijdrage, door=door, versie=bijdrage.versie),
        lambda: zet_bijdrage_terug(bijdrage=bijdrage, door=door),
        lambda: stel_vast(perron=perron, tekst="Antwoord.", door=door, versie=perron.versie),
        lambda: heropen(perron=perron, reden="Reden.", door=door, versie=perron.versie),
    ):
        with geweigerd("eerdere_routekaart", "eerdere routekaart"):
            doe()
    assert Perron.objects.get(pk=perron.pk).versie == perron.versie
