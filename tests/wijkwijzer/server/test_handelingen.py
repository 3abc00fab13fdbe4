# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks that a worker left, or that fell over."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.tasks import task
from django_tasks_db.models import DBTaskResult

from tests.werk import doe_taken
from wijkwijzer.server.handelingen import put_back, try_again

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
