# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The history of the texts of a row, from the journal: versions, differences in words, and going back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from wijken.journaal_lezen import Journaal
from wijken.models import Wijk
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.registry import inverse
from wijkwijzer.text.diff import Span, difference


@dataclass(frozen=True)
class Geschiedenisstap:
    """One change of one text: when, for which party, and what changed in words. `versie` names the journal line."""

    moment: datetime
    namens: str
    veld: str
    stukken: list[Span]
    versie: int
    terug: bool


def stappen(gebruiker: Gebruiker, rij: Any, velden: Iterable[str]) -> list[Geschiedenisstap]:
    """Return the changes of these text fields of a row, newest first, in one query.

    `terug` says whether going back is offered: only for the last change of a field, because others built on the rest.
    """
    gewild, laatste, uit = set(velden), set(), []
    for regel in _regels(gebruiker, rij.wijk, rij).order_by("-versie"):
        for veld in sorted(gewild & regel.oud.keys()):
            oud, nieuw = regel.oud[veld], regel.nieuw.get(veld, "")
            if not isinstance(oud, str) or not isinstance(nieuw, str):
                continue
            terug = veld not in laatste and getattr(rij, veld, None) == nieuw and inverse(regel) is not None
            laatste.add(veld)
            uit.append(
                Geschiedenisstap(regel.moment, regel.namens_naam, veld, difference(oud, nieuw), regel.versie, terug)
            )
    return uit


def tekst_op(gebruiker: Gebruiker, rij: Any, veld: str, versie: int) -> str:
    """Return what a text of a row said at a version of the wijk: the text that a writer started from."""
    for regel in _regels(gebruiker, rij.wijk, rij).filter(versie__gt=versie).order_by("versie"):
        if isinstance(regel.oud.get(veld), str):
            return str(regel.oud[veld])
    return str(getattr(rij, veld))


def _regels(gebruiker: Gebruiker, wijk: Wijk, rij: Any) -> Any:
    return Journaal.voor(gebruiker, wijk).filter(onderwerp=rij.sleutel)


def terugweg(gebruiker: Gebruiker, rij: Any, velden: Iterable[str], versie: int) -> Callable[[], object] | None:
    """Return what undoes the change of these texts in this version; None when it can't be undone.

    It can, when its kind of line has an inverse, and every text still says what that change made of it.
    """
    regel = _regels(gebruiker, rij.wijk, rij).filter(versie=versie).first()
    doe = inverse(regel) if regel else None
    if regel is None or doe is None:
        return None
    oud = {v: regel.oud[v] for v in velden if isinstance(regel.oud.get(v), str)}
    if not oud or any(getattr(rij, v) != regel.nieuw.get(v) for v in oud):
        return None
    return partial(doe, rij, oud, gebruiker)
