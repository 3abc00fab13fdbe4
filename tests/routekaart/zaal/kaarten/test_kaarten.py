# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cards on the desk: from paper, off the wall, in groups; and what the wall makes of them."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.zaal.kaarten.handelingen import groepeer, haal_uit_groep, schrijf_op, toon_weer, verberg
from routekaart.zaal.models import Kaart, Kaartgroep, Kaartverberging, Plaatsing, Stap
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.wand import wand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_gebruiker, maak_lid, maak_partij, maak_wijk
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, naar, ronde_van, stuur_kaart, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol

pytestmark = pytest.mark.django_db


def laatste_regel():
    return Journaalregel.objects.order_by("-pk").first()


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), stap=Stap.ONTHUL)


@pytest.fixture
def regie(sessie):
    client = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    basis = f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/"

    def stuur(pad="", velden=None):
        return client.get(basis) if velden is None else client.post(basis + pad, velden, follow=True)

    return stuur


def papier(sessie, *regels, sleutel=None):
    return schrijf_op(ronde=ronde_van(sessie), regels=regels, sleutel=sleutel or uuid4(), door=None)


def groep(sessie, naam, *kaarten):
    return groepeer(ronde=ronde_van(sessie), kaarten=kaarten, naam=naam, door=None)


def test_paper_is_one_change_and_comes_once(sessie):
    sleutel = uuid4()
    for _ in range(2):
        kaarten = papier(sessie, ("Meer groen", 4), ("Rust", 1), sleutel=sleutel)
        assert [(k.tekst, k.aantal, k.herkomst) for k in kaarten] == [
            ("Meer groen", 4, "papier"),
            ("Rust", 1, "papier"),
        ]
    assert Kaart.objects.count() == 2
    assert Journaalregel.objects.filter(soort="kaarten_opgeschreven").count() == 1
    assert laatste_regel().nieuw["kaarten"] == [["Meer groen", 4], ["Rust", 1]]
    assert wand(zaalstand(sessie)).aantal == 5


def test_paper_from_the_desk(sessie, regie):
    antwoord = regie("papier/", {"regels": "Meer groen · 4×\n\nRust", "sleutel": str(uuid4())})
    assert Kaart.objects.count() == 2
    assert "4 keer. Van papier." in antwoord.text
    antwoord = regie("papier/", {"regels": "Rust 0x", "sleutel": str(uuid4())})
    assert (antwoord.status_code, "Regel 1 is geen kaart" in antwoord.text) == (422, True)
    assert "Rust 0x" in antwoord.text


def test_a_hidden_card_is_kept_and_can_come_back(sessie):
    kaart, door = maak_kaart(maak_gast(sessie), "Lelijk woord."), maak_gebruiker()
    assert verberg(kaart=kaart, door=door).door == door
    assert laatste_regel().oud == {"tekst": "Lelijk woord."}
    with geweigerd("kaart_al_verborgen", "al verborgen"):
        verberg(kaart=kaart, door=door)
    assert wand(zaalstand(sessie)).aantal == 0
    assert Kaart.objects.count() == 1
    toon_weer(kaart=kaart, door=door)
    assert wand(zaalstand(sessie)).aantal == 1
    with geweigerd("kaart_al_op_scherm", "staat al"):
        toon_weer(kaart=kaart, door=door)


def test_hiding_from_the_desk_tells_the_writer_kindly(sessie, regie):
    client = telefoon(sessie)
    stuur_kaart(client, sessie, "Lelijk woord.")
    kaart = Kaart.objects.get()
    antwoord = regie(f"kaarten/{kaart.sleutel}/", {"doe": "verbergen"})
    assert "Staat niet op het scherm." in antwoord.text
    assert "De begeleider heeft deze kaart van het scherm gehaald." in client.get(f"/m/{sessie.code}/").text
    assert "Deze kaart is al verborgen." in regie(f"kaarten/{kaart.sleutel}/", {"doe": "verbergen"}).text
    regie(f"kaarten/{kaart.sleutel}/", {"doe": "tonen"})
    assert not Kaartverberging.objects.exists()


def test_a_card_of_another_meeting_is_not_there(sessie, regie):
    ander = maak_sessie(sessie.wijk, "Iets anders", stap=Stap.SCHRIJF)
    kaart = maak_kaart(maak_gast(ander))
    assert regie(f"kaarten/{kaart.sleutel}/", {"doe": "verbergen"}).status_code == 404
    antwoord = regie("groepen/", {"naam": "Groen", "kaarten": str(kaart.sleutel)})
    assert (antwoord.status_code, "Kies eerst een of meer kaarten." in antwoord.text) == (422, True)
    assert not Plaatsing.objects.exists()


def test_cards_lie_in_one_group_and_empty_groups_go(sessie):
    gast = maak_gast(sessie)
    een, twee = maak_kaart(gast, "Een"), maak_kaart(gast, "Twee")
    eerste = groep(sessie, "Groen", een)
    assert groep(sessie, "GROEN", twee) == eerste
    assert laatste_regel().nieuw["kaarten"] == [str(twee.sleutel)]
    groep(sessie, "Rust", een, twee)
    assert list(Kaartgroep.objects.values_list("naam", flat=True)) == ["Rust"]
    assert Plaatsing.objects.count() == 2
    haal_uit_groep(ronde=ronde_van(sessie), kaarten=[een, twee], door=None)
    assert not Kaartgroep.objects.exists()
    with geweigerd("geen_kaarten_in_groep_gekozen", "in een groep liggen"):
        haal_uit_groep(ronde=ronde_van(sessie), kaarten=[een], door=None)
    with geweigerd("geen_kaarten_gekozen", "Kies eerst"):
        groep(sessie, "Leeg")


def test_grouping_by_keyboard_from_the_desk(sessie, regie):
    gast = maak_gast(sessie)
    kaarten = [maak_kaart(gast, f"Kaart {n}") for n in range(3)]
    sleutels = [str(k.sleutel) for k in kaarten[:2]]
    assert "Groep: Groen." in regie("groepen/", {"naam": "Groen", "kaarten": sleutels}).text
    antwoord = regie("groepen/", {"naam": "\u200b", "kaarten": sleutels})
    assert antwoord.status_code == 422
    assert antwoord.text.count(" checked> <span") == 2
    regie("groepen/", {"naam": "", "kaarten": sleutels[:1], "doe": "los"})
    assert Plaatsing.objects.count() == 1
    assert regie("groepen/", {"naam": "Groen", "kaarten": ["onzin", sleutels[0]]}).status_code == 200
    assert Plaatsing.objects.count() == 2


def test_the_wall_shows_the_best_ideas_of_each_group(sessie):
    kaarten = papier(sessie, *[(f"Idee {n}", n) for n in range(1, 7)])
    groep(sessie, "Groen", *kaarten[:5])
    beeld = wand(zaalstand(sessie))
    assert [k.tekst for k in beeld.groepen[0].zichtbaar] == ["Idee 5", "Idee 4", "Idee 3", "Idee 2"]
    assert (beeld.groepen[0].meer, beeld.groepen[0].aantal, beeld.kolommen) == (1, 15, 2)
    assert [k.tekst for k in beeld.los.zichtbaar] == ["Idee 6"]
    for naam in "abcd":
        groep(sessie, naam, *papier(sessie, ("x", 1), ("y", 1), ("z", 1)))
    beeld = wand(zaalstand(sessie))
    assert {len(g.zichtbaar) for g in beeld.groepen} == {2}
    assert beeld.kolommen == 4


def test_groups_stand_on_wall_and_phone(sessie, regie):
    groep(sessie, "Elkaar kennen", *papier(sessie, ("Een praatje", 3)))
    papier(sessie, ("Minder regels", 1))
    client = telefoon(sessie)
    scherm = ingelogd(maak_lid(sessie.wijk, Rol.LEZER)).get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/scherm/").text
    for tekst in ("Elkaar kennen", "Een praatje", "3 keer, op papier", "Nog zonder groep", "Minder regels"):
        assert tekst in scherm
    pagina = client.get(f"/m/{sessie.code}/").text
    for tekst in ("Elkaar kennen", "Een praatje", "Nog zonder groep"):
        assert tekst in pagina


def test_groups_stay_secret_while_cards_lie_face_down():
    sessie = maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)
    groep(sessie, "Verklapt", maak_kaart(maak_gast(sessie)))
    beeld = wand(zaalstand(sessie))
    assert (beeld.dicht, beeld.aantal, list(beeld.groepen), list(beeld.los.kaarten)) == (True, 1, [], [])


def test_nothing_changes_after_closing(sessie):
    kaart = maak_kaart(maak_gast(sessie))
    groep(sessie, "Groen", kaart)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    for doe in (
        lambda: papier(sessie, ("Laat", 1)),
        lambda: verberg(kaart=kaart, door=None),
        lambda: toon_weer(kaart=kaart, door=None),
        lambda: groep(sessie, "Rust", kaart),
        lambda: haal_uit_groep(ronde=ronde_van(sessie), kaarten=[kaart], door=None),
    ):
        with geweigerd("bijeenkomst_gesloten", "gesloten"):
            doe()


def test_who_is_in_is_counted_per_party_without_names(sessie, regie):
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    for naam in ("Voornaam", "Andernaam"):
        maak_gast(sessie, actor, naam=naam)
    maak_gast(sessie)
    pagina = regie().text
    assert "De Bakker: 2" in pagina
    assert "bewoner: 1" in pagina
    assert "Voornaam" not in pagina


def test_every_line_is_a_sentence(sessie):
    kaarten = papier(sessie, ("Meer groen", 4))
    groep(sessie, "Groen", *kaarten)
    haal_uit_groep(ronde=ronde_van(sessie), kaarten=kaarten, door=None)
    verberg(kaart=kaarten[0], door=None)
    toon_weer(kaart=kaarten[0], door=None)
    pagina = ingelogd(maak_lid(sessie.wijk, Rol.LEZER)).get("/wijken/proefwijk/journaal/").text
    for zin in (
        "Kaarten van papier bij “Wat verstaan we onder de inclusieve wijk?”: 4.",
        "liggen kaarten in de groep “Groen”",
        "zijn kaarten uit hun groep gehaald",
        "is een kaart van het scherm gehaald",
        "staat een kaart weer op het scherm",
    ):
        assert zin in pagina


@pytest.mark.parametrize("deel", ["regie", "scherm"])
def test_groups_take_no_more_queries(sessie, deel):
    client = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    aantallen = []
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            groep(sessie, f"Groep {hoeveel} {nr}", *papier(sessie, (f"Kaart {nr}", 1)))
        with CaptureQueriesContext(connection) as vragen:
            client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/{deel}/")
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


def test_a_payload_on_paper_or_as_a_name_is_text(sessie, regie):
    rauw = "<script>alert(1)</script>"
    groep(sessie, rauw, *papier(sessie, (rauw, 1)))
    naar(sessie, Stap.GROEPEER)
    client = ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    for pagina in (regie().text, client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/scherm/").text):
        assert rauw not in pagina
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pagina
