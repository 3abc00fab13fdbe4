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
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import slow_tests
from scripts.postgres_for_tests import PREFIX, is_alive, remove_leftovers, running_postgres, server_pid
from scripts.run_tests import (
    BROWSER,
    ON_BOTH,
    UNIT,
    PhaseError,
    Runner,
    base_environment,
    closing_line,
    judge,
    read_closing_line,
)

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


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ({"passed": 8, "deselected": 124}, ""),
        ({"passed": 8, "deselected": 123}, "8 ran and 123 were deselected, of 132"),
        ({"passed": 7, "deselected": 124}, "7 ran and 124 were deselected, of 132"),
        ({"passed": 8}, "8 ran and 0 were deselected, of 132"),
        ({"passed": 7, "deselected": 124, "skipped": 1}, "7 ran and 124"),
        ({"passed": 8, "deselected": 124, "skipped": 1}, "1 skipped"),
        ({"deselected": 132}, "no test ran"),
    ],
)
def test_a_named_selection_leaves_out_what_ran_elsewhere_and_nothing_else(counts: dict[str, int], reason: str) -> None:
    verdict = judge(Counter(counts), 0, selected_of=132)
    assert reason in verdict
    assert bool(verdict) == bool(reason)


# What runs in the browser on both databases. Who takes a journey out of the selection has to say so here.
JOURNEYS = {
    "test_three_people_fill_in_a_perron_together",
    "test_the_answer_form_says_that_it_changed",
    "test_two_members_of_two_parties_travel_through_the_haarwijk",
    "test_wall_desk_and_phones_move_together",
    "test_an_answer_that_is_lost_three_times_makes_one_card",
    "test_the_server_falls_over_while_it_stores_a_card",
    "test_a_vote_waits_for_the_line_and_counts_once",
    "test_a_whole_startsessie",
}


def test_the_journeys_on_both_databases_are_named_and_nothing_else_is_selected() -> None:
    assert ON_BOTH[-2:] == ["-m", "beide_databases"]
    assert ON_BOTH[:-2] == BROWSER
    for phase in (UNIT, BROWSER):
        assert not {"-m", "-k", "--deselect"} & set(phase)
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/browser", *ON_BOTH[-2:]]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {line.partition("[")[0].rpartition("::")[2] for line in lines if line.startswith("tests/")} == JOURNEYS


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


def pytest_run(tmp_path: Path, code: str, *arguments: str, selected_of: int = 0) -> Runner:
    """Let the wrapper run pytest on one file outside the repository. Raises PhaseError as the wrapper does."""
    (tmp_path / "test_een.py").write_text(code)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = beide\naddopts = -p tests.traag\n")
    run = Runner(tmp_path)
    own = ["-c", str(tmp_path / "pytest.ini"), "-p", "no:django", str(tmp_path / "test_een.py")]
    run.pytest("proef", [*own, *arguments], selected_of=selected_of)
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


SELECTION = "import pytest\n@pytest.mark.beide\ndef test_a(): pass\ndef test_b(): pass\ndef test_c(): pass\n"


def test_a_selection_counts_where_it_was_named(tmp_path: Path) -> None:
    run = pytest_run(tmp_path, SELECTION, "-n", "2", "-m", "beide", selected_of=3)
    assert run.total == Counter(passed=1), "the others ran in another phase"


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "workers"])
def test_a_selection_counts_nowhere_else(tmp_path: Path, workers: tuple[str, ...]) -> None:
    with pytest.raises(PhaseError, match="not every test ran: 2 deselected"):
        pytest_run(tmp_path, SELECTION, *workers, "-m", "beide")


SLOW = """
import pytest, time
from scripts import slow_tests
slow_tests.LIMIT = 0.3
@pytest.fixture(scope="session")
def browser(): time.sleep(0.4)
@pytest.fixture
def world(): time.sleep(0.2)
def test_a_whole_startsessie(world): time.sleep(0.2)
def test_b(world): time.sleep(0.2)
def test_c(browser): pass
"""


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "workers"])
def test_slow_tests_are_written_down_with_their_phase(tmp_path: Path, workers: tuple[str, ...]) -> None:
    (tmp_path / "conftest.py").write_text("from scripts import slow_tests\nslow_tests.LIMIT = 0.3\n")
    run = pytest_run(tmp_path, SLOW, *workers)
    slow = slow_tests.read(run.shared / "traag")
    assert sorted(t.name.rpartition("::")[2] for t in slow) == ["test_a_whole_startsessie", "test_b"]
    assert {t.phase for t in slow} == {"proef"}
    assert all(0.35 < t.seconds < 5 for t in slow)
    text = slow_tests.report(slow)
    assert "test_b (proef)  <- not on purpose" in text
    assert "test_a_whole_startsessie (proef)\n" in f"{text}\n"
    assert "WARNING: 1 of them" in text


def test_without_slow_tests_there_is_no_list(tmp_path: Path) -> None:
    assert slow_tests.report(slow_tests.read(tmp_path / "traag")) == ""
    on_purpose = slow_tests.SlowTest(9.0, "fase", "tests/a.py::test_a_cut_of_some_seconds[stil]")
    assert "WARNING" not in slow_tests.report([on_purpose])


def test_every_test_that_is_slow_on_purpose_exists() -> None:
    found = {
        name for file in (ROOT / "tests").rglob("test_*.py") for name in re.findall(r"def (test_\w+)", file.read_text())
    }
    assert set(slow_tests.ON_PURPOSE) <= found
    assert all(slow_tests.ON_PURPOSE.values()), "each with its reason"


def test_checks_side_by_side_all_finish_and_the_first_failure_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Runner(tmp_path)

    def check(name: str, code: str) -> Callable[[], None]:
        return lambda: run.quiet(name, [sys.executable, "-c", code])

    slow = "import time; time.sleep(0.5)"
    start = time.monotonic()
    run.together([check("een", slow), check("twee", slow)])
    assert time.monotonic() - start < 0.95
    with pytest.raises(PhaseError, match=r"mis \(exit code 7\)"):
        run.together([check("goed", slow), check("mis", "print('hier'); raise SystemExit(7)"), check("na", "")])
    out = capsys.readouterr().out
    assert "[FAILED] mis" in out
    assert "hier" in out
    assert "[    ok] goed" in out


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
