# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions to who was missing: what the database itself holds, by name."""

import pytest

from routekaart.zaal.models import Navraag, Navraagafsluiting, Navraagafspraak
from tests.factories import stempel
from tests.factories_draad import maak_doelgroep
from tests.factories_zaal import maak_navraag
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


def test_a_question_is_for_a_party_or_a_group(sessie, actor):
    groep = maak_doelgroep(sessie.wijk)
    vast = {"sessie": sessie, "tekst": "Wat?", "taal": "nl"} | stempel()
    for velden in ({}, {"actor": actor, "doelgroep": groep}):
        weigert("navraag_partij_of_doelgroep", lambda v=velden: Navraag.objects.create(**vast, **v))
    weigert("navraag_met_tekst", lambda: Navraag.objects.create(**(vast | {"tekst": "", "actor": actor})))
    weigert("navraag_taal_bestaat", lambda: Navraag.objects.create(**(vast | {"taal": "xx", "actor": actor})))
    for naam, velden in (
        ("navraag_uniek_per_partij", {"actor": actor}),
        ("navraag_uniek_per_doelgroep", {"doelgroep": groep}),
    ):
        Navraag.objects.create(**vast, **velden)
        weigert(naam, lambda v=velden: Navraag.objects.create(**vast, **v))


def test_who_asks_is_a_party_or_a_role(sessie, actor):
    vast = {"navraag": maak_navraag(sessie, actor), "voor": sessie.datum} | stempel()
    for velden in ({}, {"actor": actor, "rol": "reisleider"}):
        weigert("navraagafspraak_partij_of_rol", lambda v=velden: Navraagafspraak.objects.create(**vast, **v))
    weigert("navraagafspraak_rol_bestaat", lambda: Navraagafspraak.objects.create(**vast, rol="koning"))
    Navraagafspraak.objects.create(**vast, rol="reisleider")


def test_a_question_ends_in_words(sessie, actor):
    vast = {"navraag": maak_navraag(sessie, actor)} | stempel()
    for naam, velden in (
        ("navraagafsluiting_uitkomst_bestaat", {"uitkomst": "misschien", "tekst": "x"}),
        ("navraagafsluiting_met_tekst", {"uitkomst": "gevraagd", "tekst": ""}),
    ):
        weigert(naam, lambda v=velden: Navraagafsluiting.objects.create(**vast, **v))
