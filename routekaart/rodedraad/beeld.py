# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The picture of the rode draad: six columns of boxes, with the thread between them.

The thread runs as a tree, each link once; where something serves more than one purpose a thin curve says so. What is
missing is a dashed box with a word: colour says nothing on its own. Drawn in Python, for the reason in treinlijn.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from routekaart.reis.treinlijn import INKT, KLEUREN, LETTER_PDF, WIT
from routekaart.rodedraad.schakels import ActiviteitSchakel, Draad, Schakel, UitdagingSchakel, VeranderingSchakel

# Above this the boxes become a wall of small print; the text beside it says the same.
MEESTE = {"uitdagingen": 40, "veranderingen": 40, "activiteiten": 40, "machinisten": 80, "risicos": 80}
KOLOMMEN = (
    ("Bestemming", "richten"),
    ("Uitdagingen", "richten"),
    ("Veranderingen", "richten"),
    ("Activiteiten", "inrichten"),
    ("Machinisten", "inrichten"),
    ("Risico’s", "verrichten"),
)
BREEDTE, RAND, STAP, VAK = 960, 2, 164, 136
KOP, TUSSEN, MARGE = 44, 14, 8
LETTER, REGEL, MEESTE_REGELS = 15, 19, 5
AANHECHT = 18  # how far below its top the thread meets a box, so that it runs straight along the first of a row
DRAAD = "#b3261e"


@dataclass
class _Vak:
    """A box in a column, with what follows on it. `gat`: something is missing, here or instead of it."""

    kolom: int
    regels: list[str]
    vet: list[str] = field(default_factory=list)
    gat: bool = False
    kinderen: list["_Vak"] = field(default_factory=list)
    y: int = 0

    @property
    def x(self) -> int:
        return RAND + self.kolom * STAP

    @property
    def hoogte(self) -> int:
        return (len(self.regels) + len(self.vet)) * REGEL + 2 * MARGE


def past(draad: Draad) -> bool:
    """Tell whether the chain is small enough to draw."""
    return all(draad.aantallen[wat] <= meeste for wat, meeste in MEESTE.items())


def teken_draad(draad: Draad) -> SafeString:
    """Return the picture of a chain as inline SVG: decoration, because the text beside it says the same."""
    plekken: dict[str, _Vak] = {}
    wortels = _wortels(draad, plekken)
    y = KOP
    for wortel in wortels:
        y += _plaats(wortel, y)
    vakken = [v for w in wortels for v in _alle(w)]
    return format_html(
        '<svg class="ww-draad__beeld" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true" '
        'focusable="false">{}{}{}{}</svg>',
        BREEDTE,
        y,
        BREEDTE,
        y,
        _koppen(),
        _bochten(draad, plekken),
        format_html_join("", "{}", ((_lijnen(v),) for v in vakken if v.kinderen)),
        format_html_join("", "{}", ((_tekening(v),) for v in vakken)),
    )


@dataclass(frozen=True)
class Draadbeeld:
    """A picture for a document, and the words for who does not see it."""

    svg: str
    tekst: str


def teken_stukken(draad: Draad) -> list[Draadbeeld]:
    """Return the chain as pictures that fit on a page: one for each challenge, each a document of its own.

    For the travel plan: what is missing is not drawn, because that is the coalition's own work.
    """
    if not past(draad):
        return []
    return [_stuk(draad.bestemming, uitdaging) for uitdaging in draad.uitdagingen]


def _stuk(bestemming: Schakel | None, uitdaging: UitdagingSchakel) -> Draadbeeld:
    tak = _kaal(1, uitdaging, [_kale_verandering(v, uitdaging) for v in uitdaging["veranderingen"]])
    wortel = _kaal(0, bestemming, [tak]) if bestemming else tak
    hoogte = KOP + _plaats(wortel, KOP)
    vakken = list(_alle(wortel))
    activiteiten = sum(v.kolom == 3 for v in vakken)
    tekst = (
        f"Tekening van de rode draad bij de uitdaging {uitdaging['naam']}. "
        f"Veranderingen: {len(uitdaging['veranderingen'])}, activiteiten: {activiteiten}. "
        "Dezelfde inhoud staat hierna als tekst."
    )
    svg = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" font-family="{}">'
        "<title>De rode draad</title><desc>{}</desc>{}{}{}</svg>",
        BREEDTE,
        hoogte,
        BREEDTE,
        hoogte,
        LETTER_PDF,
        tekst,
        _koppen(),
        format_html_join("", "{}", ((_lijnen(v),) for v in vakken if v.kinderen)),
        format_html_join("", "{}", ((_tekening(v),) for v in vakken)),
    )
    return Draadbeeld(str(svg), tekst)


def _kaal(kolom: int, schakel: Schakel, kinderen: Iterable[_Vak] = (), *, woord: str = "") -> _Vak:
    """Return a box without what it lacks."""
    naam = f"{schakel['naam']} (voorbeeld)" if schakel["voorbeeld"] else schakel["naam"]
    vet = breek(woord, MEESTE_REGELS) if woord else []
    return _Vak(kolom, breek(naam, MEESTE_REGELS), vet, kinderen=list(kinderen))


def _kale_verandering(schakel: VeranderingSchakel, uitdaging: UitdagingSchakel) -> _Vak:
    """Return a change with its activities; one that hangs under an earlier challenge says only that it does."""
    if schakel not in uitdaging["eigen"]:
        return _kaal(2, schakel, woord="zie hiervoor")
    takken = [
        _kale_activiteit(a) if a in schakel["eigen"] else _kaal(3, a, woord="zie hiervoor")
        for a in schakel["activiteiten"]
    ]
    return _kaal(2, schakel, takken)


def _kale_activiteit(schakel: ActiviteitSchakel) -> _Vak:
    machinisten = [_kaal(4, m) for m in schakel["machinisten"]]
    risicos = [_kaal(5, r) for r in schakel["risicos"]]
    if machinisten:
        machinisten[0].kinderen = risicos
    return _kaal(3, schakel, machinisten or risicos, woord=schakel["werkt"])


def _schakelvak(kolom: int, schakel: Schakel, *, woorden: Sequence[str] = ()) -> _Vak:
    naam = f"{schakel['naam']} (voorbeeld)" if schakel["voorbeeld"] else schakel["naam"]
    vet = [regel for woord in (*woorden, *schakel["mist"]) for regel in breek(woord, MEESTE_REGELS)]
    return _Vak(kolom, breek(naam, MEESTE_REGELS), vet, gat=bool(schakel["mist"]))


def _leeg(kolom: int, woord: str, kinderen: Iterable[_Vak] = ()) -> _Vak:
    return _Vak(kolom, [], breek(woord, 3), gat=True, kinderen=list(kinderen))


def _wortels(draad: Draad, plekken: dict[str, _Vak]) -> list[_Vak]:
    """Make all boxes; return those that hang on nothing. `plekken` is filled with those that are pointed at."""
    begin = _schakelvak(0, draad.bestemming) if draad.bestemming else _leeg(0, "nog geen bestemming")
    begin.kinderen = [_uitdaging(u, plekken) for u in draad.uitdagingen] or [_leeg(1, "nog geen uitdaging")]
    wortels = [begin]
    if draad.losse_veranderingen:
        wortels.append(_leeg(1, "geen uitdaging", (_verandering(v, plekken) for v in draad.losse_veranderingen)))
    if draad.losse_activiteiten:
        wortels.append(_leeg(2, "geen verandering", (_activiteit(a, plekken) for a in draad.losse_activiteiten)))
    wortels += [_schakelvak(5, r, woorden=["hele reis"]) for r in draad.losse_risicos]
    return wortels


def _uitdaging(schakel: UitdagingSchakel, plekken: dict[str, _Vak]) -> _Vak:
    vak = _schakelvak(1, schakel)
    vak.kinderen = [_verandering(v, plekken) for v in schakel["eigen"]]
    if not schakel["veranderingen"]:
        vak.kinderen = [_leeg(2, "geen verandering")]
    plekken[schakel["anker"]] = vak
    return vak


def _verandering(schakel: VeranderingSchakel, plekken: dict[str, _Vak]) -> _Vak:
    vak = _schakelvak(2, schakel)
    vak.kinderen = [_activiteit(a, plekken) for a in schakel["eigen"]]
    if not schakel["activiteiten"]:
        vak.kinderen = [_leeg(3, "geen activiteit")]
    plekken[schakel["anker"]] = vak
    return vak


def _activiteit(schakel: ActiviteitSchakel, plekken: dict[str, _Vak]) -> _Vak:
    """An activity with its machinists; the thread runs past the first of them to the risks."""
    vak = _schakelvak(3, schakel, woorden=[schakel["werkt"]] if schakel["werkt"] else [])
    vak.kinderen = [_schakelvak(4, m) for m in schakel["machinisten"]] or [_leeg(4, "geen machinist")]
    vak.kinderen[0].kinderen = [_schakelvak(5, r) for r in schakel["risicos"]]
    plekken[schakel["anker"]] = vak
    return vak


def _plaats(vak: _Vak, y: int) -> int:
    """Put a box at this height, and what follows on it beside it; return the height that they take together."""
    vak.y = y
    onder = y
    for kind in vak.kinderen:
        onder += _plaats(kind, onder)
    return max(vak.hoogte + TUSSEN, onder - y)


def _alle(vak: _Vak) -> Iterable[_Vak]:
    yield vak
    for kind in vak.kinderen:
        yield from _alle(kind)


def _koppen() -> SafeString:
    """Draw the names of the columns, each in the colour of its phase."""
    return format_html_join(
        "",
        '<text x="{}" y="18" font-size="16" font-weight="700" fill="{}">{}</text>'
        '<path d="M{} 28h{}" stroke="{}" stroke-width="3"/>',
        (
            (RAND + i * STAP, KLEUREN[fase], naam, RAND + i * STAP, VAK, KLEUREN[fase])
            for i, (naam, fase) in enumerate(KOLOMMEN)
        ),
    )


def _lijnen(vak: _Vak) -> SafeString:
    """Draw the thread from a box to each that follows on it: along, down, along."""
    begin, midden = vak.x + VAK, vak.x + (VAK + STAP) // 2
    paden = " ".join(f"M{begin} {vak.y + AANHECHT}H{midden}V{kind.y + AANHECHT}H{kind.x}" for kind in vak.kinderen)
    return format_html('<path d="{}" fill="none" stroke="{}" stroke-width="2.5"/>', paden, DRAAD)


def _bochten(draad: Draad, plekken: dict[str, _Vak]) -> SafeString:
    """Draw the links to what hangs elsewhere in the tree."""
    paren = [(plekken[u["anker"]], plekken[v["anker"]]) for u in draad.uitdagingen for v in u["veranderingen"]]
    veranderingen = [v for u in draad.uitdagingen for v in u["eigen"]] + draad.losse_veranderingen
    paren += [(plekken[v["anker"]], plekken[a["anker"]]) for v in veranderingen for a in v["activiteiten"]]
    elders = [(van, naar) for van, naar in paren if not any(naar is kind for kind in van.kinderen)]
    paden = " ".join(
        f"M{van.x + VAK} {van.y + AANHECHT}"
        f"C{naar.x} {van.y + AANHECHT} {van.x + VAK} {naar.y + AANHECHT} {naar.x} {naar.y + AANHECHT}"
        for van, naar in elders
    )
    return (
        format_html('<path d="{}" fill="none" stroke="{}" stroke-width="1.3"/>', paden, INKT)
        if elders
        else mark_safe("")
    )


def _tekening(vak: _Vak) -> SafeString:
    """Draw a box with its words."""
    kleur, dikte, streep = (INKT, 2, "6 4") if vak.gat else (KLEUREN[KOLOMMEN[vak.kolom][1]], 1.5, "none")
    woorden = [(regel, 400) for regel in vak.regels] + [(regel, 700) for regel in vak.vet]
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{}" stroke="{}" '
        'stroke-width="{}" stroke-dasharray="{}"/>{}',
        vak.x,
        vak.y,
        VAK,
        vak.hoogte,
        WIT,
        kleur,
        dikte,
        streep,
        format_html_join(
            "",
            '<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>',
            (
                (vak.x + MARGE, vak.y + MARGE + 14 + i * REGEL, LETTER, gewicht, INKT, regel)
                for i, (regel, gewicht) in enumerate(woorden)
            ),
        ),
    )


def _breedte(tekst: str) -> float:
    """Estimate how wide a text is, in pixels: there is no font to ask on the server."""
    smal, breed = set("fijlrt.,:;'’!|()-"), set("mwMW")
    maat = sum(0.36 if c in smal else 0.92 if c in breed else 0.68 if c.isupper() else 0.58 for c in tekst)
    return maat * LETTER


def breek(tekst: str, meeste: int) -> list[str]:
    """Break a text into lines that fit a box. A word that is too long is cut; after `meeste` lines it ends in "…"."""
    ruimte = VAK - 2 * MARGE
    regels, regel = [], ""
    for woord in tekst.split():
        rest = woord
        while rest:
            poging = f"{regel} {rest}" if regel else rest
            if _breedte(poging) <= ruimte:
                regel, rest = poging, ""
            elif regel:
                regels.append(regel)
                regel = ""
            else:
                knip = next(n for n in range(len(rest) - 1, 0, -1) if n == 1 or _breedte(f"{rest[:n]}-") <= ruimte)
                knip = max(min(knip, len(rest) - 4), 1)  # no line of two letters
                regels.append(f"{rest[:knip]}-")
                rest = rest[knip:]
    regels = [*regels, regel] if regel else regels
    return regels if len(regels) <= meeste else [*regels[: meeste - 1], f"{regels[meeste - 1][:-1].rstrip('- ')}…"]
