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
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        self._joining: deque[tuple[Subscriber, int, bool]] = deque()
        self._called: set[int] = set()
        self._all_called = False
        self._stopping = False
        self._channels: dict[tuple[Place, Hashable], Channel] = {}
        self._delivered: dict[int, int] = {}
        self._per_key: Counter[str] = Counter()
        self.presence = Presence()

    # Called from anywhere.

    def call(self, wijk: int | None = None) -> None:
        """Say that a wijk changed (None: perhaps all did). Costs nothing when nobody is looking."""
        if self._thread is None:
            return
        with self._lock:
            if wijk is None:
                self._all_called = True
            else:
                self._called.add(wijk)
        self._wake.set()

    def join(self, subscriber: Subscriber, *, seen: int, returning: bool) -> None:
        """Let somebody follow a place, who has seen version `seen`; `returning`: was here before and lost the line."""
        with self._lock:
            self._per_key[subscriber.access.key] += 1
            self._joining.append((subscriber, seen, returning))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="live-hub", daemon=True)
                self._thread.start()
        self._wake.set()

    def leave(self, subscriber: Subscriber) -> None:
        """Forget a connection. Called in its own event loop."""
        subscriber.close()
        with self._lock:
            self._per_key -= Counter([subscriber.access.key])
        channel = self._channels.get((subscriber.access.place, subscriber.access.audience))
        if channel is not None:
            channel.let_out(subscriber)
        self.presence.dirty = True
        self._wake.set()

    def close(self, key: str) -> None:
        """End all connections of a login or guest, with a last word."""
        for channel in list(self._channels.values()):
            for loop, members in list(channel.members.items()):
                for subscriber in [a for a in list(members) if a.access.key == key]:
                    with contextlib.suppress(RuntimeError):  # that loop has just been closed
                        loop.call_soon_threadsafe(subscriber.close, END)

    def count_of(self, key: str) -> int:
        """Return how many connections this login or guest has in this process."""
        return self._per_key[key]

    def stop(self) -> None:
        """End the worker and forget everybody. For the end of a process, and of a test."""
        thread = self._thread
        if thread is not None:
            self._stopping = True
            self._wake.set()
            thread.join(10)
        self.__init__()  # type: ignore[misc]

    # The worker. Only it touches the database, and only it adds to the channels' messages.

    def _work(self) -> None:
        signals = make_signals(self.call, self.presence)
        looked = time.monotonic()
        try:
            with translation.override("nl"):
                while True:
                    self._wake.wait(self._pause(signals))
                    self._wake.clear()
                    if time.monotonic() - looked > LOOK_AGAIN:
                        looked = time.monotonic()
                        self._all_called = True
                    if self._stopping or not self._round(signals):
                        return
                    if crowd.waiting:
                        time.sleep(BUNDLE)
        finally:
            signals.stop()
            connections.close_all()

    def _pause(self, signals: Signals) -> float:
        """Return how long the worker may sleep when nobody calls."""
        dirty = any(channel.dirty and channel.count for channel in self._channels.values())
        return min(signals.pause, SHORT if dirty or self.presence.dirty else LOOK_AGAIN)

    def _round(self, signals: Signals) -> bool:
        """Do all there is to do, once. Returns False when nobody is left and the worker ends."""
        try:
            self._look(signals)
            self._refresh()
            self.presence.tell_all(list(self._channels.values()), self._send, signals.tell)
            self._tidy()
        except Exception:  # noqa: BLE001 - the worker outlives any trouble
            # Most likely the database is away: everything stays as it was, the next round tries again.
            _log.exception("Live updates wait for the database")
            connections.close_all()
            time.sleep(TROUBLE)
            self.call()
        finally:
            if connection.vendor == "postgresql":
                connection.close()  # back to the pool
        with self._lock:
            if self._joining or self._channels:
                return True
            self._delivered.clear()
            self._called.clear()
            self._thread = None
            return False

    def _look(self, signals: Signals) -> None:
        """Deliver what is new in the wijken that were called, then let in who asked."""
        with self._lock:
            called, self._called = self._called, set()
            all_called, self._all_called = self._all_called, False
            joining, self._joining = self._joining, deque()
        try:
            if all_called or signals.heard():
                called |= self._changed()
            for wijk in called & self._delivered.keys():
                self._deliver(wijk)
            while joining:
                subscriber, seen, returning = joining[0]
                self._let_in(subscriber, seen, returning=returning)
                joining.popleft()
        except BaseException:
            with self._lock:
                self._called |= called
                self._joining.extendleft(reversed(joining))
            raise

    def _changed(self) -> set[int]:
        """Return the wijken that changed since the last time. With one wijk its journal tells that just as well."""
        if len(self._delivered) == 1:
            return set(self._delivered)
        now = source().versions(self._delivered)
        return {wijk for wijk, version in now.items() if version > self._delivered[wijk]}

    def _deliver(self, wijk: int) -> None:
        """Deliver the lines of a wijk that came since the last time, in order."""
        lines = source().lines(wijk, self._delivered[wijk])
        if not lines:
            return
        channels = [k for k in list(self._channels.values()) if k.place.wijk == wijk]
        told: list[tuple[Channel, list[Any]]] = []
        for channel in channels:
            messages = [(line, channel.render(line)) for line in lines]
            for line, content in messages:
                channel.remember(line.versie, content)
            self._send(channel, b"".join(content for _, content in messages if content))
            told.append((channel, [line for line, content in messages if content is not None]))
        self._delivered[wijk] = lines[-1].versie
        for channel, lines_here in told:  # only now: everybody else need not wait for it
            self._send(channel, channel.add_to_picture(lines_here))
        if any(map(source().ends_access, lines)):
            for channel in channels:
                self._in_loops(channel, lambda channel, loop: channel.recheck_all(loop))

    def _let_in(self, subscriber: Subscriber, seen: int, *, returning: bool) -> None:
        place, audience = subscriber.access.place, subscriber.access.audience
        if place.wijk not in self._delivered:
            self._delivered[place.wijk] = source().versions([place.wijk]).get(place.wijk, 0)
        elif seen > self._delivered[place.wijk]:
            self._deliver(place.wijk)
        version = self._delivered[place.wijk]
        channel = self._channels.get((place, audience)) or Channel(place, audience, version)
        self._channels[place, audience] = channel
        greeting = message(version, {"n": channel.count}, kind="welkom") + channel.catch_up(seen, version)
        if returning or seen < version:
            greeting += channel.read_picture(version, everything=True)
        # Now: what is delivered next must find this loop, and comes after.
        channel.members.setdefault(subscriber.loop, set())
        with contextlib.suppress(RuntimeError):
            subscriber.loop.call_soon_threadsafe(self._enter, channel, subscriber, greeting)

    def _enter(self, channel: Channel, subscriber: Subscriber, greeting: bytes) -> None:
        """Let somebody in; runs in the event loop of the connection."""
        channel.let_in(subscriber, greeting)
        self.presence.dirty = True
        self._wake.set()

    def _refresh(self) -> None:
        """Send what follows from many lines, at most once in a while."""
        for channel in [k for k in list(self._channels.values()) if k.dirty]:
            if not channel.count:
                channel.dirty = False
            elif time.monotonic() >= channel.next_reading + (0 if channel.urgent else REREAD):
                start = time.thread_time()  # work, not waiting: in a busy process that would postpone the next one too
                self._send(channel, channel.read_picture(self._delivered[channel.place.wijk], everything=False))
                work = time.thread_time() - start
                channel.next_reading = time.monotonic() + max(channel.page.rest, work / channel.page.share)

    def _tidy(self) -> None:
        """Forget the places that nobody has looked at for a while."""
        now = time.monotonic()
        for key, channel in list(self._channels.items()):
            if channel.count:
                channel.empty_since = now
            elif now - channel.empty_since > KEEP_EMPTY:
                del self._channels[key]

    def _send(self, channel: Channel, content: bytes) -> None:
        if content:
            self._in_loops(channel, lambda channel, loop: channel.hand_out(loop, content))

    def _in_loops(self, channel: Channel, do: Callable[[Channel, asyncio.AbstractEventLoop], None]) -> None:
        """Run something in every event loop that has people in this channel."""
        for loop in list(channel.members):
            try:
                loop.call_soon_threadsafe(do, channel, loop)
            except RuntimeError:  # a loop that has ended
                channel.members.pop(loop, None)


hub = Hub()
