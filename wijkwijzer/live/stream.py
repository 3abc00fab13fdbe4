# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The connection over which one browser hears of changes: a raw ASGI application.

A Django streaming response holds an idle thread per stream, so this bypasses Django. `access` does what the middleware
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
    access: Callable[..., Access], prefetch: Prefetch
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Decorate the view that answers who polls: the same address gives a stream to who asks for one.

    `access(request, **kwargs)` is the permission fetch of both. `prefetch([(request, kwargs), …])` lays ready what many
    of those fetches would ask (see wijkwijzer.web.prefetch); it decides nothing.
    """

    def mark(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        view.stream_access = access  # type: ignore[attr-defined]
        view.stream_prefetch = prefetch  # type: ignore[attr-defined]
        return view

    return mark


def stream_at(scope: Scope) -> ResolverMatch | None:
    """Return what this request resolves to when it asks for a stream at an address that has one."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    if not any(name == b"accept" and b"text/event-stream" in value for name, value in scope["headers"]):
        return None
    try:
        target = resolve(scope["path"])
    except Http404:
        return None
    return target if hasattr(target.func, "stream_access") else None


def _seen(scope: Scope) -> tuple[int, bool]:
    """Return the version that the page has seen, and whether it comes back after a cut."""
    last = next((w.decode("latin-1") for n, w in scope["headers"] if n == b"last-event-id"), "")
    query = QueryDict(scope["query_string"])
    given = last if last.isdecimal() else query.get("na", "")
    seen = int(given) if given.isdecimal() and len(given) < 16 else 0
    return seen, bool(last) or "terug" in query


async def serve_stream(scope: Scope, receive: Receive, send: Send, target: ResolverMatch) -> None:
    """Serve one connection until the browser leaves, access ends, or it reads too slowly."""
    loop = asyncio.get_running_loop()
    try:
        access = await desk.ask(scope, target)
    except Exception as error:  # noqa: BLE001 - becomes a status, as Django would do
        return await _refuse(send, _status_of(error))
    if hub.count_of(access.key) >= PER_LOGIN:
        return await _refuse(send, 429)
    subscriber = Subscriber(access, loop, send)
    subscriber.recheck = lambda: _start_recheck(subscriber, scope, target)
    leaving = loop.create_task(_wait_for_leave(receive, subscriber))
    heart = loop.call_at(_next_beat(loop), _beat, subscriber)
    seen, returning = _seen(scope)
    try:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        hub.join(subscriber, seen=seen, returning=returning)
        await subscriber.wait_closed()
        async with asyncio.timeout(GOODBYE):  # who reads too slowly is not waited for
            await send({"type": "http.response.body", "body": b"", "more_body": False})
    except TimeoutError:
        _log.info("A slow reader was cut off")
    finally:
        hub.leave(subscriber)
        heart.cancel()
        leaving.cancel()


def _status_of(error: Exception) -> int:
    for kind, status in NO_ACCESS:
        if isinstance(error, kind):
            return status
    _log.exception("A stream could not start", exc_info=error)
    return 500


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _wait_for_leave(receive: Receive, subscriber: Subscriber) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    subscriber.close()


def _next_beat(loop: asyncio.AbstractEventLoop) -> float:
    """Return when a new stream gives its first sign of life.

    Streams beat in groups, on the same moments: whose access is asked at once is asked with a few queries.
    """
    now, beat = loop.time(), HEART / BEATS
    return (math.floor(now / beat) + random.randint(BEATS // 2, BEATS)) * beat  # noqa: S311 - spreads the work


def _beat(subscriber: Subscriber) -> None:
    """Give a sign of life, check access, and come back."""
    if not subscriber.closed:
        subscriber.offer(HEARTBEAT)
        subscriber.recheck()
        subscriber.loop.call_at(_same_beat(subscriber.loop), _beat, subscriber)


def _same_beat(loop: asyncio.AbstractEventLoop) -> float:
    beat = HEART / BEATS
    return round(loop.time() / beat + BEATS) * beat


def _start_recheck(subscriber: Subscriber, scope: Scope, target: ResolverMatch) -> None:
    desk.ask_later(scope, target).add_done_callback(lambda done: _recheck(subscriber, done.result()))


def _recheck(subscriber: Subscriber, answer: Answer) -> None:
    if isinstance(answer, DatabaseError):
        return  # nothing can be told now; the next beat asks again
    if isinstance(answer, Exception):  # whatever it is, access could not be shown
        _status_of(answer)
        subscriber.close(END)
    elif answer != subscriber.access:
        subscriber.close()  # another role: the browser comes back and is let in as what it is now
