# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The links of the rode draad.

They are dictionaries: a template looks those up three times as fast as objects, and there may be thousands.
"""

from dataclasses import dataclass
from typing import TypedDict

from django.utils.safestring import SafeString

TELWOORDEN = (
    "", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip


class Schakel(TypedDict):
    """A link of the chain. `mist` says in a few words what it lacks; the picture draws it dashed."""

    naam: str
    url: str
    voorbeeld: bool
    mist: list[str]
    zin: str


class ActiviteitSchakel(Schakel):
    """An activity; `anker` is its place on the page. `werkt` is a word, `opbracht` how people see it."""

    anker: str
    verwijzing: SafeString
    behoefte: str
    werkt: str
    opbracht: str
    machinisten: list[Schakel]
    risicos: list[Schakel]


class VeranderingSchakel(Schakel):
    """A change. `eigen` are the activities that are shown here first, `elders` points at those shown before."""

    anker: str
    verwijzing: SafeString
    activiteiten: list[ActiviteitSchakel]
    eigen: list[ActiviteitSchakel]
    elders: SafeString


class OpbrengstSchakel(Schakel):
    """What a challenge should yield for one party (`zin`), and what it did when that was asked (`opbracht`)."""

    opbracht: str


class UitdagingSchakel(Schakel):
    """A challenge, with what it should yield per party; `eigen` and `elders` as for the activities of a change."""

    anker: str
    veranderingen: list[VeranderingSchakel]
    eigen: list[VeranderingSchakel]
    elders: SafeString
    opbrengsten: list[OpbrengstSchakel]


@dataclass(frozen=True)
class Gat:
    """A place where the thread is broken: its kind, a sentence that names it, and where it is mended."""

    soort: str
    zin: str
    url: str


@dataclass(frozen=True)
class Draad:
    """The chain of one journey. What is linked to nothing stands in the three loose groups.

    `leeg`: nothing was written down yet, so there is nothing to miss either.
    """

    bestemming: Schakel | None
    uitdagingen: list[UitdagingSchakel]
    losse_veranderingen: list[VeranderingSchakel]
    losse_activiteiten: list[ActiviteitSchakel]
    losse_risicos: list[Schakel]
    gaten: tuple[Gat, ...]
    leeg: bool
    begin_url: str
    aantallen: dict[str, int]

    @property
    def kop(self) -> str:
        """What is wrong with the thread, in one sentence."""
        if not self.gaten:
            return "De draad loopt door."
        aantal = len(self.gaten)
        woord = TELWOORDEN[aantal] if aantal < len(TELWOORDEN) else str(aantal)
        return f"Er mist nog iets op {woord} {'plek' if aantal == 1 else 'plekken'}."
