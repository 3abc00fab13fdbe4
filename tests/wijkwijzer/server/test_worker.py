# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker's loop: on the real table, with trouble of the database, and as a process that is killed."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import OperationalError, connection, connections, transaction
from django_tasks_db.models import DBTaskResult

from tests.processen import WORTEL, omgeving
from tests.werk import wacht_tot, werkend
from tests.wijkwijzer.server.test_handelingen import gedaan, schrijf
from wijkwijzer.pdf.handelingen import request_document
from wijkwijzer.pdf.models import Document
from wijkwijzer.pdf.order import Order
from wijkwijzer.server import worker
from wijkwijzer.server.models import Opruiming
from wijkwijzer.server.worker import Work

pytestmark = pytest.mark.django_db(transaction=True)
LANG = Order(
    '<!DOCTYPE html><html lang="nl"><head><title>Lang</title></head><body>'
    + "<p>Een alinea die vaak terugkomt, met een paar gewone woorden.</p>" * 2500
    + "</body></html>",
    {},
)
KORT = Order('<!DOCTYPE html><html lang="nl"><head><title>Kort</title></head><p>Kort.</p></html>', {})


@pytest.fixture(autouse=True)
def geen_nacht(monkeypatch):
    """The cleaning has tests of its own; here it would be one task more at most hours of the day."""
    gedaan.clear()
    monkeypatch.setattr(worker, "begin_night", lambda nu: False)


def klaar(aantal=1):
    return lambda: DBTaskResult.objects.finished().count() == aantal


def test_tasks_are_done_in_order_and_one_that_falls_over_stops_nothing():
    for wat in ("een", "val", "twee"):
        schrijf.enqueue(wat)
    with werkend():
        wacht_tot(klaar(3))
        schrijf.enqueue("drie")
        wacht_tot(klaar(4))
    assert gedaan == ["een", "twee", "drie"]
    assert DBTaskResult.objects.failed().count() == 1


def test_what_was_left_by_another_is_done_first():
    schrijf.enqueue("een")
    DBTaskResult.objects.get().claim("weg")
    with werkend():
        wacht_tot(klaar())
    assert gedaan == ["een"]


def test_of_two_workers_one_works_until_it_stops(monkeypatch):
    monkeypatch.setattr(worker, "SLOWER", 0.05)
    with ExitStack() as eerst, ExitStack() as daarna:
        een = eerst.enter_context(werkend())
        schrijf.enqueue("een")
        wacht_tot(klaar())
        twee = daarna.enter_context(werkend())
        schrijf.enqueue("twee")
        wacht_tot(klaar(2))
        assert [t.worker_ids for t in DBTaskResult.objects.all()] == [[een._worker.worker_id]] * 2
        eerst.close()
        schrijf.enqueue("drie")
        wacht_tot(klaar(3))
        laatste = DBTaskResult.objects.order_by("enqueued_at").last()
        assert laatste.worker_ids == [twee._worker.worker_id]


def test_a_held_writer_is_outlived(monkeypatch, caplog):
    """Somebody holds SQLite's writer for longer than anybody waits; on PostgreSQL that holds nobody up."""
    monkeypatch.setattr(worker, "SLOWER", 0.05)
    schrijf.enqueue("een")
    vast, los = threading.Event(), threading.Event()

    def houd_vast():
        with transaction.atomic():
            DBTaskResult.objects.update(priority=1)  # takes the writer, and on PostgreSQL the row
            vast.set()
            los.wait(60)
        connections.close_all()

    draad = threading.Thread(target=houd_vast)
    draad.start()
    vast.wait(60)
    try:
        eigen = {"timeout": 0.1} if connection.vendor == "sqlite" else {}
        monkeypatch.setitem(connection.settings_dict, "OPTIONS", connection.settings_dict["OPTIONS"] | eigen)
        sluit_rust()
        with werkend():
            if connection.vendor == "sqlite":
                wacht_tot(lambda: "the database is busy or gone" in caplog.text)
            assert gedaan == []
            los.set()
            draad.join()
            wacht_tot(klaar())
    finally:
        los.set()
        draad.join()
        sluit_rust()
    assert gedaan == ["een"]


def sluit_rust():
    """Let no connection of before be used: it has another patience."""
    if connection.vendor == "sqlite":
        from wijkwijzer.server.sqlite_pool.base import pool

        pool.close()


def test_trouble_while_a_task_is_marked_is_put_right(monkeypatch):
    """The result of a task could not be written: the task is done again, by the same worker."""
    monkeypatch.setattr(worker, "SLOWER", 0.05)
    echt, keren = DBTaskResult.set_successful, []

    def eerst_niet(self, waarde):
        keren.append(1)
        if len(keren) == 1:
            raise OperationalError("database is locked")
        echt(self, waarde)

    def ook_niet(self, fout):
        raise fout

    monkeypatch.setattr(DBTaskResult, "set_successful", eerst_niet)
    monkeypatch.setattr(DBTaskResult, "set_failed", ook_niet)
    schrijf.enqueue("een")
    with werkend():
        wacht_tot(klaar())
    assert gedaan == ["een", "een"]


def test_it_begins_the_night(monkeypatch):
    keren = []

    def onthoud(*, nu):
        keren.append(nu)

    monkeypatch.setattr(worker, "begin_night", onthoud)
    with werkend(interval=0.01):
        wacht_tot(lambda: keren)
        time.sleep(0.2)
    assert len(keren) == 1, "the clock is looked at once a minute"


def test_a_signal_ends_it_at_once_when_there_is_nothing_to_do():
    werk = Work()
    with pytest.raises(SystemExit) as einde:
        werk.on_signal(signal.SIGTERM, None)
    assert einde.value.code == 0


def test_a_signal_waits_for_the_task_that_is_being_done():
    werk = Work()
    werk._worker.running_task = True
    werk.on_signal(signal.SIGTERM, None)
    assert werk._worker.running is False


def start_werker(map_: Path) -> subprocess.Popen[bytes]:
    with (map_.with_suffix(".uitvoer")).open("ab") as uit:
        return subprocess.Popen(
            [sys.executable, "manage.py", "werker", "--met-server"],
            cwd=WORTEL,
            env=omgeving(map_),
            stdin=subprocess.PIPE,
            stdout=uit,
            stderr=uit,
        )


@pytest.fixture
def werkers(tmp_path, settings):
    """Return a function that starts a worker as a process, on the database and the files of this test."""
    settings.MEDIA_ROOT = tmp_path / "werker" / "uploads"
    processen = []

    def start() -> subprocess.Popen[bytes]:
        processen.append(start_werker(tmp_path / "werker"))
        return processen[-1]

    yield start
    for proces in processen:
        proces.kill()
        proces.wait()
        proces.stdin.close()
    if connection.vendor == "postgresql":
        connections.close_all()


def wacht_op(document: Document) -> bytes:
    wacht_tot(lambda: Document.objects.filter(pk=document.pk, gemaakt__isnull=False).exists(), 180)
    document.refresh_from_db()
    with document.bestand.open() as bestand:
        return bestand.read()


def bezig() -> bool:
    return DBTaskResult.objects.running().filter(task_path__endswith="make_document").exists()


def test_a_worker_that_is_killed_in_the_middle_of_a_document(werkers):
    """The next one puts it back in line and makes it."""
    Opruiming.objects.create(dag="2031-01-01", begonnen="2031-01-01T03:00Z")
    document = request_document(order=LANG, adres="/lang.pdf", door=None)
    een = werkers()
    wacht_tot(bezig)
    een.send_signal(signal.SIGKILL)
    een.wait()
    assert bezig()
    twee = werkers()
    assert wacht_op(document).startswith(b"%PDF-")
    taak = DBTaskResult.objects.get(pk=document.taak)
    wacht_tot(lambda: DBTaskResult.objects.get(pk=document.taak).status == "SUCCESSFUL")
    assert len(taak.worker_ids) == 2
    assert twee.poll() is None


def test_a_worker_that_is_told_to_stop_finishes_its_document(werkers):
    """And one of which the server is gone does as if it was told to."""
    een = werkers()
    document = request_document(order=KORT, adres="/kort.pdf", door=None)
    wacht_tot(bezig, 120)
    een.send_signal(signal.SIGTERM)
    assert een.wait(120) == 0
    assert wacht_op(document).startswith(b"%PDF-")
    twee = werkers()
    document = request_document(order=KORT, adres="/nog.pdf", door=None)
    wacht_op(document)
    twee.stdin.close()  # as when the server is killed
    assert twee.wait(60) == 0
    twee.stdin = io.BytesIO()


def kinderen(pid: int) -> list[int]:
    gevonden = []
    for pad in Path("/proc").glob("[0-9]*"):
        try:
            ouder = int((pad / "stat").read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if ouder == pid:
            gevonden.append(int(pad.name))
    return gevonden


def test_the_server_has_a_worker_that_comes_back(dienst, tmp_path, settings):
    """And that goes when the server goes."""
    settings.MEDIA_ROOT = tmp_path / "dienst0" / "uploads"
    server = dienst(werker=True)
    wacht_op(request_document(order=KORT, adres="/een.pdf", door=None))
    [werker] = kinderen(server.proces.pid)
    os.kill(werker, signal.SIGKILL)
    wacht_op(request_document(order=KORT, adres="/twee.pdf", door=None))
    [nieuw] = kinderen(server.proces.pid)
    assert nieuw != werker
    server.stop(signal.SIGTERM)
    wacht_tot(lambda: not Path(f"/proc/{nieuw}").exists())
