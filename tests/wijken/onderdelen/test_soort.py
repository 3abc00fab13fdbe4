# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of structure: where each stands, in which order, and what a reader may do there."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from actoren.soorten import DOELGROEPEN, SCHATTEN
from routekaart.soorten import BESTEMMING, OPBRENGSTEN, STANDPUNTEN, SUBDOELEN, UITDAGINGEN
from tests.factories import maak_perron, maak_wijk
from wijken.onderdelen.soort import (
    Eigenaar,
    Lezer,
    Wijkplek,
    eerst_het_doel,
    soort_bij,
    soort_van,
    soorten,
    soorten_bij,
)

PLAATS = {
    None: ["schatten"],
    1: ["bestemming", "subdoelen", "leervragen", "begrippen"],
    2: ["uitdagingen", "opbrengsten"],
    3: ["veranderingen"],
    4: ["doelgroepen"],
    5: ["inclusie", "ervaringen", "neveneffecten"],
    6: ["activiteiten"],
    7: ["machinisten"],
    8: ["reisgenoten", "toezeggingen"],
    9: ["risicos"],
}


@pytest.mark.parametrize("perron", PLAATS)
def test_every_place_has_its_kinds_in_order_and_every_perron_its_stands(perron):
    verwacht = [*PLAATS[perron], *(["standpunten"] if perron else [])]
    assert [s.woord for s in soorten_bij(perron)] == verwacht


def test_all_kinds_stand_in_the_order_of_the_journey():
    assert [s.woord for s in soorten()] == [*(w for woorden in PLAATS.values() for w in woorden), "standpunten"]


def test_a_kind_is_found_at_its_own_place_only():
    assert soort_bij(2, "uitdagingen") is UITDAGINGEN
    assert soort_bij(7, "standpunten") is STANDPUNTEN
    assert soort_bij(None, "schatten") is SCHATTEN
    assert [soort_bij(*p) for p in ((3, "uitdagingen"), (0, "schatten"), (None, "standpunten"), (1, "x"))] == [None] * 4


def test_a_kind_is_found_by_the_word_of_the_journal():
    assert soort_van("uitdaging") is UITDAGINGEN
    assert soort_van("perron") is None


def test_what_a_link_points_to_comes_first():
    volgorde = eerst_het_doel()
    assert sorted(s.woord for s in volgorde) == sorted(s.woord for s in soorten())
    for soort in volgorde:
        for veld in soort.keuzes:
            doel = soort_van(soort.veld(veld).related_model._meta.model_name)
            assert doel is None or volgorde.index(doel) < volgorde.index(soort), (soort.woord, veld)


@pytest.mark.parametrize("soort", soorten(), ids=lambda s: s.woord)
def test_a_row_says_what_it_belongs_to(soort):
    velden = {f.name for f in soort.model._meta.get_fields() if not f.auto_created}
    van = {e for e in Eigenaar if e.value in velden and soort.veld(e.value).is_relation}
    assert soort.eigenaar in van
    assert van - {soort.eigenaar} <= {Eigenaar.REIS}, "a stand knows its journey too"


@pytest.mark.parametrize("keuzes", [{}, UITDAGINGEN.keuzes | {"naam": UITDAGINGEN.keuzes["cijfer"]}])
def test_each_link_needs_its_choices_and_nothing_else_has_them(keuzes):
    with pytest.raises(ValueError, match="uitdagingen"):
        replace(UITDAGINGEN, keuzes=keuzes)


@pytest.mark.parametrize(
    ("soort", "lezer", "toevoegen", "wijzigen"),
    [
        (SUBDOELEN, Lezer(schrijft=False), False, False),
        (SUBDOELEN, Lezer(schrijft=True), True, True),
        (OPBRENGSTEN, Lezer(schrijft=True), False, False),
        (OPBRENGSTEN, Lezer(schrijft=True, partijen=frozenset({7})), True, True),
        (OPBRENGSTEN, Lezer(schrijft=True, partijen=frozenset({8})), True, False),
        (OPBRENGSTEN, Lezer(schrijft=False, partijen=frozenset({7})), False, False),
    ],
)
def test_what_a_reader_may(soort, lezer, toevoegen, wijzigen):
    assert lezer.mag_toevoegen(soort) is toevoegen
    assert lezer.mag_wijzigen(soort, SimpleNamespace(actor_id=7)) is wijzigen


def test_what_differs_from_reader_to_reader_is_not_shared():
    anders = {s.woord for s in soorten() if not s.gedeeld}
    assert anders == {"uitdagingen", "opbrengsten", "toezeggingen", "standpunten"}
    assert BESTEMMING.tekstvelden == ["definitie", "slogan", "ambitie"]


@pytest.mark.django_db
def test_a_new_row_stands_in_its_place():
    wijk = maak_wijk()
    perron = maak_perron(wijk, 4)
    assert SCHATTEN.leeg_van(Wijkplek(wijk)).wijk == DOELGROEPEN.leeg_van(perron).wijk == wijk
    standpunt = STANDPUNTEN.leeg_van(perron)
    assert (standpunt.perron, standpunt.routekaart, SUBDOELEN.leeg_van(perron).wijk) == (
        perron,
        perron.routekaart,
        wijk,
    )
