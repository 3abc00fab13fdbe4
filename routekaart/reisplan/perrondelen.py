# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures of a journey as they stand in the travel plan: what is open, in a fixed number of queries.

The columns are those of the screen, with what is left out there for want of room (`papier` of the kind): on paper no
sentence that somebody entered may be missing.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from routekaart.models import Keuze, Perron, Routekaart, Standpunt
from routekaart.reisplan.document import StandpuntTekst
from routekaart.soorten.perron_1_bestemming import BEGRIPPEN
from routekaart.soorten.perron_8_reisgenoten import TOEZEGGINGEN
from wijken.onderdelen.op_papier import als_structuur, als_tabel, open_rijen
from wijken.onderdelen.papier import Structuur, Tabel
from wijken.onderdelen.soort import OnderdeelSoort, soort_van, soorten
from wijkwijzer.text.clean import paragraphs


@dataclass(frozen=True)
class Structuren:
    """All structures of a journey, each in its place in the plan; a kind without rows is left out."""

    per_perron: dict[int, list[Structuur]]
    toezeggingen: list[Tabel]
    begrippen: Tabel | None


def lees_structuren(routekaart: Routekaart) -> Structuren:
    """Read every kind of structure of a journey. What was closed is left out, and what belongs to it."""
    alle, plek = [s for s in soorten() if s.perron], Perron(routekaart=routekaart)
    rijen = {s.woord: open_rijen(s, plek) for s in alle}
    _zonder_gesloten(alle, rijen)
    per_perron: dict[int, list[Structuur]] = defaultdict(list)
    for soort in alle:
        if rijen[soort.woord] and soort.perron and not soort.papier.elders:
            per_perron[soort.perron].append(als_structuur(soort, rijen))
    begrippen = rijen[BEGRIPPEN.woord]
    return Structuren(
        per_perron=dict(per_perron),
        toezeggingen=_toezeggingen(rijen[TOEZEGGINGEN.woord]),
        begrippen=als_tabel(BEGRIPPEN, begrippen) if begrippen else None,
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
                reden_alineas=paragraphs(rij.reden),
                voorbeeld=rij.voorbeeld,
                aantekening=rij.keuze != Keuze.EENS,
            )
        )
    return dict(per_nummer)


def _zonder_gesloten(alle: list[OnderdeelSoort], rijen: dict[str, list[Any]]) -> None:
    """Leave out what belongs to a row that was closed (the machinist of an activity), as the rode draad does."""
    for soort in alle:
        if soort.papier.aan:
            doel = soort_van(str(soort.veld(soort.papier.aan).related_model._meta.model_name))  # type: ignore[union-attr]
            open_ = {r.pk for r in rijen[doel.woord]} if doel else set()
            rijen[soort.woord] = [r for r in rijen[soort.woord] if getattr(r, f"{soort.papier.aan}_id") in open_]


def _toezeggingen(rijen: list[Any]) -> list[Tabel]:
    """Make a table of promises for each party."""
    per_partij: dict[str, list[Any]] = defaultdict(list)
    for rij in rijen:
        per_partij[str(rij.actor)].append(rij)
    return [als_tabel(TOEZEGGINGEN, van_partij, kop=partij) for partij, van_partij in per_partij.items()]
