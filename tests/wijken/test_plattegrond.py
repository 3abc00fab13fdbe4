# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The boundary map: projection, frame, parts, and what is left out."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from wijken.plattegrond import MAX_VERHOUDING, Plattegrond, als_svg, teken_plattegrond

SVG = "{http://www.w3.org/2000/svg}"
GRENZEN = Path(__file__).resolve().parents[2] / "fixtures" / "grenzen"
WIJKEN = {"haarwijk": 2, "meerzicht": 2, "ossenkoppelerhoek": 6}


def vierkant(west: float, zuid: float, maat: float = 0.01) -> list[list[float]]:
    """A closed ring of `maat` degrees to each side."""
    oost, noord = west + maat, zuid + maat
    return [[west, zuid], [oost, zuid], [oost, noord], [west, noord], [west, zuid]]


def feature(soort: str | None, geometrie: dict[str, Any] | None, naam: str = "Naam", **extra: Any) -> dict[str, Any]:
    """One feature of a collection."""
    return {"type": "Feature", "properties": {"soort": soort, "naam": naam, **extra}, "geometry": geometrie}


def veelhoek(*ringen: list[list[float]]) -> dict[str, Any]:
    """A Polygon."""
    return {"type": "Polygon", "coordinates": list(ringen)}


def verzameling(*features: dict[str, Any]) -> dict[str, Any]:
    """A FeatureCollection."""
    return {"type": "FeatureCollection", "features": list(features)}


def punten(d: str) -> list[tuple[float, float]]:
    """The points of path data."""
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", d)]


def echte(naam: str) -> Plattegrond:
    """The map of one of the three wijken."""
    kaart = teken_plattegrond(json.loads((GRENZEN / f"{naam}.geojson").read_text(encoding="utf-8")))
    assert kaart is not None
    return kaart


@pytest.mark.parametrize("naam", WIJKEN)
def test_the_wijk_stands_whole_inside_the_map_with_room_around(naam: str) -> None:
    kaart = echte(naam)
    (wijk,) = [v for v in kaart.vlakken if v.soort == "wijk"]
    for x, y in punten(wijk.d):
        assert 10 < x < kaart.breedte - 10
        assert 10 < y < kaart.hoogte - 10
    assert kaart.hoogte <= kaart.breedte * MAX_VERHOUDING + 1


@pytest.mark.parametrize(("naam", "aantal"), WIJKEN.items())
def test_gemeente_below_then_wijk_then_its_buurten(naam: str, aantal: int) -> None:
    kaart = echte(naam)
    assert [v.soort for v in kaart.vlakken] == ["gemeente", "wijk", *["buurt"] * aantal]
    assert len(kaart.buurten) == aantal
    assert kaart.titel == f"Kaart van {kaart.wijk_naam} met {aantal} buurten"


@pytest.mark.parametrize("naam", WIJKEN)
def test_numbers_stand_on_the_map(naam: str) -> None:
    kaart = echte(naam)
    for buurt in kaart.buurten:
        assert 0 < float(buurt.x) < kaart.breedte
        assert 0 < float(buurt.y) < kaart.hoogte


def test_the_source_has_its_year() -> None:
    assert echte("haarwijk").bron == "© CBS, Kadaster (CC BY 4.0), 2022"


def test_north_is_up_and_east_is_right() -> None:
    kaart = teken_plattegrond(
        verzameling(
            feature("wijk", veelhoek(vierkant(5, 52, 0.02))),
            feature("buurt", veelhoek(vierkant(5, 52.01)), naam="noordwest"),
            feature("buurt", veelhoek(vierkant(5.01, 52)), naam="zuidoost"),
        )
    )
    assert kaart is not None
    noordwest, zuidoost = kaart.buurten
    assert float(noordwest.y) < float(zuidoost.y)
    assert float(noordwest.x) < float(zuidoost.x)


def test_a_degree_east_is_shorter_than_a_degree_north() -> None:
    """At 52 degrees north a degree of longitude is 0.616 of a degree of latitude."""
    kaart = teken_plattegrond(verzameling(feature("wijk", veelhoek(vierkant(5, 52)))))
    assert kaart is not None
    plekken = punten(kaart.vlakken[0].d)
    breed = max(x for x, _ in plekken) - min(x for x, _ in plekken)
    hoog = max(y for _, y in plekken) - min(y for _, y in plekken)
    assert breed / hoog == pytest.approx(0.616, abs=0.003)


def test_the_width_is_what_was_asked() -> None:
    smal = teken_plattegrond(verzameling(feature("wijk", veelhoek(vierkant(5, 52)))), breedte=200)
    breed = teken_plattegrond(verzameling(feature("wijk", veelhoek(vierkant(5, 52)))), breedte=400)
    assert smal is not None
    assert breed is not None
    assert (smal.breedte, breed.breedte) == (200, 400)
    assert breed.hoogte == pytest.approx(2 * smal.hoogte, abs=1)


def test_a_multipolygon_keeps_all_its_parts_and_a_hole_its_ring() -> None:
    delen = {
        "type": "MultiPolygon",
        "coordinates": [[vierkant(5, 52), vierkant(5.002, 52.002, 0.002)], [vierkant(5.02, 52)]],
    }
    kaart = teken_plattegrond(verzameling(feature("wijk", delen)))
    assert kaart is not None
    assert kaart.vlakken[0].d.count("M") == kaart.vlakken[0].d.count("Z") == 3
    assert 'fill-rule="evenodd"' in kaart.beeld


def test_the_number_stands_in_the_largest_part() -> None:
    delen = {"type": "MultiPolygon", "coordinates": [[vierkant(5, 52, 0.001)], [vierkant(5.02, 52, 0.01)]]}
    kaart = teken_plattegrond(verzameling(feature("wijk", veelhoek(vierkant(5, 52, 0.03))), feature("buurt", delen)))
    assert kaart is not None
    grootste = punten("M" + kaart.buurten[0].d.split("M")[2])
    assert min(x for x, _ in grootste) < float(kaart.buurten[0].x) < max(x for x, _ in grootste)


def test_what_has_no_usable_geometry_is_left_out() -> None:
    kaart = teken_plattegrond(
        verzameling(
            feature("wijk", veelhoek(vierkant(5, 52))),
            feature("buurt", None, naam="zonder"),
            feature("buurt", {"type": "Polygon", "coordinates": []}, naam="leeg"),
            feature("buurt", {"type": "Point", "coordinates": [5, 52]}, naam="punt"),
            feature("buurt", veelhoek([[5, 52], [5.01, 52]]), naam="lijn"),
            feature("provincie", veelhoek(vierkant(4, 51, 3)), naam="soort"),
            feature(None, veelhoek(vierkant(5, 52)), naam="geen soort"),
            feature("buurt", veelhoek(vierkant(5, 52)), naam="goed"),
        )
    )
    assert kaart is not None
    assert [v.naam for v in kaart.vlakken] == ["Naam", "goed"]


@pytest.mark.parametrize(
    "geojson",
    [
        {},
        {"features": None},
        verzameling(),
        verzameling(feature("gemeente", veelhoek(vierkant(5, 52)))),
        verzameling(feature("wijk", None)),
    ],
)
def test_without_a_wijk_there_is_no_map(geojson: dict[str, Any]) -> None:
    assert teken_plattegrond(geojson) is None


def test_heights_are_dropped_and_a_flat_ring_still_has_a_number() -> None:
    hoog = [[x, y, 12.5] for x, y in vierkant(5, 52)]
    plat = [[5, 52], [5.005, 52], [5.01, 52], [5, 52]]
    kaart = teken_plattegrond(verzameling(feature("wijk", veelhoek(hoog)), feature("buurt", veelhoek(plat))))
    assert kaart is not None
    assert len(punten(kaart.vlakken[0].d)) == 5
    assert float(kaart.buurten[0].x) > 0


def test_the_standalone_map_needs_nothing_from_outside() -> None:
    tekst = als_svg(echte("ossenkoppelerhoek"))
    wortel = ET.fromstring(tekst)
    assert wortel.get("font-family") == "Source Sans 3"
    for verboden in ("href", "url(", "<style", "style="):
        assert verboden not in tekst
    assert [t.text for t in wortel.iter(f"{SVG}text")] == ["1", "2", "3", "4", "5", "6"]
    assert all(p.get("fill") and p.get("stroke") for p in wortel.iter(f"{SVG}path"))


def test_names_are_text_never_markup() -> None:
    kaart = teken_plattegrond(verzameling(feature("wijk", veelhoek(vierkant(5, 52)), naam="<b>Wijk</b>")))
    assert kaart is not None
    assert "<b>" not in als_svg(kaart)
    assert "<b>" not in render_to_string("wijken/kaart.html", {"kaart": kaart})


def test_the_page_has_a_named_picture_and_the_same_as_a_list() -> None:
    kaart = echte("ossenkoppelerhoek")
    with override("nl"):
        pagina = render_to_string("wijken/kaart.html", {"kaart": kaart})
    assert 'role="img" aria-labelledby="kaart-titel"' in pagina
    assert '<title id="kaart-titel">Kaart van Ossenkoppelerhoek met 6 buurten</title>' in pagina
    plekken = [pagina.index(f"<li>{buurt.naam}</li>") for buurt in kaart.buurten]
    assert plekken == sorted(plekken)
    assert "© CBS, Kadaster (CC BY 4.0), 2022" in pagina
    assert "style=" not in pagina


def test_a_long_narrow_wijk_stands_in_the_middle_and_does_not_fill_the_page() -> None:
    smal = [[5, 52], [5.002, 52], [5.002, 52.05], [5, 52.05], [5, 52]]
    kaart = teken_plattegrond(verzameling(feature("wijk", veelhoek(smal))))
    assert kaart is not None
    assert kaart.hoogte == pytest.approx(kaart.breedte * MAX_VERHOUDING, abs=1)
    plekken = [x for x, _ in punten(kaart.vlakken[0].d)]
    assert min(plekken) == pytest.approx(kaart.breedte - max(plekken), abs=0.2)


def test_one_buurt_is_not_counted_in_the_title_and_no_source_gives_no_line() -> None:
    kaart = teken_plattegrond(
        verzameling(feature("wijk", veelhoek(vierkant(5, 52))), feature("buurt", veelhoek(vierkant(5, 52))))
    )
    assert kaart is not None
    assert kaart.titel == "Kaart van Naam"
    assert kaart.bron == ""
    assert "Grenzen:" not in render_to_string("wijken/kaart.html", {"kaart": kaart})


def test_the_page_can_give_the_areas_another_look_by_class() -> None:
    beeld = echte("meerzicht").beeld
    assert [beeld.count(f'class="ww-kaart__{soort}"') for soort in ("gemeente", "wijk", "buurt")] == [1, 1, 2]
