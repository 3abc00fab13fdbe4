# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The boundary maps in fixtures/grenzen/: their size, codes, names and rings. Without Django."""

import json
from functools import cache
from itertools import pairwise

import pytest

from tests.wijkbestanden import BUURTEN, FIXTURES, GEMEENTECODES, WIJKEN, Rij, lees

MAX_KAART = 25_000  # bytes


@cache
def kaart(slug: str) -> Rij:
    """Return the boundary map of a wijk."""
    inhoud: Rij = json.loads((FIXTURES / lees(slug)["wijk"]["grens"]).read_text(encoding="utf-8"))
    return inhoud


def ringen(vlak: Rij) -> list[list[list[float]]]:
    """Return the rings of one feature; only polygons occur."""
    assert vlak["geometry"]["type"] == "Polygon"
    ring: list[list[list[float]]] = vlak["geometry"]["coordinates"]
    return ring


def oppervlak(ring: list[list[float]]) -> float:
    """Return the area of a ring in square degrees."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


@pytest.mark.parametrize("slug", WIJKEN)
def test_map_is_small_and_in_place(slug: str) -> None:
    assert lees(slug)["wijk"]["grens"] == f"grenzen/{slug}.geojson"
    assert (FIXTURES / lees(slug)["wijk"]["grens"]).stat().st_size <= MAX_KAART
    assert kaart(slug)["type"] == "FeatureCollection"


@pytest.mark.parametrize("slug", WIJKEN)
def test_map_has_gemeente_wijk_and_its_buurten(slug: str) -> None:
    eigenschappen = [v["properties"] for v in kaart(slug)["features"]]
    assert all(set(e) == {"soort", "naam", "code", "jaar", "bron"} for e in eigenschappen)
    assert {(e["jaar"], e["bron"]) for e in eigenschappen} == {(2022, "© CBS, Kadaster (CC BY 4.0)")}
    codes = {soort: [e["code"] for e in eigenschappen if e["soort"] == soort] for soort in ("gemeente", "wijk")}
    assert codes == {"gemeente": [GEMEENTECODES[slug]], "wijk": [lees(slug)["wijk"]["code"]]}
    assert {e["code"]: e["naam"] for e in eigenschappen if e["soort"] == "buurt"} == BUURTEN[slug]


@pytest.mark.parametrize("slug", WIJKEN)
def test_rings_are_closed_and_lie_in_the_netherlands(slug: str) -> None:
    for vlak in kaart(slug)["features"]:
        for ring in ringen(vlak):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert oppervlak(ring) > 0
            for x, y in ring:
                assert 3.3 < x < 7.3
                assert 50.7 < y < 53.6
                assert (round(x, 5), round(y, 5)) == (x, y)


@pytest.mark.parametrize("slug", WIJKEN)
def test_buurten_fill_the_wijk(slug: str) -> None:
    vlakken = kaart(slug)["features"]
    som = {soort: sum(oppervlak(ringen(v)[0]) for v in vlakken if v["properties"]["soort"] == soort)
           for soort in ("gemeente", "wijk", "buurt")}  # fmt: skip
    assert som["buurt"] == pytest.approx(som["wijk"], rel=0.005)
    assert som["wijk"] < som["gemeente"]
