# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room named, and what it becomes: what the database itself holds, by name."""

import pytest

from actoren.models import Schat
from routekaart.zaal.models import (
    Overname,
    Vondst,
)
from tests.factories import maak_partij, stempel
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "velden"),
    [("vondst_met_naam", {"naam": ""}), ("vondst_soort_bestaat", {"soort": "draak"})],
)
def test_a_find(kaart, naam, velden):
    weigert(naam, lambda: Vondst.objects.create(**({"kaart": kaart, "naam": "Moestuin", "soort": "plek"} | velden)))
    assert str(Vondst.objects.create(kaart=kaart, naam="Moestuin", soort="plek")) == "Moestuin"


def test_a_card_becomes_one_thing(kaart):
    schat = Schat.objects.create(wijk=kaart.wijk, naam="Moestuin", soort="plek", **stempel())
    actor = maak_partij(kaart.wijk).actor
    for velden in ({}, {"schat": schat, "actor": actor}):
        weigert("overname_van_een_ding", lambda v=velden: Overname.objects.create(kaart=kaart, **v, **stempel()))
    assert str(Overname.objects.create(kaart=kaart, schat=schat, **stempel())) == "Moestuin"
