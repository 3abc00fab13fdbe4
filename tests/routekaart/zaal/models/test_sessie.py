# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A meeting, its preparation and its end: what the database itself holds, by name."""

import pytest

from routekaart.zaal.models import Afgelasting, Sessie, Sessieleervraag, Sessiesluiting, Uitnodiging
from tests.factories import maak_partij, stempel
from tests.factories_voorbereiding import maak_leervraag
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("sessie_soort_bestaat", {"soort": "feest"}),
        ("sessie_met_titel", {"titel": ""}),
        ("sessie_met_code", {"code": ""}),
    ],
)
def test_a_meeting(sessie, naam, velden):
    vast = {"wijk": sessie.wijk, "soort": "vraag", "titel": "X", "datum": sessie.datum, "code": "CCCCCC"} | stempel()
    weigert(naam, lambda: Sessie.objects.create(**(vast | velden)))
    weigert("code", lambda: Sessie.objects.create(**(vast | {"code": sessie.code})))


def test_the_end_of_a_meeting(sessie):
    vast = {"sessie": sessie} | stempel()
    weigert("sessiesluiting_uitkomst_bestaat", lambda: Sessiesluiting.objects.create(**vast, uitkomst="ruzie"))
    weigert("sessiesluiting_geen_acties_met_reden", lambda: Sessiesluiting.objects.create(**vast, uitkomst="geen"))
    Sessiesluiting.objects.create(**vast, uitkomst="gewoon")
    weigert("sessie", lambda: Sessiesluiting.objects.create(**vast, uitkomst="gewoon"))


def test_a_party_is_invited_once(voorbereid):
    velden = {"sessie": voorbereid, "actor": maak_partij(voorbereid.wijk, "De Een").actor} | stempel()
    assert str(Uitnodiging.objects.create(**velden)) == "De Een is uitgenodigd"
    weigert("uitnodiging_een_per_partij", lambda: Uitnodiging.objects.create(**velden))


def test_a_learning_question_is_linked_once(voorbereid):
    velden = {"sessie": voorbereid, "leervraag": maak_leervraag(voorbereid.routekaart, "Hoe?")} | stempel()
    assert str(Sessieleervraag.objects.create(**velden)) == "Hoe?"
    weigert("sessieleervraag_uniek", lambda: Sessieleervraag.objects.create(**velden))


def test_a_meeting_is_called_off_once_with_a_reason(voorbereid):
    weigert("afgelasting_met_reden", lambda: Afgelasting.objects.create(sessie=voorbereid, reden="", **stempel()))
    rij = Afgelasting.objects.create(sessie=voorbereid, reden="De zaal is dicht.", **stempel())
    assert str(rij) == "Startsessie gaat niet door"
    weigert("sessie", lambda: Afgelasting.objects.create(sessie=voorbereid, reden="Nog eens.", **stempel()))
