# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the rows of a kind to what stands on paper: its columns, as a table or as blocks."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch

from wijken.onderdelen.papier import Blok, Blokken, Rij, Structuur, Tabel
from wijken.onderdelen.soort import Kolom, OnderdeelSoort, Plek

MEESTE_KOLOMMEN = 4  # what an A4 holds; a wider kind becomes a block for each row


def open_rijen(soort: OnderdeelSoort, plek: Plek) -> list[Any]:
    """Read the open rows of a kind; of what they are linked to also only what is open."""
    rijen: Any = soort.rijen(plek)
    doelen: dict[str, Any] = {veld: soort.veld(veld).related_model for veld in soort.mee_veel}
    open_doelen = [Prefetch(veld, queryset=doel.objects.open()) for veld, doel in doelen.items()]
    return soort.papier.kies(list(rijen.open().prefetch_related(None).prefetch_related(*open_doelen)))


def _kolommen(soort: OnderdeelSoort) -> tuple[Kolom, ...]:
    return (soort.papier.kolommen or soort.kolommen) + soort.papier.meer


def als_structuur(soort: OnderdeelSoort, rijen: Mapping[str, list[Any]]) -> Structuur:
    """Make a table of the rows of a kind, or blocks when it is too wide; `rijen` are those of all kinds, by word."""
    if soort.papier.deel:
        return soort.papier.deel(rijen)
    breed = len(_kolommen(soort)) > MEESTE_KOLOMMEN or soort.papier.als_blok
    return als_blokken(soort, rijen[soort.woord]) if breed else als_tabel(soort, rijen[soort.woord])


def als_tabel(soort: OnderdeelSoort, rijen: list[Any], kop: str = "") -> Tabel:
    """Make a table of rows."""
    kolommen = _kolommen(soort)
    return Tabel(
        kop=kop or soort.kop,
        kolommen=[naam for naam, _ in kolommen],
        rijen=[Rij([tekst(r) for _, tekst in kolommen], r.voorbeeld) for r in rijen],
        soort=soort.woord,
    )


def als_blokken(soort: OnderdeelSoort, rijen: list[Any]) -> Blokken:
    """Make a block of each row: its first column is its name, unless there is only one of this kind."""
    kolommen = _kolommen(soort)
    blokken = []
    for rij in rijen:
        teksten = [(naam, tekst(rij)) for naam, tekst in kolommen]
        kop = "" if soort.enkel else teksten[0][1]
        regels = [(naam, tekst) for naam, tekst in (teksten if soort.enkel else teksten[1:]) if tekst]
        blokken.append(Blok(kop, regels, rij.voorbeeld))
    return Blokken(soort.kop, blokken)
