# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser's side of a stream: the real ASGI application, read in an event loop of its own."""

import asyncio
import json
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, NamedTuple, Self
from urllib.parse import urlencode

from django.db import connection, connections
from django.test import Client

from wijkwijzer.asgi import application
from wijkwijzer.live.hub import hub

GEDULD = 10.0


class Bericht(NamedTuple):
    """One event as it came in."""

    soort: str
    id: str
    lijf: dict[str, Any]


def ontleed(blok: str) -> Bericht:
    """Read one event of a stream."""
    velden = dict(regel.split(": ", 1) for regel in blok.splitlines())
    return Bericht(velden.get("event", "message"), velden.get("id", ""), json.loads(velden["data"]))


class Ontvanger:
    """What came in over a stream, however it is read: `_tekst` grows, `status` is that of the answer."""

    def __init__(self) -> None:
        self.status = 0
        self.klaar = False
        self._tekst = ""

    @property
    def berichten(self) -> list[Bericht]:
        """Everything that came in so far."""
        heel, _, _ = self._tekst.rpartition("\n\n")
        return [ontleed(blok) for blok in heel.split("\n\n") if blok]

    @property
    def versies(self) -> list[int]:
        """The versions of the changes that came in, in order; without what follows from many lines."""
        return [b.lijf["v"] for b in self.berichten if b.soort == "message" and not is_geheel(b)]

    def wacht_op(self, klopt: Callable[[Self], object], geduld: float = GEDULD) -> Self:
        """Wait until something holds. Fails when it takes too long."""
        tot = time.monotonic() + geduld
        while not klopt(self):
            assert time.monotonic() < tot, f"status {self.status}, received: {self._tekst[-2000:]!r}"
            time.sleep(0.01)
        return self

    def open(self) -> Self:
        """Wait for the greeting."""
        return self.wacht_op(lambda ik: any(b.soort == "welkom" for b in ik.berichten))


class Lezer(Ontvanger):
    """Follows a place until it is closed. `traag`: takes nothing in after the first message, as a bad line would."""

    def __init__(
        self, client: Client | None, pad: str, *, traag: bool = False, kop: dict[str, str] | None = None, **vraag
    ):
        super().__init__()
        self._traag = traag
        koekjes = "; ".join(f"{k}={m.value}" for k, m in client.cookies.items()) if client else ""
        koppen = {"host": "127.0.0.1", "accept": "text/event-stream", "cookie": koekjes} | (kop or {})
        self._scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": pad,
            "raw_path": pad.encode(),
            "query_string": urlencode(vraag).encode(),
            "root_path": "",
            "headers": [(k.encode(), v.encode()) for k, v in koppen.items()],
            "server": ("127.0.0.1", 80),
            "client": ("127.0.0.1", 5),
        }
        self.loop = asyncio.new_event_loop()
        self.vertrek, self._dam = asyncio.Event(), asyncio.Event()
        self._draad = threading.Thread(target=self._lees, daemon=True)
        self._draad.start()

    def _lees(self) -> None:
        async def ontvang():
            if not self._gevraagd:
                self._gevraagd = True
                return {"type": "http.request", "body": b"", "more_body": False}
            await self.vertrek.wait()
            return {"type": "http.disconnect"}

        async def stuur(bericht):
            if bericht["type"] == "http.response.start":
                self.status = bericht["status"]
            else:
                self._tekst += bericht["body"].decode()
                if self._traag and self._tekst:
                    await self._dam.wait()

        self._gevraagd = False
        try:
            self.loop.run_until_complete(application(self._scope, ontvang, stuur))
        finally:
            self.klaar = True

    def sluit(self) -> None:
        """Leave, as a browser that closes its tab; a slow one reads on first."""
        self.loop.call_soon_threadsafe(self._dam.set)
        self.loop.call_soon_threadsafe(self.vertrek.set)
        self._draad.join(GEDULD)
        assert not self._draad.is_alive(), "the stream did not end"
        self.loop.close()


@contextmanager
def lezers() -> Generator[Callable[..., Lezer]]:
    """Give what makes a Lezer; at the end all are closed, and the hub forgets."""
    open_: list[Lezer] = []

    def volg(*args: Any, **opties: Any) -> Lezer:
        open_.append(Lezer(*args, **opties))
        return open_[-1]

    yield volg
    for lezer in open_:
        lezer.sluit()
    hub.stop()
    if connection.vendor == "postgresql":
        connections.close_all()


def is_geheel(bericht: Bericht) -> bool:
    """Tell whether a message holds the pieces of a perron that follow from many lines."""
    return any(stuk[0] in {"perron-staat", "nog-open", "nummers"} for stuk in bericht.lijf.get("s", []))
