# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One text out of two: a proposal that holds the changes of both writers.

A merge proposes and never decides: where two people changed the same place, the words of both stay, each on a line of
their own. The time it takes grows with the length of the texts and not with what stands in them.
"""

from dataclasses import dataclass

from wijkwijzer.text.diff import Change, changes, readable, words


@dataclass(frozen=True)
class Merged:
    """A proposal for one text out of two. `botsingen`: both writers changed the same place."""

    tekst: str
    botsingen: bool


def merge(basis: str, hun: str, mijn: str) -> Merged:
    """Propose one text that holds the changes of both from a common base.

    Changes in different places both happen. Changes in the same place are kept one after the other, theirs first,
    unless they are the same. No word that somebody added is left out.
    """
    tokens = words(basis)
    groepen = _groups(*(readable(changes(tokens, words(wie)), tokens) for wie in (hun, mijn)))
    uit, plek, botsingen = [], 0, False
    for hunne, mijne in groepen:
        alle = [*hunne, *mijne]
        van, tot = min(w.van for w in alle), max(w.tot for w in alle)
        a, b = _apply(tokens, van, tot, hunne), _apply(tokens, van, tot, mijne)
        uit.append("".join(tokens[plek:van]))
        if not mijne or a == b:
            uit.append(a)
        elif not hunne:
            uit.append(b)
        else:
            uit.append(f"{a}\n{b}" if a.strip() and b.strip() else a + b)
            botsingen = True
        plek = tot
    return Merged("".join(uit) + "".join(tokens[plek:]), botsingen)


Group = tuple[list[Change], list[Change]]


def _groups(hunne: list[Change], mijne: list[Change]) -> list[Group]:
    """Put the changes of both in order, those that touch each other together."""
    alle = sorted([(w.van, w.tot, 0, w) for w in hunne] + [(w.van, w.tot, 1, w) for w in mijne], key=lambda r: r[:3])
    groepen: list[Group] = []
    einde = -1
    for van, tot, wie, w in alle:
        if not groepen or van > einde:
            groepen.append(([], []))
        groepen[-1][wie].append(w)
        einde = max(einde, tot)
    return groepen


def _apply(tokens: list[str], van: int, tot: int, lijst: list[Change]) -> str:
    """Return a stretch of the base with these changes made in it."""
    uit: list[str] = []
    for w in lijst:
        uit += [*tokens[van : w.van], *w.words]
        van = w.tot
    return "".join([*uit, *tokens[van:tot]])
