# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The train line: vertrek, nine stations, destination. One drawing for the page, the projector, print and the PDF.

Nothing here knows a model or a database. The drawing is made in Python, because a template writes numbers the Dutch
way ("12,5") and SVG doesn't read those. Shape and word carry the state; colour only helps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

KLEUREN = {"richten": "#1d5c8a", "inrichten": "#7a4b00", "verrichten": "#2f6b3a"}
STATEN = ("niet-begonnen", "onderweg", "vastgesteld", "heropend")
INKT, WIT, GRIJS = "#222", "#fff", "#6b7680"
LETTER_PDF = "Source Sans 3"
BREEDTE, HOOGTE = 1280, 362
LIJN_Y = 176
EERSTE_X, STAP = 142, 118
NAAM_Y = (252, 318)  # names stand in turn on two heights, so that they can be large
STAAT_ONDER = 28
EIND_X = 1200
# Drawn around (0, 0), at most 36 to each side, in the colour of the phase.
_VORMEN = {
    "niet-begonnen": mark_safe(
        '<circle r="24" fill="#fff" stroke="currentColor" stroke-width="4" stroke-dasharray="5 5.05"/>'
    ),
    "onderweg": mark_safe(
        '<circle r="25" fill="#fff" stroke="currentColor" stroke-width="5"/>'
        '<path d="M0 -25a25 25 0 0 0 0 50Z" fill="currentColor"/><circle r="16" fill="#fff"/>'
    ),
    "vastgesteld": mark_safe('<circle r="27.5" fill="currentColor"/>'),
    "heropend": mark_safe(
        '<circle r="27" fill="#fff" stroke="currentColor" stroke-width="4"/>'
        '<circle r="19.5" fill="none" stroke="currentColor" stroke-width="3.5"/>'
    ),
}
_BOVENOP = {
    "vastgesteld": mark_safe(
        '<circle cx="23" cy="-22" r="11.5" fill="#fff" stroke="currentColor" stroke-width="3"/>'
        '<path d="M17.5 -22l4 4.5l7.5 -8.5" fill="none" stroke="currentColor" stroke-width="3.5"/>'
    ),
    "heropend": mark_safe(
        '<circle cx="23" cy="-22" r="12.5" fill="#fff"/>'
        '<path d="M31.2 -19.2a8.7 8.7 0 1 1 -2 -8.5" fill="none" stroke="currentColor" stroke-width="3.5"/>'
        '<path d="M34 -33v10h-10z" fill="currentColor"/>'
    ),
}
# Seen from the front, on its rails, so that nobody takes it for a bus.
_TREIN = mark_safe(
    '<g fill="#222"><path d="M-12 -10l-9 15M12 -10l9 15M-15 -1h30" stroke="#222" stroke-width="4"/>'
    '<path d="M-19 -44q0 -12 19 -12t19 12v28q0 8 -8 8h-22q-8 0 -8 -8z"/>'
    '<path d="M-13 -43h26v14h-26z" fill="#fff"/>'
    '<circle cx="-10" cy="-18" r="3.5" fill="#fff"/><circle cx="10" cy="-18" r="3.5" fill="#fff"/></g>'
)


@dataclass(frozen=True)
class Station:
    """One perron as the train line shows it. `staat` is one of STATEN; raises ValueError for another."""

    nummer: int
    fase: str
    fase_label: str
    korte_naam: str
    kop: str
    staat: str
    staat_label: str
    url: str
    open_zinnen: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a state or a phase that has no shape or colour."""
        if self.staat not in STATEN or self.fase not in KLEUREN:
            raise ValueError(f"onbekende staat of fase: {self.staat!r}, {self.fase!r}")


@dataclass(frozen=True)
class Halte:
    """A station in its place on the line. `laatst`: the train stands here."""

    station: Station
    x: int
    naam_y: int
    laatst: bool

    @property
    def symbool(self) -> SafeString:
        """The shape alone, for the list and the row of numbers; it has the colour of the text around it."""
        return format_html(
            '<svg class="ww-halte" viewBox="-37 -37 74 74" width="48" height="48" aria-hidden="true" '
            'focusable="false">{}</svg>',
            _symbool(self.station),
        )


@dataclass(frozen=True)
class Fasevak:
    """A phase with its stations, from `links` to `rechts` on the line."""

    fase: str
    label: str
    haltes: tuple[Halte, ...]
    links: int
    rechts: int


@dataclass(frozen=True)
class Treinlijn:
    """The journey of a wijk, ready to draw. `laatst` is the number of the perron where the train stands, or None."""

    wijk_naam: str
    vakken: tuple[Fasevak, ...]
    laatst: int | None
    volgende_stap: str = ""

    @property
    def haltes(self) -> tuple[Halte, ...]:
        """All stations, in order of travel."""
        return tuple(halte for vak in self.vakken for halte in vak.haltes)

    @property
    def tekst(self) -> str:
        """The journey in one sentence."""
        return als_tekst(self)

    @property
    def beeld(self) -> SafeString:
        """The picture for the page: decoration, because the list beside it says the same."""
        kop = format_html(
            '<svg class="ww-treinlijn__beeld" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">',
            BREEDTE,
            HOOGTE,
        )
        return kop + _tekening(self) + mark_safe("</svg>")


def teken(stations: Sequence[Station], *, wijk_naam: str, laatst: int | None, volgende_stap: str = "") -> Treinlijn:
    """Give every station its place. `laatst` is the number where the coalition last worked, None before the start."""
    haltes = [
        Halte(station=s, x=EERSTE_X + i * STAP, naam_y=NAAM_Y[i % 2], laatst=s.nummer == laatst)
        for i, s in enumerate(stations)
    ]
    vakken = []
    for (fase, label), groep in groupby(haltes, key=lambda h: (h.station.fase, h.station.fase_label)):
        eigen = tuple(groep)
        vakken.append(Fasevak(fase, label, eigen, eigen[0].x - STAP // 2, eigen[-1].x + STAP // 2))
    return Treinlijn(wijk_naam=wijk_naam, vakken=tuple(vakken), laatst=laatst, volgende_stap=volgende_stap)


def als_svg(treinlijn: Treinlijn) -> str:
    """Return the picture as a document of its own, for the PDF: no stylesheet, nothing from outside."""
    volgende = _regel(BREEDTE // 2, HOOGTE + 34, treinlijn.volgende_stap, maat=22) if treinlijn.volgende_stap else ""
    # WeasyPrint hands currentColor down from the group, as browsers do.
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" font-family="{}">'
        "<title>De reis van {}</title><desc>{}</desc>{}{}</svg>",
        BREEDTE,
        HOOGTE + (50 if treinlijn.volgende_stap else 0),
        BREEDTE,
        HOOGTE + (50 if treinlijn.volgende_stap else 0),
        LETTER_PDF,
        treinlijn.wijk_naam,
        als_tekst(treinlijn),
        _tekening(treinlijn),
        volgende,
    )


def als_tekst(treinlijn: Treinlijn) -> str:
    """Return the states in one sentence: "Perron 1 en 2 vastgesteld, 3 heropend, 4 tot en met 9 nog niet begonnen."."""
    per_staat: dict[str, list[int]] = {}
    for halte in treinlijn.haltes:
        woord = halte.station.staat_label
        per_staat.setdefault(f"nog {woord}" if halte.station.staat == "niet-begonnen" else woord, []).append(
            halte.station.nummer
        )
    if not per_staat:
        return "Er zijn nog geen perrons."
    zin = ", ".join(f"{_opsomming(nummers)} {woord}" for woord, nummers in per_staat.items())
    return f"Perron {zin}."


def _opsomming(nummers: Iterable[int]) -> str:
    """Write numbers in words, a run of three or more as "4 tot en met 9"."""
    delen: list[str] = []
    for _, groep in groupby(enumerate(nummers), key=lambda paar: paar[1] - paar[0]):
        reeks = [nummer for _, nummer in groep]
        delen += [f"{reeks[0]} tot en met {reeks[-1]}"] if len(reeks) > 2 else [str(n) for n in reeks]
    return " en ".join(filter(None, [", ".join(delen[:-1]), delen[-1]]))


def _symbool(station: Station) -> SafeString:
    """Draw the shape of a state with the number in it, around (0, 0)."""
    return format_html(
        '{}<text y="{}" text-anchor="middle" font-size="{}" font-weight="700" fill="{}">{}</text>{}',
        _VORMEN[station.staat],
        8,
        23,
        WIT if station.staat == "vastgesteld" else INKT,
        station.nummer,
        _BOVENOP.get(station.staat, ""),
    )


def _regel(x: int, y: int, tekst: str, *, maat: int, gewicht: int = 400, anker: str = "middle") -> SafeString:
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>',
        x,
        y,
        anker,
        maat,
        gewicht,
        INKT,
        tekst,
    )


def _vak(vak: Fasevak, *, eerste: bool, laatste: bool) -> SafeString:
    """Draw the name, the bracket and the rails of one phase; the outer ones run on to vertrek and destination."""
    van, tot = (48 if eerste else vak.links + 8), (EIND_X if laatste else vak.rechts - 8)
    midden = (vak.links + vak.rechts) // 2
    return format_html(
        '<text x="{}" y="40" text-anchor="middle" font-size="30" font-weight="700" fill="currentColor">{}</text>'
        '<path d="M{} 72v-14H{}v14" fill="none" stroke="currentColor" stroke-width="3"/>'
        '<path d="M{} {}H{}" fill="none" stroke="currentColor" stroke-width="12"/>{}',
        midden,
        vak.label,
        vak.links + 20,
        vak.rechts - 20,
        van,
        LIJN_Y,
        tot,
        format_html_join("", "{}", ((_halte(halte),) for halte in vak.haltes)),
    )


def _halte(halte: Halte) -> SafeString:
    """Draw a station: its shape on the line, below it its name and its state in words, above it the train."""
    lang = halte.naam_y != NAAM_Y[0]
    lijntje = format_html(
        '<path d="M{} {}V{}" fill="none" stroke="{}" stroke-width="2"/>',
        halte.x,
        LIJN_Y + 32,
        halte.naam_y - 28,
        GRIJS,
    )
    return format_html(
        '{}<g transform="translate({} {})">{}</g>{}{}{}',
        lijntje if lang else "",
        halte.x,
        LIJN_Y,
        _symbool(halte.station),
        _regel(halte.x, halte.naam_y, halte.station.korte_naam, maat=24, gewicht=600),
        _regel(halte.x, halte.naam_y + STAAT_ONDER, halte.station.staat_label, maat=22),
        format_html('<g transform="translate({} {})">{}</g>', halte.x, LIJN_Y - 42, _TREIN) if halte.laatst else "",
    )


def _tekening(treinlijn: Treinlijn) -> SafeString:
    """Draw everything inside the svg element."""
    laatste = len(treinlijn.vakken) - 1
    vakken = format_html_join(
        "",
        '<g class="ww-fase--{}" color="{}">{}{}</g>',
        (
            (
                vak.fase,
                KLEUREN[vak.fase],
                _vak(vak, eerste=i == 0, laatste=i == laatste),
                _bestemming() if i == laatste else "",
            )
            for i, vak in enumerate(treinlijn.vakken)
        ),
    )
    vertrek = format_html('<path d="M30 {}h18v56h-18z" fill="{}"/>', LIJN_Y - 28, INKT)
    return vertrek + _regel(16, LIJN_Y - 46, "Vertrek", maat=22, anker="start") + vakken


def _bestemming() -> SafeString:
    pijl = format_html('<path d="M{} {}l54 34l-54 34z" fill="currentColor"/>', EIND_X, LIJN_Y - 34)
    tekst = _regel(1270, LIJN_Y - 74, "Inclusieve", maat=22, anker="end")
    return pijl + tekst + _regel(1270, LIJN_Y - 46, "wijk", maat=22, anker="end")
