# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The connection over which one browser hears of changes: a raw ASGI application.

A Django streaming response holds an idle thread per stream, so this bypasses Django. `loket` does what the middleware
would have done.
"""

import asyncio
import logging
import math
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import DisallowedHost, PermissionDenied
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import ResolverMatch, resolve

from wijkwijzer.live.access import Answer, Scope, desk
from wijkwijzer.live.hub import hub
from wijkwijzer.live.pages import Access
from wijkwijzer.live.subscriber import END, Send, Subscriber
from wijkwijzer.web.login_required import NotLoggedIn

HEART = 15.0  # seconds between two signs of life; access is checked again with each


BEATS = 30  # moments within that time at which streams beat, each stream always at one of them


HEARTBEAT = b"event: hart\ndata: {}\n\n"  # a comment would not reach the script that watches for silence


GOODBYE = 5.0  # seconds to say goodbye in


PER_LOGIN = 30  # connections of one login or guest; a browser itself opens six at most


HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"private, no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


NO_ACCESS: list[tuple[type[Exception], int]] = [
    (NotLoggedIn, 401),
    (PermissionDenied, 403),
    (Http404, 404),
    (DisallowedHost, 400),
    (DatabaseError, 503),
]


Receive = Callable[[], Awaitable[Any]]


Prefetch = Callable[[Sequence[tuple[HttpRequest, Mapping[str, Any]]]], None]


_log = logging.getLogger(__name__)


def with_stream(
    toegang: Callable[..., Access], vooraf: Prefetch
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Decorate the view that answers who polls: the same address gives a stream to who asks for one.

    `toegang(request, **kwargs)` is the permission fetch of both. `vooraf([(request, kwargs), …])` lays ready what many
    of those fetches would ask (see wijkwijzer.web.prefetch); it decides nothing.
    """

    def merk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        view.stroom_toegang = toegang  # type: ignore[attr-defined]
        view.stroom_vooraf = vooraf  # type: ignore[attr-defined]
        return view

    return merk


def stream_at(scope: Scope) -> ResolverMatch | None:
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


def _seen(scope: Scope) -> tuple[int, bool]:
    """Return the version that the page has seen, and whether it comes back after a cut."""
    laatste = next((w.decode("latin-1") for n, w in scope["headers"] if n == b"last-event-id"), "")
    vraag = QueryDict(scope["query_string"])
    gezien = laatste if laatste.isdecimal() else vraag.get("na", "")
    na = int(gezien) if gezien.isdecimal() and len(gezien) < 16 else 0
    return na, bool(laatste) or "terug" in vraag


async def serve_stream(scope: Scope, ontvang: Receive, stuur: Send, doel: ResolverMatch) -> None:
    """Serve one connection until the browser leaves, access ends, or it reads too slowly."""
    loop = asyncio.get_running_loop()
    try:
        toegang = await desk.vraag(scope, doel)
    except Exception as fout:  # noqa: BLE001 - becomes a status, as Django would do
        return await _refuse(stuur, _status_of(fout))
    if hub.aantal_van(toegang.sleutel) >= PER_LOGIN:
        return await _refuse(stuur, 429)
    abonnee = Subscriber(toegang, loop, stuur)
    abonnee.herkeur = lambda: _start_recheck(abonnee, scope, doel)
    vertrek = loop.create_task(_wait_for_leave(ontvang, abonnee))
    hart = loop.call_at(_next_beat(loop), _beat, abonnee)
    na, terug = _seen(scope)
    try:
        await stuur({"type": "http.response.start", "status": 200, "headers": HEADERS})
        hub.meld_aan(abonnee, na=na, terug=terug)
        await abonnee.tot_het_einde()
        async with asyncio.timeout(GOODBYE):  # who reads too slowly is not waited for
            await stuur({"type": "http.response.body", "body": b"", "more_body": False})
    except TimeoutError:
        _log.info("A slow reader was cut off")
    finally:
        hub.meld_af(abonnee)
        hart.cancel()
        vertrek.cancel()


def _status_of(fout: Exception) -> int:
    for soort, status in NO_ACCESS:
        if isinstance(fout, soort):
            return status
    _log.exception("A stream could not start", exc_info=fout)
    return 500


async def _refuse(stuur: Send, status: int) -> None:
    kop = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await stuur({"type": "http.response.start", "status": status, "headers": kop})
    await stuur({"type": "http.response.body", "body": b""})


async def _wait_for_leave(ontvang: Receive, abonnee: Subscriber) -> None:
    while (await ontvang())["type"] != "http.disconnect":
        pass
    abonnee.sluit()


def _next_beat(loop: asyncio.AbstractEventLoop) -> float:
    """Return when a new stream gives its first sign of life.

    Streams beat in groups, on the same moments: whose access is asked at once is asked with a few queries.
    """
    nu, slag = loop.time(), HEART / BEATS
    return (math.floor(nu / slag) + random.randint(BEATS // 2, BEATS)) * slag  # noqa: S311 - spreads the work


def _beat(abonnee: Subscriber) -> None:
    """Give a sign of life, check access, and come back."""
    if not abonnee.dicht:
        abonnee.bied(HEARTBEAT)
        abonnee.herkeur()
        abonnee.loop.call_at(_same_beat(abonnee.loop), _beat, abonnee)


def _same_beat(loop: asyncio.AbstractEventLoop) -> float:
    slag = HEART / BEATS
    return round(loop.time() / slag + BEATS) * slag


def _start_recheck(abonnee: Subscriber, scope: Scope, doel: ResolverMatch) -> None:
    desk.vraag_na(scope, doel).add_done_callback(lambda klaar: _recheck(abonnee, klaar.result()))


def _recheck(abonnee: Subscriber, antwoord: Answer) -> None:
    if isinstance(antwoord, DatabaseError):
        return  # nothing can be told now; the next beat asks again
    if isinstance(antwoord, Exception):  # whatever it is, access could not be shown
        _status_of(antwoord)
        abonnee.sluit(END)
    elif antwoord != abonnee.toegang:
        abonnee.sluit()  # another role: the browser comes back and is let in as what it is now
