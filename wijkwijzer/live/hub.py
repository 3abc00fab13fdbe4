# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hub: one worker per process that brings changes from the database to who is looking.

The worker reads the journal of a wijk by version and delivers in that order. A signal only says "look": signals may
come twice, late, in another order or not at all, and nothing is skipped or doubled, because a wijk's row is locked
until a change is committed: who can read version n + 1 can read n. (ADR 0005.)
"""

import asyncio
import contextlib
import logging
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Hashable
from typing import Any

from django.db import connection, connections
from django.utils import translation

from wijkwijzer.live.channel import Channel, message
from wijkwijzer.live.pages import Place, source
from wijkwijzer.live.presence import Presence
from wijkwijzer.live.signals import Signals, make_signals
from wijkwijzer.live.subscriber import END, Subscriber
from wijkwijzer.server.admission import crowd

LOOK_AGAIN = 15.0  # seconds between two looks at the versions, whatever the signals say
KEEP_EMPTY = 120.0  # seconds that the last messages stay when everybody left a place
BUNDLE = 0.1  # seconds between two rounds while requests wait for their turn: telling 300 phones costs as much as one
REREAD = 1.0  # seconds that a picture may rest longer when all that came was added to it
SHORT = 0.05  # seconds between two looks at whether something that rests is due
TROUBLE = 0.5  # seconds to wait after trouble with the database

_log = logging.getLogger(__name__)


class Hub:
    """All places that somebody in this process looks at. `hub` below is the one of the process."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._wek = threading.Event()
        self._draad: threading.Thread | None = None
        self._nieuw: deque[tuple[Subscriber, int, bool]] = deque()
        self._geroepen: set[int] = set()
        self._alle_roepen = False
        self._stoppen = False
        self._kamers: dict[tuple[Place, Hashable], Channel] = {}
        self._geleverd: dict[int, int] = {}
        self._per_sleutel: Counter[str] = Counter()
        self.wie = Presence()

    # Called from anywhere.

    def roep(self, wijk: int | None = None) -> None:
        """Say that a wijk changed (None: perhaps all did). Costs nothing when nobody is looking."""
        if self._draad is None:
            return
        with self._slot:
            if wijk is None:
                self._alle_roepen = True
            else:
                self._geroepen.add(wijk)
        self._wek.set()

    def meld_aan(self, abonnee: Subscriber, *, na: int, terug: bool) -> None:
        """Let somebody follow a place, who has seen version `na`; `terug`: who was here before and lost the line."""
        with self._slot:
            self._per_sleutel[abonnee.toegang.sleutel] += 1
            self._nieuw.append((abonnee, na, terug))
            if self._draad is None:
                self._draad = threading.Thread(target=self._werk, name="live-hub", daemon=True)
                self._draad.start()
        self._wek.set()

    def meld_af(self, abonnee: Subscriber) -> None:
        """Forget a connection. Called in its own event loop."""
        abonnee.sluit()
        with self._slot:
            self._per_sleutel -= Counter([abonnee.toegang.sleutel])
        kamer = self._kamers.get((abonnee.toegang.plek, abonnee.toegang.publiek))
        if kamer is not None:
            kamer.eraf(abonnee)
        self.wie.vuil = True
        self._wek.set()

    def sluit(self, sleutel: str) -> None:
        """End all connections of a login or guest, with a last word."""
        for kamer in list(self._kamers.values()):
            for loop, leden in list(kamer.leden.items()):
                for abonnee in [a for a in list(leden) if a.toegang.sleutel == sleutel]:
                    with contextlib.suppress(RuntimeError):  # that loop has just been closed
                        loop.call_soon_threadsafe(abonnee.sluit, END)

    def aantal_van(self, sleutel: str) -> int:
        """Return how many connections this login or guest has in this process."""
        return self._per_sleutel[sleutel]

    def stop(self) -> None:
        """End the worker and forget everybody. For the end of a process, and of a test."""
        draad = self._draad
        if draad is not None:
            self._stoppen = True
            self._wek.set()
            draad.join(10)
        self.__init__()  # type: ignore[misc]

    # The worker. Only it touches the database, and only it adds to the rooms' messages.

    def _werk(self) -> None:
        wekker = make_signals(self.roep, self.wie)
        nagekeken = time.monotonic()
        try:
            with translation.override("nl"):
                while True:
                    self._wek.wait(self._pauze(wekker))
                    self._wek.clear()
                    if time.monotonic() - nagekeken > LOOK_AGAIN:
                        nagekeken = time.monotonic()
                        self._alle_roepen = True
                    if self._stoppen or not self._ronde(wekker):
                        return
                    if crowd.wachten:
                        time.sleep(BUNDLE)
        finally:
            wekker.stop()
            connections.close_all()

    def _pauze(self, wekker: Signals) -> float:
        """Return how long the worker may sleep when nobody calls."""
        vuil = any(kamer.vuil and kamer.aantal for kamer in self._kamers.values())
        return min(wekker.pauze, SHORT if vuil or self.wie.vuil else LOOK_AGAIN)

    def _ronde(self, wekker: Signals) -> bool:
        """Do all there is to do, once. Returns False when nobody is left and the worker ends."""
        try:
            self._kijk(wekker)
            self._ververs()
            self.wie.deel_mee(list(self._kamers.values()), self._stuur, wekker.vertel)
            self._ruim_op()
        except Exception:  # noqa: BLE001 - the worker outlives any trouble
            # Most likely the database is away: everything stays as it was, the next round tries again.
            _log.exception("Live updates wait for the database")
            connections.close_all()
            time.sleep(TROUBLE)
            self.roep()
        finally:
            if connection.vendor == "postgresql":
                connection.close()  # back to the pool
        with self._slot:
            if self._nieuw or self._kamers:
                return True
            self._geleverd.clear()
            self._geroepen.clear()
            self._draad = None
            return False

    def _kijk(self, wekker: Signals) -> None:
        """Deliver what is new in the wijken that were called, then let in who asked."""
        with self._slot:
            geroepen, self._geroepen = self._geroepen, set()
            alle, self._alle_roepen = self._alle_roepen, False
            nieuw, self._nieuw = self._nieuw, deque()
        try:
            if alle or wekker.hoorde_iets():
                geroepen |= self._gewijzigd()
            for wijk in geroepen & self._geleverd.keys():
                self._lever(wijk)
            while nieuw:
                abonnee, na, terug = nieuw[0]
                self._laat_binnen(abonnee, na, terug=terug)
                nieuw.popleft()
        except BaseException:
            with self._slot:
                self._geroepen |= geroepen
                self._nieuw.extendleft(reversed(nieuw))
            raise

    def _gewijzigd(self) -> set[int]:
        """Return the wijken that changed since the last time. With one wijk its journal tells that just as well."""
        if len(self._geleverd) == 1:
            return set(self._geleverd)
        nu = source().versies(self._geleverd)
        return {wijk for wijk, versie in nu.items() if versie > self._geleverd[wijk]}

    def _lever(self, wijk: int) -> None:
        """Deliver the lines of a wijk that came since the last time, in order."""
        regels = source().regels(wijk, self._geleverd[wijk])
        if not regels:
            return
        kamers = [k for k in list(self._kamers.values()) if k.plek.wijk == wijk]
        gezien: list[tuple[Channel, list[Any]]] = []
        for kamer in kamers:
            berichten = [(regel, kamer.maak(regel)) for regel in regels]
            for regel, inhoud in berichten:
                kamer.onthoud(regel.versie, inhoud)
            self._stuur(kamer, b"".join(inhoud for _, inhoud in berichten if inhoud))
            gezien.append((kamer, [regel for regel, inhoud in berichten if inhoud is not None]))
        self._geleverd[wijk] = regels[-1].versie
        for kamer, regels_hier in gezien:  # only now: everybody else need not wait for it
            self._stuur(kamer, kamer.vul_aan(regels_hier))
        if any(map(source().beeindigt, regels)):
            for kamer in kamers:
                self._in_lus(kamer, lambda kamer, loop: kamer.kijk_na(loop))

    def _laat_binnen(self, abonnee: Subscriber, na: int, *, terug: bool) -> None:
        plek, publiek = abonnee.toegang.plek, abonnee.toegang.publiek
        if plek.wijk not in self._geleverd:
            self._geleverd[plek.wijk] = source().versies([plek.wijk]).get(plek.wijk, 0)
        elif na > self._geleverd[plek.wijk]:
            self._lever(plek.wijk)
        versie = self._geleverd[plek.wijk]
        kamer = self._kamers.get((plek, publiek)) or Channel(plek, publiek, versie)
        self._kamers[plek, publiek] = kamer
        groet = message(versie, {"n": kamer.aantal}, soort="welkom") + kamer.haal_in(na, versie)
        if terug or na < versie:
            groet += kamer.geheel(versie, alles=True)
        kamer.leden.setdefault(abonnee.loop, set())  # now: what is delivered next must find this loop, and comes after
        with contextlib.suppress(RuntimeError):
            abonnee.loop.call_soon_threadsafe(self._erbij, kamer, abonnee, groet)

    def _erbij(self, kamer: Channel, abonnee: Subscriber, groet: bytes) -> None:
        """Let somebody in; runs in the event loop of the connection."""
        kamer.erbij(abonnee, groet)
        self.wie.vuil = True
        self._wek.set()

    def _ververs(self) -> None:
        """Send what follows from many lines, at most once in a while."""
        for kamer in [k for k in list(self._kamers.values()) if k.vuil]:
            if not kamer.aantal:
                kamer.vuil = False
            elif time.monotonic() >= kamer.volgend_geheel + (0 if kamer.haast else REREAD):
                begin = time.thread_time()  # work, not waiting: in a busy process that would postpone the next one too
                self._stuur(kamer, kamer.geheel(self._geleverd[kamer.plek.wijk], alles=False))
                werk = time.thread_time() - begin
                kamer.volgend_geheel = time.monotonic() + max(kamer.pagina.rust, werk / kamer.pagina.deel)

    def _ruim_op(self) -> None:
        """Forget the places that nobody has looked at for a while."""
        nu = time.monotonic()
        for sleutel, kamer in list(self._kamers.items()):
            if kamer.aantal:
                kamer.leeg_sinds = nu
            elif nu - kamer.leeg_sinds > KEEP_EMPTY:
                del self._kamers[sleutel]

    def _stuur(self, kamer: Channel, inhoud: bytes) -> None:
        if inhoud:
            self._in_lus(kamer, lambda kamer, loop: kamer.deel_uit(loop, inhoud))

    def _in_lus(self, kamer: Channel, doe: Callable[[Channel, asyncio.AbstractEventLoop], None]) -> None:
        """Run something in every event loop that has people in this room."""
        for loop in list(kamer.leden):
            try:
                loop.call_soon_threadsafe(doe, kamer, loop)
            except RuntimeError:  # a loop that has ended
                kamer.leden.pop(loop, None)


hub = Hub()
