# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes after the end of a meeting is refused: one rule for all verbs of the room."""

from routekaart.zaal.models import Sessie, Sessiesluiting
from wijkwijzer.errors import Geweigerd

GESLOTEN = "Deze bijeenkomst is gesloten."


def moet_open_zijn(sessie: Sessie, melding: str = GESLOTEN) -> None:
    """Raise Geweigerd when a meeting was closed; called inside a change, so that nothing comes in between.

    To a guest `melding` is a key of the phone's words, not a sentence.
    """
    if Sessiesluiting.objects.filter(sessie=sessie).exists():
        raise Geweigerd(melding)
