# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wrapper of `make test`: what it reads from pytest, what it counts as failure, and what it leaves behind."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from scripts.postgres_for_tests import PREFIX, is_alive, remove_leftovers, running_postgres, server_pid
from scripts.run_tests import PhaseError, Runner, base_environment, closing_line, judge, read_closing_line

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("===== 412 passed in 183.20s (0:03:03) =====\n", {"passed": 412}),
        (
            "==== 1 failed, 3 passed, 2 skipped, 1 warning in 0.12s ====",
            {"failed": 1, "passed": 3, "skipped": 2, "warning": 1},
        ),
        (
            "=== 2 passed, 5 deselected, 1 xfailed, 1 xpassed, 2 errors in 1.00s ===",
            {"passed": 2, "deselected": 5, "xfailed": 1, "xpassed": 1, "error": 2},
        ),
        ("3 passed in 0.01s", {"passed": 3}),
        ("============ no tests ran in 0.01s ============", {}),
    ],
)
def test_reads_the_closing_line(line: str, counts: dict[str, int]) -> None:
    assert read_closing_line(line) == Counter(counts)


@pytest.mark.parametrize(
    "line", ["", "collected 3 items", "de trein komt in 5s", "3 perrons in 0.1s", "=== FAILURES ==="]
)
def test_other_lines_are_not_the_closing_line(line: str) -> None:
    assert read_closing_line(line) is None


@pytest.mark.parametrize(
    ("counts", "exit_code", "reason"),
    [
        ({"passed": 3, "warning": 2}, 0, ""),
        ({"passed": 3, "failed": 1}, 1, "exit code 1"),
        ({"passed": 3}, 2, "exit code 2"),
        ({}, 5, "no test ran"),
        ({}, 0, "no test ran"),
        (None, 4, "no closing line"),
        (None, 0, "no closing line"),
        ({"passed": 3, "skipped": 1}, 0, "1 skipped"),
        ({"passed": 3, "xfailed": 2}, 0, "2 xfailed"),
        ({"passed": 3, "xpassed": 1}, 0, "1 xpassed"),
        ({"passed": 3, "deselected": 4}, 0, "4 deselected"),
    ],
)
def test_nothing_is_skipped_silently(counts: dict[str, int] | None, exit_code: int, reason: str) -> None:
    verdict = judge(None if counts is None else Counter(counts), exit_code)
    assert reason in verdict
    assert bool(verdict) == bool(reason)


def test_the_last_line_sums_and_can_be_read_back() -> None:
    total = Counter(passed=200) + Counter(passed=212)
    assert closing_line(total, 183.24) == "===== 412 passed in 183.2s ====="
    mixed = Counter(passed=3, failed=1, deselected=2, error=1)
    assert read_closing_line(closing_line(mixed, 1)) == mixed
    assert closing_line(Counter(), 0) == "===== no tests ran in 0.0s ====="


def test_the_callers_settings_do_not_reach_the_tests() -> None:
    caller = {
        "WIJKWIJZER_SECRET_KEY": "x",
        "DATABASE_URL": "x",
        "PYTEST_ADDOPTS": "-k niets",
        "PORT": "1",
        "PATH": "/bin",
    }
    assert base_environment({**caller, "DEMO_WACHTWOORD": "x", "DJANGO_SETTINGS_MODULE": "x"}) == {"PATH": "/bin"}


def pytest_run(tmp_path: Path, code: str) -> Runner:
    """Let the wrapper run pytest on one file outside the repository. Raises PhaseError as the wrapper does."""
    (tmp_path / "test_een.py").write_text(code)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    run = Runner(tmp_path)
    run.pytest("proef", ["-c", str(tmp_path / "pytest.ini"), "-p", "no:django", str(tmp_path / "test_een.py")])
    return run


def test_a_real_pytest_run_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = pytest_run(tmp_path, "def test_a(): pass\ndef test_b(): pass\n")
    assert run.total == Counter(passed=2)
    assert re.search(r"^\[ +ok\] proef +\d+\.\d s$", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("def test_a(): assert False\n", "exit code 1"),
        ("import pytest\ndef test_a(): pass\n@pytest.mark.skip\ndef test_b(): pass\n", "1 skipped"),
        ("import pytest\ndef test_a(): pass\ndef test_b(): pytest.xfail('ooit')\n", "1 xfailed"),
        ("# leeg\n", "no test ran"),
    ],
)
def test_a_real_pytest_run_that_does_not_count_stops(tmp_path: Path, code: str, reason: str) -> None:
    with pytest.raises(PhaseError, match=reason):
        pytest_run(tmp_path, code)


def test_a_failed_check_shows_its_output_and_a_good_one_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Runner(tmp_path)
    run.quiet("goed", [sys.executable, "-c", "print('alles in orde')"])
    assert "alles in orde" not in capsys.readouterr().out
    with pytest.raises(PhaseError, match=r"fout \(exit code 3\)"):
        run.quiet("fout", [sys.executable, "-c", "print('regel 12 deugt niet'); raise SystemExit(3)"])
    out = capsys.readouterr().out
    assert "regel 12 deugt niet" in out
    assert "[FAILED] fout" in out


def test_each_phase_gets_an_empty_data_folder(tmp_path: Path) -> None:
    run = Runner(tmp_path)
    first, second = (run.environment({"DATABASE_URL": "postgresql://x"}) for _ in range(2))
    assert first["WIJKWIJZER_DATA"] != second["WIJKWIJZER_DATA"]
    assert list(Path(first["WIJKWIJZER_DATA"]).iterdir()) == []
    assert first["WIJKWIJZER_DEMO"] == "1"
    assert first["DATABASE_URL"] == "postgresql://x"


def ended_pid() -> int:
    """A process id that was in use and is free again."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def test_only_folders_of_dead_runs_are_removed(tmp_path: Path) -> None:
    dead = tmp_path / f"{PREFIX}{ended_pid()}-abc"
    alive = tmp_path / f"{PREFIX}{os.getpid()}-abc"
    strange = tmp_path / f"{PREFIX}zonder-nummer"
    for folder in (dead, alive, strange):
        folder.mkdir()
    assert remove_leftovers(tmp_path) == [dead]
    assert sorted(tmp_path.iterdir()) == sorted([alive, strange])


def test_a_pid_that_now_belongs_to_another_process_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / f"{PREFIX}{ended_pid()}-abc"
    (folder / "postgres").mkdir(parents=True)
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as bystander:
        (folder / "postgres" / "postmaster.pid").write_text(f"{bystander.pid}\n")
        assert server_pid(folder / "postgres") is None
        remove_leftovers(tmp_path)
        assert is_alive(bystander.pid)
        bystander.kill()
    assert not folder.exists()


# Starts a real server, says where, and waits: what a test run looks like from outside.
HOLD = """
import sys, time, signal
from pathlib import Path
from scripts.postgres_for_tests import running_postgres
from scripts.run_tests import stop_on_signal
signal.signal(signal.SIGTERM, stop_on_signal)
with running_postgres(Path(sys.argv[1])) as url:
    print(url, flush=True)
    time.sleep(120)
"""


def held_server(folder: Path) -> subprocess.Popen[str]:
    folder.mkdir()
    command = [sys.executable, "-W", "ignore", "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("postgresql://")
    return process


def wait_until_gone(pid: int) -> bool:
    until = time.monotonic() + 15
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    return not is_alive(pid)


def test_the_server_stops_with_the_run_also_after_a_signal(tmp_path: Path) -> None:
    folder = tmp_path / "rondje"
    with held_server(folder) as process:
        pid = server_pid(folder / "postgres")
        assert pid is not None
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 128 + signal.SIGTERM
    assert wait_until_gone(pid)


def test_the_server_of_a_killed_run_is_stopped_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / f"{PREFIX}{ended_pid()}-abc"
    with held_server(folder) as process:
        pid = server_pid(folder / "postgres")
        assert pid is not None
        process.kill()
    assert is_alive(pid)
    assert remove_leftovers(tmp_path) == [folder]
    assert wait_until_gone(pid)


def test_the_server_is_a_real_postgresql(tmp_path: Path) -> None:
    import psycopg

    with running_postgres(tmp_path) as url, psycopg.connect(url) as connection:
        row = connection.execute("select version()").fetchone()
    assert row is not None
    assert row[0].startswith("PostgreSQL")


# A phase that never ends: its command starts another process, as pytest starts a browser.
ENDLESS = """
import signal, sys
from pathlib import Path
from scripts.run_tests import Runner, stop_on_signal
signal.signal(signal.SIGTERM, stop_on_signal)
code = "import os, subprocess; p = subprocess.Popen(['sleep', '300']); print(os.getpid(), p.pid, flush=True); p.wait()"
Runner(Path(sys.argv[1])).execute([sys.executable, "-c", code], {}, lambda line: print(line, end="", flush=True))
"""


def test_a_signal_ends_the_running_phase_with_all_it_started(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENDLESS, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        started = [int(pid) for pid in process.stdout.readline().split()]
        assert len(started) == 2
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 128 + signal.SIGTERM
    assert all(wait_until_gone(pid) for pid in started)
