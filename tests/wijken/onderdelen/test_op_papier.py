# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows on their way to paper: what was closed stays behind, also where an open row points to it."""

from dataclasses import replace

import pytest

from tests.factories import maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.onderdelen.handelingen import sluit
from wijken.onderdelen.op_papier import open_rijen
from wijken.onderdelen.soort import namen, soort_bij

pytestmark = pytest.mark.django_db


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


def maak_dubbel(woord, perron, **meer):
    """One row that stays open, and one that is closed."""
    open_, dicht = (maak_onderdeel(woord, perron, nr=nr, **meer) for nr in (1, 2))
    sluit(rij=dicht, reden="Klaar.", versie=dicht.versie, door=None)
    return open_, dicht


def test_what_was_closed_is_left_out_of_every_link(perron, django_assert_num_queries):
    uitdagingen = maak_dubbel("uitdagingen", perron)
    verandering = maak_onderdeel("veranderingen", perron, links={"uitdagingen": list(uitdagingen)})
    activiteiten = maak_dubbel("activiteiten", perron, links={"veranderingen": [verandering]})
    soort = replace(soort_bij(3, "veranderingen"), mee_veel=("uitdagingen", "activiteiten"))
    with django_assert_num_queries(3):
        (rij,) = open_rijen(soort, perron)
        assert namen(rij.uitdagingen) == str(uitdagingen[0])
        assert namen(rij.activiteiten) == str(activiteiten[0])


def test_closed_rows_stay_behind(perron):
    open_, _ = maak_dubbel("uitdagingen", perron)
    assert open_rijen(soort_bij(2, "uitdagingen"), perron) == [open_]
