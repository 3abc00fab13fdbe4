# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an app throws away at night."""

from collections.abc import Callable

_cleanings: dict[str, Callable[[], str]] = {}


def offer_cleaning(naam: str, clean: Callable[[], str]) -> None:
    """Register what throws away rows past their date, and says in Dutch how many. It may run twice, and at any moment.

    Raises ValueError when the name is taken.
    """
    if naam in _cleanings:
        raise ValueError(f"There already is a cleaning {naam!r}.")
    _cleanings[naam] = clean


def cleanings() -> list[tuple[str, Callable[[], str]]]:
    """Return all cleaning by name, in the order of the names."""
    return sorted(_cleanings.items())
