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


def message(version: int, content: dict[str, Any], *, kind: str = "") -> bytes:
    """Return a message as it goes over the wire; its id is the version of the wijk that it brings a page to.

    Version 0: it is about something else and moves no page, so the browser keeps the id that it has.
    """
    head = f"event: {kind}\n" if kind else ""
    body = json.dumps({"v": version, **content}, ensure_ascii=False, separators=(",", ":"))
    id_ = f"id: {version}\n" if version else ""
    return f"{head}{id_}data: {body}\n\n".encode()


def _pieces(pieces: Sequence[Piece]) -> list[list[Any]]:
    return [[s.id, s.html, s.version, s.in_] for s in pieces]


class Channel:
    """One place and audience. The worker of the hub fills it; each event loop has its own list of who is in it."""

    def __init__(self, place: Place, audience: Hashable, version: int) -> None:
        self.place = place
        self.audience = audience
        self.page = page(place.name)
        self._picture = self.page.picture(place, audience) if self.page.picture else None
        self.ring: deque[tuple[int, bytes | None]] = deque()
        self.since = version  # the ring holds every message after this version
        self.members: dict[asyncio.AbstractEventLoop, set[Subscriber]] = {}
        self.dirty = False  # lines came since the last `read_picture`
        self.urgent = False  # and what they changed has not been told yet
        self.next_reading = 0.0
        self.empty_since = time.monotonic()
        self._last_picture: tuple[int, bytes] = (-1, b"")
        self._shown: dict[str, str] = {}

    @property
    def count(self) -> int:
        """How many connections there are."""
        return sum(map(len, list(self.members.values())))

    def render(self, line: Any) -> bytes | None:
        """Render what one line changes here; None when this audience need not know."""
        if not source().sees(self.audience, line):
            return None
        try:
            pieces = self.page.on_line(self.place, self.audience, line)
        except Exception:  # noqa: BLE001 - one page that can't be rendered must not stop the others
            _log.exception("A change could not be rendered; the pages look for themselves")
            pieces = None
        self.dirty = self.dirty or self._picture is not None
        if pieces is None:
            return message(line.versie, {"o": 1, "n": self.count})
        return message(line.versie, {"s": _pieces(pieces)} if pieces else {})

    def remember(self, version: int, content: bytes | None) -> None:
        """Keep a message for who is away; None: nothing to tell at this version."""
        self.ring.append((version, content))
        while len(self.ring) > RING:
            self.since = self.ring.popleft()[0]

    def catch_up(self, seen: int, upto: int) -> bytes:
        """Return what who has seen version `seen` missed, up to `upto`; one look at the page if that is less."""
        if seen >= upto:
            return b""
        if upto - seen <= RING and seen < self.since:
            for line in reversed(source().lines(self.place.wijk, seen, self.since)):
                self.ring.appendleft((line.versie, self.render(line)))
            self.since = seen
        if seen < self.since:
            return message(upto, {"o": 1, "n": self.count})
        missed = [content for version, content in self.ring if version > seen and content]
        if any(b'"o":1' in content for content in missed):
            return message(upto, {"o": 1, "n": self.count})
        return b"".join(missed)

    def read_picture(self, version: int, *, everything: bool) -> bytes:
        """Return the pieces that follow from many lines, as they are at this version or later.

        `everything`: every piece, for who comes back; else only those that changed since they were last sent.
        """
        if self._picture is None:
            return b""
        if everything and self._last_picture[0] == version:
            return self._last_picture[1]
        pieces = self._picture.read()
        full = message(version, {"s": _pieces(pieces)})
        self._last_picture = (version, full)
        if everything:
            return full
        self.dirty = self.urgent = False
        return self._what_changed(version, pieces)

    def add_to_picture(self, lines: Sequence[Any]) -> bytes:
        """Return the pieces that these lines change and that need no reading of all of them; what does waits."""
        if self._picture is None or not lines:
            return b""
        try:
            pieces = self._picture.add(lines)
        except Exception:  # noqa: BLE001 - what can't be added is read
            _log.exception("A picture could not be added to; it is read")
            pieces = None
        if pieces is None:
            self.urgent = True
            return b""
        return self._what_changed(lines[-1].versie, pieces)

    def _what_changed(self, version: int, pieces: Sequence[Piece]) -> bytes:
        """Return the pieces that differ from what was last sent."""
        changed = [s for s in pieces if self._shown.get(s.id) != s.html]
        self._shown = {s.id: s.html for s in pieces}
        return message(version, {"s": _pieces(changed)}) if changed else b""

    # From here on: called in the event loop of the connections.

    def let_in(self, subscriber: Subscriber, greeting: bytes) -> None:
        """Let somebody in, with what was missed."""
        if not subscriber.closed:
            self.members.setdefault(subscriber.loop, set()).add(subscriber)
            subscriber.offer(greeting)

    def let_out(self, subscriber: Subscriber) -> None:
        """Let somebody out."""
        group = self.members.get(subscriber.loop, set())
        group.discard(subscriber)

    def hand_out(self, loop: asyncio.AbstractEventLoop, content: bytes) -> None:
        """Give a message to everybody of this loop."""
        for subscriber in self.members.get(loop, ()):
            subscriber.offer(content)

    def recheck_all(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let every connection of this loop find out whether it may still be here."""
        for subscriber in self.members.get(loop, ()):
            subscriber.recheck()
