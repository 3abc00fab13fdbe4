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


def answer(vragen: Sequence[Question]) -> list[Answer]:
    """Return for each what its fetch finds, or what that raises (also DisallowedHost).

    Runs in a thread and keeps no connection out of the pool.
    """
    try:
        with together():
            verzoeken = [(_request(scope), doel) for scope, doel in vragen]
            _provide([(verzoek, doel) for verzoek, doel in verzoeken if isinstance(verzoek, HttpRequest)])
            return [_ask_access(verzoek, doel) for verzoek, doel in verzoeken]
    except Exception as fout:  # noqa: BLE001 - nothing could be asked: the same answer for all
        return [fout] * len(vragen)
    finally:
        if connection.vendor == "postgresql":
            connections.close_all()  # back to the pool; on SQLite the few threads of the desk keep theirs


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _request(scope: Scope) -> HttpRequest | DisallowedHost:
    request = ASGIRequest(scope, BytesIO())
    try:
        request.get_host()
    except DisallowedHost as nee:
        return nee
    SessionMiddleware(_nothing).process_request(request)
    AuthenticationMiddleware(_nothing).process_request(request)
    return request


def _provide(verzoeken: Sequence[tuple[HttpRequest, ResolverMatch]]) -> None:
    """Read sessions, users, and what the fetches of the apps want, for all at once."""
    load_sessions(k for r, _ in verzoeken if (k := r.COOKIES.get(settings.SESSION_COOKIE_NAME)))
    model: Any = get_user_model()
    wie = {model._meta.pk.to_python(r.session[SESSION_KEY]) for r, _ in verzoeken if SESSION_KEY in r.session}
    bekend = model._default_manager.in_bulk(wie)
    for sleutel in wie:
        provide(("gebruiker", sleutel), bekend.get(sleutel))
    per_app: dict[Any, list[tuple[HttpRequest, dict[str, Any]]]] = {}
    for verzoek, doel in verzoeken:
        per_app.setdefault(doel.func.stroom_vooraf, []).append((verzoek, doel.kwargs))  # type: ignore[attr-defined]
    for vooraf, eigen in per_app.items():
        vooraf(eigen)


def _ask_access(verzoek: HttpRequest | DisallowedHost, doel: ResolverMatch) -> Answer:
    if isinstance(verzoek, DisallowedHost):
        return verzoek
    try:
        toegang: Access = doel.func.stroom_toegang(verzoek, *doel.args, **doel.kwargs)  # type: ignore[attr-defined]
    except Exception as nee:  # noqa: BLE001 - becomes a status, as Django would do
        return nee
    return toegang


class AccessDesk:
    """Where streams ask for access: who comes while others are being served waits, and is served with the rest."""

    def __init__(self) -> None:
        # Threads of its own: 300 browsers that come back at once must not keep pages waiting.
        self._bedienden = ThreadPoolExecutor(max_workers=2, thread_name_prefix="live-toegang")
        self._slot = threading.Lock()
        self._rij: deque[tuple[Question, asyncio.AbstractEventLoop, asyncio.Future[Answer]]] = deque()

    async def vraag(self, scope: Scope, doel: ResolverMatch) -> Access:
        """Return what the fetch finds. Raises what it raises, and DisallowedHost."""
        antwoord = await self.vraag_na(scope, doel)
        if isinstance(antwoord, Exception):
            raise antwoord
        return antwoord

    def vraag_na(self, scope: Scope, doel: ResolverMatch) -> asyncio.Future[Answer]:
        """Return a future of what the fetch finds or raises."""
        loop = asyncio.get_running_loop()
        toekomst: asyncio.Future[Answer] = loop.create_future()
        with self._slot:
            self._rij.append(((scope, doel), loop, toekomst))
        self._bedienden.submit(self._bedien)
        return toekomst

    def _bedien(self) -> None:
        with self._slot:
            beurt = [self._rij.popleft() for _ in range(min(BLOCK, len(self._rij)))]
        if not beurt:
            return
        antwoorden = answer([vraag for vraag, _, _ in beurt])
        for (_, loop, toekomst), antwoord in zip(beurt, antwoorden, strict=True):
            if not loop.is_closed():
                loop.call_soon_threadsafe(_give, toekomst, antwoord)


def _give(toekomst: asyncio.Future[Answer], antwoord: Answer) -> None:
    if not toekomst.done():
        toekomst.set_result(antwoord)


desk = AccessDesk()
