# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures the Dutch way, beside the city."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from tests.factories import maak_bron, maak_wijk
from wijken.cijfers import bronnen, cijferregels, schrijf
from wijken.models import Kerncijfer, Onderwerp


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal(6470), "6.470"),
        (Decimal("6470.0"), "6.470"),
        (Decimal("52.6"), "52,6"),
        (Decimal(125767), "125.767"),
        (Decimal(0), "0"),
        (None, "onbekend"),
    ],
)
def test_writing_a_figure(waarde, tekst):
    with override("nl"):
        assert schrijf(waarde) == tekst


@pytest.mark.django_db
def test_the_latest_year_of_the_wijk_beside_the_same_year_of_the_city():
    wijk, bron = maak_wijk(), maak_bron()
    for jaar, hier, daar in ((2021, 1, 10), (2022, 2, 20)):
        for plek, waarde in (({"wijk": wijk}, hier), ({"gemeente": wijk.gemeente}, daar)):
            Kerncijfer.objects.create(**plek, onderwerp=Onderwerp.WONINGEN, jaar=jaar, waarde=waarde, bron=bron)
    Kerncijfer.objects.create(gemeente=wijk.gemeente, onderwerp=Onderwerp.WONINGEN, jaar=2023, waarde=30, bron=bron)
    Kerncijfer.objects.create(wijk=wijk, onderwerp=Onderwerp.KOOP, jaar=2020, waarde=Decimal(41), bron=bron)
    regels = cijferregels(wijk)
    assert [(r.onderwerp, r.wijk, r.stad, r.jaar) for r in regels] == [
        ("Woningen", "2", "20", 2022),
        ("Koopwoningen (%)", "41", "onbekend", 2020),
    ]
    assert bronnen(regels) == [bron]


@pytest.mark.django_db
def test_a_wijk_without_figures_has_no_lines(django_assert_num_queries):
    wijk = maak_wijk()
    with django_assert_num_queries(1):
        assert cijferregels(wijk) == []
