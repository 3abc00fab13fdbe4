# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the room."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from routekaart.zaal.gasten.handelingen import laat_binnen
from routekaart.zaal.kaarten.handelingen import lever_in
from routekaart.zaal.models import Gast, Gastsoort, Kaart, Ronde, Sessie, Stap, Taal, Uitkomst, Zaalstap
from routekaart.zaal.programma.handelingen import ga_naar, verleng
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import maak_gebruiker, maak_partij, maak_perron, maak_wijk
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, naar, ronde_van
from tests.weigert import geweigerd
from wijken.models import Journaalregel

pytestmark = pytest.mark.django_db


def laatste_regel():
    return Journaalregel.objects.order_by("-pk").first()


@pytest.fixture
def wijk():
    return maak_wijk()


def test_one_question_is_enough_to_begin(wijk):
    perron = maak_perron(wijk)
    sessie = maak_sessie(wijk, "Wat bindt ons?")
    ronde = Ronde.objects.get()
    assert (sessie.routekaart, sessie.titel) == (perron.routekaart, "Wat bindt ons?")
    assert sessie.datum == timezone.localdate()
    assert (ronde.vraag_nl, ronde.anoniem, ronde.verdekt, ronde.minuten) == ("Wat bindt ons?", True, True, 5)
    assert zaalstand(sessie).stap is Stap.WACHT
    assert laatste_regel().soort == "sessie_begonnen"


def test_a_meeting_needs_no_journey_and_a_long_question_gets_a_short_title(wijk):
    sessie = maak_sessie(wijk, "w" * 300)
    assert sessie.routekaart is None
    assert len(sessie.titel) <= 120
    assert Ronde.objects.get().vraag_nl == "w" * 300


def test_the_room_goes_on_and_the_timer_runs_by_the_server(wijk):
    sessie = maak_sessie(wijk)
    door, stand = maak_gebruiker(), zaalstand(sessie)
    stap = ga_naar(ronde=stand.ronde, stap=Stap.SCHRIJF, gezien=stand.versie, door=door)
    assert stap.eindigt == stap.moment + timedelta(minutes=5)
    assert (stap.door, zaalstand(sessie).stap) == (door, Stap.SCHRIJF)
    assert laatste_regel().nieuw == {"titel": sessie.titel, "vraag": 1, "stap": "schrijf"}
    naar(sessie, Stap.ONTHUL)
    assert zaalstand(sessie).eindigt is None


def test_two_facilitators_press_at_once_and_the_room_takes_one_step(wijk):
    sessie = maak_sessie(wijk)
    stand = zaalstand(sessie)
    ga_naar(ronde=stand.ronde, stap=Stap.SCHRIJF, gezien=stand.versie, door=None)
    with geweigerd("stap_net_gezet", "Iemand anders"):
        ga_naar(ronde=stand.ronde, stap=Stap.SCHRIJF, gezien=stand.versie, door=None)
    assert Zaalstap.objects.count() == 2


def test_more_time(wijk):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    voor = zaalstand(sessie)
    assert verleng(sessie=sessie, door=None).eindigt == voor.eindigt + timedelta(minutes=1)
    Zaalstap.objects.update(eindigt=timezone.now() - timedelta(hours=1))
    assert verleng(sessie=sessie, door=None).eindigt > timezone.now() + timedelta(seconds=50)
    assert zaalstand(sessie).stap is Stap.SCHRIJF
    naar(sessie, Stap.ONTHUL)
    with geweigerd("geen_tijd_loopt", "geen tijd"):
        verleng(sessie=sessie, door=None)


def test_a_guest_comes_in_and_the_journal_names_the_party_only(wijk):
    sessie, actor = maak_sessie(wijk), maak_partij(wijk, "De Bakker").actor
    gast = maak_gast(sessie, actor, naam="Voornaam")
    assert (gast.soort, gast.actor, gast.naam) == (Gastsoort.PARTIJ, actor, "Voornaam")
    regel = laatste_regel()
    assert (regel.namens_naam, regel.door) == ("De Bakker", None)
    assert "Voornaam" not in str(regel.nieuw)
    maak_gast(sessie)
    assert laatste_regel().namens is None


def test_a_guest_can_not_belong_to_a_party_of_another_wijk(wijk):
    sessie, vreemd = maak_sessie(wijk), maak_partij(maak_wijk("elders")).actor
    with geweigerd("kies_wie"):
        laat_binnen(sessie=sessie, soort=Gastsoort.PARTIJ, actor=vreemd, taal=Taal.NL)
    assert not Gast.objects.exists()


def test_the_same_card_three_times_is_one_card_and_one_line(wijk):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    gast, sleutel = maak_gast(sessie), uuid4()
    kaarten = {maak_kaart(gast, "Meer groen.", sleutel).pk for _ in range(3)}
    assert len(kaarten) == Kaart.objects.count() == 1
    assert Journaalregel.objects.filter(soort="kaart_ingeleverd").count() == 1
    maak_kaart(gast, "Meer groen.")
    assert Kaart.objects.count() == 2


def test_an_answered_card_stays_answered_after_closing(wijk):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    gast, sleutel = maak_gast(sessie), uuid4()
    kaart = maak_kaart(gast, "Meer groen.", sleutel)
    naar(sessie, Stap.GROEPEER)
    assert maak_kaart(gast, "Meer groen.", sleutel) == kaart


def test_a_late_card_still_counts_but_not_before_writing_or_in_another_question(wijk):
    sessie = maak_sessie(wijk)
    gast = maak_gast(sessie)
    with geweigerd("voorbij"):
        maak_kaart(gast)
    naar(sessie, Stap.ONTHUL)
    maak_kaart(gast)
    ander = ronde_van(maak_sessie(wijk, "Een andere vraag", stap=Stap.SCHRIJF))
    tweede = Ronde.objects.create(
        sessie=sessie,
        volgorde=2,
        vraag_nl="Twee",
        methode="open",
        anoniem=True,
        verdekt=True,
        versie=1,
        moment=timezone.now(),
    )
    for ronde in (tweede,):
        ronde.sessie = sessie
        with geweigerd("voorbij"):
            lever_in(ronde=ronde, gast=gast, tekst="Te vroeg.", apparaatsleutel=uuid4())
    assert not ander.kaarten.exists()
    assert Kaart.objects.count() == 1


def test_a_card_of_a_named_question_keeps_the_party(wijk):
    sessie, actor = maak_sessie(wijk, anoniem=False, stap=Stap.SCHRIJF), maak_partij(wijk, "De Bakker").actor
    gast = maak_gast(sessie, actor)
    kaart = maak_kaart(gast)
    assert (kaart.gast, kaart.actor, kaart.anoniem) == (gast, actor, False)
    assert laatste_regel().namens_naam == "De Bakker"


def test_closing_needs_a_reason_without_actions_and_forgets_the_keys(wijk):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    gast = maak_gast(sessie)
    maak_kaart(gast)
    with geweigerd("zonder_acties_zonder_reden", "Schrijf op waarom.") as nee:
        sluit_sessie(sessie=sessie, reden="", door=None)
    assert nee.value.veld == "reden"
    sluiting = sluit_sessie(sessie=sessie, reden="Wij kenden elkaar nog niet.", door=maak_gebruiker())
    assert sluiting.uitkomst == Uitkomst.GEEN
    assert Kaart.objects.get().apparaatsleutel is None
    gezien = zaalstand(sessie).versie
    for code, doe in (
        ("bijeenkomst_gesloten", lambda: sluit_sessie(sessie=sessie, reden="Nog eens.", door=None)),
        ("voorbij", lambda: maak_kaart(gast)),
        ("afgelopen", lambda: maak_gast(sessie)),
        ("bijeenkomst_gesloten", lambda: verleng(sessie=sessie, door=None)),
        ("bijeenkomst_gesloten", lambda: ga_naar(ronde=ronde_van(sessie), stap=Stap.ONTHUL, gezien=gezien, door=None)),
    ):
        with geweigerd(code):
            doe()
    assert Kaart.objects.count() == Gast.objects.count() == 1


@pytest.mark.parametrize("soort", ["weekstart", "planningvrij"])
def test_an_informal_meeting_may_simply_end(wijk, soort):
    sessie = maak_sessie(wijk)
    Sessie.objects.update(soort=soort)
    sessie.refresh_from_db()
    assert sluit_sessie(sessie=sessie, reden="", door=None).uitkomst == Uitkomst.GEWOON


def test_a_meeting_that_was_never_begun_is_a_mistake(wijk):
    sessie = maak_sessie(wijk)
    Zaalstap.objects.all().delete()
    with pytest.raises(LookupError):
        zaalstand(sessie)
