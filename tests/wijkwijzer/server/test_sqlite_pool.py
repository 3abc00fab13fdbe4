# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connections to SQLite that are used again: never in the middle of something, never to another file."""

import sqlite3

import pytest
from django.db import connections

from wijkwijzer.server.env import read_database
from wijkwijzer.server.sqlite_pool import base
from wijkwijzer.server.sqlite_pool.base import DatabaseWrapper, Pool

pytestmark = pytest.mark.django_db  # for permission to open a database; these tests have their own


@pytest.fixture
def voorraad(monkeypatch):
    """An empty stock for one test."""
    eigen = Pool()
    monkeypatch.setattr(base, "pool", eigen)
    yield eigen
    eigen.close()


@pytest.fixture
def maak(tmp_path, voorraad):
    """Return a function that makes a wrapper, as Django does for every thread: `maak(naam)`."""

    def maak_(naam="een.sqlite3"):
        instelling = read_database({}, tmp_path) | {"NAME": tmp_path / naam}
        vol = connections.configure_settings({"default": instelling})["default"]
        return DatabaseWrapper(vol, "default")

    return maak_


def rauw(wrapper):
    wrapper.ensure_connection()
    return wrapper.connection


def test_a_closed_connection_is_used_again(maak):
    een, twee = maak(), maak()
    eerste = rauw(een)
    een.close()
    assert rauw(twee) is eerste
    assert rauw(een) is not eerste
    een.close()
    twee.close()


def test_it_comes_back_as_new(maak):
    wrapper = maak()
    wrapper.ensure_connection()
    wrapper.disable_constraint_checking()
    wrapper.close()
    with wrapper.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert wrapper.get_autocommit()
    wrapper.close()


def test_what_was_not_committed_is_gone_and_so_is_the_connection(maak):
    wrapper, ander = maak(), maak()
    with wrapper.cursor() as cursor:
        cursor.execute("CREATE TABLE t (x)")
    eerste = rauw(wrapper)
    wrapper.set_autocommit(False)
    with wrapper.cursor() as cursor:
        cursor.execute("INSERT INTO t VALUES (1)")
    wrapper.close()
    with pytest.raises(sqlite3.ProgrammingError):
        eerste.execute("SELECT 1")
    with ander.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM t").fetchone() == (0,)
    ander.close()


def test_another_file_of_the_same_name_is_another_database(maak, tmp_path):
    wrapper = maak()
    with wrapper.cursor() as cursor:
        cursor.execute("CREATE TABLE oud (x)")
    wrapper.close()
    for pad in tmp_path.glob("een.sqlite3*"):
        pad.unlink()
    with wrapper.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    wrapper.close()


def test_two_files_do_not_share(maak):
    een, twee = maak("een.sqlite3"), maak("twee.sqlite3")
    eerste = rauw(een)
    een.close()
    assert rauw(twee) is not eerste
    twee.close()


def test_no_more_wait_than_there_may(maak, monkeypatch):
    monkeypatch.setattr(base, "MAX_IDLE", 2)
    wrappers = [maak() for _ in range(4)]
    rauwe = [rauw(wrapper) for wrapper in wrappers]
    for wrapper in wrappers:
        wrapper.close()
    dicht = 0
    for verbinding in rauwe:
        try:
            verbinding.execute("SELECT 1")
        except sqlite3.ProgrammingError:
            dicht += 1
    assert dicht == 2


def test_what_is_no_file_is_closed(maak):
    wrapper = maak()
    wrapper.settings_dict["NAME"] = "file:geheugen?mode=memory&cache=shared"
    eerste = rauw(wrapper)
    wrapper._close()
    with pytest.raises(sqlite3.ProgrammingError):
        eerste.execute("SELECT 1")
