# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks that a worker left or that fell over, and the cleaning that is begun once a day."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.tasks import task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.werk import doe_taken
from wijkwijzer import registry
from wijkwijzer.server.handelingen import begin_night, put_back, try_again
from wijkwijzer.server.models import Opruiming

pytestmark = pytest.mark.django_db
gedaan = []


@task
def schrijf(wat: str) -> None:
    """Remember that it was done; fall over when asked."""
    if wat == "val":
        raise ValueError(wat)
    gedaan.append(wat)


@pytest.fixture(autouse=True)
def leeg():
    gedaan.clear()


def om(uur, dag=5):
    return datetime(2031, 3, dag, uur, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_what_a_killed_worker_left_is_done_by_the_next():
    schrijf.enqueue("een")
    taak = DBTaskResult.objects.get()
    taak.claim("weg")
    assert doe_taken() == []
    assert put_back() == 1
    assert put_back() == 0
    doe_taken()
    assert gedaan == ["een"]
    assert len(DBTaskResult.objects.get().worker_ids) == 2


def test_what_took_three_workers_along_is_not_tried_again():
    schrijf.enqueue("een")
    for nr in range(3):
        DBTaskResult.objects.get().claim(f"weg {nr}")
        assert put_back() == (1 if nr < 2 else 0)
    taak = DBTaskResult.objects.get()
    assert (taak.status, taak.exception_class_path) == ("FAILED", "wijkwijzer.server.handelingen.WorkerGone")
    assert doe_taken() == []


def test_what_is_over_is_not_put_back():
    schrijf.enqueue("een")
    schrijf.enqueue("val")
    doe_taken()
    assert put_back() == 0
    assert doe_taken() == []


def test_what_fell_over_can_be_seen_and_tried_again(monkeypatch):
    schrijf.enqueue("val")
    schrijf.enqueue("een")
    doe_taken()
    schrijf.enqueue("twee")
    uit = StringIO()
    call_command("taken", stdout=uit)
    assert "test_handelingen.schrijf  builtins.ValueError" in uit.getvalue()
    assert "In de rij: 1. Bezig: 0. Mislukt: 1." in uit.getvalue()
    assert "val" not in uit.getvalue().replace("ValueError", "")
    call_command("taken", "--opnieuw", stdout=uit)
    assert "Opnieuw in de rij: 1." in uit.getvalue()
    taak = DBTaskResult.objects.get(args_kwargs__args=["val"])
    assert (taak.status, taak.worker_ids, taak.traceback) == ("READY", [], "")
    assert try_again() == 0


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
    monkeypatch.setattr(registry.cleaning, "_cleanings", {"proef": lambda: gedaan.append("schoon") or "Schoon."})
    Opruiming.objects.create(dag=om(3).date() - timedelta(days=61), begonnen=timezone.now())
    begin_night(nu=om(3))
    doe_taken()
    rij = Opruiming.objects.get()
    assert gedaan == ["schoon"]
    assert rij.klaar >= rij.begonnen or rij.klaar is not None
    assert str(rij) == "2031-03-05"


def test_a_cleaning_that_fell_over_is_seen(monkeypatch):
    monkeypatch.setattr(registry.cleaning, "_cleanings", {"proef": lambda: 1 // 0})
    begin_night(nu=om(3))
    [taak] = doe_taken()
    assert (taak.status, Opruiming.objects.get().klaar) == ("FAILED", None)
