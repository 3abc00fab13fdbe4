# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database backend: Django's own for SQLite, that keeps closed connections for who asks next.

Under ASGI every request runs in a thread of its own, so Django opens a connection for each. With this schema that costs
as much as all that a request then does: SQLite reads the whole schema again and prepares every statement anew. Django
has a pool for PostgreSQL only (ADR 0005).
"""

import atexit
import os
import sqlite3
import threading
from collections import deque
from typing import Any

from django.db.backends.sqlite3 import base

MAX_IDLE = 16  # connections that wait; more than this at once are closed as they come back


OpenFile = tuple[int, int]


class Pool:
    """Connections that wait, each with the file that it has open: a name may come to stand for another file."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._rust: deque[tuple[OpenFile, sqlite3.Connection]] = deque()

    def neem(self, bestand: OpenFile) -> sqlite3.Connection | None:
        """Return a connection to this file, the last that was used; None when there is none."""
        with self._slot:
            for plaats in range(len(self._rust) - 1, -1, -1):
                if self._rust[plaats][0] == bestand:
                    verbinding = self._rust[plaats][1]
                    del self._rust[plaats]
                    return verbinding
        return None

    def leg_terug(self, bestand: OpenFile, verbinding: sqlite3.Connection) -> None:
        """Keep a connection, and close the one that waited longest when there are too many."""
        with self._slot:
            self._rust.append((bestand, verbinding))
            te_veel = self._rust.popleft()[1] if len(self._rust) > MAX_IDLE else None
        if te_veel is not None:
            te_veel.close()

    def sluit(self) -> None:
        """Close all that wait."""
        with self._slot:
            rust, self._rust = self._rust, deque()
        for _, verbinding in rust:
            verbinding.close()


pool = Pool()


atexit.register(pool.sluit)


def _open_file(naam: str) -> OpenFile | None:
    """Return which file this name stands for now; None for what is no file."""
    try:
        gevonden = os.stat(naam)  # noqa: PTH116 - asked at every request
    except OSError:
        return None
    return gevonden.st_dev, gevonden.st_ino


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes a connection that waits, and lets one wait instead of closing it."""

    _open: OpenFile | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """Return a connection that waited, or a new one."""
        naam = str(conn_params["database"])
        bestand = _open_file(naam)
        verbinding = pool.neem(bestand) if bestand else None
        if verbinding is None:
            verbinding = super().get_new_connection(conn_params)
            bestand = _open_file(naam)  # it may have been made just now
        else:
            verbinding.execute("PRAGMA foreign_keys = ON")  # as for a new one: a flush may have left it off
        self._open = bestand
        return verbinding

    def _close(self) -> None:
        verbinding = self.connection
        if verbinding is None:
            return
        if self._open is None or verbinding.in_transaction or _open_file(str(self.settings_dict["NAME"])) != self._open:
            verbinding.close()  # what it was doing ends with it
        else:
            pool.leg_terug(self._open, verbinding)
