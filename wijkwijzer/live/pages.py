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

    def versions(self, wijken: Collection[int]) -> dict[int, int]:
        """Return the version of each of these wijken, by key."""

    def lines(self, wijk: int, after: int, upto: int | None = None) -> Sequence[Line]:
        """Return the lines of a wijk with after < versie <= upto, in the order of their versions."""

    def sees(self, audience: Hashable, line: Any) -> bool:
        """Tell whether this audience may know of this line."""

    def ends_access(self, line: Any) -> bool:
        """Tell whether this line may end somebody's access, so that all connections of the wijk are re-checked."""


@dataclass(frozen=True)
class Piece:
    """A piece of a page: the element with this id becomes this HTML.

    A piece without HTML takes the element away. `version` is the version of the wijk that it shows; a page keeps what
    is newer. A new element goes to the end of the element with the id `in_`.
    """

    id: str
    html: str
    version: int
    in_: str = ""


@dataclass(frozen=True)
class Place:
    """A place: the wijk, the name of the page and its arguments as (name, value) pairs."""

    wijk: int
    name: str
    args: tuple[tuple[str, Any], ...] = ()

    def arg(self, name: str) -> Any:
        """Return one argument. Raises KeyError."""
        return dict(self.args)[name]


class Picture(Protocol):
    """The pieces of one place and audience that follow from many lines at once: a state, a count."""

    def read(self) -> Sequence[Piece]:
        """Read them from the database."""

    def add(self, lines: Sequence[Any]) -> Sequence[Piece] | None:
        """Return them as they are with these lines, the next ones this audience may know of, from what is known.

        None when they have to be read again.
        """


class ReadPicture:
    """A picture that is read again after each change."""

    def __init__(self, read: Callable[[Place, Any], Sequence[Piece]], place: Place, audience: Any) -> None:
        self._read = partial(read, place, audience)

    def read(self) -> Sequence[Piece]:
        """Read it."""
        return self._read()

    def add(self, lines: Sequence[Any]) -> None:
        """Leave it to be read."""
        return


@dataclass(frozen=True)
class LivePage:
    """How one kind of page follows the journal.

    `on_line(place, audience, line)` returns the pieces that this line changes there; an empty sequence when it changes
    nothing, None when every page has to look for itself. `picture(place, audience)` makes what gives the pieces that
    follow from many lines; what has to be read for them comes some moments later. `who(gebruiker, wijk)` returns
    the parties (sleutel -> name) for whom somebody looks at it; with it, the page says who is here.
    `rest`: the least number of seconds between two readings of the picture; `share`: the part (0-1) of the worker's
    time that they may take.
    """

    name: str
    on_line: Callable[[Place, Any, Any], Sequence[Piece] | None]
    picture: Callable[[Place, Any], Picture] | None = None
    who: Callable[[Any, Any], Mapping[str, str]] | None = None
    rest: float = 0.4
    share: float = 0.05


def _look_yourself(place: Place, audience: Any, line: Any) -> None:
    return None


@dataclass
class _Offer:
    source: Source | None = None
    pages: dict[str, LivePage] = field(default_factory=dict)


_offer = _Offer()


def offer_source(source: Source) -> None:
    """Register where changes come from. Raises ValueError when there is a source already."""
    if _offer.source is not None:
        raise ValueError("There already is a source of changes.")
    _offer.source = source


def offer_page(page: LivePage) -> None:
    """Register how a page follows the journal, by its URL name. Raises ValueError when the name is taken."""
    if page.name in _offer.pages:
        raise ValueError(f"There already is a live page {page.name!r}.")
    _offer.pages[page.name] = page


def source() -> Source:
    """Return where changes come from. Raises LookupError before an app offered it."""
    if _offer.source is None:
        raise LookupError("No app offered a source of changes.")
    return _offer.source


def page(name: str) -> LivePage:
    """Return how this page follows the journal; a page nobody offered looks for itself at every line."""
    return _offer.pages.get(name) or LivePage(name, _look_yourself)


@dataclass(frozen=True)
class Access:
    """What the fetch of a stream found: the place, the audience, and who this is.

    `key` names the login or guest, to count its connections and to end them together. `speaks_for` are the parties
    (sleutel -> name) that this person speaks for here, for the line that says who is here.
    """

    place: Place
    audience: Hashable
    key: str
    speaks_for: Mapping[str, str] = field(default_factory=dict)
