# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of a structure as they stand on paper: plain data, all texts written."""

from dataclasses import dataclass, field

# Characters of about a quarter of a page: what is longer is not kept together, for the white that it would leave.
LANGE_CEL, LANG_BLOK = 500, 500


@dataclass(frozen=True)
class Rij:
    """One row of a table, a cell for each column."""

    cellen: list[str]
    voorbeeld: bool = False

    @property
    def lang(self) -> bool:
        """Whether the row may be broken over two pages: kept whole, it could leave half a page white."""
        return max(map(len, self.cellen), default=0) > LANGE_CEL


@dataclass(frozen=True)
class Tabel:
    """Rows under column headings. The first cell names its row, unless `rijkop` is off: then all cells are equal.

    `soort` is the word of the kind, by which the stylesheet knows which columns want room.
    """

    kop: str
    kolommen: list[str]
    rijen: list[Rij]
    rijkop: bool = True
    soort: str = ""

    def __post_init__(self) -> None:
        """Refuse a row that does not fit under the headings."""
        if any(len(rij.cellen) != len(self.kolommen) for rij in self.rijen):
            raise ValueError(f"rij past niet onder de kolommen van {self.kop!r}")


@dataclass(frozen=True)
class Blok:
    """One row that is too wide for a table: its name (may be empty), and what it says as (label, text)."""

    kop: str
    regels: list[tuple[str, str]]
    voorbeeld: bool = False
    tabellen: list[Tabel] = field(default_factory=list)

    @property
    def lang(self) -> bool:
        """Whether the block may be broken over two pages."""
        return bool(self.tabellen) or sum(len(tekst) for _, tekst in self.regels) > LANG_BLOK


@dataclass(frozen=True)
class Blokken:
    """The rows of one kind as blocks."""

    kop: str
    blokken: list[Blok]


Structuur = Tabel | Blokken
