# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fill a new database without waiting for the disk after each of hundreds of changes."""

import contextlib
from collections.abc import Iterator

from django.db import connection


@contextlib.contextmanager
def first_filling() -> Iterator[None]:
    """Wait for the disk once, at the end, if this is SQLite without tables. In any other database nothing changes.

    Power loss meanwhile costs the last changes of a filling that had not ended; the file stays whole.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block or connection.introspection.table_names():
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA synchronous").fetchone()[0]
        cursor.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous = {int(before)}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
