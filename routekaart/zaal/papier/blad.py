# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a meeting as plain data, and from there to HTML and PDF.

Nothing here knows a model or a database: a builder fills a `Blad`, and the same `Blad` gives the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.translation import override

from wijkwijzer.pdf.order import Order
from wijkwijzer.pdf.render import ROOT, make_pdf, read_style

STIJL = ROOT / "static" / "css" / "drukwerk.css"
KAARTEN_PER_BLAD, TAFELKAARTEN = 8, 4


@dataclass(frozen=True)
class Programmaregel:
    """A line of the programme. `methode` says in one sentence how it works; empty for welcome and close."""

    van: str
    minuten: int
    wat: str
    methode: str = ""
    bij: str = ""


@dataclass(frozen=True)
class Kop:
    """What stands above every paper of a meeting."""

    titel: str
    soort: str
    wijk: str
    datum: date
    tijd: str = ""
    plaats: str = ""
    casus: str = ""


@dataclass(frozen=True)
class Draaiboek:
    """The programme on one page, for who leads the meeting."""

    kop: Kop
    code: str
    adres: str
    regels: list[Programmaregel]
    duur: str
    genodigden: list[str]
    leervragen: list[str]
    meenemen: list[str]
    sjabloon: str = field(default="zaal/papier/drukwerk/draaiboek.html", init=False)

    @property
    def naam(self) -> str:
        """The title of the document."""
        return f"Draaiboek: {self.kop.titel}"


@dataclass(frozen=True)
class Kaartvraag:
    """A question to answer on paper, with what is kept about who wrote it, in each language."""

    nummer: int
    vraag_nl: str
    vraag_en: str
    anoniem: bool


@dataclass(frozen=True)
class Kaarten:
    """Blank cards: for each question one page, to cut."""

    kop: Kop
    vragen: list[Kaartvraag]
    plekken: list[int] = field(default_factory=lambda: list(range(KAARTEN_PER_BLAD)), init=False)
    sjabloon: str = field(default="zaal/papier/drukwerk/kaarten.html", init=False)

    @property
    def naam(self) -> str:
        """The title of the document."""
        return f"Kaarten: {self.kop.titel}"


@dataclass(frozen=True)
class Meedoenblad:
    """How to join: a poster for the wall, and a page of cards for the tables."""

    kop: Kop
    code: str
    adres: str
    qr_svg: str
    plekken: list[int] = field(default_factory=lambda: list(range(TAFELKAARTEN)), init=False)
    sjabloon: str = field(default="zaal/papier/drukwerk/meedoen.html", init=False)

    @property
    def naam(self) -> str:
        """The title of the document."""
        return f"Meedoen: {self.kop.titel}"


Blad = Draaiboek | Kaarten | Meedoenblad


def naar_html(blad: Blad) -> str:
    """The whole document with its stylesheet inside. All text is escaped."""
    with override("nl"):
        return render_to_string(blad.sjabloon, {"blad": blad, "kop": blad.kop, "stijl": read_style(STIJL)})


def naar_opdracht(blad: Blad) -> Order:
    """The paper as an order for a document."""
    assets: Mapping[str, bytes] = {}
    if isinstance(blad, Meedoenblad):
        assets = {"qr.svg": blad.qr_svg.encode("utf-8")}
    return Order(naar_html(blad), assets)


def naar_pdf(blad: Blad, *, folder: Path | None = None, patience: float = 0.0) -> bytes:
    """The paper as PDF. `folder`, `patience` and the errors are those of `make_pdf`."""
    html, assets = naar_opdracht(blad)
    return make_pdf(html, assets=assets, folder=folder, patience=patience)
