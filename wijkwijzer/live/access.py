# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk that asks who may follow what, for all who wait at once.

A stream bypasses Django, and with it the middleware. What that would have done happens here: host, session, login, and
the permission fetch of the page. The fetch decides for each; what it asks the database is read for all together, so
that 1,000 streams whose access is checked every 15 seconds cost a few queries, not thousands.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import DisallowedHost
from django.core.handlers.asgi import ASGIRequest
from django.db import connection, connections
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch

from wijkwijzer.live.pages import Access
from wijkwijzer.web.prefetch import provide, together
from wijkwijzer.web.sessions import load_sessions

BLOCK = 64  # requests in one go: few enough for the parameters of a query, and for the first not to wait long
Scope = dict[str, Any]
Question = tuple[Scope, ResolverMatch]
Answer = Access | Exception


def answer(questions: Sequence[Question]) -> list[Answer]:
    """Return for each what its fetch finds, or what that raises (also DisallowedHost).

    Runs in a thread and keeps no connection out of the pool.
    """
    try:
        with together():
            requests = [(_request(scope), target) for scope, target in questions]
            _provide([(request, target) for request, target in requests if isinstance(request, HttpRequest)])
            return [_ask_access(request, target) for request, target in requests]
    except Exception as error:  # noqa: BLE001 - nothing could be asked: the same answer for all
        return [error] * len(questions)
    finally:
        if connection.vendor == "postgresql":
            connections.close_all()  # back to the pool; on SQLite the few threads of the desk keep theirs


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _request(scope: Scope) -> HttpRequest | DisallowedHost:
    request = ASGIRequest(scope, BytesIO())
    try:
        request.get_host()
    except DisallowedHost as refused:
        return refused
    SessionMiddleware(_nothing).process_request(request)
    AuthenticationMiddleware(_nothing).process_request(request)
    return request


def _provide(requests: Sequence[tuple[HttpRequest, ResolverMatch]]) -> None:
    """Read sessions, users, and what the fetches of the apps want, for all at once."""
    load_sessions(k for r, _ in requests if (k := r.COOKIES.get(settings.SESSION_COOKIE_NAME)))
    model: Any = get_user_model()
    ids = {model._meta.pk.to_python(r.session[SESSION_KEY]) for r, _ in requests if SESSION_KEY in r.session}
    known = model._default_manager.in_bulk(ids)
    for key in ids:
        provide(("gebruiker", key), known.get(key))
    per_app: dict[Any, list[tuple[HttpRequest, dict[str, Any]]]] = {}
    for request, target in requests:
        per_app.setdefault(target.func.stream_prefetch, []).append((request, target.kwargs))  # type: ignore[attr-defined]
    for prefetch, own in per_app.items():
        prefetch(own)


def _ask_access(request: HttpRequest | DisallowedHost, target: ResolverMatch) -> Answer:
    if isinstance(request, DisallowedHost):
        return request
    try:
        access: Access = target.func.stream_access(request, *target.args, **target.kwargs)  # type: ignore[attr-defined]
    except Exception as refused:  # noqa: BLE001 - becomes a status, as Django would do
        return refused
    return access


class AccessDesk:
    """Where streams ask for access: who comes while others are being served waits, and is served with the rest."""

    def __init__(self) -> None:
        # Threads of its own: 300 browsers that come back at once must not keep pages waiting.
        self._clerks = ThreadPoolExecutor(max_workers=2, thread_name_prefix="live-access")
        self._lock = threading.Lock()
        self._queue: deque[tuple[Question, asyncio.AbstractEventLoop, asyncio.Future[Answer]]] = deque()

    async def ask(self, scope: Scope, target: ResolverMatch) -> Access:
        """Return what the fetch finds. Raises what it raises, and DisallowedHost."""
        reply = await self.ask_later(scope, target)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def ask_later(self, scope: Scope, target: ResolverMatch) -> asyncio.Future[Answer]:
        """Return a future of what the fetch finds or raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Answer] = loop.create_future()
        with self._lock:
            self._queue.append(((scope, target), loop, future))
        self._clerks.submit(self._serve)
        return future

    def _serve(self) -> None:
        with self._lock:
            turn = [self._queue.popleft() for _ in range(min(BLOCK, len(self._queue)))]
        if not turn:
            return
        replies = answer([question for question, _, _ in turn])
        for (_, loop, future), reply in zip(turn, replies, strict=True):
            if not loop.is_closed():
                loop.call_soon_threadsafe(_give, future, reply)


def _give(future: asyncio.Future[Answer], reply: Answer) -> None:
    if not future.done():
        future.set_result(reply)


desk = AccessDesk()
