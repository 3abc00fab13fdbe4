# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sentence of everything the domain refuses, offered once by the module whose verbs raise it."""

from collections.abc import Mapping

from django.utils.functional import Promise

from wijkwijzer.errors import Geweigerd

_sentences: dict[str, str | Promise] = {}


def offer_refusals(sentences: Mapping[str, str | Promise]) -> None:
    """Register the sentence of each code, with a `{placeholder}` for each parameter; it may be translated lazily.

    A code means one thing in the whole product. Raises ValueError when it has another sentence already.
    """
    for code, words in sentences.items():
        if _sentences.setdefault(code, words) != words:
            raise ValueError(f"There already is a sentence for the refusal {code!r}.")


def sentence(refusal: Geweigerd) -> str:
    """Return what the reader is told. A code without a sentence comes as it is: a guest's phone has its own words."""
    words = _sentences.get(refusal.code)
    return refusal.code if words is None else str(words).format(**refusal.gegevens)


def refusals() -> Mapping[str, str | Promise]:
    """Return every code that has a sentence, with that sentence."""
    return dict(_sentences)
