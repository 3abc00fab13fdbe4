# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The example journey of Ossenkoppelerhoek as data, for scenarios that go on from there."""

import tomllib
from collections.abc import Mapping
from typing import Any

from routekaart.voorbeelden.laden import MAP

BESTAND = MAP / "ossenkoppelerhoek.toml"


def lees() -> dict[str, Any]:
    """Return what the file says; a scenario may change it as it likes."""
    return tomllib.loads(BESTAND.read_text(encoding="utf-8"))


def voeg_toe(gegevens: dict[str, Any], woord: str, *rijen: Mapping[str, Any]) -> None:
    """Add rows of a kind, marked as an example."""
    gegevens.setdefault(woord, []).extend({**rij, "voorbeeld": True} for rij in rijen)
