# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application."""

import os
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkwijzer.settings")

_django = get_asgi_application()

from django.conf import settings  # noqa: E402  (settings are ready only now)

from wijkwijzer.live.stroom import stroom, stroom_bij  # noqa: E402
from wijkwijzer.omgeving import is_eigen_machine  # noqa: E402


async def application(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Coroutine[Any, Any, None]]
) -> None:
    """Serve Django, and the streams of live updates beside it.

    In demo mode refuse whatever was not sent to this machine's own address.
    `manage.py serveer` refuses such an address at start; this holds when the server was started in another way.
    """
    server = scope.get("server")
    if settings.DEMO and scope["type"] == "http" and server and server[1] and not is_eigen_machine(server[0]):
        kop = [(b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": 403, "headers": kop})
        await send({"type": "http.response.body", "body": b"De demo werkt alleen op deze computer zelf."})
        return
    if doel := stroom_bij(scope):
        await stroom(scope, receive, send, doel)
    else:
        await _django(scope, receive, send)
