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
class Panel:
    """A part of the wijk page, or of the page named by `plek`.

    `context(wijk, gebruiker)` returns what the template needs, or None when there is nothing to show; at a perron the
    perron comes in the place of the wijk. Panels stand in ascending `volgorde`.
    """

    naam: str
    volgorde: int
    template: str
    context: Callable[[Any, Any], Mapping[str, Any] | None]
    plek: str = "wijk"


_panels: dict[str, Panel] = {}


_sentences: dict[str, Callable[[Any], str]] = {}


def offer_panel(paneel: Panel) -> None:
    """Register a panel. Raises ValueError when the name is taken."""
    if paneel.naam in _panels:
        raise ValueError(f"There already is a panel {paneel.naam!r}.")
    _panels[paneel.naam] = paneel


def offer_sentence(soort: str, sentence: Callable[[Any], str]) -> None:
    """Register the sentence for a kind of journal line: a function from the line to Dutch plain text.

    Raises ValueError when the kind has a sentence already.
    """
    if soort in _sentences:
        raise ValueError(f"There already is a sentence for {soort!r}.")
    _sentences[soort] = sentence


def panels(onderwerp: Any, gebruiker: Any, *, plek: str = "wijk") -> list[tuple[str, dict[str, Any]]]:
    """Return (template, context) of every panel of a page that has something to show, in order."""
    gevuld = []
    for paneel in sorted(_panels.values(), key=lambda p: (p.volgorde, p.naam)):
        if paneel.plek != plek:
            continue
        context = paneel.context(onderwerp, gebruiker)
        if context is not None:
            gevuld.append((paneel.template, dict(context)))
    return gevuld


def sentence(regel: Any) -> str:
    """Return the sentence of a journal line. Raises KeyError for a kind that no app offered a sentence for."""
    return _sentences[regel.soort](regel)


def kinds() -> frozenset[str]:
    """Return the kinds of journal lines that have a sentence."""
    return frozenset(_sentences)


def discover() -> None:
    """Import the `aanbod` of every installed app."""
    autodiscover_modules("aanbod")
