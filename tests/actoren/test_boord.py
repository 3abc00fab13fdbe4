# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is aboard, and since when."""

import pytest

from actoren.boord import aan_boord
from actoren.models import Inclusiebesluit, Plaats
from tests.factories import maak_partij, maak_wijk
from tests.factories_draad import maak_besluit, sluit_rij
from wijken.onderdelen.handelingen import voeg_toe, wijzig

pytestmark = pytest.mark.django_db


def namen(wijk) -> list[str]:
    return [str(o.actor) for o in aan_boord(wijk.pk)]


def sinds(wijk) -> int:
    (enige,) = aan_boord(wijk.pk)
    return enige.sinds


def versie(wijk) -> int:
    wijk.refresh_from_db()
    return wijk.versie


def test_who_takes_part_is_aboard_from_that_moment():
    wijk = maak_wijk()
    maak_partij(maak_wijk("elders"), "De Kerk")
    maak_partij(wijk, "De School")
    assert namen(wijk) == ["De School"]
    begin = versie(wijk)
    maak_besluit(aan_boord_van(wijk), Plaats.AAN_BOORD)
    assert sinds(wijk) == begin


def aan_boord_van(wijk):
    return wijk.deelnames.get()


@pytest.mark.parametrize("plaats", [Plaats.LATER, Plaats.EIGEN_KEUZE])
def test_who_is_not_aboard_is_left_out(plaats):
    wijk = maak_wijk()
    maak_besluit(maak_partij(wijk), plaats)
    assert namen(wijk) == []


def test_who_was_kept_out_is_left_out_until_that_decision_is_closed():
    wijk = maak_wijk()
    deelname = maak_partij(wijk, "De School")
    besluit = voeg_toe(
        rij=Inclusiebesluit(wijk=wijk, deelname=deelname, plaats=Plaats.NIET, reden="Eerst de bewoners."), door=None
    )
    assert namen(wijk) == []
    sluit_rij(besluit)
    assert namen(wijk) == ["De School"]


def test_boarding_later_counts_from_the_decision():
    wijk = maak_wijk()
    deelname = maak_partij(wijk)
    maak_besluit(deelname, Plaats.LATER)
    maak_besluit(deelname, Plaats.AAN_BOORD)
    assert sinds(wijk) == versie(wijk)


def test_a_decision_that_was_changed_counts_from_the_change_of_place_only():
    wijk = maak_wijk()
    besluit = maak_besluit(maak_partij(wijk), Plaats.LATER)
    besluit = wijzig(rij=besluit, waarden={"plaats": Plaats.AAN_BOORD}, versie=besluit.versie, door=None)
    ingestapt = versie(wijk)
    wijzig(rij=besluit, waarden={"reden": "De school heeft tijd."}, versie=besluit.versie, door=None)
    assert sinds(wijk) == ingestapt < versie(wijk)


def test_stepping_out_by_choice_is_the_latest_word():
    wijk = maak_wijk()
    deelname = maak_partij(wijk)
    maak_besluit(deelname, Plaats.AAN_BOORD)
    maak_besluit(deelname, Plaats.EIGEN_KEUZE)
    assert namen(wijk) == []


def test_the_query_count_is_constant(django_assert_num_queries):
    wijk = maak_wijk()
    for aantal in (1, 29):
        for _ in range(aantal):
            deelname = maak_partij(wijk)
            maak_besluit(deelname, Plaats.LATER)
            maak_besluit(deelname, Plaats.AAN_BOORD)
        with django_assert_num_queries(4):
            aan_boord(wijk.pk)
