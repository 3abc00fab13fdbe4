# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What wijken reads for the travel plan: the wijk in short, as plain data with all texts written."""

from collections.abc import Iterable
from dataclasses import dataclass

from wijken.cijfers import cijferregels
from wijken.models import Wijk
from wijkwijzer.text.clean import paragraphs


@dataclass(frozen=True)
class OpgaveRegel:
    """One task of the wijk, with why it matters here (may be empty)."""

    naam: str
    toelichting: str = ""


@dataclass(frozen=True)
class CijferRegel:
    """One figure of the wijk beside the city, as text; an unknown figure is "onbekend"."""

    onderwerp: str
    wijk: str
    stad: str
    jaar: str
    bron: str


@dataclass(frozen=True)
class ProgrammaRegel:
    """A past programme or event: when, and what people remember of it."""

    naam: str
    periode: str = ""
    tekst: str = ""


@dataclass(frozen=True)
class GebiedRegel:
    """A part of the wijk: a buurt, flat or street."""

    naam: str
    soort: str = ""
    tekst: str = ""


def omschrijving(wijk: Wijk) -> list[str]:
    """Return what is told of the wijk, in paragraphs."""
    return paragraphs(wijk.beschrijving)


def opgaven(wijk: Wijk) -> list[OpgaveRegel]:
    """Return what the wijk is up against."""
    return [OpgaveRegel(o.naam, o.toelichting) for o in wijk.opgaven.all()]


def cijfers(wijk: Wijk) -> list[CijferRegel]:
    """Return the figures beside those of the city."""
    return [CijferRegel(r.onderwerp, r.wijk, r.stad, str(r.jaar), str(r.bron)) for r in cijferregels(wijk)]


def gebieden(wijk: Wijk) -> list[GebiedRegel]:
    """Return the parts of the wijk."""
    return [GebiedRegel(g.naam, g.get_soort_display(), g.beschrijving) for g in wijk.gebieden.all()]


def programmas(wijk: Wijk) -> list[ProgrammaRegel]:
    """Return what was done before, and what people remember of it."""
    return [
        ProgrammaRegel(p.naam, p.periode, _zinnen([p.beschrijving, p.gewaardeerd, p.geleerd, p.gestopt_omdat]))
        for p in wijk.programmas.all()
    ]


def _zinnen(teksten: Iterable[str]) -> str:
    return " ".join(t.strip() for t in teksten if t.strip())
