# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programmes to begin with: complete, in every language, and short enough for people."""

from datetime import date, time

import pytest

from routekaart.perrons import PERRONS
from routekaart.zaal.methoden.register import methoden as alle_methoden
from routekaart.zaal.models import Ronde, Sessie, Sessiesoort
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.sjablonen import PERRONVRAGEN_EN, PROGRAMMAS, VERDIEPINGEN, programma_voor
from routekaart.zaal.programma.tijden import duur, in_woorden, programma_met_tijden, totaal

ALLE = {f"{soort}": p for soort, p in PROGRAMMAS.items()} | {f"perron {nr}": p for nr, p in VERDIEPINGEN.items()}
GEVULD = {naam: p for naam, p in ALLE.items() if p.rondes}


def rondes(programma):
    return [Ronde(vraag_nl=r.vraag_nl, methode=r.methode, minuten=r.minuten) for r in programma.rondes]


def test_every_perron_and_every_kind_of_meeting_has_a_programme():
    assert set(VERDIEPINGEN) == set(range(1, 10)) == set(PERRONVRAGEN_EN)
    assert {*PROGRAMMAS, Sessiesoort.VERDIEPING} == set(Sessiesoort)
    assert [naam for naam, p in ALLE.items() if not p.rondes] == ["vraag"]


def test_the_programme_of_a_verdieping_needs_its_perron():
    assert programma_voor(Sessiesoort.VERDIEPING, 4) is VERDIEPINGEN[4]
    assert programma_voor(Sessiesoort.STARTSESSIE, 4) is PROGRAMMAS[Sessiesoort.STARTSESSIE]
    with pytest.raises(KeyError):
        programma_voor(Sessiesoort.VERDIEPING)


@pytest.mark.parametrize("perron", PERRONS, ids=lambda p: str(p.nummer))
def test_the_questions_of_a_perron_are_those_of_the_report(perron):
    vragen = [r.vraag_nl for r in VERDIEPINGEN[perron.nummer].rondes]
    assert [v for v in vragen if v in perron.vragen] == list(perron.vragen)
    eigen = [r for r in VERDIEPINGEN[perron.nummer].rondes if r.vraag_nl in perron.vragen]
    assert {r.perron for r in eigen} == {perron.nummer}


@pytest.mark.parametrize("naam", GEVULD)
def test_every_question_is_there_in_dutch_and_english(naam):
    for r in ALLE[naam].rondes:
        assert 0 < len(r.vraag_nl) <= 300
        assert 0 < len(r.vraag_en) <= 300
        assert r.vraag_nl != r.vraag_en
        assert 1 <= r.minuten <= 15
    vragen = [r.vraag_nl for r in ALLE[naam].rondes]
    assert len(set(vragen)) == len(vragen)


@pytest.mark.parametrize("naam", GEVULD)
def test_a_programme_ends_before_people_are_tired(naam):
    assert 20 <= totaal(rondes(ALLE[naam])) <= 120


def test_a_programme_uses_the_method_that_fits_the_question():
    methoden = {naam: {r.methode for r in p.rondes} for naam, p in ALLE.items()}
    assert Methode.ASSOCIATIE in methoden["startsessie"]
    assert Methode.EEN_TWEE_VIER in methoden["perron 3"]
    assert Methode.ACTOREN in methoden["perron 4"]
    assert Methode.SCHATTEN in methoden["perron 6"]


def test_the_draaiboek_explains_every_method():
    assert {naam for naam, methode in alle_methoden().items() if methode.draaiboek} == set(Methode)


def test_every_step_with_a_time_of_its_own_counts():
    assert duur(Ronde(methode=Methode.EEN_TWEE_VIER, minuten=4)) == 1 + 2 + 4 + 5 + 5 + 3 + 5
    assert duur(Ronde(methode=Methode.OPEN, minuten=4)) == 4 + 5 + 5 + 3 + 5


def test_a_weekstart_is_short_and_an_introduction_names_the_party():
    assert totaal(rondes(PROGRAMMAS[Sessiesoort.WEEKSTART])) <= 30
    for naam in (Sessiesoort.STARTSESSIE, Sessiesoort.JAARSTART):
        eerste = PROGRAMMAS[naam].rondes[0]
        assert (eerste.methode, eerste.anoniem) == (Methode.KENNISMAKING, False)


def test_in_a_jaarstart_residents_come_before_any_plan():
    vragen = [r.vraag_en for r in PROGRAMMAS[Sessiesoort.JAARSTART].rondes]
    assert next(i for i, v in enumerate(vragen) if "planned" in v) > next(
        i for i, v in enumerate(vragen) if "decide themselves" in v
    )
    assert {r.perron for r in PROGRAMMAS[Sessiesoort.JAARSTART].rondes} == {None}


def test_the_startsessie_is_about_perron_one_and_asks_how_it_went():
    programma = PROGRAMMAS[Sessiesoort.STARTSESSIE]
    assert {r.perron for r in programma.rondes} == {None, 1}
    assert programma.rondes[-1].methode is Methode.POLS


@pytest.mark.parametrize(
    ("methode", "minuten", "duurt"),
    [
        (Methode.OPEN, 5, 5 + 5 + 5 + 3 + 5),
        (Methode.KENNISMAKING, 5, 5 + 5 + 5),
        (Methode.STELLING, 2, 2 + 5),
        (Methode.POLS, 2, 2 + 5),
    ],
)
def test_talking_comes_on_top_of_writing(methode, minuten, duurt):
    assert duur(Ronde(methode=methode, minuten=minuten)) == duurt


@pytest.mark.parametrize(
    ("minuten", "woorden"), [(0, "0 minuten"), (45, "45 minuten"), (60, "1 uur"), (95, "1 uur en 35 minuten")]
)
def test_a_length_of_time_in_words(minuten, woorden):
    assert in_woorden(minuten) == woorden


@pytest.mark.parametrize(
    ("begin", "tijden"),
    [
        (time(19, 30), ["19:30", "19:35", "19:42", "19:52"]),
        (time(23, 50), ["23:50", "23:55", "00:02", "00:12"]),
        (None, ["0:00", "0:05", "0:12", "0:22"]),
    ],
)
def test_clock_times_follow_each_other(begin, tijden):
    sessie = Sessie(datum=date(2026, 12, 1), begintijd=begin)
    punten = programma_met_tijden(sessie, [Ronde(vraag_nl="Goed?", methode=Methode.POLS, minuten=2)])
    assert [p.van for p in punten] == tijden
    assert [p.wat for p in punten][1] == "Goed?"
    assert punten[-1].minuten == 0
