# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an app offers to pages that stand to its left.

An app may have one `aanbod.py`, imported at start-up, in which it registers panels for the wijk page and sentences
for its kinds of journal lines. There is no other hook.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import autodiscover_modules


@dataclass(frozen=True)
class Paneel:
    """A part of the wijk page, or of the page named by `plek`.

    `context(wijk, gebruiker)` returns what the template needs, or None when there is nothing to show; at a perron the
    perron comes in the place of the wijk. Panels stand in ascending `volgorde`.
    """

    naam: str
    volgorde: int
    template: str
    context: Callable[[Any, Any], Mapping[str, Any] | None]
    plek: str = "wijk"


_panelen: dict[str, Paneel] = {}
_zinnen: dict[str, Callable[[Any], str]] = {}


def bied_paneel(paneel: Paneel) -> None:
    """Register a panel. Raises ValueError when the name is taken."""
    if paneel.naam in _panelen:
        raise ValueError(f"There already is a panel {paneel.naam!r}.")
    _panelen[paneel.naam] = paneel


def bied_zin(soort: str, zin: Callable[[Any], str]) -> None:
    """Register the sentence for a kind of journal line: a function from the line to Dutch plain text.

    Raises ValueError when the kind has a sentence already.
    """
    if soort in _zinnen:
        raise ValueError(f"There already is a sentence for {soort!r}.")
    _zinnen[soort] = zin


def panelen(onderwerp: Any, gebruiker: Any, *, plek: str = "wijk") -> list[tuple[str, dict[str, Any]]]:
    """Return (template, context) of every panel of a page that has something to show, in order."""
    gevuld = []
    for paneel in sorted(_panelen.values(), key=lambda p: (p.volgorde, p.naam)):
        if paneel.plek != plek:
            continue
        context = paneel.context(onderwerp, gebruiker)
        if context is not None:
            gevuld.append((paneel.template, dict(context)))
    return gevuld


def zin(regel: Any) -> str:
    """Return the sentence of a journal line. Raises KeyError for a kind that no app offered a sentence for."""
    return _zinnen[regel.soort](regel)


def soorten() -> frozenset[str]:
    """Return the kinds of journal lines that have a sentence."""
    return frozenset(_zinnen)


def ontdek() -> None:
    """Import the `aanbod` of every installed app."""
    autodiscover_modules("aanbod")
