# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A network that fails between a browser and the server: after any cut there is no gap, and nothing comes twice.

The cuts are shorter than real ones; bench/netsnede.py does the same between two hosts, with a link that is down for
20 seconds.
"""

import time

import pytest

from tests.doorgeef import Doorgeef
from tests.factories import maak_bijdrage


@pytest.fixture
def server(dienst):
    return dienst()


@pytest.fixture
def net(server):
    een = Doorgeef(server.poort)
    yield een
    een.stop()


def schrijf(wereld, aantal, rust=0.0):
    for nr in range(aantal):
        maak_bijdrage(wereld.perron, wereld.deelname.actor, f"Bijdrage op {time.monotonic_ns()}, nummer {nr}.")
        time.sleep(rust)


def test_a_cable_pulled_out_and_put_back(lijn, wereld, server, net):
    """The connection itself survives: TCP sends again what got no answer."""
    begin = wereld.versie
    hier, daar = lijn(server.poort, na=begin).open(), lijn(net.poort, na=begin).open()
    schrijf(wereld, 2)
    daar.wacht_op(lambda lijn: len(lijn.versies) == 2)
    net.zwijg()
    schrijf(wereld, 10, rust=0.2)
    hier.wacht_op(lambda lijn: len(lijn.versies) == 12)
    assert len(daar.versies) == 2
    net.herstel()
    for een in (hier, daar):
        een.wacht_op(lambda lijn: len(lijn.versies) >= 12)
    schrijf(wereld, 1)
    for een in (hier, daar):
        een.wacht_op(lambda lijn: begin + 13 in lijn.versies)
        assert een.versies == list(range(begin + 1, begin + 14))


@pytest.mark.parametrize("hoe", ["zwijg", "verbreek"])
def test_a_browser_that_gave_up_comes_back_with_what_it_has(lijn, wereld, net, hoe):
    """The watchdog closes a silent line and opens another, while the server still holds the old one."""
    begin = wereld.versie
    daar = lijn(net.poort, na=begin).open()
    schrijf(wereld, 2)
    daar.wacht_op(lambda lijn: len(lijn.versies) == 2)
    getattr(net, hoe)()
    schrijf(wereld, 5, rust=0.2)
    daar.breek()
    daar.wacht_op(lambda lijn: lijn.klaar)
    daar.verbind()  # in vain
    time.sleep(0.5)
    assert daar.begroetingen == 1
    schrijf(wereld, 3)
    daar.breek()
    daar.wacht_op(lambda lijn: lijn.klaar)
    net.herstel()
    daar.verbind()
    daar.wacht_op(lambda lijn: lijn.begroetingen == 2 and begin + 10 in lijn.versies)
    schrijf(wereld, 1)
    daar.wacht_op(lambda lijn: begin + 11 in lijn.versies)
    assert daar.versies == list(range(begin + 1, begin + 12))


def test_cut_again_and_again_while_changes_come(lijn, wereld, net):
    begin = wereld.versie
    daar = lijn(net.poort, na=begin).open()
    for keer in range(5):
        schrijf(wereld, 2)
        net.verbreek()
        daar.wacht_op(lambda lijn: lijn.klaar)
        schrijf(wereld, 2)
        net.herstel()
        daar.verbind()
        daar.wacht_op(lambda lijn, keer=keer: lijn.begroetingen == keer + 2)
    daar.wacht_op(lambda lijn: begin + 20 in lijn.versies)
    assert daar.versies == list(range(begin + 1, begin + 21))
