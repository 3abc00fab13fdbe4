# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts by the word: what changed between two, and a proposal that holds the changes of both writers.

Plain functions of strings. A merge proposes and never decides: where two people changed the same place, the words of
both stay, each on a line of their own. The time it takes grows with the length of the texts and not with what stands
in them, so that nobody can keep the server busy with a text made for it.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

WOORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Stuk:
    """A piece of a difference: `soort` is "gelijk", "weg" or "erbij"."""

    soort: str
    tekst: str


@dataclass(frozen=True)
class Samenvoeging:
    """A proposal for one text out of two. `botsingen`: both writers changed the same place."""

    tekst: str
    botsingen: bool


@dataclass(frozen=True)
class Wijziging:
    """One change of a base text: its tokens `van` up to `tot` became `woorden`."""

    van: int
    tot: int
    woorden: list[str]


def woorden(tekst: str) -> list[str]:
    """Split a text into words, marks and white space; joined together they are the text again."""
    return WOORD.findall(tekst)


def wijzigingen(basis: list[str], nieuw: list[str]) -> list[Wijziging]:
    """Return what changed from one list of tokens to another, in order."""
    uit, i, j = [], 0, 0
    for in_basis, in_nieuw in [*_gelijken(basis, nieuw), (len(basis), len(nieuw))]:
        if in_basis > i or in_nieuw > j:
            uit.append(Wijziging(i, in_basis, nieuw[j:in_nieuw]))
        i, j = in_basis + 1, in_nieuw + 1
    return uit


def _gelijken(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Return the places of the tokens that two lists have in common, in order: as many as there can be."""
    grens = min(len(a), len(b))
    achter = next((k for k in range(grens) if a[-1 - k] != b[-1 - k]), grens)
    grens -= achter
    voor = next((k for k in range(grens) if a[k] != b[k]), grens)
    na_a, na_b = len(a) - achter, len(b) - achter
    return [
        *((k, k) for k in range(voor)),
        *((voor + i, voor + j) for i, j in _langste_rij(a[voor:na_a], b[voor:na_b])),
        *((na_a + k, na_b + k) for k in range(achter)),
    ]


def _langste_rij(a: list[str], b: list[str]) -> list[tuple[int, int]]:
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


def verschil(oud: str, nieuw: str) -> list[Stuk]:
    """Return the difference between two texts in words.

    The pieces "gelijk" and "weg" together are the old text, "gelijk" and "erbij" the new one.
    """
    basis, stukken, plek = woorden(oud), [], 0
    for w in _leesbaar(wijzigingen(basis, woorden(nieuw)), basis):
        stukken += [
            Stuk("gelijk", "".join(basis[plek : w.van])),
            Stuk("weg", "".join(basis[w.van : w.tot])),
            Stuk("erbij", "".join(w.woorden)),
        ]
        plek = w.tot
    stukken.append(Stuk("gelijk", "".join(basis[plek:])))
    return [s for s in stukken if s.tekst]


def _leesbaar(lijst: list[Wijziging], basis: list[str]) -> list[Wijziging]:
    """Join changes that only white space keeps apart: a sentence with every second word struck out reads badly."""
    uit: list[Wijziging] = []
    for w in lijst:
        tussen = basis[uit[-1].tot : w.van] if uit else []
        if uit and all(t.isspace() for t in tussen):
            uit[-1] = Wijziging(uit[-1].van, w.tot, [*uit[-1].woorden, *tussen, *w.woorden])
        else:
            uit.append(w)
    return uit


def voeg_samen(basis: str, hun: str, mijn: str) -> Samenvoeging:
    """Propose one text that holds the changes of both from a common base.

    Changes in different places both happen. Changes in the same place are kept one after the other, theirs first,
    unless they are the same. No word that somebody added is left out.
    """
    tokens = woorden(basis)
    groepen = _groepen(*(_leesbaar(wijzigingen(tokens, woorden(wie)), tokens) for wie in (hun, mijn)))
    uit, plek, botsingen = [], 0, False
    for hunne, mijne in groepen:
        alle = [*hunne, *mijne]
        van, tot = min(w.van for w in alle), max(w.tot for w in alle)
        a, b = _pas_toe(tokens, van, tot, hunne), _pas_toe(tokens, van, tot, mijne)
        uit.append("".join(tokens[plek:van]))
        if not mijne or a == b:
            uit.append(a)
        elif not hunne:
            uit.append(b)
        else:
            uit.append(f"{a}\n{b}" if a.strip() and b.strip() else a + b)
            botsingen = True
        plek = tot
    return Samenvoeging("".join(uit) + "".join(tokens[plek:]), botsingen)


Groep = tuple[list[Wijziging], list[Wijziging]]


def _groepen(hunne: list[Wijziging], mijne: list[Wijziging]) -> list[Groep]:
    """Put the changes of both in order, those that touch each other together."""
    alle = sorted([(w.van, w.tot, 0, w) for w in hunne] + [(w.van, w.tot, 1, w) for w in mijne], key=lambda r: r[:3])
    groepen: list[Groep] = []
    einde = -1
    for van, tot, wie, w in alle:
        if not groepen or van > einde:
            groepen.append(([], []))
        groepen[-1][wie].append(w)
        einde = max(einde, tot)
    return groepen


def _pas_toe(tokens: list[str], van: int, tot: int, lijst: list[Wijziging]) -> str:
    """Return a stretch of the base with these changes made in it."""
    uit: list[str] = []
    for w in lijst:
        uit += [*tokens[van : w.van], *w.woorden]
        van = w.tot
    return "".join([*uit, *tokens[van:tot]])
