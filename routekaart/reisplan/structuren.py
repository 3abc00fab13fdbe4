# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures of a journey as they stand in the travel plan: what is open, in a fixed number of queries.

The columns are those of the screen, with what is left out there for want of room (`papier` of the kind): on paper no
sentence that somebody entered may be missing.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from actoren.soorten import SCHATTEN
from routekaart.models import Keuze, Perron, Routekaart, Standpunt
from routekaart.reisplan.rapport import StandpuntTekst
from routekaart.soorten.perron_1 import BEGRIPPEN
from routekaart.soorten.perron_8 import TOEZEGGINGEN
from wijken.onderdelen.papier import Blok, Blokken, Rij, Structuur, Tabel
from wijken.onderdelen.soort import Kolom, OnderdeelSoort, soort_van, soorten

MEESTE_KOLOMMEN = 4  # what an A4 holds; a wider kind becomes a block for each row


@dataclass(frozen=True)
class Structuren:
    """All structures of a journey, each in its place in the plan; a kind without rows is left out."""

    per_perron: dict[int, list[Structuur]]
    schatten: Blokken | None
    toezeggingen: list[Tabel]
    begrippen: Tabel | None


def lees_structuren(routekaart: Routekaart) -> Structuren:
    """Read every kind of structure of a journey. What was closed is left out, and what belongs to it."""
    alle = [s for s in soorten() if not s.overal]
    rijen = {s.woord: _open_rijen(s, routekaart) for s in alle}
    _zonder_gesloten(alle, rijen)
    per_perron: dict[int, list[Structuur]] = defaultdict(list)
    for soort in alle:
        if rijen[soort.woord] and soort.perron and not soort.papier.elders:
            per_perron[soort.perron].append(_structuur(soort, rijen))
    schatten, begrippen = rijen[SCHATTEN.woord], rijen[BEGRIPPEN.woord]
    return Structuren(
        per_perron=dict(per_perron),
        schatten=_blokken(SCHATTEN, schatten) if schatten else None,
        toezeggingen=_toezeggingen(rijen[TOEZEGGINGEN.woord]),
        begrippen=_tabel(BEGRIPPEN, begrippen) if begrippen else None,
    )


def standpunten_per_perron(routekaart: Routekaart) -> dict[int, list[StandpuntTekst]]:
    """Return what parties hold of each perron, by its number, in one query."""
    per_nummer: dict[int, list[StandpuntTekst]] = defaultdict(list)
    rijen = Standpunt.objects.filter(perron__routekaart=routekaart).open().select_related("actor", "perron")
    for rij in rijen:
        per_nummer[rij.perron.nummer].append(
            StandpuntTekst(
                partij=str(rij.actor),
                keuze=rij.get_keuze_display(),
                reden_alineas=alineas(rij.reden),
                voorbeeld=rij.voorbeeld,
                aantekening=rij.keuze != Keuze.EENS,
            )
        )
    return dict(per_nummer)


def alineas(tekst: str) -> list[str]:
    """Split a text into paragraphs at its blank lines."""
    blokken = tekst.replace("\r\n", "\n").split("\n\n")
    return [blok.strip() for blok in blokken if blok.strip()]


def _open_rijen(soort: OnderdeelSoort, routekaart: Routekaart) -> list[Any]:
    """Read the open rows of a kind; of what they are linked to also only what is open."""
    rijen: Any = soort.rijen(Perron(routekaart=routekaart))
    rijen = rijen.open()
    for veld in soort.mee_veel:
        doel: Any = soort.veld(veld).related_model
        rijen = rijen.prefetch_related(None).prefetch_related(Prefetch(veld, queryset=doel.objects.open()))
    return soort.papier.kies(list(rijen))


def _zonder_gesloten(alle: list[OnderdeelSoort], rijen: dict[str, list[Any]]) -> None:
    """Leave out what belongs to a row that was closed (the machinist of an activity), as the rode draad does."""
    for soort in alle:
        if soort.papier.aan:
            doel = soort_van(str(soort.veld(soort.papier.aan).related_model._meta.model_name))  # type: ignore[union-attr]
            open_ = {r.pk for r in rijen[doel.woord]} if doel else set()
            rijen[soort.woord] = [r for r in rijen[soort.woord] if getattr(r, f"{soort.papier.aan}_id") in open_]


def _kolommen(soort: OnderdeelSoort) -> tuple[Kolom, ...]:
    return (soort.papier.kolommen or soort.kolommen) + soort.papier.meer


def _structuur(soort: OnderdeelSoort, rijen: dict[str, list[Any]]) -> Structuur:
    if soort.papier.deel:
        return soort.papier.deel(rijen)
    breed = len(_kolommen(soort)) > MEESTE_KOLOMMEN or soort.papier.als_blok
    return _blokken(soort, rijen[soort.woord]) if breed else _tabel(soort, rijen[soort.woord])


def _tabel(soort: OnderdeelSoort, rijen: list[Any], kop: str = "") -> Tabel:
    kolommen = _kolommen(soort)
    return Tabel(
        kop=kop or soort.kop,
        kolommen=[naam for naam, _ in kolommen],
        rijen=[Rij([tekst(r) for _, tekst in kolommen], r.voorbeeld) for r in rijen],
        soort=soort.woord,
    )


def _blokken(soort: OnderdeelSoort, rijen: list[Any]) -> Blokken:
    """Make a block of each row: its first column is its name, unless there is only one of this kind."""
    kolommen = _kolommen(soort)
    blokken = []
    for rij in rijen:
        teksten = [(naam, tekst(rij)) for naam, tekst in kolommen]
        kop = "" if soort.enkel else teksten[0][1]
        regels = [(naam, tekst) for naam, tekst in (teksten if soort.enkel else teksten[1:]) if tekst]
        blokken.append(Blok(kop, regels, rij.voorbeeld))
    return Blokken(soort.kop, blokken)


def _toezeggingen(rijen: list[Any]) -> list[Tabel]:
    """Make a table of promises for each party."""
    per_partij: dict[str, list[Any]] = defaultdict(list)
    for rij in rijen:
        per_partij[str(rij.actor)].append(rij)
    return [_tabel(TOEZEGGINGEN, van_partij, kop=partij) for partij, van_partij in per_partij.items()]
