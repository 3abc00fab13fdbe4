# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A pytest plugin: write down which tests take long, and count what was deselected when workers did the selecting.

The making of what the whole session shares (the database, the browser) is not counted to the test that came first.
"""

import os
import time
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from scripts import slow_tests
from scripts.slow_tests import SlowTest
from tests.proefomgeving import GEDEELD

BESTAND = GEDEELD / "traag"
FASE = os.environ.get("WIJKWIJZER_FASE", "")

_duur: dict[str, float] = defaultdict(float)
_voorbereid: dict[str, float] = defaultdict(float)
_afgevallen = 0


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: Any) -> Generator[None, Any, Any]:
    """Keep how long a fixture of the session took, and in which test."""
    begin = time.monotonic()
    try:
        return (yield)
    finally:
        if fixturedef.scope == "session" and (nu := os.environ.get("PYTEST_CURRENT_TEST")):
            _voorbereid[nu.rpartition(" ")[0]] += time.monotonic() - begin


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up the three parts of a test; in the process that shows the results."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    _duur[report.nodeid] += report.duration - dict(report.user_properties).get("gedeeld", 0.0) * (
        report.when == "setup"
    )
    if report.when == "teardown":
        seconden = _duur.pop(report.nodeid)
        if seconden > slow_tests.LIMIT:
            slow_tests.add(BESTAND, SlowTest(seconden, FASE, report.nodeid))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let the report of the setup carry what the session took of it."""
    report = yield
    if report.when == "setup" and (seconden := _voorbereid.pop(item.nodeid, 0.0)):
        report.user_properties.append(("gedeeld", seconden))
    return report


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count, in the worker; every worker leaves out the same."""
    global _afgevallen  # noqa: PLW0603 - pytest gives a plugin no place of its own
    _afgevallen += len(items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that shows the results."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["afgevallen"] = _afgevallen


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Without this the closing line of a run with workers hides what was deselected."""
    if aantal := getattr(node, "workeroutput", {}).get("afgevallen"):
        toon = node.config.pluginmanager.get_plugin("terminalreporter")
        toon.stats["deselected"] = [SimpleNamespace() for _ in range(aantal)]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Show them, unless `make test` does that for all its phases."""
    if not FASE and (regels := slow_tests.report(slow_tests.read(Path(BESTAND)))):
        terminalreporter.section("slow tests")
        terminalreporter.write_line(regels)
