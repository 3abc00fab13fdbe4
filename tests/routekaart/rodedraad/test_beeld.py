# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The picture of the rode draad: on its page in one piece, in the travel plan a piece for each challenge."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from routekaart.rodedraad.beeld import BREEDTE, MEESTE, VAK, breek, past, teken_draad, teken_stukken
from tests import factories_draad as maak
from tests.factories_draad import heel, lees

pytestmark = pytest.mark.django_db


@pytest.fixture
def reis():
    return maak.maak_reis()


def vakken(beeld: str) -> list[ET.Element]:
    return [e for e in ET.fromstring(beeld) if e.tag == "rect"]


def test_the_picture_is_well_formed_and_holds_every_box(reis):
    delen = heel(reis, 3)
    maak.maak_activiteit(reis["kaart"], "A & B <c>", *delen["veranderingen"])
    draad = lees(reis)
    svg = ET.fromstring(teken_draad(draad))
    assert svg.get("aria-hidden") == "true"
    # destination, and 3 of each; then the activity and its missing machinist
    assert len(vakken(teken_draad(draad))) == 1 + 5 * 3 + 2
    assert "A & B <c>" in [t.text for t in svg.iter("text")]
    assert not [e for e in svg.iter() if e.get("style") or e.get("class", "").startswith("nl-")]


def test_what_is_missing_is_dashed_and_has_a_word(reis):
    maak.maak_uitdaging(reis["kaart"], "Eenzaamheid", stem="")
    beeld = teken_draad(lees(reis))
    gestreept = [v for v in vakken(beeld) if v.get("stroke-dasharray") != "none"]
    assert len(gestreept) == 3  # no destination, the challenge, no change
    tekst = " ".join(t.text or "" for t in ET.fromstring(beeld).iter("text"))
    for woord in ("nog geen bestemming", "geen stem van bewoners", "geen opbrengst", "geen verandering"):
        assert woord in tekst


def test_no_boxes_lie_on_each_other_or_outside(reis):
    delen = heel(reis, 4)
    for a in delen["activiteiten"]:
        for _ in range(3):
            maak.maak_risico(reis["kaart"], "Een risico met een lange naam " + str(a.pk) + "-" + str(_), activiteit=a)
    maak.maak_activiteit(reis["kaart"])
    maak.maak_verandering(reis["kaart"])
    maak.maak_risico(reis["kaart"])
    beeld = teken_draad(lees(reis))
    hoog = int(ET.fromstring(beeld).get("height", "0"))
    kolommen: dict[int, list[tuple[int, int]]] = {}
    for v in vakken(beeld):
        x, y, h = (int(v.get(n, "-1")) for n in ("x", "y", "height"))
        assert 0 <= x <= BREEDTE - VAK
        assert y + h <= hoog
        kolommen.setdefault(x, []).append((y, y + h))
    assert len(kolommen) == 6
    for kolom in kolommen.values():
        kolom.sort()
        assert all(onder < boven for (_, onder), (boven, _) in pairwise(kolom))


def test_what_serves_two_purposes_gets_a_curve(reis):
    delen = heel(reis, 2)
    assert "C" not in "".join(re.findall(r' d="([^"]*)"', teken_draad(lees(reis))))
    maak.maak_verandering(reis["kaart"], "Gedeeld", *delen["uitdagingen"])
    assert "".join(re.findall(r' d="([^"]*)"', teken_draad(lees(reis)))).count("C") == 1


def test_a_chain_that_is_too_large_is_not_drawn(reis):
    draad = lees(reis)
    assert past(draad)
    draad.aantallen["activiteiten"] = MEESTE["activiteiten"] + 1
    assert not past(draad)


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("", []),
        ("Kort", ["Kort"]),
        ("Meer plekken waar bewoners elkaar tegenkomen", ["Meer plekken", "waar bewoners", "elkaar", "tegenkomen"]),
    ],
)
def test_text_is_broken_between_words(tekst, regels):
    assert breek(tekst, 5) == regels


def test_a_long_word_is_cut_and_a_long_text_ends_in_dots():
    regels = breek("Leefbaarheidsprojectgroep", 5)
    assert len(regels) == 2
    assert regels[0].endswith("-")
    assert (regels[0][:-1] + regels[1]) == "Leefbaarheidsprojectgroep"
    assert len(regels[1]) >= 4
    lang = breek("woord " * 60, 4)
    assert len(lang) == 4
    assert lang[-1].endswith("…")


# In pieces, for a document

SVG = "{http://www.w3.org/2000/svg}"


def woorden(svg: str) -> str:
    return " ".join(t.text or "" for t in ET.fromstring(svg).iter(f"{SVG}text"))


def test_there_is_a_piece_for_each_challenge_with_words_for_who_does_not_see_it(reis):
    delen = heel(reis, 2)
    stukken = teken_stukken(lees(reis))
    assert len(stukken) == 2
    for stuk, uitdaging, activiteit in zip(stukken, delen["uitdagingen"], delen["activiteiten"], strict=True):
        svg = ET.fromstring(stuk.svg)
        assert svg.find(f"{SVG}desc").text == stuk.tekst
        assert str(uitdaging) in stuk.tekst
        assert "Veranderingen: 1, activiteiten: 1." in stuk.tekst
        assert str(activiteit) in woorden(stuk.svg)
        assert len(list(svg.iter(f"{SVG}rect"))) == 6


def test_a_piece_shows_nothing_that_is_missing(reis):
    u = maak.maak_uitdaging(reis["kaart"], "Stilte", stem="")
    v = maak.maak_verandering(reis["kaart"], "Meer plekken", u)
    a = maak.maak_activiteit(reis["kaart"], "Zomerfeest", v)
    maak.maak_risico(reis["kaart"], "Geen geld", activiteit=a, ernst="stop")
    maak.maak_verandering(reis["kaart"], "Los")
    (stuk,) = teken_stukken(lees(reis))
    assert woorden(stuk.svg).endswith("Stilte Meer plekken Zomerfeest Geen geld")
    assert 'stroke-dasharray="6 4"' not in stuk.svg


def test_what_was_drawn_before_is_named_and_points_back(reis):
    kaart = reis["kaart"]
    een, twee = maak.maak_uitdaging(kaart, "Een"), maak.maak_uitdaging(kaart, "Twee")
    gedeeld = maak.maak_verandering(kaart, "Gedeeld", een, twee)
    eigen = maak.maak_verandering(kaart, "Eigen", twee)
    maak.maak_activiteit(kaart, "Samen <koken>", gedeeld, eigen)
    eerste, tweede = (woorden(s.svg) for s in teken_stukken(lees(reis)))
    assert "zie hiervoor" not in eerste
    assert "Gedeeld zie hiervoor Eigen Samen <koken> zie hiervoor" in tweede


def test_a_chain_that_is_too_large_or_empty_has_no_pieces(reis):
    assert teken_stukken(lees(reis)) == []
    heel(reis)
    draad = lees(reis)
    draad.aantallen["activiteiten"] = MEESTE["activiteiten"] + 1
    assert teken_stukken(draad) == []
