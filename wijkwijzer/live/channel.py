# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody who looks at one place as one audience, and the last messages they got."""

import asyncio
import json
import logging
import time
from collections import deque
from collections.abc import Hashable, Sequence
from typing import Any

from wijkwijzer.live.pages import Piece, Place, page, source
from wijkwijzer.live.subscriber import Subscriber

RING = 1024  # messages kept for who was away: half a minute of a full room, and the queue when all come back at once


_log = logging.getLogger(__name__)


def message(versie: int, inhoud: dict[str, Any], *, soort: str = "") -> bytes:
    """Return a message as it goes over the wire; its id is the version of the wijk that it brings a page to.

    Version 0: it is about something else and moves no page, so the browser keeps the id that it has.
    """
    kop = f"event: {soort}\n" if soort else ""
    lijf = json.dumps({"v": versie, **inhoud}, ensure_ascii=False, separators=(",", ":"))
    id_ = f"id: {versie}\n" if versie else ""
    return f"{kop}{id_}data: {lijf}\n\n".encode()


def _pieces(stukken: Sequence[Piece]) -> list[list[Any]]:
    return [[s.id, s.html, s.versie, s.in_] for s in stukken]


class Channel:
    """One place and audience. The worker of the hub fills it; each event loop has its own list of who is in it."""

    def __init__(self, plek: Place, publiek: Hashable, versie: int) -> None:
        self.plek = plek
        self.publiek = publiek
        self.pagina = page(plek.naam)
        self._beeld = self.pagina.beeld(plek, publiek) if self.pagina.beeld else None
        self.ring: deque[tuple[int, bytes | None]] = deque()
        self.vanaf = versie  # the ring holds every message after this version
        self.leden: dict[asyncio.AbstractEventLoop, set[Subscriber]] = {}
        self.vuil = False  # lines came since the last `geheel`
        self.haast = False  # and what they changed has not been told yet
        self.volgend_geheel = 0.0
        self.leeg_sinds = time.monotonic()
        self._geheel: tuple[int, bytes] = (-1, b"")
        self._getoond: dict[str, str] = {}

    @property
    def aantal(self) -> int:
        """How many connections there are."""
        return sum(map(len, list(self.leden.values())))

    def maak(self, regel: Any) -> bytes | None:
        """Render what one line changes here; None when this audience need not know."""
        if not source().ziet(self.publiek, regel):
            return None
        try:
            stukken = self.pagina.regel(self.plek, self.publiek, regel)
        except Exception:  # noqa: BLE001 - one page that can't be rendered must not stop the others
            _log.exception("A change could not be rendered; the pages look for themselves")
            stukken = None
        self.vuil = self.vuil or self._beeld is not None
        if stukken is None:
            return message(regel.versie, {"o": 1, "n": self.aantal})
        return message(regel.versie, {"s": _pieces(stukken)} if stukken else {})

    def onthoud(self, versie: int, inhoud: bytes | None) -> None:
        """Keep a message for who is away; None: nothing to tell at this version."""
        self.ring.append((versie, inhoud))
        while len(self.ring) > RING:
            self.vanaf = self.ring.popleft()[0]

    def haal_in(self, na: int, tot: int) -> bytes:
        """Return what somebody missed who has seen version `na`, up to `tot`; one look at the page if that is less."""
        if na >= tot:
            return b""
        if tot - na <= RING and na < self.vanaf:
            for regel in reversed(source().regels(self.plek.wijk, na, self.vanaf)):
                self.ring.appendleft((regel.versie, self.maak(regel)))
            self.vanaf = na
        if na < self.vanaf:
            return message(tot, {"o": 1, "n": self.aantal})
        gemist = [inhoud for versie, inhoud in self.ring if versie > na and inhoud]
        if any(b'"o":1' in inhoud for inhoud in gemist):
            return message(tot, {"o": 1, "n": self.aantal})
        return b"".join(gemist)

    def geheel(self, versie: int, *, alles: bool) -> bytes:
        """Return the pieces that follow from many lines, as they are at this version or later.

        `alles`: every piece, for who comes back; else only those that changed since they were last sent.
        """
        if self._beeld is None:
            return b""
        if alles and self._geheel[0] == versie:
            return self._geheel[1]
        stukken = self._beeld.geheel()
        vol = message(versie, {"s": _pieces(stukken)})
        self._geheel = (versie, vol)
        if alles:
            return vol
        self.vuil = self.haast = False
        return self._anders(versie, stukken)

    def vul_aan(self, regels: Sequence[Any]) -> bytes:
        """Return the pieces that these lines change and that need no reading of all of them; what does waits."""
        if self._beeld is None or not regels:
            return b""
        try:
            stukken = self._beeld.vul_aan(regels)
        except Exception:  # noqa: BLE001 - what can't be added is read
            _log.exception("A picture could not be added to; it is read")
            stukken = None
        if stukken is None:
            self.haast = True
            return b""
        return self._anders(regels[-1].versie, stukken)

    def _anders(self, versie: int, stukken: Sequence[Piece]) -> bytes:
        """Return the pieces that differ from what was last sent."""
        anders = [s for s in stukken if self._getoond.get(s.id) != s.html]
        self._getoond = {s.id: s.html for s in stukken}
        return message(versie, {"s": _pieces(anders)}) if anders else b""

    # From here on: called in the event loop of the connections.

    def erbij(self, abonnee: Subscriber, groet: bytes) -> None:
        """Let somebody in, with what was missed."""
        if not abonnee.dicht:
            self.leden.setdefault(abonnee.loop, set()).add(abonnee)
            abonnee.bied(groet)

    def eraf(self, abonnee: Subscriber) -> None:
        """Let somebody out."""
        groep = self.leden.get(abonnee.loop, set())
        groep.discard(abonnee)

    def deel_uit(self, loop: asyncio.AbstractEventLoop, inhoud: bytes) -> None:
        """Give a message to everybody of this loop."""
        for abonnee in self.leden.get(loop, ()):
            abonnee.bied(inhoud)

    def kijk_na(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let every connection of this loop find out whether it may still be here."""
        for abonnee in self.leden.get(loop, ()):
            abonnee.herkeur()
