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
        self._lock = threading.Lock()
        self._idle: deque[tuple[OpenFile, sqlite3.Connection]] = deque()

    def take(self, file: OpenFile) -> sqlite3.Connection | None:
        """Return a connection to this file, the last that was used; None when there is none."""
        with self._lock:
            for index in range(len(self._idle) - 1, -1, -1):
                if self._idle[index][0] == file:
                    connection = self._idle[index][1]
                    del self._idle[index]
                    return connection
        return None

    def give_back(self, file: OpenFile, connection: sqlite3.Connection) -> None:
        """Keep a connection, and close the one that waited longest when there are too many."""
        with self._lock:
            self._idle.append((file, connection))
            surplus = self._idle.popleft()[1] if len(self._idle) > MAX_IDLE else None
        if surplus is not None:
            surplus.close()

    def close(self) -> None:
        """Close all that wait."""
        with self._lock:
            idle, self._idle = self._idle, deque()
        for _, connection in idle:
            connection.close()


pool = Pool()


atexit.register(pool.close)


def _open_file(name: str) -> OpenFile | None:
    """Return which file this name stands for now; None for what is no file."""
    try:
        found = os.stat(name)  # noqa: PTH116 - asked at every request
    except OSError:
        return None
    return found.st_dev, found.st_ino


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes a connection that waits, and lets one wait instead of closing it."""

    _open: OpenFile | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """Return a connection that waited, or a new one."""
        name = str(conn_params["database"])
        file = _open_file(name)
        connection = pool.take(file) if file else None
        if connection is None:
            connection = super().get_new_connection(conn_params)
            file = _open_file(name)  # it may have been made just now
        else:
            connection.execute("PRAGMA foreign_keys = ON")  # as for a new one: a flush may have left it off
        self._open = file
        return connection

    def _close(self) -> None:
        connection = self.connection
        if connection is None:
            return
        if self._open is None or connection.in_transaction or _open_file(str(self.settings_dict["NAME"])) != self._open:
            connection.close()  # what it was doing ends with it
        else:
            pool.give_back(self._open, connection)
