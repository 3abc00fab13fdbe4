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
    """A piece of a difference: `kind` is "same", "removed" or "added"."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One change of a base text: its tokens `start` up to `end` became `words`."""

    start: int
    end: int
    words: list[str]


def words(text: str) -> list[str]:
    """Split a text into words, marks and white space; joined together they are the text again."""
    return WORD.findall(text)


def changes(base: list[str], new: list[str]) -> list[Change]:
    """Return what changed from one list of tokens to another, in order."""
    out, i, j = [], 0, 0
    for in_base, in_new in [*_matches(base, new), (len(base), len(new))]:
        if in_base > i or in_new > j:
            out.append(Change(i, in_base, new[j:in_new]))
        i, j = in_base + 1, in_new + 1
    return out


def _matches(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Return the places of the tokens that two lists have in common, in order: as many as there can be."""
    limit = min(len(a), len(b))
    tail = next((k for k in range(limit) if a[-1 - k] != b[-1 - k]), limit)
    limit -= tail
    head = next((k for k in range(limit) if a[k] != b[k]), limit)
    end_a, end_b = len(a) - tail, len(b) - tail
    return [
        *((k, k) for k in range(head)),
        *((head + i, head + j) for i, j in _longest_common(a[head:end_a], b[head:end_b])),
        *((end_a + k, end_b + k) for k in range(tail)),
    ]


def _longest_common(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Return a longest common subsequence as places in both lists.

    Row i of the classic table of lengths is one number here: bit j is 0 where the length goes up by one between the
    first j and the first j + 1 tokens of `b`. One addition makes the next row, so a row costs what one number of
    len(b) bits costs (Crochemore and others, 2001); difflib needs minutes for a bad pair of texts of this length.
    """
    places: defaultdict[str, int] = defaultdict(int)
    for j, token in enumerate(b):
        places[token] |= 1 << j
    full = (1 << len(b)) - 1
    rows = [full]
    for token in a:
        row = rows[-1]
        hits = row & places[token]
        rows.append(((row + hits) | (row - hits)) & full)
    out, i, j = [], len(a), len(b)
    while i and j:
        if rows[i] >> (j - 1) & 1:
            j -= 1
        elif rows[i - 1] >> (j - 1) & 1:
            i, j = i - 1, j - 1
            out.append((i, j))
        else:
            i -= 1
    return out[::-1]


def difference(old: str, new: str) -> list[Span]:
    """Return the difference between two texts in words.

    The pieces "same" and "removed" together are the old text, "same" and "added" the new one.
    """
    base, spans, place = words(old), [], 0
    for w in readable(changes(base, words(new)), base):
        spans += [
            Span("same", "".join(base[place : w.start])),
            Span("removed", "".join(base[w.start : w.end])),
            Span("added", "".join(w.words)),
        ]
        place = w.end
    spans.append(Span("same", "".join(base[place:])))
    return [s for s in spans if s.text]


def readable(listed: list[Change], base: list[str]) -> list[Change]:
    """Join changes that only white space keeps apart: a sentence with every second word struck out reads badly."""
    out: list[Change] = []
    for w in listed:
        between = base[out[-1].end : w.start] if out else []
        if out and all(t.isspace() for t in between):
            out[-1] = Change(out[-1].start, w.end, [*out[-1].words, *between, *w.words])
        else:
            out.append(w)
    return out
