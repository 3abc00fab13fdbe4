# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of members: the list, the desk, the wall."""

import re
from io import BytesIO

import pytest
import segno
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.zaal.models import Sessie, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_zaal import VRAAG, maak_gast, maak_kaart, maak_sessie, naar
from wijken.models import Rol

pytestmark = pytest.mark.django_db
ZAAL = "/wijken/proefwijk/zaal/"


@pytest.fixture
def wijk():
    return maak_wijk()


@pytest.fixture
def regisseur(wijk):
    return ingelogd(maak_lid(wijk, Rol.WIJKREGISSEUR))


def pad(sessie, deel="regie"):
    return f"{ZAAL}{sessie.sleutel}/{deel}/"


def doe(client, sessie, wat):
    return client.post(f"{pad(sessie)}stap/", {"doe": wat, "gezien": zaalstand(sessie).versie}, follow=True)


def test_an_empty_list_says_so_and_only_who_leads_can_begin(wijk, regisseur):
    pagina = regisseur.get(ZAAL).text
    assert "Er is nog geen bijeenkomst geweest." in pagina
    assert "Nu beginnen" in pagina
    pagina = ingelogd(maak_lid(wijk, Rol.LEZER)).get(ZAAL).text
    assert "De wijkregisseur of de reisleider kan er een beginnen." in pagina
    assert "Nu beginnen" not in pagina


def laden(tekst):
    """Which forms of the desk lie open, by their summary."""
    return {
        kop: bool(open_)
        for open_, kop in re.findall(r"<details class=\"ww-geschiedenis\"( open)?>\s*<summary>(.*?)<", tekst)
    }


def test_the_desk_opens_what_this_step_needs_and_folds_the_rest(wijk, regisseur):
    maak_partij(wijk)
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    alle = (
        "Een besluit opschrijven",
        "Een actie afspreken",
        "Een vraag voor hen noteren",
        "Een vraag toevoegen",
        "Nu sluiten",
    )
    begin = regisseur.get(pad(sessie)).text
    assert {kop: laden(begin)[kop] for kop in alle} == dict.fromkeys(alle, False)
    assert "<strong>testserver/m</strong>" in begin
    naar(sessie, Stap.BESLUIT)
    eind = laden(regisseur.get(pad(sessie)).text)
    assert [kop for kop in alle if eind[kop]] == ["Een besluit opschrijven", "Een actie afspreken", "Nu sluiten"]


def test_a_folded_form_that_was_refused_lies_open(wijk, regisseur):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    fout = regisseur.post(pad(sessie, "regie/vragen"), {"vraag": "", "methode": "open", "minuten": "5"})
    assert fout.status_code == 422
    assert [kop for kop, open_ in laden(fout.text).items() if open_] == ["Een vraag toevoegen"]


def test_a_question_without_cards_shows_no_place_for_them(wijk, regisseur):
    sessie, leeg = maak_sessie(wijk), "Er zijn nog geen kaarten bij deze vraag."
    assert leeg in regisseur.get(pad(sessie)).text
    ronde = voeg_vraag_toe(sessie=sessie, vraag="Hoe ging het?", methode=Methode.POLS, door=None)
    ga_naar(ronde=ronde, stap=Stap.WACHT, gezien=zaalstand(sessie).versie, door=None)
    pagina = regisseur.get(pad(sessie)).text
    assert "Hoe ging het?" in pagina
    assert leeg not in pagina


def test_one_question_typed_and_the_room_is_open(wijk, regisseur):
    maak_perron(wijk)
    antwoord = regisseur.post(f"{ZAAL}nu/", {"vraag": "Wat bindt ons?", "perron": "1", "anoniem": "on"}, follow=True)
    sessie = Sessie.objects.get()
    assert antwoord.redirect_chain == [(pad(sessie), 303)]
    assert "Schrijven beginnen" in antwoord.text
    ronde = sessie.rondes.get()
    assert (ronde.perron, ronde.anoniem) == (1, True)
    wijkpagina = regisseur.get("/wijken/proefwijk/").text
    assert "Wat bindt ons?" in wijkpagina
    assert pad(sessie) in wijkpagina


def test_a_question_is_needed(regisseur):
    antwoord = regisseur.post(f"{ZAAL}nu/", {"vraag": ""})
    assert (antwoord.status_code, "Vul dit veld in." in antwoord.text) == (422, True)
    antwoord = regisseur.post(f"{ZAAL}nu/", {"vraag": "w" * 301})
    assert "301 tekens; maximaal 300" in antwoord.text
    assert not Sessie.objects.exists()


def test_the_wijk_page_says_what_a_meeting_is_for(wijk, regisseur):
    assert "Er is nog geen bijeenkomst geweest. In de zaal werkt u samen" in regisseur.get("/wijken/proefwijk/").text


def test_further_back_and_more_time(wijk, regisseur):
    sessie = maak_sessie(wijk)
    assert "Kaarten onthullen" in doe(regisseur, sessie, "verder").text
    eerder = zaalstand(sessie).eindigt
    doe(regisseur, sessie, "minuut")
    assert zaalstand(sessie).eindigt > eerder
    assert zaalstand(sessie).stap is Stap.SCHRIJF
    doe(regisseur, sessie, "terug")
    assert zaalstand(sessie).stap is Stap.WACHT
    doe(regisseur, sessie, "terug")
    doe(regisseur, sessie, "onzin")
    assert zaalstand(sessie).stap is Stap.WACHT


def test_pressing_twice_takes_one_step_and_says_so(wijk, regisseur):
    sessie = maak_sessie(wijk)
    gezien = zaalstand(sessie).versie
    for _ in range(2):
        antwoord = regisseur.post(f"{pad(sessie)}stap/", {"doe": "verder", "gezien": gezien}, follow=True)
    assert zaalstand(sessie).stap is Stap.SCHRIJF
    assert "Iemand anders zette net een stap." in antwoord.text
    antwoord = regisseur.post(f"{pad(sessie)}stap/", {"doe": "verder"}, follow=True)
    assert zaalstand(sessie).stap is Stap.SCHRIJF


def test_the_desk_shows_cards_before_the_wall_does(wijk, regisseur):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    maak_kaart(maak_gast(sessie), "Meer groen.")
    assert "Meer groen." in regisseur.get(pad(sessie)).text
    scherm = regisseur.get(pad(sessie, "scherm")).text
    assert "Meer groen." not in scherm
    assert "kaart ingeleverd" in scherm
    naar(sessie, Stap.ONTHUL)
    assert "Meer groen." in regisseur.get(pad(sessie, "scherm")).text


def test_the_wall_always_shows_question_address_and_code(wijk, regisseur):
    sessie = maak_sessie(wijk)
    code = f"{sessie.code[:3]} {sessie.code[3:]}"
    for stap in (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL, Stap.GROEPEER):
        naar(sessie, stap)
        scherm = regisseur.get(pad(sessie, "scherm")).text
        for tekst in (VRAAG, code, "testserver/m"):
            assert tekst in scherm
        assert 'http-equiv="refresh" content="3"' in scherm


def test_the_wall_never_overflows(wijk, regisseur):
    sessie = maak_sessie(wijk, stap=Stap.ONTHUL)
    gast = maak_gast(sessie)
    for nr in range(15):
        maak_kaart(gast, f"Kaart nummer {nr:02}")
    scherm = regisseur.get(pad(sessie, "scherm")).text
    assert scherm.count("Kaart nummer") == 12
    assert "Kaart nummer 14" in scherm
    assert "En nog 3 kaarten." in scherm


def test_closing(wijk, regisseur):
    sessie = maak_sessie(wijk)
    antwoord = regisseur.post(f"{pad(sessie)}sluiten/", {"reden": ""})
    assert (antwoord.status_code, "Schrijf op waarom." in antwoord.text) == (422, True)
    antwoord = regisseur.post(f"{pad(sessie)}sluiten/", {"reden": "Wij kenden elkaar niet."}, follow=True)
    assert "Geen acties, want: Wij kenden elkaar niet." in antwoord.text
    assert "Schrijven beginnen" not in antwoord.text
    assert "Deze bijeenkomst is gesloten." in regisseur.get(pad(sessie, "scherm")).text
    assert "Deze bijeenkomst is gesloten." in doe(regisseur, sessie, "verder").text


def test_every_line_of_the_room_is_a_sentence(wijk, regisseur):
    sessie = maak_sessie(wijk, "Wat bindt ons?")
    doe(regisseur, sessie, "verder")
    doe(regisseur, sessie, "minuut")
    maak_kaart(maak_gast(sessie))
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    pagina = regisseur.get("/wijken/proefwijk/journaal/").text
    for zin in (
        "Een bijeenkomst is begonnen: “Wat bindt ons?”.",
        "In “Wat bindt ons?”, vraag 1: schrijven.",
        "kwam er een minuut bij",
        "Iemand kwam binnen bij “Wat bindt ons?”.",
        "Een kaart is ingeleverd bij “Wat bindt ons?”.",
        "De bijeenkomst “Wat bindt ons?” is gesloten.",
    ):
        assert zin in pagina


@pytest.mark.parametrize("deel", ["regie", "scherm"])
def test_the_number_of_queries_does_not_grow(wijk, regisseur, deel):
    sessie = maak_sessie(wijk, stap=Stap.ONTHUL)
    gast = maak_gast(sessie)
    aantallen = []
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            maak_kaart(gast, f"Kaart {nr}")
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            regisseur.get(pad(sessie, deel))
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


def test_the_list_takes_as_many_queries_for_thirty(wijk, regisseur):
    aantallen = []
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            maak_sessie(wijk, f"Vraag {nr}")
        with CaptureQueriesContext(connection) as vragen:
            regisseur.get(ZAAL)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


def test_the_qr_code_is_that_of_the_address_of_the_room(wijk, regisseur):
    sessie = maak_sessie(wijk)
    antwoord = regisseur.get(f"{ZAAL}{sessie.sleutel}/qr.svg")
    beeld = BytesIO()
    code = segno.make(f"http://testserver/m/{sessie.code}/", error="m", micro=False)
    code.save(beeld, kind="svg", border=4, light="white", xmldecl=False)
    assert antwoord["Content-Type"] == "image/svg+xml"
    assert antwoord.content == beeld.getvalue()
    assert f"{ZAAL}{sessie.sleutel}/qr.svg" in regisseur.get(pad(sessie, "scherm")).text
