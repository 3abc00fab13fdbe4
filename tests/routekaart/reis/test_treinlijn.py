# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The train line: places, shapes, words; the picture, the list and the row of numbers say the same."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from routekaart.perrons import PERRONS
from routekaart.reis.treinlijn import (
    BREEDTE,
    EERSTE_X,
    HOOGTE,
    KLEUREN,
    STATEN,
    Station,
    Treinlijn,
    als_svg,
    als_tekst,
    teken,
)

SVG = "{http://www.w3.org/2000/svg}"
VOORBEELD = ["vastgesteld", "vastgesteld", "heropend", "onderweg", "onderweg", *["niet-begonnen"] * 4]


def stations(staten: list[str], **extra: object) -> list[Station]:
    """Nine stations in these states, with the real names."""
    return [
        Station(
            nummer=p.nummer,
            fase=p.fase.value,
            fase_label=p.fase.label,
            korte_naam=p.korte_naam,
            kop=p.kop,
            staat=staat,
            staat_label=staat.replace("-", " "),
            url=f"/wijken/haarwijk/routekaart/perron/{p.nummer}/",
            **extra,
        )
        for p, staat in zip(PERRONS, staten, strict=True)
    ]


def lijn(staten: list[str] = VOORBEELD, *, laatst: int | None = 4, volgende: str = "", **extra: object) -> Treinlijn:
    """A train line in these states."""
    return teken(stations(staten, **extra), wijk_naam="Haarwijk", laatst=laatst, volgende_stap=volgende)


def svg_van(treinlijn: Treinlijn) -> ET.Element:
    """The document for the PDF, parsed."""
    return ET.fromstring(als_svg(treinlijn))


def test_three_phases_hold_nine_stations_in_order() -> None:
    treinlijn = lijn()
    assert [(v.label, [h.station.nummer for h in v.haltes]) for v in treinlijn.vakken] == [
        ("Richten", [1, 2, 3]),
        ("Inrichten", [4, 5, 6, 7]),
        ("Verrichten", [8, 9]),
    ]
    assert [h.station.nummer for h in treinlijn.haltes] == list(range(1, 10))


def test_stations_stand_at_equal_distance_inside_their_phase() -> None:
    treinlijn = lijn()
    plekken = [h.x for h in treinlijn.haltes]
    assert plekken[0] == EERSTE_X
    assert len({b - a for a, b in pairwise(plekken)}) == 1
    for vak in treinlijn.vakken:
        assert all(vak.links < h.x < vak.rechts for h in vak.haltes)
    for links, rechts in pairwise(treinlijn.vakken):
        assert links.rechts == rechts.links


def test_neighbours_have_their_name_at_another_height_and_names_on_one_height_do_not_touch() -> None:
    """A letter of 24 units is at most 0.62 of that wide on average; on a projector of 1024 it is 18 px high."""
    haltes = lijn().haltes
    for a, b in pairwise(haltes):
        assert a.naam_y != b.naam_y
    for a, b in zip(haltes, haltes[2:], strict=False):
        assert a.naam_y == b.naam_y
        breed = (len(a.station.korte_naam) + len(b.station.korte_naam)) / 2 * 24 * 0.62
        assert b.x - a.x > breed


def test_text_is_at_least_16_pixels_on_a_projector_of_1024() -> None:
    """The page leaves 960 px for a picture of 1280 units."""
    maten = [float(t.get("font-size")) for t in svg_van(lijn(volgende="Volgende stap.")).iter(f"{SVG}text")]
    assert maten
    assert min(maten) * 960 / BREEDTE >= 16


def test_an_unknown_state_or_phase_is_refused() -> None:
    with pytest.raises(ValueError, match="klaar"):
        stations(["klaar", *VOORBEELD[1:]])
    with pytest.raises(ValueError, match="rusten"):
        Station(1, "rusten", "Rusten", "Naam", "Kop", "onderweg", "onderweg", "/")


def test_only_the_station_where_was_worked_has_the_train() -> None:
    trein = als_svg(lijn(laatst=4)).count("M-19 -44")
    assert trein == 1
    assert als_svg(lijn(laatst=None)).count("M-19 -44") == 0
    assert [h.station.nummer for h in lijn(laatst=7).haltes if h.laatst] == [7]


def test_every_state_has_a_shape_of_its_own_besides_its_colour() -> None:
    def vorm(staat: str) -> str:
        halte = lijn([staat, *VOORBEELD[1:]]).haltes[0]
        return re.sub(r"#\w+", "", halte.symbool)

    assert len({vorm(staat) for staat in STATEN}) == 4
    assert "stroke-dasharray" in vorm("niet-begonnen")
    assert "stroke-dasharray" not in vorm("onderweg")
    # A double ring with an arrow; full with a tick.
    assert vorm("heropend").count("<circle") == 3
    assert vorm("vastgesteld").count("<path") == 1


def test_the_symbol_takes_the_colour_around_it_and_is_decoration() -> None:
    symbool = lijn().haltes[0].symbool
    assert "currentColor" in symbool
    assert KLEUREN["richten"] not in symbool
    assert 'aria-hidden="true"' in symbool
    assert 'focusable="false"' in symbool
    assert ">1</text>" in symbool


def test_the_standalone_picture_needs_nothing_from_outside() -> None:
    tekst = als_svg(lijn(volgende="Volgende stap: stel perron 3 vast."))
    wortel = ET.fromstring(tekst)
    assert wortel.tag == f"{SVG}svg"
    assert wortel.get("font-family") == "Source Sans 3"
    for verboden in ("href", "url(", "<style", "style=", "@import"):
        assert verboden not in tekst
    kleuren = [g.get("color") for g in wortel.findall(f"{SVG}g")]
    assert kleuren == list(KLEUREN.values())
    woorden = [t.text for t in wortel.iter(f"{SVG}text")]
    assert {"Vertrek", "Inclusieve", "Bestemming", "Richten", "heropend", "Volgende stap: stel perron 3 vast."} <= set(
        woorden
    )
    assert wortel.find(f"{SVG}title").text == "De reis van Haarwijk"
    assert wortel.find(f"{SVG}desc").text == als_tekst(lijn())


def test_the_next_step_makes_the_standalone_picture_higher() -> None:
    assert int(svg_van(lijn()).get("height")) == HOOGTE
    assert int(svg_van(lijn(volgende="Doe iets.")).get("height")) > HOOGTE


def test_everything_stays_inside_the_picture() -> None:
    for tekst in svg_van(lijn()).iter(f"{SVG}text"):
        if tekst.get("x"):
            assert 0 < int(tekst.get("x")) < BREEDTE
            assert 0 < int(tekst.get("y")) < HOOGTE


def test_names_are_text_never_markup() -> None:
    kwaad = "<script>alert(1)</script> & 'zo'"
    treinlijn = teken(stations(VOORBEELD), wijk_naam=kwaad, laatst=1, volgende_stap=kwaad)
    svg = als_svg(treinlijn)
    assert "<script" not in svg
    assert ET.fromstring(svg).find(f"{SVG}title").text == f"De reis van {kwaad}"
    pagina = render_to_string("routekaart/reis/treinlijn.html", {"treinlijn": treinlijn})
    assert "<script" not in pagina


@pytest.mark.parametrize(
    ("staten", "zin"),
    [
        (VOORBEELD, "Perron 1 en 2 vastgesteld, 3 heropend, 4 en 5 onderweg, 6 tot en met 9 nog niet begonnen."),
        (["niet-begonnen"] * 9, "Perron 1 tot en met 9 nog niet begonnen."),
        (["vastgesteld"] * 9, "Perron 1 tot en met 9 vastgesteld."),
        (
            ["vastgesteld", "onderweg"] * 4 + ["vastgesteld"],
            "Perron 1, 3, 5, 7 en 9 vastgesteld, 2, 4, 6 en 8 onderweg.",
        ),
        (
            ["onderweg"] * 3 + ["heropend"] + ["onderweg"] * 5,
            "Perron 1 tot en met 3 en 5 tot en met 9 onderweg, 4 heropend.",
        ),
        (["onderweg", *["niet-begonnen"] * 8], "Perron 1 onderweg, 2 tot en met 9 nog niet begonnen."),
    ],
)
def test_the_sentence(staten: list[str], zin: str) -> None:
    assert als_tekst(lijn(staten)) == zin


def test_the_sentence_of_a_journey_without_perrons() -> None:
    assert als_tekst(teken([], wijk_naam="Haarwijk", laatst=None)) == "Er zijn nog geen perrons."


def test_the_page_says_in_words_and_links_what_the_picture_shows() -> None:
    treinlijn = lijn(open_zinnen=("Nog geen antwoord vastgesteld.",), volgende="Volgende stap: begin.")
    pagina = render_to_string("routekaart/reis/treinlijn.html", {"treinlijn": treinlijn})
    for halte in treinlijn.haltes:
        assert f'href="{halte.station.url}"' in pagina
        assert halte.station.staat_label in pagina
    assert pagina.count("<ol") == 3
    assert pagina.count('class="ww-treinlijn__halte"') == 9
    assert pagina.count("Nog geen antwoord vastgesteld.") == 9
    assert pagina.count("Hier is het laatst gewerkt.") == 1
    assert "Volgende stap: begin." in pagina
    assert treinlijn.tekst in pagina
    assert "style=" not in pagina
    assert pagina.count("<svg") == pagina.count('aria-hidden="true" focusable="false"') == 10


def test_numbers_in_the_page_are_svg_numbers_in_dutch_too() -> None:
    """With Dutch numbers a template would write 1.280 and 5,05."""
    with override("nl"):
        pagina = render_to_string("routekaart/reis/treinlijn.html", {"treinlijn": lijn()})
    assert f'viewBox="0 0 {BREEDTE} {HOOGTE}"' in pagina
    assert "1.280" not in pagina
    assert not re.search(r'="[^"]*\d,\d[^"]*"', pagina)


def test_the_row_of_numbers_marks_the_current_perron_and_names_all() -> None:
    rij = render_to_string("routekaart/reis/nummerrij.html", {"treinlijn": lijn(), "huidig": 2, "kaart_url": "/k/"})
    links = re.findall(r"<a class=\"ww-nummerrij__link[^>]*>", rij)
    assert len(links) == 9
    assert [i for i, a in enumerate(links, 1) if 'aria-current="page"' in a] == [2]
    assert 'aria-label="Perrons"' in rij
    assert "Perron 3, Veranderingen: heropend" in rij
    assert 'href="/k/"' in rij


def helderheid(kleur: str) -> float:
    """Relative luminance of #rrggbb, as WCAG defines it."""
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("fase", KLEUREN)
def test_a_phase_colour_is_readable_on_white_and_under_white(fase: str) -> None:
    assert 1.05 / (helderheid(KLEUREN[fase]) + 0.05) >= 4.5


@pytest.mark.parametrize("fase", KLEUREN)
def test_the_page_has_the_same_phase_colours_as_the_pdf(fase: str) -> None:
    tokens = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    assert f"--ww-kleur-{fase}: {KLEUREN[fase]};" in tokens


def test_the_picture_for_the_page_has_no_size_or_colour_that_a_stylesheet_can_not_change() -> None:
    beeld = lijn().beeld
    kop = beeld[: beeld.index(">")]
    assert "width=" not in kop
    assert "xmlns" not in kop
    for fase in KLEUREN:
        assert f'<g class="ww-fase--{fase}"' in beeld
    assert beeld.count("<svg") == beeld.count("</svg>") == 1


def test_the_rails_run_from_vertrek_to_the_destination() -> None:
    """Three pieces in the colours of the phases; the first begins at vertrek, the last ends at the arrow."""
    sporen = re.findall(r'<path d="M(\d+) \d+H(\d+)" fill="none" stroke="currentColor" stroke-width="12"', lijn().beeld)
    van, tot = zip(*[(int(a), int(b)) for a, b in sporen], strict=True)
    assert len(sporen) == 3
    assert van[0] < EERSTE_X - 50
    assert tot[-1] > lijn().haltes[-1].x + 50
    for einde, begin in zip(tot, van[1:], strict=False):
        assert 0 < begin - einde < 30


def test_a_journey_that_has_not_begun_has_no_train_and_no_next_step() -> None:
    pagina = render_to_string("routekaart/reis/treinlijn.html", {"treinlijn": lijn(["niet-begonnen"] * 9, laatst=None)})
    assert "Hier is het laatst gewerkt." not in pagina
    assert "ww-volgende-stap" not in pagina
    assert "ww-treinlijn__open" not in pagina


@pytest.mark.parametrize("staat", STATEN)
def test_the_word_of_a_state_stands_under_its_station(staat: str) -> None:
    woorden = [t.text for t in svg_van(lijn([staat] * 9)).iter(f"{SVG}text")]
    assert woorden.count(staat.replace("-", " ")) == 9


@pytest.mark.parametrize("nummer", range(1, 10))
def test_the_train_stays_inside_the_picture_at_every_station(nummer: int) -> None:
    (plek,) = [halte for halte in lijn(laatst=nummer).haltes if halte.laatst]
    assert plek.station.nummer == nummer
    assert 30 < plek.x < BREEDTE - 30
