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
    """A proposal for one text out of two. `conflict`: both writers changed the same place."""

    text: str
    conflict: bool


def merge(base: str, theirs: str, mine: str) -> Merged:
    """Propose one text that holds the changes of both from a common base.

    Changes in different places both happen. Changes in the same place are kept one after the other, theirs first,
    unless they are the same. No word that somebody added is left out.
    """
    tokens = words(base)
    groups = _groups(*(readable(changes(tokens, words(who)), tokens) for who in (theirs, mine)))
    out, place, conflict = [], 0, False
    for their_changes, my_changes in groups:
        both = [*their_changes, *my_changes]
        start, end = min(w.start for w in both), max(w.end for w in both)
        a, b = _apply(tokens, start, end, their_changes), _apply(tokens, start, end, my_changes)
        out.append("".join(tokens[place:start]))
        if not my_changes or a == b:
            out.append(a)
        elif not their_changes:
            out.append(b)
        else:
            out.append(f"{a}\n{b}" if a.strip() and b.strip() else a + b)
            conflict = True
        place = end
    return Merged("".join(out) + "".join(tokens[place:]), conflict)


Group = tuple[list[Change], list[Change]]


def _groups(their_changes: list[Change], my_changes: list[Change]) -> list[Group]:
    """Put the changes of both in order, those that touch each other together."""
    both = sorted(
        [(w.start, w.end, 0, w) for w in their_changes] + [(w.start, w.end, 1, w) for w in my_changes],
        key=lambda r: r[:3],
    )
    groups: list[Group] = []
    last = -1
    for start, end, who, w in both:
        if not groups or start > last:
            groups.append(([], []))
        groups[-1][who].append(w)
        last = max(last, end)
    return groups


def _apply(tokens: list[str], start: int, end: int, listed: list[Change]) -> str:
    """Return a stretch of the base with these changes made in it."""
    out: list[str] = []
    for w in listed:
        out += [*tokens[start : w.start], *w.words]
        start = w.end
    return "".join([*out, *tokens[start:end]])
