# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Treasures and parties that the room names: on phones, on paper, and taken over into the wijk by one press."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actoren.models import Actor, Deelname, Schat
from routekaart.zaal.kaarten.handelingen import verberg
from routekaart.zaal.methoden.handelingen import neem_over
from routekaart.zaal.methoden.register import methoden
from routekaart.zaal.methoden.vondst import GeenVondst, Gevonden, in_een_regel
from routekaart.zaal.models import Kaart, Overname, Stap, Vondst
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_wijk
from tests.factories_zaal import desk, maak_gast, maak_kaart, maak_sessie, naar, stuur, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol

pytestmark = pytest.mark.django_db


def begin(methode, stap=Stap.SCHRIJF):
    sessie = maak_sessie(maak_wijk())
    ronde = voeg_vraag_toe(sessie=sessie, vraag="Wat is er al?", methode=methode, door=None)
    ga_naar(ronde=ronde, stap=Stap.WACHT, gezien=zaalstand(sessie).versie, door=None)
    naar(sessie, stap)
    return sessie


def neem(sessie, naam):
    kaart = Kaart.objects.get(vondst__naam=naam)
    return desk(sessie)(f"regie/kaarten/{kaart.sleutel}/overnemen/", {})


@pytest.mark.parametrize(
    ("regel", "methode", "delen"),
    [
        ("Moestuin · plek · Kerkplein", Methode.SCHATTEN, ("Moestuin", "plek", "Kerkplein")),
        ("Moestuin; Plek", Methode.SCHATTEN, ("Moestuin", "plek", "")),
        ("De Bakker | ondernemers | Dorpsstraat", Methode.ACTOREN, ("De Bakker", "ondernemers", "Dorpsstraat")),
        ("Thuis · woningcorporatie", Methode.ACTOREN, ("Thuis", "corporatie", "")),
    ],
)
def test_a_line_from_paper(regel, methode, delen):
    assert methoden()[methode].lees_papier(regel) == Gevonden(*delen)


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        ("Moestuin", "De soort is initiatief, plek, talent."),
        ("Moestuin · draak", "De soort is"),
        (" · plek", "met een naam"),
        ("a · plek · b · c", "naam · soort · plaats"),
        ("a" * 101 + " · plek", "maximaal 100 tekens"),
    ],
)
def test_a_line_that_names_nothing(regel, melding):
    with pytest.raises(GeenVondst, match=melding):
        methoden()[Methode.SCHATTEN].lees_papier(regel)


def test_a_card_is_one_line():
    assert in_een_regel("Moestuin", "plek", "") == "Moestuin · plek"


def test_a_phone_hands_in_a_treasure_in_its_own_language():
    sessie = begin(Methode.SCHATTEN)
    client, engels = telefoon(sessie), telefoon(sessie, taal="en")
    assert "Wat voor soort is het?" in client.get(f"/m/{sessie.code}/").text
    pagina = engels.get(f"/m/{sessie.code}/").text
    for tekst in ("What is it called?", "initiative", "talent", "Give no names of people."):
        assert tekst in pagina
    assert stuur(client, sessie, naam="Moestuin", soort="plek", plaats="Kerkplein").status_code == 302
    stuur(engels, sessie, naam="Choir", soort="talent")
    assert [k.tekst for k in Kaart.objects.order_by("pk")] == ["Moestuin · plek · Kerkplein", "Choir · talent"]
    vondst = Vondst.objects.get(naam="Moestuin")
    assert (vondst.soort, vondst.plaats, vondst.kaart.taal) == ("plek", "Kerkplein", "nl")
    assert "Moestuin · plek · Kerkplein" in client.get(f"/m/{sessie.code}/").text


def test_what_is_missing_is_said_and_what_was_typed_stays():
    sessie = begin(Methode.ACTOREN)
    client = telefoon(sessie)
    antwoord = stuur(client, sessie, naam="\u200b", soort="draak", plaats="Kerkplein")
    assert antwoord.status_code == 422
    for tekst in ("Schrijf eerst een naam op.", "Kies wat voor soort het is.", 'value="Kerkplein"'):
        assert tekst in antwoord.text
    antwoord = stuur(client, sessie, naam="a" * 101, soort="zorg")
    assert "101 tekens, maximaal 100" in antwoord.text
    assert '<option value="zorg" selected>' in antwoord.text
    assert not Kaart.objects.exists()


def test_the_same_post_twice_is_one_treasure():
    sessie, sleutel = begin(Methode.SCHATTEN), str(uuid4())
    client = telefoon(sessie)
    for _ in range(2):
        stuur(client, sessie, naam="Moestuin", soort="plek", sleutel=sleutel)
    assert (Kaart.objects.count(), Vondst.objects.count()) == (1, 1)


def test_paper_names_treasures_too():
    sessie = begin(Methode.SCHATTEN)
    pagina = desk(sessie)
    assert "“naam · soort · plaats”. Soort: initiatief, plek, talent." in pagina().text
    velden = {"regels": "Moestuin · plek · Kerkplein · 4×\nKoor · talent", "sleutel": str(uuid4())}
    pagina("regie/papier/", velden)
    assert [(v.naam, v.kaart.aantal) for v in Vondst.objects.order_by("pk")] == [("Moestuin", 4), ("Koor", 1)]
    antwoord = pagina("regie/papier/", {"regels": "Goed · plek\nZomaar iets", "sleutel": str(uuid4())})
    assert (antwoord.status_code, "Regel 2: Schrijf “naam · soort · plaats”." in antwoord.text) == (422, True)
    assert Vondst.objects.count() == 2


def test_a_treasure_is_taken_over_by_one_press_and_an_old_one_found_again():
    sessie = begin(Methode.SCHATTEN)
    client = telefoon(sessie)
    for naam in ("Moestuin", "Koor", "moestuin"):
        stuur(client, sessie, naam=naam, soort="plek", plaats="Kerkplein")
    naar(sessie, Stap.ONTHUL)
    assert "Samen besluiten" in desk(sessie)().text
    assert 'id="overnemen"' not in desk(sessie)().text
    naar(sessie, Stap.BESLUIT)
    assert "Overnemen bij de schatten" in desk(sessie)().text
    assert "Overgenomen: Moestuin" in neem(sessie, "Moestuin").text
    schat = Schat.objects.get()
    assert (schat.naam, schat.soort, schat.plaats, schat.wijk) == ("Moestuin", "plek", "Kerkplein", sessie.wijk)
    assert Journaalregel.objects.get(soort="onderdeel_toegevoegd").onderwerp == schat.sleutel
    assert "Hoort bij Moestuin, die er al is" in desk(sessie)().text
    neem(sessie, "moestuin")
    assert (Schat.objects.count(), Overname.objects.filter(schat=schat).count()) == (1, 2)
    assert "Deze kaart is al overgenomen." in neem(sessie, "Moestuin").text
    assert "overgenomen: Moestuin" in desk(sessie)("verslag/").text
    journaal = ingelogd(maak_lid(sessie.wijk, Rol.LEZER)).get("/wijken/proefwijk/journaal/").text
    assert "hoort een kaart bij “Moestuin”, dat er al was" in journaal


def test_a_party_is_taken_over_and_one_of_another_wijk_used_again():
    sessie = begin(Methode.ACTOREN)
    elders = maak_partij(maak_wijk("elders"), "De School").actor
    hier = maak_partij(sessie.wijk, "De Bakker")
    client = telefoon(sessie)
    for naam in ("De Bakker", "de school", "Zangclub"):
        stuur(client, sessie, naam=naam, soort="cultuur")
    naar(sessie, Stap.BESLUIT)
    assert "Hoort bij De Bakker, die er al is" in desk(sessie)().text
    for naam in ("De Bakker", "de school", "Zangclub"):
        neem(sessie, naam)
    assert [o.actor.naam for o in Overname.objects.order_by("pk")] == ["De Bakker", "De School", "Zangclub"]
    assert Deelname.objects.filter(wijk=sessie.wijk, actor__in=[elders, hier.actor]).count() == 2
    zangclub = Actor.objects.get(naam="Zangclub")
    assert (zangclub.soort, zangclub.domein) == ("cultuur", "beide")
    assert Journaalregel.objects.filter(soort="partij_toegevoegd", nieuw__naam="Zangclub").exists()


def test_what_can_not_be_taken_over():
    sessie = begin(Methode.SCHATTEN)
    gewoon = maak_kaart(maak_gast(sessie), "Zonder soort")
    with geweigerd("kaart_zonder_vondst", "geen naam en soort"):
        neem_over(kaart=gewoon, door=None)
    client = telefoon(sessie)
    stuur(client, sessie, naam="Moestuin", soort="plek")
    kaart = Kaart.objects.get(vondst__naam="Moestuin")
    naar(sessie, Stap.BESLUIT)
    verberg(kaart=kaart, door=None)
    assert "Er is nog niets om over te nemen." in desk(sessie)().text
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    with geweigerd("bijeenkomst_gesloten", "gesloten"):
        neem_over(kaart=kaart, door=None)
    assert not Schat.objects.exists()


def test_thirty_finds_take_no_more_queries():
    sessie = begin(Methode.SCHATTEN)
    client, pagina, aantallen = telefoon(sessie), desk(sessie), []
    naar(sessie, Stap.BESLUIT)
    for hoeveel in (1, 19):
        for nr in range(hoeveel):
            stuur(client, sessie, naam=f"Plek {hoeveel} {nr}", soort="plek")
            neem_over(kaart=Kaart.objects.latest("pk"), door=None)
            stuur(client, sessie, naam=f"Nog een {hoeveel} {nr}", soort="plek")
        pagina()
        with CaptureQueriesContext(connection) as vragen:
            pagina()
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
