# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections of a document: what an app reads of its own for it, and the template that shows that."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Section:
    """A part of the chapter about the wijk in the travel plan.

    `lees(wijk)` returns plain data, all texts written; the template gets it as `deel`, None when nothing was read.
    Sections stand in ascending `volgorde`.
    """

    naam: str
    volgorde: int
    template: str
    lees: Callable[[Any], Any]


_sections: dict[str, Section] = {}


def offer_section(section: Section) -> None:
    """Register a section. Raises ValueError when the name is taken."""
    if section.naam in _sections:
        raise ValueError(f"There already is a section {section.naam!r}.")
    _sections[section.naam] = section


def sections() -> list[Section]:
    """Return the sections in order."""
    return sorted(_sections.values(), key=lambda s: (s.volgorde, s.naam))
