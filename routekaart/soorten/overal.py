# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""At every perron: where each party stands towards what is agreed there."""

from typing import Any

from actoren.keuzes import eigen_partijen
from routekaart.models import Keuze, Perron, Standpunt
from wijken.onderdelen.soort import Eigenaar, OnderdeelSoort, Papier


def standpuntkeuzes(perron: int) -> list[tuple[str, str]]:
    """Perrons 1 to 3 ask where a party stands; the others only whether it objects (P3)."""
    keuzes_hier = [Keuze.EENS, Keuze.VOORBEHOUD, Keuze.ONEENS] if perron <= 3 else [Keuze.EENS, Keuze.BEZWAAR]
    return [("", "Kies"), *[(k.value, k.label) for k in keuzes_hier]]


def vraag_naar_perron(form: Any, perron: Perron) -> None:
    """Ask what this perron asks."""
    form.fields["keuze"].choices = standpuntkeuzes(perron.nummer)


STANDPUNTEN = OnderdeelSoort(
    woord="standpunten",
    model=Standpunt,
    eigenaar=Eigenaar.PERRON,
    kop="Wat partijen ervan vinden",
    nieuw="Een standpunt toevoegen",
    leeg="Er zijn nog geen standpunten. Een voorbehoud gaat mee naar het reisplan.",
    velden=("actor", "keuze", "reden"),
    kolommen=(
        ("Partij", lambda r: str(r.actor)),
        ("Standpunt", lambda r: r.get_keuze_display()),
        ("Waarom", lambda r: r.reden),
    ),
    van_partij="actor",
    mee=("actor",),
    keuzes={"actor": eigen_partijen},
    pas_aan=vraag_naar_perron,
    papier=Papier(elders=True),
)
