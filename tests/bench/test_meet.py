# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rows are run, which are kept, and which may be written."""

import pytest

from bench.live import meet as live
from bench.live.meet import FOUTEN, gezond, zonder_node
from bench.live.proeven import MET_NODE, NAMEN, PROEVEN, cpu_us, kb, p_ms, poort_ms, verklein
from bench.meet import IN_PROCES, kies, voeg_samen

GOED = dict.fromkeys(FOUTEN, 0)


def test_rows_are_chosen_by_how_their_name_starts():
    assert kies(["live-300"]) == ["live-300", "live-300-cpu"]
    assert [*IN_PROCES, *kies(["live"]), *kies(["zaal"])] == kies([])
    assert kies(["pdf", "rode"]) == ["rode-draad-200", "pdf-voorbeeld", "pdf-voorbeeld-geheugen"]


def test_an_unknown_row_is_named():
    with pytest.raises(SystemExit, match="No row starts with live-400"):
        kies(["live-300", "live-400"])


def test_rows_that_were_not_run_keep_their_value():
    oud = [{"naam": "a", "waarde": 1}, {"naam": "b", "waarde": 2}, {"naam": "gone", "waarde": 3}]
    assert voeg_samen(oud, [{"naam": "b", "waarde": 9}, {"naam": "c", "waarde": 4}], ["a", "b", "c"]) == [
        {"naam": "a", "waarde": 1},
        {"naam": "b", "waarde": 9},
        {"naam": "c", "waarde": 4},
    ]


@pytest.mark.parametrize("wat", GOED)
def test_a_run_with_one_failure_is_no_row(wat):
    assert gezond(GOED)
    assert not gezond(GOED | {wat: 1})


def test_a_smaller_trial_keeps_its_proportions(monkeypatch):
    inhaal = next(proef for proef in PROEVEN if proef.knip)
    assert verklein(inhaal) == inhaal
    monkeypatch.setenv("LIVE_STROMEN", "20")
    monkeypatch.setenv("LIVE_SECONDEN", str(inhaal.seconden / 2))
    klein = verklein(inhaal)
    assert klein.stromen == 20
    assert klein.knip == tuple(t / 2 for t in inhaal.knip)
    assert verklein(PROEVEN[0]).stromen == 2


def test_every_row_of_the_room_is_there_once():
    assert {f"zaal-{n}" for n in (50, 100, 300, 600, 1000)} <= set(NAMEN)
    assert {"zaal-300-cpu", "zaal-300-socketio", "zaal-1000-geheugen", "zaal-stoot-300", "zaal-twee-processen"} <= set(
        NAMEN
    )
    assert len(NAMEN) == len(set(NAMEN))


def test_the_burst_is_one_card_of_each_guest_within_two_seconds():
    stoot = next(proef for proef in PROEVEN if "zaal-stoot-300" in proef.rijen)
    assert stoot.tempo * stoot.seconden == stoot.stromen == 300
    assert stoot.seconden == 2.0


def test_only_the_peer_needs_node(monkeypatch, capsys):
    assert MET_NODE == ["zaal-300-socketio"]
    monkeypatch.setattr(live, "node", lambda: None)
    assert zonder_node(["zaal-300", "zaal-300-socketio"]) == ["zaal-300"]
    assert "left out" in capsys.readouterr().out
    monkeypatch.setattr(live, "node", lambda: "/usr/bin/node")
    monkeypatch.setattr(live, "_pakket", lambda: True)
    assert zonder_node(NAMEN) == NAMEN


def test_how_a_row_is_read():
    u = {"vertragingen": [0.1, 0.2, 0.3], "per_poort": [[0.1], [0.4]], "cpu": 2.0, "geleverd": 1000}
    u |= {"geheugen": 900.0, "geheugen_leeg": 400.0, "stromen": 10}
    assert (p_ms(0.5)(u), poort_ms(0)(u), poort_ms(1)(u)) == pytest.approx((200, 100, 400))
    assert (cpu_us(u), kb(u)) == pytest.approx((2000, 50))
    assert {proef.soort for proef in PROEVEN} == {"perron", "zaal"}
    assert next(p for p in PROEVEN if "zaal-300" in p.rijen).tegen == {"floor", "peer"}
    assert next(p for p in PROEVEN if p.processen == 2).tegen == set()
