# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of journal lines: the word, the sentence and the live effect of each, declared once, beside the verb.

A live effect is a flag that the verb knows and a page to its right acts on: the page registers what it means.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Regelsoort:
    """A kind of journal line: its word, a function from a line to Dutch plain text, the flags of its live effects.

    `terug` is the inverse verb: `terug(rij, oud, door)` writes the earlier values of these fields again, as a new line.
    Without it a change of this kind is not undone.
    """

    woord: str
    zin: Callable[[Any], str]
    live: frozenset[str] = frozenset()
    terug: Callable[[Any, dict[str, Any], Any], object] | None = None


_lines: dict[str, Regelsoort] = {}
_effects: dict[str, str] = {}


def regelsoort(
    woord: str,
    zin: Callable[[Any], str],
    *,
    live: Collection[str] = (),
    terug: Callable[[Any, dict[str, Any], Any], object] | None = None,
) -> Regelsoort:
    """Declare a kind of journal line. Raises ValueError when the word is taken."""
    if woord in _lines:
        raise ValueError(f"There already is a kind of journal line {woord!r}.")
    _lines[woord] = Regelsoort(woord, zin, frozenset(live), terug)
    return _lines[woord]


def offer_effect(naam: str, wat: str) -> Callable[[Any], bool]:
    """Register a live effect and what it means; returns what tells whether a line has it.

    Raises ValueError when the name is taken.
    """
    if naam in _effects:
        raise ValueError(f"There already is an effect {naam!r}.")
    _effects[naam] = wat

    def has(regel: Any) -> bool:
        soort = _lines.get(regel.soort)
        return soort is not None and naam in soort.live

    return has


def sentence(regel: Any) -> str:
    """Return the sentence of a journal line. Raises KeyError for a kind that was not declared."""
    return _lines[regel.soort].zin(regel)


def inverse(regel: Any) -> Callable[[Any, dict[str, Any], Any], object] | None:
    """Return the inverse verb of a journal line; None when there is none."""
    soort = _lines.get(regel.soort)
    return soort.terug if soort else None


def kinds() -> dict[str, Regelsoort]:
    """Return the kinds of journal lines by their word."""
    return dict(_lines)


def effects() -> dict[str, str]:
    """Return the live effects that a page acts on, and what each means."""
    return dict(_effects)
