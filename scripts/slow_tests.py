# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which tests of a run took long: tests/traag.py writes a line for each, the runner shows them at the end."""

from pathlib import Path
from typing import NamedTuple

LIMIT = 5.0  # seconds, of the test and its own fixtures

# Long on purpose, by the name of the function: what it takes that time for.
ON_PURPOSE = {
    "test_a_whole_startsessie": "a whole meeting in a room, in a browser, from invitation to report",
    "test_two_members_of_two_parties_travel_through_the_haarwijk": "all kinds of structures, entered in a browser",
    "test_a_member_fills_in_nine_perrons_and_takes_the_plan_home": "a whole journey in a browser",
    "test_pages_of_members": "axe on every page of a member",
    "test_the_pages_around_the_end_are_accessible": "axe on every page around the end of a meeting",
    "test_the_desk_is_accessible_at_every_step": "axe on the desk at every step of a meeting",
    "test_twenty_seconds_without_a_network_a_proxy_and_a_wrong_clock": "the twenty seconds",
    "test_a_proxy_that_holds_back_streams": "waits until the page no longer trusts its stream",
    "test_a_question_under_way_when_the_stream_comes": "waits until the page no longer trusts its stream",
    "test_a_cut_of_some_seconds": "the seconds",
    "test_a_stream_comes_through_at_once_and_outlives_the_read_time_out": "the time-out of a proxy",
    "test_many_tabs_of_one_browser_over_http_2": "a real proxy with certificates, and many pages",
    "test_a_stop_leaves_nothing_unsaid": "a server that is stopped and started again, with writers",
    "test_two_processes_see_each_other_and_one_goes_on_alone": "two servers, one of which goes silent",
    "test_losing_the_signals_skips_nothing_and_they_come_back": "two servers that lose their signals",
    "test_a_worker_that_is_killed_in_the_middle_of_a_document": "two workers that start, and a long document",
    "test_a_worker_that_is_told_to_stop_finishes_its_document": "two workers that start, and two documents",
    "test_the_server_has_a_worker_that_comes_back": "a server and two workers that start, and two documents",
    "test_an_empty_data_folder_is_enough": "migrates and loads from nothing, as a first start does",
}


class SlowTest(NamedTuple):
    """One test of one phase."""

    seconds: float
    phase: str
    name: str

    @property
    def expected(self) -> bool:
        """Whether it is long on purpose."""
        return self.name.rpartition("::")[2].partition("[")[0] in ON_PURPOSE


def add(file: Path, test: SlowTest) -> None:
    """Write a test down."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as lines:
        lines.write(f"{test.seconds:.1f}\t{test.phase}\t{test.name}\n")


def read(file: Path) -> list[SlowTest]:
    """Return what was written down, the slowest first; nothing when there is no file."""
    if not file.exists():
        return []
    rows = (line.split("\t", 2) for line in file.read_text(encoding="utf-8").splitlines())
    return sorted((SlowTest(float(s), phase, name) for s, phase, name in rows), reverse=True)


def report(tests: list[SlowTest]) -> str:
    """Return the lines for the end of a run: every slow test, and a warning when one is not slow on purpose."""
    if not tests:
        return ""
    lines = [f"Tests of more than {LIMIT:.0f} s:"]
    lines += [f"{t.seconds:6.1f} s  {t.name} ({t.phase}){'' if t.expected else '  <- not on purpose'}" for t in tests]
    surprises = len({t.name for t in tests if not t.expected})
    if surprises:
        lines.append(f"WARNING: {surprises} of them are not named in scripts/slow_tests.py. Make them quicker.")
    return "\n".join(lines)
