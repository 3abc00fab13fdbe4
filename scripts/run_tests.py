#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run every check, one phase after the other, and stop at the first that fails.

    scripts/run_tests.py           everything (`make test`)
    scripts/run_tests.py --fast    linters, types and the unit tests on SQLite (`make check`)

Each phase prints one line with its time; a linter's output is shown only when it fails. The last line sums all
pytest runs. A run without tests fails, and so does one that skips or leaves out a test: nothing is skipped silently.
One phase is a named selection: the browser journeys that are marked for both databases run on PostgreSQL too.
"""

import argparse
import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import FrameType

if __package__ is None or __package__ == "":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import slow_tests
from scripts.postgres_for_tests import remove_leftovers, running_postgres, scratch_folder

ROOT = Path(__file__).resolve().parent.parent
Env = dict[str, str]

# What would make a test depend on the shell it was started from.
OWN_VARIABLES = re.compile(r"^(WIJKWIJZER_|DATABASE_URL$|DEMO_WACHTWOORD$|PORT$|DJANGO_|PYTEST_|VIRTUAL_ENV$)")
CLOSING_LINE = re.compile(r"^(?:=+ )?(?P<counts>.*?) in [\d.]+s(?: \([\d:]+\))?(?: =+)?$")
COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed|deselected|warnings?|rerun)")
NOT_RUN = ("skipped", "xfailed", "xpassed", "deselected")


class PhaseError(Exception):
    """A phase failed; its output has been printed. The message says which and why."""


def read_closing_line(line: str) -> Counter[str] | None:
    """Return the counts in pytest's closing line (`3 passed, 1 skipped in 0.5s`), or None for another line."""
    match = CLOSING_LINE.match(line.strip())
    if match is None:
        return None
    counts = match["counts"]
    if counts == "no tests ran":
        return Counter()
    parts = [COUNT.fullmatch(part) for part in counts.split(", ")]
    if any(part is None for part in parts):
        return None
    return Counter({part[2].removesuffix("s"): int(part[1]) for part in parts if part})


def judge(counts: Counter[str] | None, exit_code: int, *, selected_of: int = 0) -> str:
    """Return why a pytest run does not count as passed, or an empty string when it does.

    `selected_of` is for a run of a named selection: how many tests there are, all of which ran elsewhere. Then as many
    may be deselected as makes that number, and not one more or less.
    """
    if counts is None:
        return f"pytest gave no closing line (exit code {exit_code})"
    if exit_code not in (0, 5):
        return f"pytest failed (exit code {exit_code})"
    if not counts["passed"]:
        return "no test ran"
    if selected_of and counts["passed"] + counts["deselected"] != selected_of:
        return f"{counts['passed']} ran and {counts['deselected']} were deselected, of {selected_of}"
    kinds = [kind for kind in NOT_RUN if counts[kind] and not (selected_of and kind == "deselected")]
    left_out = ", ".join(f"{counts[kind]} {kind}" for kind in kinds)
    return f"not every test ran: {left_out}" if left_out else ""


def closing_line(total: Counter[str], seconds: float) -> str:
    """Return the line that closes the whole run, in pytest's form."""
    order = ("failed", "passed", *NOT_RUN, "error")
    parts = [f"{total[kind]} {kind}" for kind in order if total[kind]]
    return f"===== {', '.join(parts) or 'no tests ran'} in {seconds:.1f}s ====="


def base_environment(environ: Mapping[str, str]) -> Env:
    """Return the environment for all phases: the caller's, without what the application or pytest reads."""
    return {name: value for name, value in environ.items() if not OWN_VARIABLES.match(name)}


def end_group(child: subprocess.Popen[str]) -> None:
    """End a command with everything it started: kindly first, then by force."""
    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        with suppress(ProcessLookupError):
            os.killpg(child.pid, number)
        with suppress(subprocess.TimeoutExpired):
            child.wait(patience)
            return


class Runner:
    """Runs commands, each in a process group and a data folder of its own, and adds up what pytest counts."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.shared = scratch / "shared"  # what the tests of all phases share (tests/proefomgeving.py)
        self.total: Counter[str] = Counter()
        self._children: set[subprocess.Popen[str]] = set()

    def environment(self, extra: Mapping[str, str]) -> Env:
        """Return the environment of one phase: demo mode (plain http) in an empty data folder, then `extra`."""
        data = tempfile.mkdtemp(dir=self.scratch, prefix="data-")
        own = {"WIJKWIJZER_DATA": data, "WIJKWIJZER_DEMO": "1"}
        shared = {"WIJKWIJZER_GEDEELD": str(self.shared), "WIJKWIJZER_RUN": str(os.getpid())}
        return {**base_environment(os.environ), **own, **shared, **extra}

    def execute(self, command: Sequence[str], env: Env, on_line: Callable[[str], object]) -> int:
        """Run the command in a process group of its own, hand over each line of output, return its exit code."""
        with subprocess.Popen(  # noqa: S603 - the commands stand below, none comes from outside
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        ) as child:
            self._children.add(child)
            try:
                for line in child.stdout or ():
                    on_line(line)
            except BaseException:  # a signal, most likely: nothing of this run may stay behind
                end_group(child)
                raise
            finally:
                self._children.discard(child)
        return child.returncode

    def quiet(self, name: str, command: Sequence[str], **extra: str) -> None:
        """Run a check; show its output only if it fails. Raises PhaseError."""
        output: list[str] = []
        start, code = time.monotonic(), None
        try:
            code = self.execute(command, self.environment(extra), output.append)
        finally:  # in one piece: others may be writing too
            failed = "".join(output) if code else ""
            print(phase_line("FAILED" if code != 0 else "ok", name, start) + f"\n{failed}".rstrip(), flush=True)
        if code:
            raise PhaseError(f"{name} (exit code {code})")

    def together(self, checks: Sequence[Callable[[], None]]) -> None:
        """Run checks side by side, two at a time; raise the PhaseError of the first in the list that failed."""
        with ThreadPoolExecutor(2) as pool:
            running = [pool.submit(check) for check in checks]
            try:
                for check in running:
                    check.result()
            except BaseException as why:
                pool.shutdown(wait=False, cancel_futures=True)
                if not isinstance(why, PhaseError):  # a signal, and this is the thread that hears of it
                    for child in list(self._children):
                        end_group(child)
                raise

    def pytest(self, name: str, arguments: Sequence[str], *, selected_of: int = 0, **extra: str) -> int:
        """Run pytest, show all of it, add its counts to the total; return how many passed. Raises PhaseError."""
        command = [sys.executable, "-m", "pytest", "--color=no", *arguments]
        closing: list[Counter[str]] = []

        def show(line: str) -> None:
            print(line, end="", flush=True)
            if (counts := read_closing_line(line)) is not None:
                closing.append(counts)

        with timed(name):
            code = self.execute(command, self.environment({"WIJKWIJZER_FASE": name, **extra}), show)
            counts = closing[-1] if closing else None
            reason = judge(counts, code, selected_of=selected_of)
            counts = counts or Counter()
            if selected_of and not reason:
                del counts["deselected"]  # they ran in another phase
            self.total += counts
            if reason:
                raise PhaseError(f"{name}: {reason}")
        return counts["passed"]


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print one line for a phase when it is over, with its time and how it ended."""
    start = time.monotonic()
    ended = "FAILED"
    try:
        yield
        ended = "ok"
    finally:
        print(phase_line(ended, name, start), flush=True)


def phase_line(ended: str, name: str, start: float) -> str:
    """Return the line of a phase."""
    return f"[{ended:>6}] {name:<44} {time.monotonic() - start:6.1f} s"


def lint(run: Runner) -> None:
    """Style, types, licences, and Django's own checks; the longest first. The last one in a production environment."""
    module = [sys.executable, "-m"]
    manage = [sys.executable, "manage.py"]
    in_production = {
        "WIJKWIJZER_DEMO": "0",
        "WIJKWIJZER_SECRET_KEY": secrets.token_urlsafe(64),
        "WIJKWIJZER_HOSTS": "wijkwijzer.example",
    }
    checks: list[tuple[str, list[str], Env]] = [
        ("ruff check", [*module, "ruff", "check", "."], {}),
        ("ruff format", [*module, "ruff", "format", "--check", "."], {}),
        ("mypy", [*module, "mypy"], {}),
        ("imports", [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"], {}),
        ("djlint: errors", [*module, "djlint", "templates", "--lint", "--quiet"], {}),
        ("djlint: format", [*module, "djlint", "templates", "--check"], {}),
        ("reuse", [*module, "reuse", "lint", "--lines"], {}),
        ("makemigrations --check", [*manage, "makemigrations", "--check", "--dry-run"], {}),
        (
            "check --deploy, in production",
            [*manage, "check", "--deploy", "--fail-level", "WARNING"],
            in_production,
        ),
    ]
    run.together([partial(run.quiet, name, command, **extra) for name, command, extra in checks])


# A worker without work takes over half of what the other has left: some tests take a hundred times as long as others.
TWO_WORKERS = ["-n", "2", "--dist", "worksteal"]
UNIT = ["tests", "--ignore=tests/browser", *TWO_WORKERS]
BROWSER = ["tests/browser", *TWO_WORKERS]
# What a page shows does not depend on the database; who waits for whom does. In these journeys several people meet.
ON_BOTH = [*BROWSER, "-m", "beide_databases"]


def everything(run: Runner) -> None:
    """All phases of `make test`, quickest first."""
    lint(run)
    run.pytest("unit tests on SQLite", UNIT)
    browser = run.pytest("browser tests on SQLite", BROWSER)
    with running_postgres(run.scratch) as url:
        run.pytest("unit tests on PostgreSQL", UNIT, DATABASE_URL=url)
        run.pytest("browser journeys on PostgreSQL", ON_BOTH, selected_of=browser, DATABASE_URL=url)


def fast(run: Runner) -> None:
    """The phases of `make check`."""
    lint(run)
    run.pytest("unit tests on SQLite", UNIT)


def stop_on_signal(number: int, _frame: FrameType | None) -> None:
    """Turn a signal into an exception, so that the database and the folders are cleaned up."""
    raise SystemExit(128 + number)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: returns 0 when all is well, else 1."""
    parser = argparse.ArgumentParser(description="Run the checks and tests of Wijkwijzer.")
    parser.add_argument("--fast", action="store_true", help="linters, types and unit tests on SQLite only")
    options = parser.parse_args(argv)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop_on_signal)
    remove_leftovers()
    start = time.monotonic()
    failure = ""
    with scratch_folder() as scratch:
        run = Runner(scratch)
        try:
            (fast if options.fast else everything)(run)
        except PhaseError as error:
            failure = str(error)
        slow = slow_tests.report(slow_tests.read(run.shared / "traag"))
    if slow:
        print(f"\n{slow}")
    if failure:
        print(f"\nFailed: {failure}")
        # A run can fail without a failed test (a linter, a skipped test): the last line must not look like success.
        if not run.total["failed"]:
            run.total["error"] += 1
    print(closing_line(run.total, time.monotonic() - start), flush=True)
    return 1 if failure else 0


if __name__ == "__main__":
    raise SystemExit(main())
