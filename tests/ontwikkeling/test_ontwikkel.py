# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `make dev` watches."""

import pytest

from ontwikkeling.management.commands import ontwikkel
from tests.processen import WORTEL


@pytest.fixture
def gekeken():
    return {pad.removeprefix(f"{WORTEL}/") for pad in ontwikkel.mappen()}


def test_our_packages_templates_and_bundles_are_watched(gekeken):
    assert {"wijkwijzer", "wijken", "routekaart", "templates", "static/bundels"} <= gekeken


def test_what_others_made_and_the_parts_of_the_bundles_are_not(gekeken):
    """A change of a part changes its bundle: twice would restart twice."""
    assert not [pad for pad in gekeken if pad.startswith((".venv", "node_modules", "static/css", "static/js", "data"))]


def test_there_is_nothing_to_watch_that_is_not_there(gekeken):
    assert [pad for pad in sorted(gekeken) if not (WORTEL / pad).is_dir()] == []
