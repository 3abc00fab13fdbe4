# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The travel plan as plain data, and from there to HTML and PDF.

Nothing here knows a model or a database: a builder fills `Rapport`, and the same `Rapport` gives the same bytes.
All texts are plain text; figures are already written the Dutch way ("6.470").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from wijken.onderdelen.papier import Structuur, Tabel
from wijkwijzer.pdf.order import Order
from wijkwijzer.pdf.render import ROOT, make_pdf, read_style
from wijkwijzer.registry import sections

STIJL = ROOT / "static" / "css" / "reisplan.css"


FASEN = ("richten", "inrichten", "verrichten")


@dataclass(frozen=True)
class BijdrageTekst:
    """What one party said on a perron."""

    partij: str
    tekst_alineas: list[str]
    voorbeeld: bool = False


@dataclass(frozen=True)
class AntwoordTekst:
    """The answer that the coalition agreed on.

    `zeggenschap` is the part that residents had in it, in words; `ondanks` why it was agreed with points still open.
    """

    alineas: list[str]
    voorbeeld: bool
    vastgesteld_op: date
    zeggenschap: str = ""
    ondanks: str = ""


@dataclass(frozen=True)
class StandpuntTekst:
    """What one party holds of a perron. `aantekening`: it is a minority note, which travels along with the answer."""

    partij: str
    keuze: str
    reden_alineas: list[str]
    voorbeeld: bool = False
    aantekening: bool = False


@dataclass(frozen=True)
class Verwijzing:
    """Where in the plan something else stands: the id of its heading, and what the reader finds there."""

    anker: str
    tekst: str


@dataclass(frozen=True)
class DraadRegel:
    """One link of the rode draad, with those that hang under it."""

    soort: str
    tekst: str
    voorbeeld: bool = False
    onder: list["DraadRegel"] = field(default_factory=list)


@dataclass(frozen=True)
class PerronDeel:
    """One perron: `fase` is one of FASEN, `staat` is in words, `eerdere` counts agreed answers before this one.

    `heropend_omdat` is the reason why the answer is being looked at again; empty when it isn't. `structuren` holds
    only kinds that have rows.
    """

    nummer: int
    kop: str
    fase: str
    staat: str
    vragen: list[str]
    bijdragen: list[BijdrageTekst]
    antwoord: AntwoordTekst | None = None
    eerdere: int = 0
    heropend_omdat: str = ""
    standpunten: list[StandpuntTekst] = field(default_factory=list)
    structuren: list[Structuur] = field(default_factory=list)
    verwijzingen: list[Verwijzing] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Refuse a phase that the stylesheet doesn't know."""
        if self.fase not in FASEN:
            raise ValueError(f"onbekende fase: {self.fase!r}")

    @property
    def instemming(self) -> list[StandpuntTekst]:
        """The stands of the parties that agree."""
        return [s for s in self.standpunten if not s.aantekening]

    @property
    def aantekeningen(self) -> list[StandpuntTekst]:
        """The minority notes."""
        return [s for s in self.standpunten if s.aantekening]


@dataclass(frozen=True)
class Rapport:
    """Everything in the travel plan of one wijk at one version. `bronnen` name the licence too, `delen` holds
    what the apps read for their sections of the chapter about the wijk, by name.

    `toezeggingen` has a table for each party, with its name as heading. `draad_beelden` are the words for who does not
    see the pictures of the rode draad.
    """

    titel: str
    wijk_naam: str
    gemeente: str
    datum: date
    versie: int
    bronnen: list[str]
    is_voorbeeld: bool
    perrons: list[PerronDeel]
    treinlijn_tekst: str
    kaart_tekst: str
    bron_rapport: str
    delen: Mapping[str, Any] = field(default_factory=dict)
    ondertitel: str = ""
    draad: list[DraadRegel] = field(default_factory=list)
    draad_beelden: list[str] = field(default_factory=list)
    toezeggingen: list[Tabel] = field(default_factory=list)
    begrippen: Tabel | None = None

    @property
    def fasen(self) -> list[tuple[str, list[PerronDeel]]]:
        """The perrons by phase, in the order of the journey; a phase without perrons is left out."""
        groepen = [(fase, [perron for perron in self.perrons if perron.fase == fase]) for fase in FASEN]
        return [(fase, perrons) for fase, perrons in groepen if perrons]


def naar_html(
    rapport: Rapport,
    *,
    met_treinlijn: bool = True,
    met_kaart: bool = True,
    met_draad: bool = True,
    stijl: Path = STIJL,
) -> str:
    """The whole document with its stylesheet inside. All text of the report is escaped.

    `met_treinlijn` and `met_kaart` say whether `asset:treinlijn.svg` and `asset:kaart.svg` come along, `met_draad`
    whether `asset:draad-1.svg` and so on do, one for each of the `draad_beelden`.
    """
    context = {
        "rapport": rapport,
        "secties": [{"template": s.template, "deel": rapport.delen.get(s.naam)} for s in sections()],
        "stijl": read_style(stijl),
        "met_treinlijn": met_treinlijn,
        "met_kaart": met_kaart,
        "met_draad": met_draad,
    }
    with override("nl"):
        return render_to_string("reisplan/reisplan.html", context)


def naar_opdracht(rapport: Rapport, treinlijn_svg: str, kaart_svg: str, draad_svgs: Sequence[str] = ()) -> Order:
    """The travel plan as an order for a document. An empty SVG is left out.

    Raises ValueError when there are other pictures of the rode draad than the report has words for.
    """
    if draad_svgs and len(draad_svgs) != len(rapport.draad_beelden):
        raise ValueError("elk beeld van de rode draad heeft een tekst nodig")
    svgs = {"treinlijn.svg": treinlijn_svg, "kaart.svg": kaart_svg}
    svgs |= {f"draad-{nr}.svg": svg for nr, svg in enumerate(draad_svgs, 1)}
    assets = {naam: svg.encode("utf-8") for naam, svg in svgs.items() if svg.strip()}
    html = naar_html(
        rapport,
        met_treinlijn="treinlijn.svg" in assets,
        met_kaart="kaart.svg" in assets,
        met_draad=bool(draad_svgs),
    )
    return Order(html, assets)


def naar_pdf(
    rapport: Rapport,
    treinlijn_svg: str,
    kaart_svg: str,
    draad_svgs: Sequence[str] = (),
    *,
    folder: Path | None = None,
    patience: float = 0.0,
) -> bytes:
    """The travel plan as PDF; see `naar_opdracht`, and for `folder`, `patience` and the errors `make_pdf`."""
    html, assets = naar_opdracht(rapport, treinlijn_svg, kaart_svg, draad_svgs)
    return make_pdf(html, assets=assets, folder=folder, patience=patience)
