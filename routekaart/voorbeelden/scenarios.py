# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Situations to develop with and to show, each in a file of its own. Only for the demo, in an empty data folder.

A scenario is made by the ordinary verbs, so its journal is of now: moments can't be set, and no line is dated back.
What it says is an example. It is named here as text, because the room stands to the right of this app.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from wijken.models import Wijk
from wijkwijzer.accounts.models import Gebruiker

SCENARIOS = {
    "volle-zaal": "routekaart.zaal.voorbeelden.volle_zaal.laad",
    "week-12": "routekaart.voorbeelden.week_12.laad",
    "lege-wijk": "routekaart.voorbeelden.lege_wijk.laad",
    "ondertekenen": "routekaart.voorbeelden.ondertekenen.laad",
}


class GeenScenario(Exception):
    """Here no scenario is loaded; the message, in Dutch, says why and what to do."""


def moet_demo_zijn() -> None:
    """Refuse a scenario in a real installation. Raises GeenScenario."""
    if not settings.DEMO:
        raise GeenScenario(
            "Een scenario is alleen voor de demo. In een echte installatie komt er geen verzonnen inhoud bij: laat "
            "--scenario weg."
        )


def laad_scenario(naam: str) -> Wijk:
    """Fill an empty database with a scenario; return its wijk. Raises GeenScenario when there is anything already."""
    moet_demo_zijn()
    if Wijk.objects.exists() or Gebruiker.objects.exists():
        raise GeenScenario(
            "Er staan al gegevens in deze map, en een scenario begint leeg. Neem een andere map, bijvoorbeeld: "
            f"WIJKWIJZER_DATA=/tmp/{naam}."
        )
    laad: Callable[[], Wijk] = import_string(SCENARIOS[naam])
    return laad()
