# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A first start waits for the disk at its end; every later change waits as always."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.processen import WORTEL
from wijkwijzer.server.sqlite_pool.filling import first_filling

# A process with a database of its own: how careful it is before, during and after, and what then stands in the file.
PROEF = """
import django, sys
django.setup()
from django.db import connection
from wijkwijzer.server.sqlite_pool.filling import first_filling
def zorg():
    with connection.cursor() as c:
        return c.execute("PRAGMA synchronous").fetchone()[0]
def maak(naam):
    with connection.cursor() as c:
        c.execute(f"CREATE TABLE {naam} (id integer)")
print(zorg())
try:
    with first_filling():
        print(zorg())
        maak("een")
        if sys.argv[1] == "mislukt":
            raise ValueError
except ValueError:
    pass
print(zorg())
with first_filling():
    print(zorg())
"""
GEWOON, VOL = 1, 2


@pytest.mark.parametrize("einde", ["goed", "mislukt"])
def test_only_a_database_without_tables_is_filled_faster(tmp_path: Path, einde: str) -> None:
    env = {"WIJKWIJZER_DATA": str(tmp_path), "WIJKWIJZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings"}
    opdracht = [sys.executable, "-c", PROEF, einde]
    uit = subprocess.run(opdracht, env=env, cwd=WORTEL, capture_output=True, text=True, check=True).stdout
    assert [int(regel) for regel in uit.split()] == [VOL, GEWOON, VOL, VOL]
    kopie = tmp_path / "kopie.sqlite3"
    kopie.write_bytes((tmp_path / "wijkwijzer.sqlite3").read_bytes())
    with sqlite3.connect(kopie) as zonder_wal:  # all is in the file itself, past the caches
        assert zonder_wal.execute("SELECT name FROM sqlite_master").fetchall() == [("een",)]
    zonder_wal.close()


@pytest.mark.django_db
def test_inside_a_transaction_nothing_changes() -> None:
    with first_filling():
        assert connection.in_atomic_block
