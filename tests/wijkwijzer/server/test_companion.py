# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker beside the server: it comes again when it dies, and goes when the server goes."""

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.werk import wacht_tot
from wijkwijzer.server.companion import PATIENCE, Companion, worker_command

BLIJF = "import os, sys; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); sys.stdin.read()"
STERF = "import os, sys; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n')"
DOOF = (
    "import os, signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); time.sleep(60)"
)


@pytest.fixture
def lijst(tmp_path):
    pad = tmp_path / "pids"
    pad.touch()
    return pad


def pids(lijst):
    return [int(regel) for regel in lijst.read_text().splitlines()]


def leeft(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def begeleid(code, lijst, **opties):
    return Companion(command=[sys.executable, "-c", code, str(lijst)], first=0.05, **opties)


def test_it_lives_as_long_as_the_server(lijst):
    werker = begeleid(BLIJF, lijst)
    werker.start()
    wacht_tot(lambda: pids(lijst))
    [pid] = pids(lijst)
    assert leeft(pid)
    werker.stop()
    assert not leeft(pid)
    assert len(pids(lijst)) == 1


def test_one_that_is_killed_is_started_again(lijst, caplog):
    import os

    werker = begeleid(BLIJF, lijst)
    werker.start()
    wacht_tot(lambda: pids(lijst))
    os.kill(pids(lijst)[0], signal.SIGKILL)
    wacht_tot(lambda: len(pids(lijst)) == 2)
    werker.stop()
    assert [p for p in pids(lijst) if leeft(p)] == []
    assert "the worker stopped (-9)" in caplog.text


def test_one_that_keeps_dying_is_started_ever_slower(lijst):
    werker = begeleid(STERF, lijst)
    werker.start()
    wacht_tot(lambda: len(pids(lijst)) >= 3)
    werker.stop()
    assert werker._delay >= 0.2


def test_one_that_will_not_stop_is_ended_by_force(lijst):
    werker = begeleid(DOOF, lijst)
    werker.start()
    wacht_tot(lambda: pids(lijst))
    begin = time.monotonic()
    werker.stop()
    assert time.monotonic() - begin >= PATIENCE
    wacht_tot(lambda: not leeft(pids(lijst)[0]))


def test_a_server_on_its_way_out_takes_it_along(lijst):
    weg = []
    werker = begeleid(BLIJF, lijst, ends=lambda: bool(weg))
    werker.start()
    wacht_tot(lambda: pids(lijst))
    weg.append(True)
    wacht_tot(lambda: not leeft(pids(lijst)[0]))
    werker.stop()
    assert len(pids(lijst)) == 1


def test_it_is_the_worker_that_is_started():
    assert worker_command()[1:] == [str(Path(__file__).resolve().parents[3] / "manage.py"), "werker", "--met-server"]
