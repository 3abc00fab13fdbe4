# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wall's work: one group large, cards that are read first, Dutch beside a card, what is new."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.zaal.kaarten.handelingen import (
    groepeer,
    laat_door,
    schrijf_op,
    toon_alle_groepen,
    toon_weer,
    verberg,
    vergroot,
    vertaal,
)
from routekaart.zaal.models import Doorlating, Gast, Kaart, Kaartvertaling, Stap, Taal, Uitvergroting
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.papier.verslag import vraagverslagen
from routekaart.zaal.programma.handelingen import voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.wand import wand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_wijk
from tests.factories_zaal import desk, maak_gast, maak_kaart, maak_sessie, naar, ronde_van, stuur_kaart, telefoon
from tests.weigert import geweigerd
from wijken.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), stap=Stap.ONTHUL)


@pytest.fixture
def gekeurd(sessie):
    """A meeting whose question has cards that are read first, while people write."""
    sessie.rondes.update(keuring=True)
    naar_terug(sessie)
    return sessie


def naar_terug(sessie):
    ronde = ronde_van(sessie)
    ronde.stappen.filter(stap=Stap.ONTHUL).delete()


@pytest.fixture
def pagina(sessie):
    """Return a function that fetches or posts at the desk, or fetches the wall or the report."""
    return desk(sessie)


def groep(sessie, naam, *teksten):
    gast = maak_gast(sessie)
    return groepeer(ronde=ronde_van(sessie), kaarten=[maak_kaart(gast, t) for t in teksten], naam=naam, door=None)


def beeld(sessie):
    return wand(zaalstand(sessie))


@pytest.mark.parametrize("met_groep", [False, True])
def test_a_wall_reads_no_more_than_it_shows_and_still_counts_all(sessie, met_groep):
    for nr in range(15):
        maak_kaart(maak_gast(sessie), f"Kaart {nr}")
    if met_groep:
        groep(sessie, "Buren", "Wij kennen elkaar", "Wij groeten")
    alles, zuinig = beeld(sessie), wand(zaalstand(sessie), hoogstens=4)
    assert len(zuinig.los.kaarten) == (15 if met_groep else 4), "with groups the wall needs them all"
    assert zuinig.aantal == alles.aantal == 15 + 2 * met_groep
    assert (zuinig.los.aantal, zuinig.groepen) == (15, alles.groepen)
    assert list(zuinig.los.kaarten[:4]) == list(alles.los.kaarten[:4])
    assert len(zuinig.los.zichtbaar) + zuinig.los.meer == len(alles.los.zichtbaar) + alles.los.meer == 15


def test_a_wall_of_300_cards_asks_as_little_as_one_of_three(sessie, django_assert_num_queries):
    gast = maak_gast(sessie)
    for aantal in (3, 300):
        for nr in range(Kaart.objects.count(), aantal):
            maak_kaart(gast, f"Kaart {nr}")
        stand = zaalstand(sessie)
        with django_assert_num_queries(2):
            assert wand(stand, hoogstens=12).aantal == aantal


def test_the_biggest_group_comes_first_and_what_does_not_fit_is_counted(sessie, pagina):
    for nr in range(10):
        groep(sessie, f"Groep {nr}", *[f"Kaart {nr} {n}" for n in range(nr + 1)])
    maak_kaart(maak_gast(sessie), "Los")
    het = beeld(sessie)
    assert [g.naam for g in het.groepen][:3] == ["Groep 9", "Groep 8", "Groep 7"]
    assert (len(het.zichtbaar), het.meer) == (7, 3)
    tekst = pagina("scherm/").text
    assert "En nog 3 groepen." in tekst
    assert "Groep 3" in tekst
    assert "Groep 2" not in tekst
    regie = pagina().text
    assert regie.index('data-groep="Groep 9"') < regie.index('data-groep="Groep 0"')


def test_one_group_large_and_back(sessie, pagina):
    groen = groep(sessie, "Groen", *[f"Boom {n:02}" for n in range(15)])
    groep(sessie, "Rust", "Stilte")
    assert "Alle groepen tonen" not in pagina().text
    antwoord = pagina("regie/wand/", {"groot": str(groen.sleutel)})
    assert "staat nu groot op het scherm" in antwoord.text
    scherm = pagina("scherm/").text
    assert scherm.count("Boom ") == 12
    assert "En nog 3." in scherm
    assert "Stilte" not in scherm
    assert beeld(sessie).groot.naam == "Groen"
    pagina("regie/wand/", {"alle": "1"})
    assert "Stilte" in pagina("scherm/").text
    assert not Uitvergroting.objects.exists()
    assert "Alle groepen staan al op het scherm." in pagina("regie/wand/", {"alle": "1"}).text
    assert pagina("regie/wand/", {"groot": "onzin"}).status_code == 200


def test_another_group_replaces_the_large_one_and_a_group_that_goes_takes_it_along(sessie):
    een, twee = groep(sessie, "Een", "a"), groep(sessie, "Twee", "b")
    vergroot(groep=een, door=None)
    vergroot(groep=twee, door=None)
    assert Uitvergroting.objects.get().groep == twee
    groepeer(ronde=ronde_van(sessie), kaarten=list(Kaart.objects.all()), naam="Een", door=None)
    assert beeld(sessie).groot is None


def test_new_is_what_came_after_the_step_and_stands_first(sessie, pagina):
    gast = maak_gast(sessie)
    stand = zaalstand(sessie)
    Kaart.objects.create(
        ronde=stand.ronde, tekst="Oud", taal="nl", herkomst="telefoon", anoniem=True, versie=1, moment=stand.zet.moment
    )
    for nr in range(4):
        maak_kaart(gast, f"Vers {nr}")
    los = beeld(sessie).los.zichtbaar
    assert [(k.tekst, k.nieuw) for k in los] == [
        ("Vers 3", True),
        ("Vers 2", True),
        ("Vers 1", True),
        ("Vers 0", False),
        ("Oud", False),
    ]
    assert pagina("scherm/").text.count(">nieuw</span>") == 3
    naar(sessie, Stap.GROEPEER)
    assert not any(k.nieuw for k in beeld(sessie).los.kaarten)


def test_cards_wait_until_they_were_read(gekeurd, pagina):
    client = telefoon(gekeurd)
    assert "De begeleider leest elke kaart" in client.get(f"/m/{gekeurd.code}/").text
    stuur_kaart(client, gekeurd, "Mag dit?")
    tekst = client.get(f"/m/{gekeurd.code}/").text
    assert "Ingeleverd." in tekst
    assert "De begeleider leest hem eerst." in tekst
    assert beeld(gekeurd).aantal == 0
    regie = pagina().text
    assert "Nog te lezen" in regie
    assert regie.count('value="' + str(Kaart.objects.get().sleutel)) == 1
    pagina("regie/keuring/", {"kaart": str(Kaart.objects.get().sleutel)})
    assert beeld(gekeurd).aantal == 1
    tekst = client.get(f"/m/{gekeurd.code}/").text
    assert "leest hem eerst" not in tekst
    assert "nog dicht" in tekst
    assert "Er wacht geen kaart op u." in pagina().text


def test_all_at_once_and_paper_needs_no_reading(gekeurd, pagina):
    for nr in range(3):
        maak_kaart(maak_gast(gekeurd), f"Kaart {nr}")
    schrijf_op(ronde=ronde_van(gekeurd), regels=[("Papier", 4)], sleutel=maak_gast(gekeurd).sleutel, door=None)
    assert beeld(gekeurd).aantal == 4
    assert "Alle 3 doorlaten" in pagina().text
    pagina("regie/keuring/", {"alle": "1"})
    assert (beeld(gekeurd).aantal, Doorlating.objects.count()) == (7, 3)
    assert "Deze kaart wacht niet meer." in pagina("regie/keuring/", {"alle": "1"}).text
    assert pagina("regie/keuring/", {"kaart": "onzin"}).status_code == 200


def test_a_card_that_is_not_let_through_is_kept_and_its_writer_told(gekeurd, pagina):
    client = telefoon(gekeurd)
    stuur_kaart(client, gekeurd, "Lelijk woord.")
    kaart = Kaart.objects.get()
    pagina(f"regie/kaarten/{kaart.sleutel}/", {"doe": "verbergen"})
    assert "De begeleider heeft deze kaart van het scherm gehaald." in client.get(f"/m/{gekeurd.code}/").text
    with geweigerd("kaart_wacht_niet_meer", "wacht niet meer"):
        laat_door(ronde=kaart.ronde, door=None)
    toon_weer(kaart=kaart, door=None)
    naar(gekeurd, Stap.ONTHUL)
    assert "Lelijk woord." not in pagina("scherm/").text
    verslag = vraagverslagen(gekeurd)[0]
    assert (verslag.groepen, verslag.verborgen, verslag.wachtend) == ([], 0, 1)
    assert "1 kaart niet doorgelaten naar het scherm." in pagina("verslag/").text


def test_reading_first_is_chosen_with_the_question(sessie, pagina):
    velden = {"vraag": "Wat nog?", "methode": "open", "minuten": "5", "keuring": "on"}
    pagina("regie/vragen/", velden)
    assert sessie.rondes.get(volgorde=2).keuring
    assert not voeg_vraag_toe(sessie=sessie, vraag="En?", methode=Methode.OPEN, door=None).keuring


def test_a_named_card_finds_its_writer_on_a_new_phone_an_anonymous_one_does_not(sessie):
    actor = maak_partij(sessie.wijk).actor
    for anoniem in (False, True):
        sessie.rondes.update(anoniem=anoniem)
        client = telefoon(sessie, str(actor.sleutel))
        kaart = maak_kaart(Gast.objects.latest("pk"), f"Van mij {anoniem}")
        verberg(kaart=kaart, door=None)
        assert ("van het scherm gehaald" in client.get(f"/m/{sessie.code}/").text) is not anoniem


def test_dutch_beside_a_card(sessie, pagina):
    kaart = maak_kaart(maak_gast(sessie, taal=Taal.EN), "A place to meet")
    nl = maak_kaart(maak_gast(sessie), "Al Nederlands")
    assert "Nederlands erbij" in pagina().text
    pad = f"regie/kaarten/{kaart.sleutel}/vertaling/"
    assert "A place to meet" in pagina(pad).text
    assert "300" in pagina(pad, {"tekst": "a" * 301}).text
    pagina(pad, {"tekst": "Een plek om elkaar te zien\u202e"})
    assert Kaartvertaling.objects.get().tekst == "Een plek om elkaar te zien"
    client = telefoon(sessie)
    for tekst in (
        pagina().text,
        pagina("scherm/").text,
        pagina("verslag/").text,
        client.get(f"/m/{sessie.code}/").text,
    ):
        assert '<span lang="en" dir="auto">A place to meet</span>' in tekst.replace(' class="scherm-tekst"', "")
        assert "Een plek om elkaar te zien" in tekst
    assert "Nederlands wijzigen" in pagina().text
    assert Kaart.objects.get(pk=kaart.pk).taal == "en"
    pagina(pad, {"tekst": ""})
    assert not Kaartvertaling.objects.exists()
    antwoord = pagina(f"regie/kaarten/{nl.sleutel}/vertaling/", {"tekst": "Dubbelop"})
    assert (antwoord.status_code, "al in het Nederlands" in antwoord.text) == (422, True)


def test_nothing_changes_after_closing(sessie):
    rij = groep(sessie, "Groen", "Boom")
    kaart = maak_kaart(maak_gast(sessie, taal=Taal.EN), "Tree")
    vergroot(groep=rij, door=None)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    for doe in (
        lambda: vergroot(groep=rij, door=None),
        lambda: toon_alle_groepen(ronde=rij.ronde, door=None),
        lambda: laat_door(ronde=rij.ronde, door=None),
        lambda: vertaal(kaart=kaart, tekst="Boom", door=None),
    ):
        with geweigerd("bijeenkomst_gesloten", "gesloten"):
            doe()


def test_every_line_is_a_sentence(gekeurd):
    rij = groep(gekeurd, "Groen", "Boom")
    laat_door(ronde=rij.ronde, door=None)
    vergroot(groep=rij, door=None)
    toon_alle_groepen(ronde=rij.ronde, door=None)
    vertaal(kaart=maak_kaart(maak_gast(gekeurd, taal=Taal.EN), "Tree"), tekst="Boom", door=None)
    tekst = ingelogd(maak_lid(gekeurd.wijk, Rol.LEZER)).get("/wijken/proefwijk/journaal/").text
    for zin in (
        "staat de groep “Groen” groot op het scherm",
        "staan alle groepen weer op het scherm",
        "zijn kaarten doorgelaten: 1",
        "staat Nederlands bij een kaart",
    ):
        assert zin in tekst


@pytest.mark.parametrize("deel", ["regie/", "scherm/", "verslag/"])
def test_cards_that_wait_and_translations_take_no_more_queries(gekeurd, pagina, deel):
    aantallen = []
    for hoeveel in (1, 19):
        for nr in range(hoeveel):
            kaart = maak_kaart(maak_gast(gekeurd, taal=Taal.EN), f"Card {hoeveel} {nr}")
            laat_door(ronde=kaart.ronde, kaarten=[kaart], door=None)
            vertaal(kaart=kaart, tekst="Kaart", door=None)
            maak_kaart(maak_gast(gekeurd), f"Wacht {hoeveel} {nr}")
        with CaptureQueriesContext(connection) as vragen:
            pagina(deel)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
