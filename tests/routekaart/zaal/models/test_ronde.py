# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A question and the steps of the room: what the database itself holds, by name."""

import pytest

from routekaart.zaal.models import Ronde, Zaalstap
from tests.factories import stempel
from tests.factories_zaal import ronde_van
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("ronde_volgorde_uniek_in_sessie", {"volgorde": 1}),
        ("ronde_methode_bestaat", {"methode": "gokken"}),
        ("ronde_met_vraag", {"vraag_nl": ""}),
        ("ronde_perron_1_tot_9", {"perron": 10}),
        ("ronde_minuten", {"minuten": 0}),
    ],
)
def test_a_question(sessie, naam, velden):
    vast = {"sessie": sessie, "volgorde": 2, "vraag_nl": "Hoe?", "methode": "open", "anoniem": True, "verdekt": True}
    weigert(naam, lambda: Ronde.objects.create(**(vast | stempel() | velden)))


def test_a_step(sessie):
    ronde = ronde_van(sessie)
    weigert("zaalstap_stap_bestaat", lambda: Zaalstap.objects.create(ronde=ronde, stap="dansen", **stempel()))
    Zaalstap.objects.create(ronde=ronde, stap="schrijf", **stempel())
    weigert("zaalstap_versie_uniek", lambda: Zaalstap.objects.create(ronde=ronde, stap="onthul", **stempel()))


def test_questions_are_not_read_first_unless_chosen(kaart):
    assert ronde_van(kaart.ronde.sessie).keuring is False
