# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 6: what is done."""

from routekaart.models import Activiteit, Verandering
from routekaart.soorten.keuzes import van_de_reis
from wijken.onderdelen.soort import KAARTEN, Eigenaar, OnderdeelSoort, datum, namen

ACTIVITEITEN = OnderdeelSoort(
    woord="activiteiten",
    model=Activiteit,
    eigenaar=Eigenaar.REIS,
    perron=6,
    volgorde=10,
    kop="Activiteiten",
    nieuw="Een activiteit toevoegen",
    leeg="Er zijn nog geen activiteiten. Begin bij een behoefte van bewoners, en met een kleine stap.",
    velden=(
        "behoefte",
        "naam",
        "domein",
        "plaats",
        "veranderingen",
        "eerste_stap",
        "bronnen",
        "brandstof",
        "financiering_tot",
        "daarna",
        "als_het_misgaat",
        "werkt",
        "werkt_toelichting",
    ),
    kolommen=(
        ("Activiteit", lambda r: r.naam),
        ("Behoefte", lambda r: r.behoefte),
        ("Domein en plaats", lambda r: ", ".join(filter(None, [r.get_domein_display(), r.plaats]))),
        ("Voor de veranderingen", lambda r: namen(r.veranderingen)),
        ("Eerste stap", lambda r: r.eerste_stap),
        ("Bronnen", lambda r: r.bronnen),
        ("Brandstof", lambda r: r.brandstof),
        ("Geld tot", lambda r: datum(r.financiering_tot)),
        ("Wat blijft er daarna", lambda r: r.daarna),
        ("Als het misgaat", lambda r: r.als_het_misgaat),
        (
            "Werkt het?",
            lambda r: ". ".join(filter(None, [r.get_werkt_display() if r.werkt else "", r.werkt_toelichting])),
        ),
    ),
    mee_veel=("veranderingen",),
    sjabloon=KAARTEN,
    keuzes={"veranderingen": van_de_reis(Verandering)},
)
