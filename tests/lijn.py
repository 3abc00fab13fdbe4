# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser's side of a stream over a real socket, and what it needs to send a form.

All lines of a test share one event loop in one thread, so that 300 of them are no burden on the test itself.
"""

import asyncio
import contextlib
import http.client
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any
from urllib.parse import urlencode

from django.test import Client

from tests.stroom import Ontvanger

LIVE, PERRON = "/wijken/proefwijk/live/", "/wijken/proefwijk/routekaart/perron/2/"
TEKEN = "a" * 32


def koekjes(client: Client) -> str:
    """Return the cookies of a client as a header."""
    return "; ".join([f"csrftoken={TEKEN}", *(f"{k}={m.value}" for k, m in client.cookies.items())])


def post(poort: int, client: Client, pad: str, **velden: str) -> int:
    """Send a form as a page would; returns the status. Raises OSError or HTTPException when there is no answer."""
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
    kop = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": koekjes(client),
        "X-CSRFToken": TEKEN,
    }
    with contextlib.closing(verbinding):
        verbinding.request("POST", pad, urlencode(velden), kop)
        return verbinding.getresponse().status


class Lijn(Ontvanger):
    """One stream. `laatste` is the id that the browser would come back with, `weg` tells that it was cut off."""

    def __init__(
        self,
        lus: "Lus",
        poort: int,
        client: Client,
        *,
        na: int,
        pad: str = LIVE,
        plek: str = PERRON,
        host: str = "127.0.0.1",
    ) -> None:
        super().__init__()
        self._host, self._pad = host, pad
        self._lus, self._poort, self._client, self._plek, self._na = lus, poort, client, plek, na
        self._stukken: list[str] = []
        self._schrijver: asyncio.StreamWriter | None = None
        self.pogingen = 0
        self.fouten: list[str] = []
        self.verbind()

    @property
    def laatste(self) -> int:
        """The version that it has seen."""
        return max([self._na, *(int(b.id) for b in self.berichten if b.id and b.soort != "welkom")])

    @property
    def begroetingen(self) -> int:
        """How many times it was let in."""
        return sum(b.soort == "welkom" for b in self.berichten)

    def kreeg(self, woord: str, keer: int = 1) -> bool:
        """Tell whether this came in so often; cheap, for who asks 300 lines again and again."""
        return self._tekst.count(woord) >= keer

    def verbind(self) -> None:
        """Connect, for the first time or again: with the last version that came in, as a browser does."""
        kop = f"Last-Event-ID: {self.laatste}\r\n" if self.pogingen else ""
        self._tekst = self._tekst.rpartition("\n\n")[0] + "\n\n" if self._tekst else ""  # half a message is lost
        self.pogingen += 1
        self.klaar = False
        vraag = urlencode({"plek": self._plek, "na": self.laatste})
        verzoek = (
            f"GET {self._pad}?{vraag} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n"
            f"Cookie: {koekjes(self._client)}\r\n{kop}\r\n"
        )
        self._lus.doe(self._lees(verzoek.encode()))

    def breek(self) -> None:
        """Drop the line, as a network that is gone: no goodbye."""
        if self._schrijver:
            self._lus.roep(self._schrijver.transport.abort)

    async def _lees(self, verzoek: bytes) -> None:
        try:
            lezer, self._schrijver = await asyncio.open_connection(self._host, self._poort)
            self._schrijver.write(verzoek)
            kop = (await lezer.readuntil(b"\r\n\r\n")).decode("ascii")
            self.status = int(kop.split(" ", 2)[1])
            while lengte := int(await lezer.readline() or b"0", 16):
                self._tekst += (await lezer.readexactly(lengte + 2))[:-2].decode()
        except (OSError, asyncio.IncompleteReadError, ValueError) as fout:
            self.fouten.append(repr(fout))
        finally:
            if self._schrijver:
                self._schrijver.transport.abort()
            self.klaar = True


class Lus:
    """The event loop of all lines of a test. `vooraf` is called first in its thread."""

    def __init__(self, vooraf: Callable[[], None] = lambda: None) -> None:
        self._lus = asyncio.new_event_loop()
        self._draad = threading.Thread(target=lambda: (vooraf(), self._lus.run_forever()), daemon=True)
        self._draad.start()

    def doe(self, werk: Any) -> "Future[None]":
        """Run a coroutine."""
        return asyncio.run_coroutine_threadsafe(werk, self._lus)

    def roep(self, functie: Any) -> None:
        """Call a function in the loop."""
        self._lus.call_soon_threadsafe(functie)

    def stop(self) -> None:
        """End all lines."""

        async def eindig() -> None:
            taken = asyncio.all_tasks() - {asyncio.current_task()}
            for taak in taken:
                taak.cancel()
            await asyncio.gather(*taken, return_exceptions=True)

        self.doe(eindig()).result(10)
        self.roep(self._lus.stop)
        self._draad.join(10)
        self._lus.close()
