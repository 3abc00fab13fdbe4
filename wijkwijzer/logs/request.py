# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A name for each request: in every line about it, in the header of its answer, and on the page for trouble.

Around the whole application, so that streams, refusals at the door and answers without Django have one too.
"""

import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from typing import Any

from django.urls import ResolverMatch

HEADER = b"x-request-id"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
FILES = "/static/"  # files that went well are not worth a line
PAGE, PLACE = "wijkwijzer.pagina", "wijkwijzer.wijk"
NOT_FOUND, GONE, MISTAKE = 404, 499, 500  # 499: who asked went away before there was an answer
Send = Callable[[Any], Coroutine[Any, Any, None]]
App = Callable[[dict[str, Any], Callable[[], Awaitable[Any]], Send], Awaitable[None]]
_now: ContextVar[str] = ContextVar("verzoek", default="")
_log = logging.getLogger("wijkwijzer.verzoek")


def request_id() -> str:
    """Return the name of the request that is being served; empty outside of one."""
    return _now.get()


def note_page(scope: dict[str, Any], match: ResolverMatch | None) -> None:
    """Remember for the line which page this is: its name in urls.py, because the address may hold a code."""
    if match:
        scope[PAGE] = match.view_name
        scope[PLACE] = match.kwargs.get("slug", "")


def named(app: App) -> App:
    """Return the ASGI application that serves as `app` does, with a name for each request and a line at its end.

    The name is ours: what a browser or proxy sends as X-Request-ID could hold anything.
    """

    async def serve(scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        name = secrets.token_hex(5)
        _now.set(name)
        status, start = GONE, time.perf_counter()

        async def send_named(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message.get("headers", ()), (HEADER, name.encode())]}
            await send(message)

        try:
            await app(scope, receive, send_named)
        except Exception:
            status = MISTAKE
            raise
        finally:
            _write_line(scope, status, time.perf_counter() - start)

    return serve


def _write_line(scope: dict[str, Any], status: int, seconds: float) -> None:
    """Write one line: no address, no question behind it, nothing that was typed (a place is named if it is there)."""
    if scope["path"].startswith(FILES) and (status < 400 or status == GONE):
        return
    line = {
        "methode": scope["method"] if scope["method"] in METHODS else "anders",
        "pagina": scope.get(PAGE) or "geen",
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    if status != NOT_FOUND and scope.get(PLACE):
        line["wijk"] = scope[PLACE]
    _log.log(logging.WARNING if status >= MISTAKE else logging.INFO, "verzoek", extra=line)
