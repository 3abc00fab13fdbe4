# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cleaning that is begun once a day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.werk import doe_taken
from wijkwijzer import registry
from wijkwijzer.server.cleaning.handelingen import begin_night
from wijkwijzer.server.models import Opruiming

pytestmark = pytest.mark.django_db


def om(uur, dag=5):
    return datetime(2031, 3, dag, uur, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_the_cleaning_begins_once_a_day_after_three():
    assert begin_night(nu=om(2)) is False
    assert begin_night(nu=om(3)) is True
    assert begin_night(nu=om(4)) is False
    assert begin_night(nu=om(2, dag=6)) is False
    assert begin_night(nu=om(17, dag=6)) is True, "a laptop that was closed at night does it when it is opened"
    assert DBTaskResult.objects.ready().count() == 2


def test_two_workers_do_not_both_begin(monkeypatch):
    """The second looked before the first had written."""
    assert begin_night(nu=om(3)) is True
    monkeypatch.setattr("django.db.models.query.QuerySet.exists", lambda rijen: False)
    assert begin_night(nu=om(3)) is False
    monkeypatch.undo()
    assert (Opruiming.objects.count(), DBTaskResult.objects.count()) == (1, 1)


def test_the_cleaning_is_written_down_and_old_lines_go(monkeypatch):
    gedaan = []
    monkeypatch.setattr(registry.cleaning, "_cleanings", {"proef": lambda: gedaan.append("schoon") or "Schoon."})
    Opruiming.objects.create(dag=om(3).date() - timedelta(days=61), begonnen=timezone.now())
    begin_night(nu=om(3))
    doe_taken()
    rij = Opruiming.objects.get()
    assert gedaan == ["schoon"]
    assert rij.klaar is not None
    assert str(rij) == "2031-03-05"


def test_a_cleaning_that_fell_over_is_seen(monkeypatch):
    monkeypatch.setattr(registry.cleaning, "_cleanings", {"proef": lambda: 1 // 0})
    begin_night(nu=om(3))
    [taak] = doe_taken()
    assert (taak.status, Opruiming.objects.get().klaar) == ("FAILED", None)
