# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of the three wijken in fixtures/, for the tests that read them without Django."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
WIJKEN = ("ossenkoppelerhoek", "meerzicht", "haarwijk")
GEMEENTECODES = {"ossenkoppelerhoek": "GM0141", "meerzicht": "GM0637", "haarwijk": "GM0512"}
BUURTEN = {
    "ossenkoppelerhoek": {
        "BU01411600": "Boomplaats",
        "BU01411601": "Ossenkoppelerhoek Oost",
        "BU01411602": "Beeklust",
        "BU01411603": "Ossenkoppelerhoek Midden Noord",
        "BU01411604": "Ossenkoppelerhoek West",
        "BU01411605": "Ossenkoppelerhoek Midden Zuid",
    },
    "meerzicht": {"BU06370100": "Meerzicht-West", "BU06370101": "Meerzicht-Oost"},
    "haarwijk": {"BU05120403": "Haarwijk West", "BU05120404": "Haarwijk Oost"},
}

Rij = dict[str, Any]


@cache
def lees(slug: str) -> Rij:
    """Return one wijk file, parsed."""
    return tomllib.loads((FIXTURES / f"{slug}.toml").read_text(encoding="utf-8"))
