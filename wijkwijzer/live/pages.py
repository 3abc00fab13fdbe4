# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What apps offer to live updates: where the changes come from, and what a page shows of one.

A place (plek) is a page that people look at together, by its path. An audience (publiek) is everybody for whom a
piece of that page reads the same: a piece is rendered once per place and audience, and holds shared content only.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol


class Line(Protocol):
    """What live updates need of a journal line."""

    versie: int


class Source(Protocol):
    """Where the changes come from."""

    def versies(self, wijken: Collection[int]) -> dict[int, int]:
        """Return the version of each of these wijken, by key."""

    def regels(self, wijk: int, na: int, tot: int | None = None) -> Sequence[Line]:
        """Return the lines of a wijk with na < versie <= tot, in the order of their versions."""

    def ziet(self, publiek: Hashable, regel: Any) -> bool:
        """Tell whether this audience may know of this line."""

    def beeindigt(self, regel: Any) -> bool:
        """Tell whether this line may end somebody's access, so that all connections of the wijk are re-checked."""


@dataclass(frozen=True)
class Piece:
    """A piece of a page: the element with this id becomes this HTML.

    A piece without HTML takes the element away. `versie` is the version of the wijk that it shows; a page keeps what
    is newer. A new element goes to the end of the element with the id `in_`.
    """

    id: str
    html: str
    versie: int
    in_: str = ""


@dataclass(frozen=True)
class Place:
    """A place: the wijk, the name of the page and its arguments as (name, value) pairs."""

    wijk: int
    naam: str
    args: tuple[tuple[str, Any], ...] = ()

    def arg(self, naam: str) -> Any:
        """Return one argument. Raises KeyError."""
        return dict(self.args)[naam]


class Picture(Protocol):
    """The pieces of one place and audience that follow from many lines at once: a state, a count."""

    def geheel(self) -> Sequence[Piece]:
        """Read them from the database."""

    def vul_aan(self, regels: Sequence[Any]) -> Sequence[Piece] | None:
        """Return them as they are with these lines, the next ones this audience may know of, from what is known.

        None when they have to be read again.
        """


class ReadPicture:
    """A picture that is read again after each change."""

    def __init__(self, geheel: Callable[[Place, Any], Sequence[Piece]], plek: Place, publiek: Any) -> None:
        self._geheel = partial(geheel, plek, publiek)

    def geheel(self) -> Sequence[Piece]:
        """Read it."""
        return self._geheel()

    def vul_aan(self, regels: Sequence[Any]) -> None:
        """Leave it to be read."""
        return


@dataclass(frozen=True)
class LivePage:
    """How one kind of page follows the journal.

    `regel(plek, publiek, regel)` returns the pieces that this line changes there; an empty sequence when it changes
    nothing, None when every page has to look for itself. `beeld(plek, publiek)` makes what gives the pieces that follow
    from many lines; what has to be read for them comes some moments later. `wie(gebruiker, wijk)` returns
    the parties (sleutel -> name) for whom somebody looks at it; with it, the page says who is here.
    `rust`: the least number of seconds between two readings of the picture; `deel`: the part (0-1) of the worker's time
    that they may take.
    """

    naam: str
    regel: Callable[[Place, Any, Any], Sequence[Piece] | None]
    beeld: Callable[[Place, Any], Picture] | None = None
    wie: Callable[[Any, Any], Mapping[str, str]] | None = None
    rust: float = 0.4
    deel: float = 0.05


def _look_yourself(plek: Place, publiek: Any, regel: Any) -> None:
    return None


@dataclass
class _Offer:
    bron: Source | None = None
    paginas: dict[str, LivePage] = field(default_factory=dict)


_offer = _Offer()


def offer_source(source: Source) -> None:
    """Register where changes come from. Raises ValueError when there is a source already."""
    if _offer.bron is not None:
        raise ValueError("There already is a source of changes.")
    _offer.bron = source


def offer_page(page: LivePage) -> None:
    """Register how a page follows the journal, by its URL name. Raises ValueError when the name is taken."""
    if page.naam in _offer.paginas:
        raise ValueError(f"There already is a live page {page.naam!r}.")
    _offer.paginas[page.naam] = page


def source() -> Source:
    """Return where changes come from. Raises LookupError before an app offered it."""
    if _offer.bron is None:
        raise LookupError("No app offered a source of changes.")
    return _offer.bron


def page(naam: str) -> LivePage:
    """Return how this page follows the journal; a page nobody offered looks for itself at every line."""
    return _offer.paginas.get(naam) or LivePage(naam, _look_yourself)


@dataclass(frozen=True)
class Access:
    """What the fetch of a stream found: the place, the audience, and who this is.

    `sleutel` names the login or guest, to count its connections and to end them together. `namens` are the parties
    (sleutel -> name) that this person speaks for here, for the line that says who is here.
    """

    plek: Place
    publiek: Hashable
    sleutel: str
    namens: Mapping[str, str] = field(default_factory=dict)
