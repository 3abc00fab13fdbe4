# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""After a test that committed nothing is left of it, on both databases."""

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import connection

from tests.voorbeelden import VOORBEELDEN, lees_standen, lees_tabel, tabellen, zet_voorbeeld
from wijken.models import Wijk


@pytest.mark.django_db(transaction=True)
def test_a_flush_leaves_no_row_and_lets_the_keys_run_on():
    zet_voorbeeld()
    standen = lees_standen()
    assert standen[Wijk._meta.db_table] >= len(VOORBEELDEN)
    call_command("flush", interactive=False, reset_sequences=False, verbosity=0)
    connection.close()
    assert [tabel for tabel in tabellen() if lees_tabel(tabel)] == []
    assert lees_standen() == standen
    assert Permission.objects.exists(), "what Django puts in every database comes back"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("keer", [1, 2])
def test_every_test_that_commits_starts_empty(keer):
    assert [tabel for tabel in tabellen() if lees_tabel(tabel)] == []
    zet_voorbeeld("haarwijk")
