# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application."""

import os
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from wijkwijzer.logs.request import named, note_page
from wijkwijzer.server.admission import in_turn
from wijkwijzer.server.django_asgi import make_django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkwijzer.settings")

_django = in_turn(make_django())

from wijkwijzer.live.stream import serve_stream, stream_at  # noqa: E402
from wijkwijzer.server.demo import refusal  # noqa: E402  (settings are ready only now)


async def _at_the_door(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Coroutine[Any, Any, None]]
) -> None:
    """Serve Django, and the streams of live updates beside it, to who may come in by this address (see `demo.py`)."""
    if refused := refusal(scope):
        status, sentence = refused
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": sentence.encode()})
        return
    if target := stream_at(scope):
        note_page(scope, target)
        await serve_stream(scope, receive, send, target)
    else:
        await _django(scope, receive, send)


application = named(_at_the_door)
