# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trouble with processes: they don't know each other, they are killed, they are stopped. Nothing is missed or doubled.

Each test runs on both databases. What carries the signal differs (a notification, or data_version), so what breaks it
differs too; the promise does not.
"""

import http.client
import signal
import time

import pytest
from django.db import OperationalError, connection

from routekaart.models import Bijdrage
from tests.factories import maak_bijdrage
from tests.lijn import PERRON, post
from tests.processen import schrijf_elders
from wijken.live import Journaalbron
from wijken.models import Journaalregel
from wijkwijzer.live import hub as hubmodule


@pytest.fixture
def alleen_op_signaal(monkeypatch):
    """Take away the look that the hub takes every 15 seconds: what is seen now is seen by a signal."""
    monkeypatch.setattr(hubmodule, "LOOK_AGAIN", 3600.0)


@pytest.fixture
def elders(wereld, tmp_path):
    """Return a function that starts a process that writes; it has to end well."""
    processen = []

    def elders_(aantal, *, rust=0.0):
        actor = wereld.deelname.actor
        processen.append(schrijf_elders(tmp_path / "elders", wereld.perron, actor, aantal, rust=rust))
        return processen[-1]

    yield elders_
    assert [proces.wait(60) for proces in processen] == [0] * len(processen)


def reeks(begin, aantal):
    return list(range(begin + 1, begin + 1 + aantal))


def schrijf_zelf(wereld, tekst="Van hier."):
    return maak_bijdrage(wereld.perron, wereld.deelname.actor, tekst)


def test_a_change_by_another_process_is_seen(volg, wereld, elders, alleen_op_signaal):
    begin = wereld.versie
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    elders(3)
    lezer.wacht_op(lambda lezer: len(lezer.versies) >= 3, geduld=60)
    assert lezer.versies == reeks(begin, 3)
    assert "Van elders, nummer 2 (" in str(lezer.berichten)


def luisteraars():
    """Return the process ids of the backends that listen to this database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %%'")
        return [pid for (pid,) in cursor.fetchall()]


def breek_het_luisteren(monkeypatch):
    """Take away what the worker hears other processes by, in the way this can happen on this database.

    PostgreSQL: end the backend that listens. SQLite: let a read fail, after which the worker closes its connection;
    with it goes the data_version that it compared with, and a new connection counts anew.
    """
    if connection.vendor == "postgresql":
        [pid] = luisteraars()
        with connection.cursor() as cursor:
            assert cursor.execute("SELECT pg_terminate_backend(%s)", [pid]).fetchone() == (True,)
        return
    echt, pech = Journaalbron.lines, [OperationalError("disk I/O error")]

    def stuk(self, *args):
        if pech:
            raise pech.pop()
        return echt(self, *args)

    monkeypatch.setattr(Journaalbron, "lines", stuk)


def test_losing_the_signals_skips_nothing_and_they_come_back(volg, wereld, elders, alleen_op_signaal, monkeypatch):
    begin = wereld.versie
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    schrijver = elders(60, rust=0.05)
    for aantal in (5, 12):
        lezer.wacht_op(lambda lezer, aantal=aantal: len(lezer.versies) >= aantal, geduld=60)
        breek_het_luisteren(monkeypatch)
    assert schrijver.poll() is None, "the lines were cut while changes came"
    lezer.wacht_op(lambda lezer: len(lezer.versies) >= 60)
    schrijver.wait(10)
    elders(1)  # and the new listener hears
    lezer.wacht_op(lambda lezer: len(lezer.versies) >= 61, geduld=60)
    assert lezer.versies == reeks(begin, 61)


def test_killed_between_commit_and_delivery(dienst, lijn, wereld):
    begin = wereld.versie
    server = dienst(sterfelijk=True)
    volger = lijn(server.poort, na=begin).open()
    velden = {"partij": str(wereld.deelname.actor.sleutel), "tekst": "Opgeslagen, en toen viel de stroom uit."}
    with pytest.raises((OSError, http.client.HTTPException)):
        post(server.poort, wereld.client, f"{PERRON}bijdragen/", **velden)
    assert server.wacht_op_einde() == -signal.SIGKILL
    volger.wacht_op(lambda lijn: lijn.klaar)
    assert Bijdrage.objects.filter(tekst=velden["tekst"]).count() == 1
    assert wereld.versie == begin + 1
    gehad = volger.versies

    server.herstart()
    volger.verbind()
    volger.wacht_op(lambda lijn: begin + 1 in lijn.versies)
    schrijf_zelf(wereld)
    volger.wacht_op(lambda lijn: begin + 2 in lijn.versies)
    assert volger.versies == reeks(begin, 2)
    assert gehad == [] or connection.vendor == "postgresql"  # a notification can win from the kill; nothing else can


def test_two_processes_see_each_other_and_one_goes_on_alone(dienst, lijn, wereld):
    begin = wereld.versie
    een, twee = dienst(), dienst()
    volgers = [lijn(een.poort, na=begin).open(), lijn(twee.poort, na=begin).open()]
    velden = {"partij": str(wereld.deelname.actor.sleutel)}
    for nr, server in enumerate((een, twee, een)):
        assert post(server.poort, wereld.client, f"{PERRON}bijdragen/", tekst=f"Nummer {nr}.", **velden) == 303
        for volger in volgers:
            volger.wacht_op(lambda lijn, nr=nr: begin + 1 + nr in lijn.versies)
    een.stop(signal.SIGKILL)
    volgers[0].wacht_op(lambda lijn: lijn.klaar)
    assert post(twee.poort, wereld.client, f"{PERRON}bijdragen/", tekst="De ander gaat door.", **velden) == 303
    volgers[1].wacht_op(lambda lijn: begin + 4 in lijn.versies)
    een.herstart()
    volgers[0].verbind()
    volgers[0].wacht_op(lambda lijn: begin + 4 in lijn.versies)
    assert post(een.poort, wereld.client, f"{PERRON}bijdragen/", tekst="En weer samen.", **velden) == 303
    for volger in volgers:
        volger.wacht_op(lambda lijn: begin + 5 in lijn.versies)
        assert volger.versies == reeks(begin, 5)
    assert "Traceback" not in een.uitvoer + twee.uitvoer


def test_stopping_waits_for_no_stream(dienst, lijn, wereld):
    server = dienst()
    volgers = [lijn(server.poort, na=wereld.versie).open() for _ in range(5)]
    duur = server.stop(signal.SIGTERM)
    assert duur < 4.0  # two seconds of patience, and the end of the process on a busy machine
    assert server.proces.returncode in {0, -signal.SIGTERM}
    for volger in volgers:
        volger.wacht_op(lambda lijn: lijn.klaar)
    assert "Traceback" not in server.uitvoer


def test_a_stop_leaves_nothing_unsaid(dienst, lijn, wereld):
    """What was committed while the server stopped is there for who comes back."""
    begin = wereld.versie
    server = dienst()
    volger = lijn(server.poort, na=begin).open()
    server.proces.terminate()
    for nr in range(5):
        schrijf_zelf(wereld, f"Tijdens het stoppen, nummer {nr}.")
        time.sleep(0.3)
    assert server.wacht_op_einde() is not None
    server.herstart()
    volger.verbind()
    volger.wacht_op(lambda lijn: begin + 5 in lijn.versies)
    assert volger.versies == reeks(begin, 5)
    assert Journaalregel.objects.filter(wijk=wereld.wijk, versie__gt=begin).count() == 5
