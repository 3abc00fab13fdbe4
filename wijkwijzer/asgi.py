# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application."""

import os
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from wijkwijzer.beurten import op_beurt
from wijkwijzer.django_asgi import maak_django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkwijzer.settings")

_django = op_beurt(maak_django())

from wijkwijzer.deur import geweigerd  # noqa: E402  (settings are ready only now)
from wijkwijzer.live.stroom import stroom, stroom_bij  # noqa: E402


async def application(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Coroutine[Any, Any, None]]
) -> None:
    """Serve Django, and the streams of live updates beside it, to who may come in by this address (see deur.py)."""
    if nee := geweigerd(scope):
        status, zin = nee
        kop = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": status, "headers": kop})
        await send({"type": "http.response.body", "body": zin.encode()})
        return
    if doel := stroom_bij(scope):
        await stroom(scope, receive, send, doel)
    else:
        await _django(scope, receive, send)
