# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes: what the database itself holds, by name."""

from uuid import uuid4

import pytest

from routekaart.zaal.models import (
    Kaartgroep,
    Stem,
)
from tests.factories import stempel
from tests.factories_zaal import ronde_van
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("stem_keuze_bestaat", {"keuze": "misschien"}),
        ("stem_soort_bestaat", {"soort": "koning"}),
        ("stem_aantal", {"aantal": 0}),
        ("stem_stip_op_een_groep", {"keuze": "stip"}),
    ],
)
def test_a_vote(sessie, naam, velden):
    vast = {"ronde": ronde_van(sessie), "keuze": "eens"} | stempel()
    weigert(naam, lambda: Stem.objects.create(**(vast | velden)))


def test_a_phone_votes_once(sessie):
    ronde, sleutel = ronde_van(sessie), uuid4()
    groep = Kaartgroep.objects.create(ronde=ronde, naam="Groen", **stempel())
    vast = {"ronde": ronde, "apparaatsleutel": sleutel} | stempel()
    weigert("stem_stip_op_een_groep", lambda: Stem.objects.create(**vast, keuze="eens", groep=groep))
    for naam, velden in (
        ("stem_een_antwoord_per_toestel", {"keuze": "eens"}),
        ("stem_een_stip_per_groep_per_toestel", {"keuze": "stip", "groep": groep}),
    ):
        Stem.objects.create(**vast, **velden)
        weigert(naam, lambda v=velden: Stem.objects.create(**vast, **v))
