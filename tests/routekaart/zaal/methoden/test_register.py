# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every method has a class of its own, and that class is whole: steps, words, forms, partials, papers."""

from itertools import pairwise
from uuid import uuid4

import pytest
from django.template.loader import get_template
from django.utils.translation import override

from routekaart.zaal.kaarten.forms import KaartForm, TafelkaartForm
from routekaart.zaal.methoden.basis import KNOPPEN, Basismethode
from routekaart.zaal.methoden.register import KEUZES, STANDAARD, methode_van, methoden
from routekaart.zaal.methoden.vondst import Gevonden
from routekaart.zaal.models import Ronde, Stap, Stemkeuze, Taal, Vondst
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.forms import VraagForm
from tests.weigert import geweigerd

ALLE = pytest.mark.parametrize("methode", list(Methode))


def van(methode: Methode) -> Basismethode:
    return methode_van(Ronde(methode=methode))


def test_there_is_a_class_for_every_method_and_no_other():
    assert set(methoden()) == set(Methode)
    klassen = {type(m) for m in methoden().values()}
    assert len(klassen) == len(Methode)
    assert {k.__module__.rpartition(".")[2] for k in klassen} == set(Methode)


def test_a_method_is_chosen_from_all_of_them():
    assert VraagForm().fields["methode"].choices == KEUZES == Methode.choices
    assert van(STANDAARD).met_kaarten


@ALLE
def test_every_method_begins_with_waiting_and_goes_both_ways(methode):
    m = van(methode)
    assert m.stappen[0] is Stap.WACHT
    assert len(set(m.stappen)) == len(m.stappen)
    assert m.buur(m.stappen[0], -1) is None
    assert m.buur(m.stappen[-1], 1) is None
    for een, twee in pairwise(m.stappen):
        assert (m.buur(een, 1), m.buur(twee, -1)) == (twee, een)


def test_milestones():
    assert van(Methode.OPEN).is_voorbij(Stap.ONTHUL, Stap.SCHRIJF)
    assert van(Methode.OPEN).is_voorbij("onthul", Stap.SCHRIJF)
    assert not van(Methode.OPEN).is_voorbij(Stap.WACHT, Stap.SCHRIJF)
    assert not van(Methode.KENNISMAKING).is_voorbij(Stap.ONTHUL, Stap.GROEPEER)


@ALLE
def test_every_step_has_a_name_and_a_button(methode):
    m = van(methode)
    assert all(m.label(stap) and m.knop(stap) for stap in m.stappen)
    for eigen in (m.labels, m.knoppen, m.woorden_bij, m.eigen_tijd, m.gevraagd_bij if m.met_kaarten else {}):
        assert set(eigen) <= set(m.stappen)


@pytest.mark.parametrize(
    ("methode", "stap", "knop"),
    [
        (Methode.OPEN, Stap.ONTHUL, "Kaarten onthullen"),
        (Methode.STELLING, Stap.ONTHUL, "De uitslag tonen"),
        (Methode.POLS, Stap.ONTHUL, "De uitslag tonen"),
        (Methode.OPEN, Stap.BESLUIT, "De uitslag tonen"),
        (Methode.SCHATTEN, Stap.BESLUIT, "Samen besluiten"),
        (Methode.ACTOREN, Stap.BESLUIT, "Samen besluiten"),
        (Methode.EEN_TWEE_VIER, Stap.SCHRIJF, "Verder met z'n vieren"),
    ],
)
def test_the_button_says_what_happens(methode, stap, knop):
    assert van(methode).knop(stap) == knop


def test_there_are_words_for_the_button_to_every_step():
    assert set(KNOPPEN) == set(Stap)


@ALLE
def test_a_phone_says_all_that_a_method_needs_in_every_language(methode):
    m, per_taal = van(methode), []
    for taal in Taal:
        with override(taal):
            per_taal.append([m.uitleg(stap) for stap in m.woorden_bij] + [str(z) for z in m.antwoordzinnen.values()])
            for inlevering in m.inleveringen.values():
                assert isinstance(inlevering.form(None), KaartForm)
    for zinnen in zip(*per_taal, strict=True):
        assert all(zinnen)
        assert len(set(zinnen)) == len(Taal), "each language has words of its own"


@ALLE
def test_a_form_says_what_it_hands_in_and_has_a_partial(methode):
    m = van(methode)
    for wat, inlevering in m.inleveringen.items():
        form = inlevering.form(None)
        assert form.wat == wat
        assert get_template(form.velden)
    assert m.inlevering("onbekend") is m.inleveringen[KaartForm.wat]
    assert set(m.gevraagd_bij.values()) <= set(m.inleveringen)


@ALLE
def test_answers_have_words_for_the_room_and_for_the_phone(methode):
    m = van(methode)
    assert set(m.antwoorden) == set(m.antwoordzinnen)
    assert Stemkeuze.STIP not in m.antwoorden
    assert bool(m.antwoorden) is not m.met_kaarten


@pytest.mark.parametrize(
    ("methode", "vorm", "zin"),
    [
        (Methode.OPEN, KaartForm.wat, "een heel lange zin"),
        (Methode.OPEN, "slogan", "een heel lange zin"),
        (Methode.OPEN, TafelkaartForm.wat, "een heel lange zin 3x"),
        (Methode.ASSOCIATIE, KaartForm.wat, "twee woorden"),
        (Methode.ASSOCIATIE, TafelkaartForm.wat, "twee woorden 3x\neen"),
        (Methode.ASSOCIATIE, "slogan", "een heel lange zin"),
    ],
)
def test_what_is_handed_in_is_read_by_its_own_form(methode, vorm, zin):
    gegevens = {"tekst": zin, "ronde": uuid4(), "sleutel": uuid4()}
    form = van(methode).inlevering(vorm).form(gegevens)
    assert form.is_valid(), form.errors


@pytest.mark.parametrize("vorm", [KaartForm.wat, TafelkaartForm.wat])
def test_an_association_of_three_words_is_refused(vorm):
    gegevens = {"tekst": "drie woorden hier", "ronde": uuid4(), "sleutel": uuid4()}
    assert not van(Methode.ASSOCIATIE).inlevering(vorm).form(gegevens).is_valid()


@pytest.mark.parametrize(
    ("methode", "minuten"),
    [(Methode.OPEN, 23), (Methode.KENNISMAKING, 15), (Methode.STELLING, 10), (Methode.POLS, 10), (Methode.ACTOREN, 15)],
)
def test_how_long_five_minutes_take_with_talking(methode, minuten):
    assert van(methode).duur(5) == minuten


@ALLE
def test_the_draaiboek_says_how_it_works(methode):
    assert van(methode).draaiboek.endswith(".")


def test_a_line_from_paper_has_parts_only_where_things_are_collected():
    assert van(Methode.OPEN).lees_papier("Tuin · plek") is None
    assert van(Methode.SCHATTEN).lees_papier("Tuin · plek") == Gevonden("Tuin", "plek")
    assert [m for m in Methode if van(m).papierhulp] == [Methode.SCHATTEN, Methode.ACTOREN]


def test_nothing_is_taken_over_where_nothing_is_collected():
    assert van(Methode.OPEN).bestaande(Vondst()) is None
    with geweigerd("kaart_zonder_vondst", "geen naam en soort"):
        van(Methode.OPEN).neem_op(Vondst(), None)


def test_a_slogan_is_no_answer_and_begins_with_the_winner():
    assert [m for m in Methode if not van(m).antwoord_op_perron] == [Methode.ASSOCIATIE]
    assert [m for m in Methode if van(m).besluit_is_winnaar] == [Methode.ASSOCIATIE]
    assert [m for m in Methode if van(m).groep_is_kaart] == [Methode.ASSOCIATIE]
