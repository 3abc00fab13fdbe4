# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What wijken brings to the travel plan."""

import pytest

from tests.factories import maak_wijk
from wijken.models import Gebied, Opgave
from wijken.models.gebied import Gebiedsoort
from wijken.rapport import GebiedRegel, OpgaveRegel, cijfers, gebieden, omschrijving, opgaven, programmas

pytestmark = pytest.mark.django_db


def test_what_is_told_of_a_wijk_comes_in_paragraphs():
    wijk = maak_wijk()
    wijk.beschrijving = "Veel groen.\n\nEn hoge flats."
    assert omschrijving(wijk) == ["Veel groen.", "En hoge flats."]


def test_of_a_new_wijk_nothing_is_known():
    wijk = maak_wijk()
    wijk.beschrijving = ""
    assert [lees(wijk) for lees in (omschrijving, opgaven, cijfers, gebieden, programmas)] == [[]] * 5


def test_the_rows_of_a_wijk_as_they_are_written():
    wijk = maak_wijk()
    Opgave.objects.create(wijk=wijk, naam="Ontmoeten", toelichting="Mensen zijn alleen.")
    gebied = Gebied.objects.create(wijk=wijk, naam="Hoge Hof", soort=Gebiedsoort.values[0], beschrijving="Tien lagen.")
    assert opgaven(wijk) == [OpgaveRegel("Ontmoeten", "Mensen zijn alleen.")]
    assert gebieden(wijk) == [GebiedRegel("Hoge Hof", gebied.get_soort_display(), "Tien lagen.")]
