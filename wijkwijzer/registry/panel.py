# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Panels: parts of a page that an app to the right of it fills."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


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


def offer_panel(paneel: Panel) -> None:
    """Register a panel. Raises ValueError when the name is taken."""
    if paneel.naam in _panels:
        raise ValueError(f"There already is a panel {paneel.naam!r}.")
    _panels[paneel.naam] = paneel


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
