# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A network between a browser and the server that a test can cut, silence, and let hold back streams."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Any


class Doorgeef:
    """Passes bytes on between its own port and another one on this machine, until it is told not to."""

    def __init__(self, naar: int) -> None:
        self.naar = naar
        self.poort = 0
        self.doorgelaten = 0  # bytes of streams
        self._stil = self._kapot = self._houdt_op = False
        self._anders: asyncio.Event
        self._schrijvers: set[asyncio.StreamWriter] = set()
        self._lus = asyncio.new_event_loop()
        klaar = threading.Event()
        self._draad = threading.Thread(target=self._werk, args=(klaar,), daemon=True)
        self._draad.start()
        assert klaar.wait(10)

    @property
    def adres(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.poort}"

    def zwijg(self) -> None:
        """Pass nothing on any more, and close nothing either: a cable that was pulled out."""
        self._zet(stil=True)

    def verbreek(self) -> None:
        """Close everything, and every new connection: a network that says no."""
        self._zet(kapot=True)

    def houd_streams_op(self) -> None:
        """Hold back what comes over streams from now on, headers too: a proxy that waits for the end of an answer."""
        self._zet(houdt_op=True)

    def herstel(self) -> None:
        """Be a good network again. What was held back comes now."""
        self._zet()

    def stop(self) -> None:
        """End it, with all connections."""
        self._lus.call_soon_threadsafe(self._lus.stop)
        self._draad.join(10)
        assert not self._draad.is_alive()
        self._lus.close()

    def _zet(self, *, stil: bool = False, kapot: bool = False, houdt_op: bool = False) -> None:
        def zet() -> None:
            self._stil, self._kapot, self._houdt_op = stil, kapot, houdt_op
            self._anders.set()
            self._anders = asyncio.Event()
            if kapot:
                for schrijver in list(self._schrijvers):
                    schrijver.transport.abort()

        gedaan = threading.Event()
        self._lus.call_soon_threadsafe(lambda: (zet(), gedaan.set()))
        assert gedaan.wait(10)

    def _werk(self, klaar: threading.Event) -> None:
        async def begin() -> asyncio.Server:
            self._anders = asyncio.Event()
            return await asyncio.start_server(self._verbinding, "127.0.0.1", 0, backlog=512)

        server = self._lus.run_until_complete(begin())
        self.poort = server.sockets[0].getsockname()[1]
        klaar.set()
        self._lus.run_forever()
        self._lus.run_until_complete(self._einde(server))

    async def _einde(self, server: asyncio.Server) -> None:
        """Listen no more first: a browser comes back at once, and a connection half accepted is closed by nobody."""
        server.close()
        self._stil = self._houdt_op = False
        self._kapot = True
        self._anders.set()
        await asyncio.sleep(0.05)
        taken = asyncio.all_tasks() - {asyncio.current_task()}
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
        while self._schrijvers:
            self._schrijvers.pop().transport.abort()
        await asyncio.sleep(0.05)  # an aborted transport closes in the next rounds of the loop

    async def _verbinding(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        stroom = False

        def is_stroom() -> bool:
            return stroom

        def zie(stuk: bytes) -> None:
            nonlocal stroom
            if b"HTTP/1.1\r\n" in stuk:  # the connection can be used for one request after another
                stroom = b"text/event-stream" in stuk

        self._schrijvers.add(schrijver)
        binnen = None
        try:
            await self._mag_door(lambda: False)
            if self._kapot:
                return
            verder, binnen = await asyncio.open_connection("127.0.0.1", self.naar)
            self._schrijvers.add(binnen)
            heen = self._pomp(lezer, binnen, zie, lambda: False)
            await asyncio.gather(heen, self._pomp(verder, schrijver, lambda _: None, is_stroom))
        except OSError:
            pass
        finally:
            for een in filter(None, (schrijver, binnen)):
                een.transport.abort()
                self._schrijvers.discard(een)

    async def _pomp(self, van: Any, naar: Any, zie: Callable[[bytes], None], is_stroom: Callable[[], bool]) -> None:
        try:
            while stuk := await van.read(65536):
                zie(stuk)
                await self._mag_door(is_stroom)
                if is_stroom():
                    self.doorgelaten += len(stuk)
                naar.write(stuk)
                await naar.drain()
        finally:
            with contextlib.suppress(OSError, RuntimeError):
                await self._mag_door(is_stroom)  # an end does not pass a cable that was pulled out
                naar.close()

    async def _mag_door(self, is_stroom: Callable[[], bool]) -> None:
        while self._stil or (self._houdt_op and is_stroom()):
            await self._anders.wait()
