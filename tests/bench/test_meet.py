# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rows are run, which are kept, and which may be written."""

import pytest

from bench.live.meet import PROEVEN, gezond, verklein
from bench.meet import IN_PROCES, kies, voeg_samen

GOED = {"mislukt": 0, "niet_geleverd": 0, "dubbel": 0}


def test_rows_are_chosen_by_how_their_name_starts():
    assert kies(["live-300"]) == ["live-300", "live-300-cpu"]
    assert kies(["live"]) == kies([])[len(IN_PROCES) :]
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
    inhaal = PROEVEN[-1]
    assert verklein(inhaal) == inhaal
    monkeypatch.setenv("LIVE_STROMEN", "20")
    monkeypatch.setenv("LIVE_SECONDEN", str(inhaal.seconden / 2))
    klein = verklein(inhaal)
    assert klein.stromen == 20
    assert klein.knip == tuple(t / 2 for t in inhaal.knip)
    assert verklein(PROEVEN[0]).stromen == 2
