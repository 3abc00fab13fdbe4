# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns: how many requests are worked on at once in one process.

Under ASGI every request runs in a thread of its own, and in Python one thread works at a time. When 300 phones send a
card at the same moment, all those threads ask for the interpreter, and the event loop, which brings the cards to the
wall, has to ask for it between them. So a crowd waits here, where that costs nothing, and a few are served at a time.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from typing import Any
from weakref import WeakKeyDictionary

AT_ONCE = 4  # requests that are worked on at once
LONG = 1.0  # seconds after which a request no longer counts: it waits for something else
AHEAD = 64 * 1024  # bytes of a form that are taken in before its turn
Receive = Callable[[], Awaitable[Any]]
App = Callable[[dict[str, Any], Receive, Callable[[Any], Coroutine[Any, Any, None]]], Any]


class Crowd:
    """How many requests wait for their turn in this process: live updates go in bunches as long as somebody does."""

    def __init__(self) -> None:
        self.waiting = 0


crowd = Crowd()
_pass_on: ContextVar[Callable[[], object]] = ContextVar("pass_on", default=lambda: None)


def pass_on_turn() -> None:
    """Let the next request begin: this one is going to wait for something else. Called in the thread of a request."""
    _pass_on.get()()


async def _read_ahead(receive: Receive) -> Receive:
    """Take in what the browser sends before it gets a turn, so that a bad line holds up nobody else's."""
    messages, size = [], 0
    while size < AHEAD:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    messages.reverse()

    async def following() -> Any:
        return messages.pop() if messages else await receive()

    return following


def in_turn(app: App, *, at_once: int = AT_ONCE, long: float = LONG) -> App:
    """Return the ASGI application that serves as `app` does, a few requests at a time and each in its turn."""
    queues: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()

    async def serve(scope: dict[str, Any], receive: Any, send: Any) -> None:
        loop = asyncio.get_running_loop()
        queue = queues.setdefault(loop, asyncio.Semaphore(at_once))
        receive = await _read_ahead(receive)
        crowd.waiting += 1
        try:
            await queue.acquire()
        finally:
            crowd.waiting -= 1
        counted = True

        def pass_on() -> None:
            nonlocal counted
            if counted:
                counted = False
                queue.release()

        _pass_on.set(lambda: loop.call_soon_threadsafe(pass_on))
        timer = loop.call_later(long, pass_on)
        try:
            await app(scope, receive, send)
        finally:
            timer.cancel()
            pass_on()

    return serve
