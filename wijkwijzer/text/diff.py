# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two texts, by the word.

Plain functions of strings. The time it takes grows with the length of the texts and not with what stands in them, so
that nobody can keep the server busy with a text made for it.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Span:
    """A piece of a difference: `soort` is "gelijk", "weg" or "erbij"."""

    soort: str
    tekst: str


@dataclass(frozen=True)
class Change:
    """One change of a base text: its tokens `van` up to `tot` became `woorden`."""

    van: int
    tot: int
    words: list[str]


def words(tekst: str) -> list[str]:
    """Split a text into words, marks and white space; joined together they are the text again."""
    return WORD.findall(tekst)


def changes(basis: list[str], nieuw: list[str]) -> list[Change]:
    """Return what changed from one list of tokens to another, in order."""
    uit, i, j = [], 0, 0
    for in_basis, in_nieuw in [*_matches(basis, nieuw), (len(basis), len(nieuw))]:
        if in_basis > i or in_nieuw > j:
            uit.append(Change(i, in_basis, nieuw[j:in_nieuw]))
        i, j = in_basis + 1, in_nieuw + 1
    return uit


def _matches(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Return the places of the tokens that two lists have in common, in order: as many as there can be."""
    grens = min(len(a), len(b))
    achter = next((k for k in range(grens) if a[-1 - k] != b[-1 - k]), grens)
    grens -= achter
    voor = next((k for k in range(grens) if a[k] != b[k]), grens)
    na_a, na_b = len(a) - achter, len(b) - achter
    return [
        *((k, k) for k in range(voor)),
        *((voor + i, voor + j) for i, j in _longest_common(a[voor:na_a], b[voor:na_b])),
        *((na_a + k, na_b + k) for k in range(achter)),
    ]


def _longest_common(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Return a longest common subsequence as places in both lists.

    Row i of the classic table of lengths is one number here: bit j is 0 where the length goes up by one between the
    first j and the first j + 1 tokens of `b`. One addition makes the next row, so a row costs what one number of
    len(b) bits costs (Crochemore and others, 2001); difflib needs minutes for a bad pair of texts of this length.
    """
    plekken: defaultdict[str, int] = defaultdict(int)
    for j, token in enumerate(b):
        plekken[token] |= 1 << j
    vol = (1 << len(b)) - 1
    rijen = [vol]
    for token in a:
        rij = rijen[-1]
        raak = rij & plekken[token]
        rijen.append(((rij + raak) | (rij - raak)) & vol)
    uit, i, j = [], len(a), len(b)
    while i and j:
        if rijen[i] >> (j - 1) & 1:
            j -= 1
        elif rijen[i - 1] >> (j - 1) & 1:
            i, j = i - 1, j - 1
            uit.append((i, j))
        else:
            i -= 1
    return uit[::-1]


def difference(oud: str, nieuw: str) -> list[Span]:
    """Return the difference between two texts in words.

    The pieces "gelijk" and "weg" together are the old text, "gelijk" and "erbij" the new one.
    """
    basis, stukken, plek = words(oud), [], 0
    for w in readable(changes(basis, words(nieuw)), basis):
        stukken += [
            Span("gelijk", "".join(basis[plek : w.van])),
            Span("weg", "".join(basis[w.van : w.tot])),
            Span("erbij", "".join(w.words)),
        ]
        plek = w.tot
    stukken.append(Span("gelijk", "".join(basis[plek:])))
    return [s for s in stukken if s.tekst]


def readable(lijst: list[Change], basis: list[str]) -> list[Change]:
    """Join changes that only white space keeps apart: a sentence with every second word struck out reads badly."""
    uit: list[Change] = []
    for w in lijst:
        tussen = basis[uit[-1].tot : w.van] if uit else []
        if uit and all(t.isspace() for t in tussen):
            uit[-1] = Change(uit[-1].van, w.tot, [*uit[-1].words, *tussen, *w.words])
        else:
            uit.append(w)
    return uit
