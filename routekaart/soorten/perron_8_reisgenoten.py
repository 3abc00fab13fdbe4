# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 8: who is needed to get there, and what each party promises."""

from typing import Any

from actoren.keuzes import eigen_partijen, partijen
from routekaart.models import Reisgenoot, Reisrol, Toezegging
from wijken.onderdelen.soort import Eigenaar, OnderdeelSoort, Papier, datum


def op_rol(rijen: list[Any]) -> list[Any]:
    """Put who is needed in the order of the list of roles, not of the alphabet."""
    return sorted(rijen, key=lambda r: Reisrol.values.index(r.rol))


REISGENOTEN = OnderdeelSoort(
    woord="reisgenoten",
    model=Reisgenoot,
    eigenaar=Eigenaar.REIS,
    perron=8,
    volgorde=10,
    kop="Wie nodig is",
    nieuw="Iemand toevoegen",
    leeg="Er staat nog niemand. Wie is de reisleider, en wie is er nog meer nodig?",
    velden=("rol", "actor", "wie", "gevraagd"),
    kolommen=(
        ("Rol", lambda r: r.get_rol_display()),
        ("Wie", str),
        ("Wat wij vragen", lambda r: r.gevraagd),
    ),
    mee=("actor",),
    keuzes={"actor": partijen},
    papier=Papier(kies=op_rol),
)


TOEZEGGINGEN = OnderdeelSoort(
    woord="toezeggingen",
    model=Toezegging,
    eigenaar=Eigenaar.REIS,
    perron=8,
    volgorde=20,
    kop="Toezeggingen",
    nieuw="Een toezegging toevoegen",
    leeg="Er zijn nog geen toezeggingen. Wat draagt elke partij bij?",
    velden=("actor", "tekst", "staat", "wanneer"),
    kolommen=(
        ("Partij", lambda r: str(r.actor)),
        ("Toezegging", lambda r: r.tekst),
        ("Staat", lambda r: r.get_staat_display()),
        ("Wanneer", lambda r: datum(r.wanneer)),
    ),
    van_partij="actor",
    mee=("actor",),
    verder=("toezeggingen", "Toezeggingen per partij, om af te drukken"),
    keuzes={"actor": eigen_partijen},
    papier=Papier(
        kolommen=(
            ("Toezegging", lambda r: r.tekst),
            ("Staat", lambda r: r.get_staat_display()),
            ("Wanneer", lambda r: datum(r.wanneer)),
        ),
        elders=True,
    ),
)
