# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One worker at a time."""

import pytest
from django.db import connection

from wijkwijzer.server.alone import ByDatabase, ByFile, make_alone


@pytest.mark.django_db(transaction=True)
def test_one_has_it_and_the_next_gets_it_when_it_is_let_go():
    een, twee = make_alone(), make_alone()
    assert isinstance(een, ByDatabase if connection.vendor == "postgresql" else ByFile)
    try:
        assert not een.holds()
        assert een.acquire()
        assert een.holds()
        assert not twee.acquire()
        assert not twee.holds()
        een.release()
        assert not een.holds()
        assert twee.acquire()
    finally:
        een.release()
        twee.release()


@pytest.mark.django_db(transaction=True)
def test_a_lock_of_the_database_is_gone_with_its_connection():
    if connection.vendor != "postgresql":
        return  # a file has no connection
    een, twee = ByDatabase(), ByDatabase()
    try:
        assert een.acquire()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [een._link.info.backend_pid])
        assert not een.holds()
        assert twee.acquire()
    finally:
        twee.release()
