# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One worker at a time, however many are started: who holds this works, the others stand by.

It ends with its process, also with one that is killed, and that is how a next worker knows that nobody is doing the
tasks that are marked as being done.
"""

import fcntl
from io import FileIO
from pathlib import Path
from typing import Any, Protocol

import psycopg
from django.db import connection

from wijkwijzer.server.own_connection import own_connection

LOCK = 0x57696A6B  # the key of the lock in PostgreSQL: "Wijk"


class Alone(Protocol):
    """The right to work."""

    def acquire(self) -> bool:
        """Take it, if nobody has it."""

    def holds(self) -> bool:
        """Tell whether we have it, still."""

    def release(self) -> None:
        """Give it up."""


def make_alone() -> Alone:
    """Return what fits the database: its server knows who works; a file is on one machine."""
    if connection.vendor == "postgresql":
        return ByDatabase()
    return ByFile(Path(connection.settings_dict["NAME"]).resolve().with_suffix(".werker"))


class ByFile:
    """A lock on a file beside the database."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None

    def acquire(self) -> bool:
        """Take the lock, if nobody has it."""
        file = FileIO(self._path, "ab")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True

    def holds(self) -> bool:
        """Tell whether we took it."""
        return self._file is not None

    def release(self) -> None:
        """Let go of it."""
        if self._file is not None:
            self._file.close()
            self._file = None


class ByDatabase:
    """A lock of the session of one connection, which does nothing else."""

    def __init__(self) -> None:
        self._link: psycopg.Connection[Any] | None = None

    def acquire(self) -> bool:
        """Connect and take the lock, if nobody has it; False without a database."""
        self.release()
        try:
            link = own_connection()
            row = link.execute("SELECT pg_try_advisory_lock(%s)", [LOCK]).fetchone()
        except psycopg.Error:
            return False
        if not row or not row[0]:
            link.close()
            return False
        self._link = link
        return True

    def holds(self) -> bool:
        """Ask: a database that was started again knows of no lock."""
        if self._link is None:
            return False
        try:
            self._link.execute("SELECT 1")
        except psycopg.Error:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Close the connection."""
        if self._link is not None:
            self._link.close()
            self._link = None
