# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One browser that follows a place: what waits to be sent to it, and no more than that."""

import asyncio
from collections.abc import Callable

from wijkwijzer.live.plekken import Toegang

MAX_WACHT = 256  # messages that may wait for a slow reader before it is cut off; it comes back and catches up
EINDE = b"event: einde\ndata: {}\n\n"


class Abonnee:
    """The messages for one connection. All methods run in the event loop of that connection."""

    __slots__ = ("_rij", "_wacht", "dicht", "herkeur", "loop", "toegang")

    def __init__(self, toegang: Toegang, loop: asyncio.AbstractEventLoop) -> None:
        self.toegang = toegang
        self.loop = loop
        self.dicht = False
        self.herkeur: Callable[[], None] = lambda: None  # set by the stream: find out whether access still holds
        self._rij: list[bytes] = []
        self._wacht: asyncio.Future[None] | None = None

    def bied(self, bericht: bytes) -> None:
        """Queue a message; cut the connection off when it reads too slowly."""
        if self.dicht:
            return
        self._rij.append(bericht)
        if len(self._rij) > MAX_WACHT:
            self._rij.clear()
            self.sluit()
        else:
            self._wek()

    def sluit(self, afscheid: bytes = b"") -> None:
        """Close after what waits has been sent, with these last words."""
        if not self.dicht:
            self.dicht = True
            if afscheid:
                self._rij.append(afscheid)
            self._wek()

    def _wek(self) -> None:
        if self._wacht is not None and not self._wacht.done():
            self._wacht.set_result(None)

    async def neem(self) -> bytes:
        """Wait for messages and return all that wait, as one; nothing (b"") when it is over."""
        if not self._rij and not self.dicht:
            self._wacht = self.loop.create_future()
            await self._wacht
            self._wacht = None
        alles = self._rij[0] if len(self._rij) == 1 else b"".join(self._rij)
        self._rij.clear()
        return alles
