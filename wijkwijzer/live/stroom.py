# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The connection over which one browser hears of changes: a raw ASGI application.

A Django streaming response holds an idle thread per stream, so this bypasses Django, and with it the middleware.
`_vraag_toegang` does what that would have done: host, session, login, and the permission fetch of the page.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import DisallowedHost, PermissionDenied
from django.core.handlers.asgi import ASGIRequest
from django.db import DatabaseError, connection, connections
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve

from wijkwijzer.live.abonnee import EINDE, Abonnee, Stuur
from wijkwijzer.live.hub import hub
from wijkwijzer.live.plekken import Toegang
from wijkwijzer.toegang import NietIngelogd

HART = 15.0  # seconds between two signs of life; access is checked again with each
HARTSLAG = b"event: hart\ndata: {}\n\n"  # a comment would not reach the script that watches for silence
AFSCHEID = 5.0  # seconds to say goodbye in
PER_LOGIN = 30  # connections of one login or guest; a browser itself opens six at most
KOP = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"private, no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
GEEN_TOEGANG: list[tuple[type[Exception], int]] = [
    (NietIngelogd, 401),
    (PermissionDenied, 403),
    (Http404, 404),
    (DisallowedHost, 400),
    (DatabaseError, 503),
]

Scope = dict[str, Any]
Ontvang = Callable[[], Awaitable[Any]]

_log = logging.getLogger(__name__)
# A pool of its own: 300 browsers that come back at once must not keep pages waiting, nor drain the database's pool.
_loket = ThreadPoolExecutor(max_workers=3, thread_name_prefix="live-toegang")


def met_stroom(toegang: Callable[..., Toegang]) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Decorate the view that answers who polls: the same address gives a stream to who asks for one.

    `toegang(request, **kwargs)` is the permission fetch of both.
    """

    def merk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        view.stroom_toegang = toegang  # type: ignore[attr-defined]
        return view

    return merk


def stroom_bij(scope: Scope) -> ResolverMatch | None:
    """Return what this request resolves to when it asks for a stream at an address that has one."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    if not any(naam == b"accept" and b"text/event-stream" in waarde for naam, waarde in scope["headers"]):
        return None
    try:
        doel = resolve(scope["path"])
    except Http404:
        return None
    return doel if hasattr(doel.func, "stroom_toegang") else None


def _niets(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _vraag_toegang(scope: Scope, doel: ResolverMatch) -> tuple[Toegang, int, bool]:
    """Return what the fetch finds, the version the page has seen, and whether it comes back after a cut.

    Runs in a thread and keeps no connection out of the pool. Raises what the fetch raises, and DisallowedHost.
    """
    request = ASGIRequest(scope, BytesIO())
    try:
        request.get_host()
        SessionMiddleware(_niets).process_request(request)
        AuthenticationMiddleware(_niets).process_request(request)
        toegang = doel.func.stroom_toegang(request, *doel.args, **doel.kwargs)  # type: ignore[attr-defined]
        laatste = request.headers.get("Last-Event-ID", "")
        gezien = laatste if laatste.isdecimal() else request.GET.get("na", "")
        na = int(gezien) if gezien.isdecimal() and len(gezien) < 16 else 0
        return toegang, na, bool(laatste) or "terug" in request.GET
    finally:
        if connection.vendor == "postgresql":
            connections.close_all()  # back to the pool; on SQLite the few threads of the counter keep theirs


async def stroom(scope: Scope, ontvang: Ontvang, stuur: Stuur, doel: ResolverMatch) -> None:
    """Serve one connection until the browser leaves, access ends, or it reads too slowly."""
    loop = asyncio.get_running_loop()
    try:
        toegang, na, terug = await loop.run_in_executor(_loket, _vraag_toegang, scope, doel)
    except Exception as fout:  # noqa: BLE001 - becomes a status, as Django would do
        return await _weiger(stuur, _status_van(fout))
    if hub.aantal_van(toegang.sleutel) >= PER_LOGIN:
        return await _weiger(stuur, 429)
    abonnee = Abonnee(toegang, loop, stuur)
    abonnee.herkeur = lambda: _start_herkeuring(abonnee, scope, doel)
    vertrek = loop.create_task(_wacht_op_vertrek(ontvang, abonnee))
    hart = loop.call_later(random.uniform(HART / 2, HART), _klop, abonnee)  # noqa: S311 - spreads the work
    try:
        await stuur({"type": "http.response.start", "status": 200, "headers": KOP})
        hub.meld_aan(abonnee, na=na, terug=terug)
        await abonnee.tot_het_einde()
        async with asyncio.timeout(AFSCHEID):  # who reads too slowly is not waited for
            await stuur({"type": "http.response.body", "body": b"", "more_body": False})
    except TimeoutError:
        _log.info("A slow reader was cut off")
    finally:
        hub.meld_af(abonnee)
        hart.cancel()
        vertrek.cancel()


def _status_van(fout: Exception) -> int:
    for soort, status in GEEN_TOEGANG:
        if isinstance(fout, soort):
            return status
    _log.exception("A stream could not start", exc_info=fout)
    return 500


async def _weiger(stuur: Stuur, status: int) -> None:
    kop = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await stuur({"type": "http.response.start", "status": status, "headers": kop})
    await stuur({"type": "http.response.body", "body": b""})


async def _wacht_op_vertrek(ontvang: Ontvang, abonnee: Abonnee) -> None:
    while (await ontvang())["type"] != "http.disconnect":
        pass
    abonnee.sluit()


def _klop(abonnee: Abonnee) -> None:
    """Give a sign of life, check access, and come back."""
    if not abonnee.dicht:
        abonnee.bied(HARTSLAG)
        abonnee.herkeur()
        abonnee.loop.call_later(HART, _klop, abonnee)


def _start_herkeuring(abonnee: Abonnee, scope: Scope, doel: ResolverMatch) -> None:
    async def keur() -> None:
        try:
            toegang, _, _ = await abonnee.loop.run_in_executor(_loket, _vraag_toegang, scope, doel)
        except DatabaseError:
            return  # nothing can be told now; the next beat asks again
        except Exception as fout:  # noqa: BLE001 - whatever it is, access could not be shown
            _status_van(fout)
            abonnee.sluit(EINDE)
            return
        if toegang != abonnee.toegang:
            abonnee.sluit()  # another role: the browser comes back and is let in as what it is now

    taak = abonnee.loop.create_task(keur())
    _lopend.add(taak)
    taak.add_done_callback(_lopend.discard)


_lopend: set[asyncio.Task[None]] = set()
