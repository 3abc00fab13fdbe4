# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself holds about the end of a meeting; every rule by its name."""

import pytest

from routekaart.models import Keuze, Standpunt
from routekaart.zaal.models import (
    Actie,
    Actieafronding,
    Gastenopruiming,
    Gastentelling,
    Inbreng,
    Navraag,
    Navraagafsluiting,
    Navraagafspraak,
    Stap,
    Terugkomst,
    Vervolg,
)
from tests.factories import maak_partij, maak_perron, maak_wijk
from tests.factories_draad import maak_doelgroep
from tests.factories_zaal import maak_gast, maak_navraag, maak_sessie, ronde_van
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


def stempel():
    from django.utils import timezone

    return {"versie": 99, "moment": timezone.now()}


@pytest.fixture
def sessie():
    return maak_sessie(maak_perron(maak_wijk()).wijk, stap=Stap.SCHRIJF)


@pytest.fixture
def actor(sessie):
    return maak_partij(sessie.wijk).actor


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


def test_what_a_party_said_is_a_stand_or_a_promise(sessie, actor):
    perron = sessie.routekaart.perrons.get(nummer=1)
    stand = Standpunt.objects.create(
        routekaart=sessie.routekaart, perron=perron, actor=actor, keuze=Keuze.EENS, **stempel()
    )
    vast = {"ronde": ronde_van(sessie)} | stempel()
    weigert("inbreng_standpunt_of_toezegging", lambda: Inbreng.objects.create(**vast, tekst="x"))
    weigert("inbreng_met_tekst", lambda: Inbreng.objects.create(**vast, standpunt=stand, tekst=""))


def test_a_next_moment_has_words_and_an_action_ends_in_one_of_two_ways(sessie, actor):
    weigert("vervolg_met_tekst", lambda: Vervolg.objects.create(sessie=sessie, tekst="", **stempel()))
    actie = Actie.objects.create(sessie=sessie, actor=actor, wat="Bellen", wanneer=sessie.datum, **stempel())
    weigert(
        "actieafronding_uitkomst_bestaat",
        lambda: Actieafronding.objects.create(actie=actie, uitkomst="half", **stempel()),
    )


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
