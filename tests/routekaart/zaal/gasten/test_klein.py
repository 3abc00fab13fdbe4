# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small parts without a database: codes, clean texts, the limit on guessing, words."""

from datetime import date, time

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils.formats import date_format, time_format
from django.utils.translation import override

from actoren.models import Schatsoort, Soort
from routekaart.zaal.gasten.beperking import MINUUT, MISLUKT_PER_ADRES, VENSTER, Beperking, Tempo
from routekaart.zaal.gasten.codes import LENGTE, LETTERS, lees_code, leesbaar, nieuwe_code
from routekaart.zaal.gasten.teksten import SOORTEN, taal_van
from routekaart.zaal.kaarten.forms import PapierForm, lees_regel
from routekaart.zaal.models import Ronde, Taal
from routekaart.zaal.models.methode import Methode
from tests.weigert import geweigerd
from wijkwijzer.errors import Geweigerd
from wijkwijzer.text.clean import clean_text
from wijkwijzer.web.forms import write_number
from wijkwijzer.web.refusals import sentence


def test_codes_have_no_look_alikes_and_make_no_words():
    assert not set(LETTERS) & set("0OQ1IL2Z5S8BGUAE")
    codes = {nieuwe_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(c) == LENGTE and set(c) <= set(LETTERS) for c in codes)


@pytest.mark.parametrize(
    ("getypt", "code"),
    [("kx4m7p", "KX4M7P"), (" KX4 M7P ", "KX4M7P"), ("kx4-m7p", "KX4M7P"), ("KX4M7", ""), ("KX4M7O", ""), ("", "")],
)
def test_a_typed_code(getypt, code):
    assert lees_code(getypt) == code


def test_a_code_is_said_in_two_halves():
    assert leesbaar("KX4M7P") == "KX4 M7P"


@pytest.mark.parametrize(
    ("rauw", "netjes"),
    [
        ("  Meer \n groen  ", "Meer groen"),
        ("evil\u202egnihtyna", "evilgnihtyna"),
        ("\u2066a\u2069\u200eb\u200f", "ab"),
        ("\u200b\ufeff\u2060\u00ad", ""),
        ("\u200d\u200c", ""),
        ("a\x00b\x1bc\x7f", "a b c"),
        ("e" + "\u0301" * 50, "\u00e9" + "\u0301" * 3),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Komşularımla", "Komşularımla"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_can_not_be_seen_is_taken_away(rauw, netjes):
    assert clean_text(rauw) == netjes


def test_guessing_is_limited_and_the_room_is_not_locked_out():
    nu = [0.0]
    grens = Beperking(lambda: nu[0])
    grens.gelukt("1.2.3.4", "KX4M7P")
    for _ in range(MISLUKT_PER_ADRES):
        assert not grens.is_vol("1.2.3.4", "CCCCCC")
        grens.mislukt("1.2.3.4")
    assert grens.is_vol("1.2.3.4", "CCCCCC")
    assert grens.is_vol("1.2.3.4", "")
    assert not grens.is_vol("1.2.3.4", "KX4M7P")
    assert not grens.is_vol("5.6.7.8", "CCCCCC")
    nu[0] = VENSTER + 1
    assert not grens.is_vol("1.2.3.4", "CCCCCC")


def test_the_limit_has_a_bound_in_memory(monkeypatch):
    monkeypatch.setattr("routekaart.zaal.gasten.beperking.ADRESSEN", 10)
    grens = Beperking()
    for nr in range(50):
        grens.mislukt(f"adres {nr}")
    assert len(grens._mislukt) == 10
    grens.vergeet()
    assert not grens._mislukt


def test_one_phone_sends_as_much_as_a_quick_hand_and_others_are_not_bothered(monkeypatch):
    monkeypatch.setattr("routekaart.zaal.gasten.beperking.ADRESSEN", 10)
    nu = [0.0]
    tempo = Tempo(lambda: nu[0])
    for _ in range(3):
        tempo.tel("een", 3)
    with geweigerd("te_snel"):
        tempo.tel("een", 3)
    tempo.tel("twee", 3)
    nu[0] = MINUUT + 1
    tempo.tel("een", 3)
    for nr in range(50):
        tempo.tel(f"gast {nr}", 3)
    assert len(tempo._keren) <= 10


@pytest.mark.parametrize(
    ("regel", "tekst", "aantal"),
    [
        ("Meer groen · 4×", "Meer groen", 4),
        ("Meer groen 4x", "Meer groen", 4),
        ("Meer groen x4", "Meer groen", 4),
        ("Meer groen X 12", "Meer groen", 12),
        ("Meer groen - 3 x", "Meer groen", 3),
        ("Meer groen", "Meer groen", 1),
        ("Bus 4", "Bus 4", 1),
        ("Matrix4", "Matrix4", 1),
        ("4x", "", 4),
        ("Meer groen 0x", "Meer groen", 0),
    ],
)
def test_a_line_of_paper(regel, tekst, aantal):
    assert lees_regel(regel) == (tekst, aantal)


@pytest.mark.parametrize(
    ("regels", "melding"),
    [
        ("", "Vul dit veld in."),
        (" \n \u200b ", "Vul dit veld in."),
        ("Goed\n" + "a" * 301, "Regel 2 telt 301 tekens; maximaal 300."),
        ("Goed 0x", "Regel 1 is geen kaart met een aantal van 1 tot en met 999."),
        ("Goed 1000x", "Regel 1 is geen kaart"),
        ("4x", "Regel 1 is geen kaart"),
        ("x\n" * 201, "Dit zijn 201 regels; maximaal 200 tegelijk."),
    ],
)
def test_a_line_that_can_not_be_a_card_is_named(regels, melding):
    velden = {"regels": regels, "sleutel": "00000000-0000-4000-8000-000000000000"}
    form = PapierForm(velden, ronde=Ronde(methode=Methode.OPEN))
    assert not form.is_valid()
    assert melding in str(form.errors["regels"])


def test_every_kind_has_its_words():
    assert set(SOORTEN) == set(Soort.values) | set(Schatsoort.values)


def test_a_refusal_becomes_a_sentence_in_the_language_that_is_active_then():
    assert sentence(Geweigerd("voorbij")).startswith("Deze vraag is voorbij.")
    with override("en"):
        assert sentence(Geweigerd("voorbij")).startswith("This question is over.")


def test_numbers_and_dates_follow_the_language():
    dag = date(2031, 5, 9)
    assert (write_number(10_000), date_format(dag), time_format(time(14, 5))) == ("10.000", "9 mei 2031", "14:05")
    with override("en"):
        assert (write_number(10_000), date_format(dag), time_format(time(14, 5))) == ("10,000", "9 May 2031", "14:05")


def test_every_language_of_a_guest_is_one_that_pages_can_speak():
    assert [(taal.value, taal.label) for taal in Taal] == settings.LANGUAGES


@pytest.mark.parametrize(
    ("vraag", "kop", "taal"),
    [
        ("", "nl-NL,nl;q=0.9", "nl"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "tr-TR", "nl"),
        ("", "", "nl"),
        ("en", "nl", "en"),
        ("xx", "en", "en"),
    ],
)
def test_the_language_of_a_phone(vraag, kop, taal):
    verzoek = RequestFactory().get("/m/", {"taal": vraag}, headers={"Accept-Language": kop})
    assert taal_van(verzoek, None) == taal
