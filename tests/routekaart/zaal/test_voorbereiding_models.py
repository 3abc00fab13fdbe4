# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of preparing that the database itself holds, by name."""

import pytest

from routekaart.zaal.models import Afgelasting, Sessieleervraag, Uitnodiging
from tests.factories import maak_partij, maak_routekaart, maak_wijk
from tests.factories_voorbereiding import maak_leervraag, maak_voorbereid
from tests.routekaart.zaal.test_models import stempel, weigert

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessie():
    wijk = maak_wijk()
    maak_routekaart(wijk)
    return maak_voorbereid(wijk)


def test_a_party_is_invited_once(sessie):
    velden = {"sessie": sessie, "actor": maak_partij(sessie.wijk, "De Een").actor} | stempel()
    assert str(Uitnodiging.objects.create(**velden)) == "De Een is uitgenodigd"
    weigert("uitnodiging_een_per_partij", lambda: Uitnodiging.objects.create(**velden))


def test_a_learning_question_is_linked_once(sessie):
    velden = {"sessie": sessie, "leervraag": maak_leervraag(sessie.routekaart, "Hoe?")} | stempel()
    assert str(Sessieleervraag.objects.create(**velden)) == "Hoe?"
    weigert("sessieleervraag_uniek", lambda: Sessieleervraag.objects.create(**velden))


def test_a_meeting_is_called_off_once_with_a_reason(sessie):
    weigert("afgelasting_met_reden", lambda: Afgelasting.objects.create(sessie=sessie, reden="", **stempel()))
    rij = Afgelasting.objects.create(sessie=sessie, reden="De zaal is dicht.", **stempel())
    assert str(rij) == "Startsessie gaat niet door"
    weigert("sessie", lambda: Afgelasting.objects.create(sessie=sessie, reden="Nog eens.", **stempel()))
