# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 9: what may come in the way."""

from actoren.keuzes import partijen
from routekaart.models import Activiteit, Risico
from routekaart.soorten.keuzes import van_de_reis
from wijken.onderdelen.soort import KAARTEN, Eigenaar, OnderdeelSoort, datum

RISICOS = OnderdeelSoort(
    woord="risicos",
    model=Risico,
    eigenaar=Eigenaar.REIS,
    perron=9,
    volgorde=10,
    kop="Risico's",
    nieuw="Een risico toevoegen",
    leeg="Er zijn nog geen risico's. Wat kan de reis vertragen?",
    velden=("naam", "ernst", "activiteit", "maatregel", "eigenaar", "herzien_op"),
    kolommen=(
        ("Risico", lambda r: r.naam),
        ("Ernst", lambda r: r.get_ernst_display()),
        ("Activiteit", lambda r: str(r.activiteit or "")),
        ("Wat wij doen", lambda r: r.maatregel),
        ("Wie let hierop", lambda r: str(r.eigenaar or "")),
        ("Opnieuw kijken", lambda r: datum(r.herzien_op)),
    ),
    mee=("activiteit", "eigenaar"),
    sjabloon=KAARTEN,
    keuzes={"activiteit": van_de_reis(Activiteit), "eigenaar": partijen},
)
