# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hearing of changes that other processes made.

On PostgreSQL every change notifies as part of its own commit; one connection per process listens. On SQLite the
worker looks at `PRAGMA data_version`, which moves when another connection committed. Neither carries content.
"""

import contextlib
import json
import logging
import threading
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from uuid import uuid4

import psycopg
from django.db import connection

from wijkwijzer.server.own_connection import own_connection

CHANNEL, CHANNEL_PRESENCE = "wijkwijzer", "wijkwijzer_wie"
POLL = 0.01  # seconds between two looks at data_version
_log = logging.getLogger(__name__)
Call = Callable[[int | None], None]


class Others(Protocol):
    """Who wants to know who is looking in other processes."""

    def from_elsewhere(self, process: str, present: Mapping[str, Any]) -> None:
        """Take what another process says."""


class Signals(Protocol):
    """What the hub needs of a source of signals. `pause`: how long its worker may sleep, in seconds."""

    pause: float

    def heard(self) -> bool:
        """Tell whether some wijk may have changed. Called by the worker, in its own thread."""

    def tell(self, present: Mapping[str, Any]) -> None:
        """Tell other processes who is looking in this one."""

    def stop(self) -> None:
        """Let go of everything."""


def notify(wijk: int, version: int) -> None:
    """Notify other processes of a change, as part of the transaction that makes it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{wijk} {version}"])


def make_signals(call: Call, others: Others) -> Signals:
    """Return the source of signals that fits the database. Called in the worker's thread."""
    return Listener(call, others) if connection.vendor == "postgresql" else Poller()


class Poller:
    """SQLite: asks whether another connection committed."""

    pause = POLL

    def __init__(self) -> None:
        self._previous: int | None = None

    def heard(self) -> bool:
        """Compare data_version with the last time. Asked so often that Django's cursor would cost more than it does."""
        connection.ensure_connection()
        now = connection.connection.execute("PRAGMA data_version").fetchone()[0]
        changed = bool(now != self._previous)
        self._previous = now
        return changed

    def tell(self, present: Mapping[str, Any]) -> None:
        """Say nothing: with SQLite each process knows its own visitors only."""

    def stop(self) -> None:
        """Nothing to let go of."""


class Listener:
    """PostgreSQL: a connection of its own that listens, in a thread of its own; it comes back after trouble."""

    pause = 60.0

    def __init__(self, call: Call, others: Others) -> None:
        self.process = uuid4().hex
        self._call = call
        self._others = others
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="live-listener", daemon=True)
        self._thread.start()

    def heard(self) -> bool:
        """Never by asking: the listening thread calls."""
        return False

    def tell(self, present: Mapping[str, Any]) -> None:
        """Tell the other processes; a message that is lost is followed by the next."""
        body = json.dumps({"process": self.process, "present": present}, separators=(",", ":"))
        if len(body) < 7900:  # the most that a notification can carry is 8,000 bytes
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL_PRESENCE, body])

    def stop(self) -> None:
        """Stop listening, within the time that one wait takes."""
        self._done.set()

    def _listen(self) -> None:
        delay = 0.2
        while not self._done.is_set():
            try:
                with self._connect() as link:
                    delay = 0.2
                    self._call(None)  # whatever was missed while nobody listened
                    self._hear(link)
            except psycopg.Error:
                _log.warning("Not listening to PostgreSQL; trying again", exc_info=True)
                self._done.wait(delay)
                delay = min(delay * 2, 5.0)

    def _connect(self) -> "psycopg.Connection[Any]":
        link = own_connection()
        for channel in (CHANNEL, CHANNEL_PRESENCE):
            link.execute(f"LISTEN {channel}")
        return link

    def _hear(self, link: "psycopg.Connection[Any]") -> None:
        while not self._done.is_set():
            for notice in link.notifies(timeout=0.5):
                if notice.channel == CHANNEL:
                    self._call(int(notice.payload.split()[0]))
                else:
                    self._from_elsewhere(notice.payload)
                if self._done.is_set():
                    return

    def _from_elsewhere(self, body: str) -> None:
        with contextlib.suppress(ValueError, KeyError):
            news = json.loads(body)
            if news["process"] != self.process:
                self._others.from_elsewhere(news["process"], news["present"])
                self._call(None)
