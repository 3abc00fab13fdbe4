# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One browser that follows a place: what waits to be sent to it, and no more than that."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from wijkwijzer.live.pages import Access

MAX_WAITING = 256  # messages that may wait for a slow reader before it is cut off; it comes back and catches up
Send = Callable[[Any], Coroutine[Any, Any, None]]
END = b"event: einde\ndata: {}\n\n"


class Subscriber:
    """The messages for one connection. All methods run in the event loop of that connection.

    A message is written at once, without waking a task: with 300 browsers that is most of the work. Only when the
    connection can't take more (the ASGI server then waits inside `send`) do messages queue, for a task to send.
    """

    __slots__ = ("_ended", "_queue", "_send", "_task", "access", "closed", "loop", "recheck")

    def __init__(self, access: Access, loop: asyncio.AbstractEventLoop, send: Send) -> None:
        self.access = access
        self.loop = loop
        self.closed = False
        self.recheck: Callable[[], None] = lambda: None  # set by the stream: find out whether access still holds
        self._send = send
        self._queue: list[bytes] = []
        self._task: asyncio.Task[None] | None = None  # sends what waits
        self._ended: asyncio.Future[None] = loop.create_future()

    def offer(self, message: bytes) -> None:
        """Send a message, or queue it; cut the connection off when it reads too slowly."""
        if self.closed:
            return
        if self._task is None:
            self._write(message)
        elif len(self._queue) >= MAX_WAITING:
            self._queue.clear()
            self._task.cancel()
            self.closed = True
            self._finish()
        else:
            self._queue.append(message)

    def close(self, last_words: bytes = b"") -> None:
        """Close after what waits has been sent, with these last words."""
        if self.closed:
            return
        if last_words:
            self.offer(last_words)
        self.closed = True
        if self._task is None:
            self._finish()

    async def wait_closed(self) -> None:
        """Wait until the connection is closed and everything has been sent."""
        await self._ended

    def _finish(self) -> None:
        if not self._ended.done():
            self._ended.set_result(None)

    def _write(self, message: bytes) -> None:
        content = {"type": "http.response.body", "body": message, "more_body": True}
        sending: asyncio.Task[None] = asyncio.Task(self._send(content), loop=self.loop, eager_start=True)
        if not sending.done():
            self._task = self.loop.create_task(self._send_on(sending))
        elif sending.exception() is not None:  # a connection that can't be written to is over, whatever the reason
            self.close()

    async def _send_on(self, first: Awaitable[None]) -> None:
        """Send what could not be sent at once, and what came after it."""
        try:
            await first
            while self._queue:
                everything = b"".join(self._queue)
                self._queue.clear()
                await self._send({"type": "http.response.body", "body": everything, "more_body": True})
        except Exception:  # noqa: BLE001 - as above
            self.closed = True
        finally:
            self._task = None
            if self.closed:
                self._finish()
