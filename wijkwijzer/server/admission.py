# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns: how many requests are worked on at once in one process.

Under ASGI every request runs in a thread of its own, and in Python one thread works at a time. When 300 phones send a
card at the same moment, all those threads ask for the interpreter, and the event loop, which brings the cards to the
wall, has to ask for it between them. So a crowd waits here, where that costs nothing, and a few are served at a time.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakKeyDictionary

AT_ONCE = 4  # requests that are worked on at once


LONG = 1.0  # seconds after which a request no longer counts: it waits for something else (a document being made)


AHEAD = 64 * 1024  # bytes of a form that are taken in before its turn


Receive = Callable[[], Awaitable[Any]]


App = Callable[[dict[str, Any], Receive, Callable[[Any], Coroutine[Any, Any, None]]], Any]


class Crowd:
    """How many requests wait for their turn in this process: live updates go in bunches as long as somebody does."""

    def __init__(self) -> None:
        self.wachten = 0


crowd = Crowd()


async def _read_ahead(ontvang: Receive) -> Receive:
    """Take in what the browser sends before it gets a turn, so that a bad line holds up nobody else's."""
    berichten, gelezen = [], 0
    while gelezen < AHEAD:
        bericht = await ontvang()
        berichten.append(bericht)
        gelezen += len(bericht.get("body", b""))
        if not bericht.get("more_body"):
            break
    berichten.reverse()

    async def volgend() -> Any:
        return berichten.pop() if berichten else await ontvang()

    return volgend


def in_turn(app: App, *, tegelijk: int = AT_ONCE, lang: float = LONG) -> App:
    """Return the ASGI application that serves as `app` does, a few requests at a time and each in its turn."""
    rijen: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()

    async def bedien(scope: dict[str, Any], receive: Any, send: Any) -> None:
        loop = asyncio.get_running_loop()
        rij = rijen.setdefault(loop, asyncio.Semaphore(tegelijk))
        receive = await _read_ahead(receive)
        crowd.wachten += 1
        try:
            await rij.acquire()
        finally:
            crowd.wachten -= 1
        geteld = True

        def geef_door() -> None:
            nonlocal geteld
            if geteld:
                geteld = False
                rij.release()

        lang_bezig = loop.call_later(lang, geef_door)
        try:
            await app(scope, receive, send)
        finally:
            lang_bezig.cancel()
            geef_door()

    return bedien
