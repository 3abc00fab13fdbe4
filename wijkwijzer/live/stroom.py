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

from wijkwijzer.live.abonnee import EINDE, Abonnee, Stuur
from wijkwijzer.live.hub import hub
from wijkwijzer.live.loket import Antwoord, Scope, loket
from wijkwijzer.live.plekken import Toegang
from wijkwijzer.toegang import NietIngelogd

HART = 15.0  # seconds between two signs of life; access is checked again with each
SLAGEN = 30  # moments within that time at which streams beat, each stream always at one of them
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

Ontvang = Callable[[], Awaitable[Any]]
Vooraf = Callable[[Sequence[tuple[HttpRequest, Mapping[str, Any]]]], None]

_log = logging.getLogger(__name__)


def met_stroom(
    toegang: Callable[..., Toegang], vooraf: Vooraf
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Decorate the view that answers who polls: the same address gives a stream to who asks for one.

    `toegang(request, **kwargs)` is the permission fetch of both. `vooraf([(request, kwargs), …])` lays ready what many
    of those fetches would ask (see wijkwijzer.vooraf); it decides nothing.
    """

    def merk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        view.stroom_toegang = toegang  # type: ignore[attr-defined]
        view.stroom_vooraf = vooraf  # type: ignore[attr-defined]
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


def _gezien(scope: Scope) -> tuple[int, bool]:
    """Return the version that the page has seen, and whether it comes back after a cut."""
    laatste = next((w.decode("latin-1") for n, w in scope["headers"] if n == b"last-event-id"), "")
    vraag = QueryDict(scope["query_string"])
    gezien = laatste if laatste.isdecimal() else vraag.get("na", "")
    na = int(gezien) if gezien.isdecimal() and len(gezien) < 16 else 0
    return na, bool(laatste) or "terug" in vraag


async def stroom(scope: Scope, ontvang: Ontvang, stuur: Stuur, doel: ResolverMatch) -> None:
    """Serve one connection until the browser leaves, access ends, or it reads too slowly."""
    loop = asyncio.get_running_loop()
    try:
        toegang = await loket.vraag(scope, doel)
    except Exception as fout:  # noqa: BLE001 - becomes a status, as Django would do
        return await _weiger(stuur, _status_van(fout))
    if hub.aantal_van(toegang.sleutel) >= PER_LOGIN:
        return await _weiger(stuur, 429)
    abonnee = Abonnee(toegang, loop, stuur)
    abonnee.herkeur = lambda: _start_herkeuring(abonnee, scope, doel)
    vertrek = loop.create_task(_wacht_op_vertrek(ontvang, abonnee))
    hart = loop.call_at(_volgende_slag(loop), _klop, abonnee)
    na, terug = _gezien(scope)
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


def _volgende_slag(loop: asyncio.AbstractEventLoop) -> float:
    """Return when a new stream gives its first sign of life.

    Streams beat in groups, on the same moments: whose access is asked at once is asked with a few queries.
    """
    nu, slag = loop.time(), HART / SLAGEN
    return (math.floor(nu / slag) + random.randint(SLAGEN // 2, SLAGEN)) * slag  # noqa: S311 - spreads the work


def _klop(abonnee: Abonnee) -> None:
    """Give a sign of life, check access, and come back."""
    if not abonnee.dicht:
        abonnee.bied(HARTSLAG)
        abonnee.herkeur()
        abonnee.loop.call_at(_zelfde_slag(abonnee.loop), _klop, abonnee)


def _zelfde_slag(loop: asyncio.AbstractEventLoop) -> float:
    slag = HART / SLAGEN
    return round(loop.time() / slag + SLAGEN) * slag


def _start_herkeuring(abonnee: Abonnee, scope: Scope, doel: ResolverMatch) -> None:
    loket.vraag_na(scope, doel).add_done_callback(lambda klaar: _herkeur(abonnee, klaar.result()))


def _herkeur(abonnee: Abonnee, antwoord: Antwoord) -> None:
    if isinstance(antwoord, DatabaseError):
        return  # nothing can be told now; the next beat asks again
    if isinstance(antwoord, Exception):  # whatever it is, access could not be shown
        _status_van(antwoord)
        abonnee.sluit(EINDE)
    elif antwoord != abonnee.toegang:
        abonnee.sluit()  # another role: the browser comes back and is let in as what it is now
