# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 3: what has to change."""

from routekaart.models import Uitdaging, Verandering
from routekaart.soorten.keuzes import van_de_reis
from wijken.onderdelen.soort import Eigenaar, OnderdeelSoort, namen

VERANDERINGEN = OnderdeelSoort(
    woord="veranderingen",
    model=Verandering,
    eigenaar=Eigenaar.REIS,
    perron=3,
    volgorde=10,
    kop="Veranderingen",
    nieuw="Een verandering toevoegen",
    leeg="Er zijn nog geen veranderingen. Leg de bestemming naast de uitdagingen: wat moet er anders?",
    velden=("naam", "toelichting", "uitdagingen"),
    kolommen=(
        ("Verandering", lambda r: r.naam),
        ("Toelichting", lambda r: r.toelichting),
        ("Voor de uitdagingen", lambda r: namen(r.uitdagingen)),
    ),
    mee_veel=("uitdagingen",),
    keuzes={"uitdagingen": van_de_reis(Uitdaging)},
)
