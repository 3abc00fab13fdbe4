# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of structure: rows with a fixed form. What a kind is, says the app that knows rows."""

from typing import Any, Protocol


class Structure(Protocol):
    """What the registry needs of a kind: its word, which stands in addresses."""

    @property
    def woord(self) -> str:
        """The word."""


_structures: dict[str, Any] = {}


def offer_structure(*soorten: Structure) -> None:
    """Register kinds of structure. Raises ValueError when a word is taken."""
    for soort in soorten:
        if soort.woord in _structures:
            raise ValueError(f"There already is a kind of structure {soort.woord!r}.")
        _structures[soort.woord] = soort


def structures() -> list[Any]:
    """Return all kinds of structure, in no order that means anything."""
    return list(_structures.values())
