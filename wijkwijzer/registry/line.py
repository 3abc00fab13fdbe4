# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences: what each kind of journal line says."""

from collections.abc import Callable
from typing import Any

_sentences: dict[str, Callable[[Any], str]] = {}


def offer_sentence(soort: str, sentence: Callable[[Any], str]) -> None:
    """Register the sentence for a kind of journal line: a function from the line to Dutch plain text.

    Raises ValueError when the kind has a sentence already.
    """
    if soort in _sentences:
        raise ValueError(f"There already is a sentence for {soort!r}.")
    _sentences[soort] = sentence


def sentence(regel: Any) -> str:
    """Return the sentence of a journal line. Raises KeyError for a kind that no app offered a sentence for."""
    return _sentences[regel.soort](regel)


def kinds() -> frozenset[str]:
    """Return the kinds of journal lines that have a sentence."""
    return frozenset(_sentences)
