# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The boundary of a wijk as a small map: GeoJSON in, SVG out. No tiles, nothing from another host.

Over a few kilometres the earth is flat enough: longitude is scaled by the cosine of the latitude, and that is all.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LETTER_PDF = "Source Sans 3"
RAND = 0.12  # room around the wijk, as part of its longest side
MAX_VERHOUDING = 1.25  # a map is at most this much higher than wide


type Punt = tuple[float, float]


type Ring = list[Punt]


# Per kind: fill, line, width of the line. The page may change them by class.
STIJLEN = {
    "gemeente": ("#e6eaed", "#55606a", "1.5"),
    "wijk": ("#cfe0ec", "#1d5c8a", "3.5"),
    "buurt": ("none", "#1d5c8a", "1.25"),
}


@dataclass(frozen=True)
class Vlak:
    """One area as path data. `x`, `y`: a point inside it, for its number on the map."""

    soort: str
    naam: str
    d: str
    x: str
    y: str


@dataclass(frozen=True)
class Plattegrond:
    """A map ready to draw: gemeente below, then the wijk, then its buurten, which are numbered in this order."""

    wijk_naam: str
    breedte: int
    hoogte: int
    vlakken: tuple[Vlak, ...]
    bron: str

    @property
    def buurten(self) -> tuple[Vlak, ...]:
        """The numbered parts."""
        return tuple(vlak for vlak in self.vlakken if vlak.soort == "buurt")

    @property
    def titel(self) -> str:
        """What the map shows, for who can't see it."""
        delen = len(self.buurten)
        return f"Kaart van {self.wijk_naam}" + (f" met {delen} buurten" if delen > 1 else "")

    @property
    def beeld(self) -> SafeString:
        """The picture for the page; the page has one map at most, so its id is fixed."""
        return format_html(
            '<svg class="ww-kaart__beeld" viewBox="0 0 {} {}" role="img" aria-labelledby="kaart-titel">'
            '<title id="kaart-titel">{}</title>{}</svg>',
            self.breedte,
            self.hoogte,
            self.titel,
            _tekening(self),
        )


def teken_plattegrond(geojson: dict[str, Any], *, breedte: int = 320) -> Plattegrond | None:
    """Project a FeatureCollection (longitude, latitude; property `soort` gemeente, wijk or buurt) onto a flat map.

    The map shows the wijk with some room around it. Features without a usable geometry are left out; without a
    wijk there is no map, and None comes back.
    """
    gebieden = [g for g in map(_gebied, geojson.get("features") or []) if g is not None]
    wijk = next((g for g in gebieden if g.soort == "wijk"), None)
    if wijk is None:
        return None
    raam = _Raam.om(wijk, breedte)
    volgorde = sorted(gebieden, key=lambda g: list(STIJLEN).index(g.soort))
    return Plattegrond(
        wijk_naam=wijk.naam,
        breedte=breedte,
        hoogte=raam.hoogte,
        vlakken=tuple(_vlak(gebied, raam) for gebied in volgorde),
        bron=f"{wijk.bron}, {wijk.jaar}" if wijk.bron and wijk.jaar else wijk.bron,
    )


def als_svg(plattegrond: Plattegrond) -> str:
    """Return the map as a document of its own, for the PDF: no stylesheet, nothing from outside."""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" font-family="{}">'
        "<title>{}</title>{}</svg>",
        plattegrond.breedte,
        plattegrond.hoogte,
        plattegrond.breedte,
        plattegrond.hoogte,
        LETTER_PDF,
        plattegrond.titel,
        _tekening(plattegrond),
    )


@dataclass(frozen=True)
class _Gebied:
    """A usable feature: its outer rings and holes per polygon, in degrees."""

    soort: str
    naam: str
    bron: str
    jaar: str
    veelhoeken: list[list[Ring]]

    def punten(self) -> Iterator[Punt]:
        for ringen in self.veelhoeken:
            yield from ringen[0]


@dataclass(frozen=True)
class _Raam:
    """From degrees to the map: the west and north edge, and how many units a degree is."""

    west: float
    noord: float
    per_lengte: float
    per_breedte: float
    hoogte: int

    @classmethod
    def om(cls, wijk: _Gebied, breedte: int) -> "_Raam":
        lengtes, breedtes = zip(*wijk.punten(), strict=True)
        krimp = math.cos(math.radians((min(breedtes) + max(breedtes)) / 2))
        breed, hoog = (max(lengtes) - min(lengtes)) * krimp, max(breedtes) - min(breedtes)
        rand = RAND * max(breed, hoog)
        # A long narrow wijk gets more room at its sides, so that the map doesn't fill the page.
        vak = max(breed + 2 * rand, (hoog + 2 * rand) / MAX_VERHOUDING)
        schaal = breedte / vak
        return cls(
            west=min(lengtes) - (vak - breed) / 2 / krimp,
            noord=max(breedtes) + rand,
            per_lengte=schaal * krimp,
            per_breedte=schaal,
            hoogte=round((hoog + 2 * rand) * schaal),
        )

    def naar(self, punt: Punt) -> Punt:
        return (punt[0] - self.west) * self.per_lengte, (self.noord - punt[1]) * self.per_breedte


def _gebied(feature: Any) -> _Gebied | None:
    """Read one feature; None when it has no kind that we draw, or no usable geometry."""
    eigenschappen = feature.get("properties") or {}
    geometrie = feature.get("geometry") or {}
    soort = eigenschappen.get("soort")
    ruw = geometrie.get("coordinates") or []
    veelhoeken = {"Polygon": [ruw], "MultiPolygon": ruw}.get(str(geometrie.get("type")), [])
    bruikbaar = [ringen for veelhoek in veelhoeken if (ringen := _ringen(veelhoek))]
    if soort not in STIJLEN or not bruikbaar:
        return None
    tekst = {naam: str(eigenschappen.get(naam) or "") for naam in ("naam", "bron", "jaar")}
    return _Gebied(soort=soort, veelhoeken=bruikbaar, **tekst)


def _ringen(veelhoek: Iterable[Iterable[Any]]) -> list[Ring]:
    """Return the rings with at least three points; a third coordinate (height) is dropped."""
    ringen = [[(float(punt[0]), float(punt[1])) for punt in ring] for ring in veelhoek]
    return [ring for ring in ringen if len(ring) > 2]


def _vlak(gebied: _Gebied, raam: _Raam) -> Vlak:
    paden = [
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(raam.naar, ring)) + "Z"
        for ringen in gebied.veelhoeken
        for ring in ringen
    ]
    grootste = max((ringen[0] for ringen in gebied.veelhoeken), key=lambda ring: abs(_oppervlak(ring)))
    x, y = raam.naar(_zwaartepunt(grootste))
    return Vlak(soort=gebied.soort, naam=gebied.naam, d="".join(paden), x=f"{x:.1f}", y=f"{y:.1f}")


def _kruis(ring: Ring) -> Iterator[tuple[float, Punt, Punt]]:
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        yield a[0] * b[1] - b[0] * a[1], a, b


def _oppervlak(ring: Ring) -> float:
    return sum(kruis for kruis, _, _ in _kruis(ring)) / 2


def _zwaartepunt(ring: Ring) -> Punt:
    """Return the centroid of a ring, or the mean of its points when it has no surface."""
    # Taken from its first point: degrees with many digits would lose them in the products.
    x0, y0 = ring[0]
    lokaal = [(x - x0, y - y0) for x, y in ring]
    oppervlak = _oppervlak(lokaal)
    if not oppervlak:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    x = sum((a[0] + b[0]) * kruis for kruis, a, b in _kruis(lokaal)) / (6 * oppervlak)
    y = sum((a[1] + b[1]) * kruis for kruis, a, b in _kruis(lokaal)) / (6 * oppervlak)
    return x0 + x, y0 + y


def _tekening(plattegrond: Plattegrond) -> SafeString:
    vlakken = format_html_join(
        "",
        '<path class="ww-kaart__{}" d="{}" fill="{}" stroke="{}" stroke-width="{}" fill-rule="evenodd"/>',
        ((vlak.soort, vlak.d, *STIJLEN[vlak.soort]) for vlak in plattegrond.vlakken),
    )
    nummers = format_html_join(
        "",
        '<circle class="ww-kaart__stip" cx="{}" cy="{}" r="11" fill="#fff" stroke="#1d5c8a"/>'
        '<text class="ww-kaart__nummer" x="{}" y="{}" text-anchor="middle" font-size="15" font-weight="600" '
        'fill="#222">{}</text>',
        ((v.x, v.y, v.x, f"{float(v.y) + 5.3:.1f}", nummer) for nummer, v in enumerate(plattegrond.buurten, 1)),
    )
    return vlakken + nummers
