# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 5: what an activity may do that nobody meant. Who is aboard is a kind of actoren."""

from django.utils.text import capfirst

from routekaart.models import Activiteit, Neveneffect
from routekaart.soorten.keuzes import van_de_reis
from wijken.onderdelen.soort import KAARTEN, Eigenaar, OnderdeelSoort, Papier

NEVENEFFECTEN = OnderdeelSoort(
    woord="neveneffecten",
    model=Neveneffect,
    eigenaar=Eigenaar.REIS,
    perron=5,
    volgorde=30,
    kop="Onbedoelde effecten",
    nieuw="Een onbedoeld effect toevoegen",
    leeg="Er zijn nog geen onbedoelde effecten. Wat kan een activiteit doen dat niemand wil?",
    velden=("activiteit", "soort", "groep", "tekst", "ander_gebied", "hoe_weten_wij"),
    kolommen=(
        ("Activiteit", lambda r: str(r.activiteit)),
        ("Effect", lambda r: r.get_soort_display()),
        ("Voor wie", lambda r: r.groep),
        ("Wat er kan gebeuren", lambda r: r.tekst),
    ),
    mee=("activiteit",),
    sjabloon=KAARTEN,
    keuzes={"activiteit": van_de_reis(Activiteit)},
    papier=Papier(
        kolommen=(
            ("Effect", lambda r: capfirst(r.get_soort_display())),
            ("Activiteit", lambda r: str(r.activiteit)),
            ("Voor wie", lambda r: r.groep),
            ("Wat er kan gebeuren", lambda r: r.tekst),
            ("Waar het naartoe verhuist", lambda r: r.ander_gebied),
            ("Hoe wij dat weten", lambda r: r.hoe_weten_wij),
        ),
        aan="activiteit",
    ),
)
