# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small parts without a database: codes, clean texts, the limit on guessing, words."""

import string

import pytest
from django.test import RequestFactory

from routekaart.zaal.gasten.beperking import MINUUT, MISLUKT_PER_ADRES, VENSTER, Beperking, Tempo
from routekaart.zaal.gasten.codes import LENGTE, LETTERS, lees_code, leesbaar, nieuwe_code
from routekaart.zaal.gasten.teksten import _TABEL, taal_van, teksten
from routekaart.zaal.kaarten.forms import PapierForm, lees_regel
from routekaart.zaal.models import Methode, Ronde, Taal
from tests.weigert import geweigerd
from wijkwijzer.text.clean import clean_text


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


def test_every_word_is_there_in_every_language_with_the_same_gaps():
    def gaten(tekst):
        return sorted(veld for _, veld, _, _ in string.Formatter().parse(tekst) if veld)

    for sleutel, talen in _TABEL.items():
        assert set(talen) == set(Taal), sleutel
        assert len({tuple(gaten(t)) for t in talen.values()}) == 1, sleutel
        assert all(talen.values()), sleutel
    assert teksten("en")["inleveren"] == "Send"


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
