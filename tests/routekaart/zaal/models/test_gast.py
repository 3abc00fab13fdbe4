# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guests, and what is left of them: what the database itself holds, by name."""

import pytest

from routekaart.zaal.models import Aanwezigheid, Gast, Gastenopruiming, Gastentelling, Terugkomst
from tests.factories import maak_partij, stempel
from tests.factories_zaal import maak_gast
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("gast_soort_bestaat", {"soort": "koning"}),
        ("gast_taal_bestaat", {"taal": "xx"}),
        ("gast_partij_bij_soort", {"soort": "partij"}),
    ],
)
def test_a_guest(sessie, naam, velden):
    vast = {"sessie": sessie, "soort": "bewoner", "taal": "nl"} | stempel()
    weigert(naam, lambda: Gast.objects.create(**(vast | velden)))


def test_only_a_guest_of_a_party_has_one(sessie):
    actor = maak_partij(sessie.wijk).actor
    velden = {"sessie": sessie, "taal": "nl", "actor": actor} | stempel()
    weigert("gast_partij_bij_soort", lambda: Gast.objects.create(**velden, soort="bewoner"))


def test_a_party_is_seen_once(sessie):
    velden = {"sessie": sessie, "actor": maak_partij(sessie.wijk).actor} | stempel()
    Aanwezigheid.objects.create(**velden)
    weigert("aanwezigheid_een_per_partij", lambda: Aanwezigheid.objects.create(**velden))


def test_coming_back_has_a_code_of_its_own(sessie):
    een, twee = maak_gast(sessie), maak_gast(sessie)
    vast = {"verloopt": stempel()["moment"]} | stempel()
    weigert("terugkomst_met_code", lambda: Terugkomst.objects.create(gast=een, code="", **vast))
    Terugkomst.objects.create(gast=een, code="CCCCCC", **vast)
    weigert("code", lambda: Terugkomst.objects.create(gast=twee, code="CCCCCC", **vast))


def test_the_count_that_is_left_names_no_guest(sessie, actor):
    opruiming = Gastenopruiming.objects.create(sessie=sessie, **stempel())
    vast = {"opruiming": opruiming, "aantal": 2}
    for velden in ({"soort": "partij"}, {"soort": "bewoner", "actor": actor}, {"soort": "koning"}):
        weigert("gastentelling_partij_bij_soort", lambda v=velden: Gastentelling.objects.create(**vast, **v))
    weigert("gastentelling_aantal", lambda: Gastentelling.objects.create(**(vast | {"aantal": 0}), soort="bewoner"))
    for naam, velden in (
        ("gastentelling_een_per_soort", {"soort": "bewoner"}),
        ("gastentelling_een_per_partij", {"soort": "partij", "actor": actor}),
    ):
        Gastentelling.objects.create(**vast, **velden)
        weigert(naam, lambda v=velden: Gastentelling.objects.create(**vast, **v))
