# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario: a wijk with nothing but its name. The members come with the accounts of the demo."""

from routekaart.voorbeelden.laden import MAP
from wijken.importeren.wijkbestand import laad_wijk
from wijken.models import Wijk

GEGEVENS = {
    "bronnen": {},
    "wijk": {
        "slug": "voorbeeldwijk",
        "naam": "Voorbeeldwijk",
        "gemeente": "Voorbeeldstad",
        "code": "",
        "code_jaar": None,
        "beschrijving": "",
        "grens": "",
    },
}


def laad() -> Wijk:
    """Create the wijk."""
    return laad_wijk(GEGEVENS, map_=MAP)
