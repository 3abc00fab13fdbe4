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
    connection can't take more (the ASGI server then waits inside `stuur`) do messages queue, for a task to send.
    """

    __slots__ = ("_einde", "_rij", "_stuur", "_taak", "dicht", "herkeur", "loop", "toegang")

    def __init__(self, toegang: Access, loop: asyncio.AbstractEventLoop, stuur: Send) -> None:
        self.toegang = toegang
        self.loop = loop
        self.dicht = False
        self.herkeur: Callable[[], None] = lambda: None  # set by the stream: find out whether access still holds
        self._stuur = stuur
        self._rij: list[bytes] = []
        self._taak: asyncio.Task[None] | None = None  # sends what waits
        self._einde: asyncio.Future[None] = loop.create_future()

    def bied(self, bericht: bytes) -> None:
        """Send a message, or queue it; cut the connection off when it reads too slowly."""
        if self.dicht:
            return
        if self._taak is None:
            self._schrijf(bericht)
        elif len(self._rij) >= MAX_WAITING:
            self._rij.clear()
            self._taak.cancel()
            self.dicht = True
            self._rond_af()
        else:
            self._rij.append(bericht)

    def sluit(self, afscheid: bytes = b"") -> None:
        """Close after what waits has been sent, with these last words."""
        if self.dicht:
            return
        if afscheid:
            self.bied(afscheid)
        self.dicht = True
        if self._taak is None:
            self._rond_af()

    async def tot_het_einde(self) -> None:
        """Wait until the connection is closed and everything has been sent."""
        await self._einde

    def _rond_af(self) -> None:
        if not self._einde.done():
            self._einde.set_result(None)

    def _schrijf(self, bericht: bytes) -> None:
        inhoud = {"type": "http.response.body", "body": bericht, "more_body": True}
        zending: asyncio.Task[None] = asyncio.Task(self._stuur(inhoud), loop=self.loop, eager_start=True)
        if not zending.done():
            self._taak = self.loop.create_task(self._stuur_verder(zending))
        elif zending.exception() is not None:  # a connection that can't be written to is over, whatever the reason
            self.sluit()

    async def _stuur_verder(self, eerst: Awaitable[None]) -> None:
        """Send what could not be sent at once, and what came after it."""
        try:
            await eerst
            while self._rij:
                alles = b"".join(self._rij)
                self._rij.clear()
                await self._stuur({"type": "http.response.body", "body": alles, "more_body": True})
        except Exception:  # noqa: BLE001 - as above
            self.dicht = True
        finally:
            self._taak = None
            if self.dicht:
                self._rond_af()
