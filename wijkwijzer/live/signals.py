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

CHANNEL, CHANNEL_PRESENCE = "wijkwijzer", "wijkwijzer_wie"


NOT_FOR_LISTENING = {"pool", "cursor_factory", "context", "prepare_threshold", "server_side_binding"}


POLL = 0.01  # seconds between two looks at data_version


_log = logging.getLogger(__name__)


Call = Callable[[int | None], None]


class Others(Protocol):
    """Who wants to know who is looking in other processes."""

    def van_elders(self, proces: str, aanwezig: Mapping[str, Any]) -> None:
        """Take what another process says."""


class Signals(Protocol):
    """What the hub needs of a source of signals. `pauze`: how long its worker may sleep, in seconds."""

    pauze: float

    def hoorde_iets(self) -> bool:
        """Tell whether some wijk may have changed. Called by the worker, in its own thread."""

    def vertel(self, aanwezig: Mapping[str, Any]) -> None:
        """Tell other processes who is looking in this one."""

    def stop(self) -> None:
        """Let go of everything."""


def notify(wijk: int, versie: int) -> None:
    """Notify other processes of a change, as part of the transaction that makes it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{wijk} {versie}"])


def make_signals(roep: Call, anderen: Others) -> Signals:
    """Return the source of signals that fits the database. Called in the worker's thread."""
    return Listener(roep, anderen) if connection.vendor == "postgresql" else Poller()


class Poller:
    """SQLite: asks whether another connection committed."""

    pauze = POLL

    def __init__(self) -> None:
        self._vorige: int | None = None

    def hoorde_iets(self) -> bool:
        """Compare data_version with the last time. Asked so often that Django's cursor would cost more than it does."""
        connection.ensure_connection()
        nu = connection.connection.execute("PRAGMA data_version").fetchone()[0]
        anders = bool(nu != self._vorige)
        self._vorige = nu
        return anders

    def vertel(self, aanwezig: Mapping[str, Any]) -> None:
        """Say nothing: with SQLite each process knows its own visitors only."""

    def stop(self) -> None:
        """Nothing to let go of."""


class Listener:
    """PostgreSQL: a connection of its own that listens, in a thread of its own; it comes back after trouble."""

    pauze = 60.0

    def __init__(self, roep: Call, anderen: Others) -> None:
        self.proces = uuid4().hex
        self._roep = roep
        self._anderen = anderen
        self._klaar = threading.Event()
        self._draad = threading.Thread(target=self._luister, name="live-luisteraar", daemon=True)
        self._draad.start()

    def hoorde_iets(self) -> bool:
        """Never by asking: the listening thread calls."""
        return False

    def vertel(self, aanwezig: Mapping[str, Any]) -> None:
        """Tell the other processes; a message that is lost is followed by the next."""
        lijf = json.dumps({"proces": self.proces, "aanwezig": aanwezig}, separators=(",", ":"))
        if len(lijf) < 7900:  # the most that a notification can carry is 8,000 bytes
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL_PRESENCE, lijf])

    def stop(self) -> None:
        """Stop listening, within the time that one wait takes."""
        self._klaar.set()

    def _luister(self) -> None:
        wacht = 0.2
        while not self._klaar.is_set():
            try:
                with self._verbind() as verbinding:
                    wacht = 0.2
                    self._roep(None)  # whatever was missed while nobody listened
                    self._hoor(verbinding)
            except psycopg.Error:
                _log.warning("Not listening to PostgreSQL; trying again", exc_info=True)
                self._klaar.wait(wacht)
                wacht = min(wacht * 2, 5.0)

    def _verbind(self) -> "psycopg.Connection[Any]":
        opties = {k: v for k, v in connection.get_connection_params().items() if k not in NOT_FOR_LISTENING}
        verbinding = psycopg.connect(**opties, autocommit=True)
        for kanaal in (CHANNEL, CHANNEL_PRESENCE):
            verbinding.execute(f"LISTEN {kanaal}")
        return verbinding

    def _hoor(self, verbinding: "psycopg.Connection[Any]") -> None:
        while not self._klaar.is_set():
            for melding in verbinding.notifies(timeout=0.5):
                if melding.channel == CHANNEL:
                    self._roep(int(melding.payload.split()[0]))
                else:
                    self._van_elders(melding.payload)
                if self._klaar.is_set():
                    return

    def _van_elders(self, lijf: str) -> None:
        with contextlib.suppress(ValueError, KeyError):
            bericht = json.loads(lijf)
            if bericht["proces"] != self.proces:
                self._anderen.van_elders(bericht["proces"], bericht["aanwezig"])
                self._roep(None)
