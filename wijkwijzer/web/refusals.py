# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sentence of everything the domain refuses, offered once by the module whose verbs raise it."""

from collections.abc import Mapping

from django.utils.functional import Promise

from wijkwijzer.errors import Geweigerd

type Words = str | Promise  # lazy ones are translated when they are read

_sentences: dict[str, Words] = {}


def offer_refusals(sentences: Mapping[str, Words]) -> None:
    """Register the sentence of each code, with a `{placeholder}` for each parameter; it may be translated lazily.

    A code means one thing in the whole product. Raises ValueError when it has another sentence already.
    """
    for code, words in sentences.items():
        known = _sentences.setdefault(code, words)
        if known is not words and known != words:  # looking at a lazy one would translate it
            raise ValueError(f"There already is a sentence for the refusal {code!r}.")


def sentence(refusal: Geweigerd) -> str:
    """Return what the reader is told, in the language that is active. A code without a sentence comes as it is."""
    words = _sentences.get(refusal.code)
    return refusal.code if words is None else str(words).format(**refusal.gegevens)


def refusals() -> Mapping[str, Words]:
    """Return every code that has a sentence, with that sentence."""
    return dict(_sentences)
