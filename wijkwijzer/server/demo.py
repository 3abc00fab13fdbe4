# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the demo: everything for this machine itself, the room for the phones on its network, nothing for others.

What counts is the address of the machine at which a request came in, which no client can choose; not what it says in
its headers. `manage.py serveer` listens to no other address; this holds when the server was started in another way.
"""

from typing import Any

from django.conf import settings

from wijkwijzer.server.env import is_this_machine

ROOM = ("/m/", "/static/")  # all that a phone asks for: pages and stream of the room, and files
NOT_HERE = "De demo werkt alleen op deze computer zelf."
ROOM_ONLY = "Op dit adres is alleen de zaal. Ga naar het adres dat op het scherm staat."


def refusal(scope: dict[str, Any]) -> tuple[int, str] | None:
    """Return status and sentence for a request that may not come in here; None for one that may."""
    server = scope.get("server")
    if not settings.DEMO or scope["type"] != "http" or not server or not server[1] or is_this_machine(server[0]):
        return None
    if not settings.LAN_ADRES or server[0] != settings.LAN_ADRES:
        return 403, NOT_HERE
    path = scope["path"]
    return None if path == "/m" or path.startswith(ROOM) else (404, ROOM_ONLY)
