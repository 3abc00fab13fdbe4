# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make rows of every kind of structure, complete enough for their constraints."""

from collections.abc import Collection
from typing import Any

from actoren.models import Actor, Deelname, Plaats
from routekaart.models import Activiteit, Perron, Uitdaging
from tests.factories import maak_partij
from wijken.onderdelen.handelingen import voeg_toe
from wijken.onderdelen.soort import OnderdeelSoort, soorten

ALLE_SOORTEN = tuple(soorten())


def velden(soort: OnderdeelSoort, perron: Perron, nr: int = 1, gegeven: Collection[str] = ()) -> dict[str, Any]:
    """Return the least that a row of this kind must say; rows that it points to are made, unless `gegeven`."""
    woord = soort.woord

    def partij() -> Deelname:
        return maak_partij(perron.wijk)

    def actor() -> Actor:
        return partij().actor

    def activiteit() -> Activiteit:
        return maak_onderdeel("activiteiten", perron, nr=nr)

    def uitdaging() -> Uitdaging:
        return maak_onderdeel("uitdagingen", perron, nr=nr)

    eenvoudig: dict[str, dict[str, Any]] = {
        "schatten": {"naam": f"Buurttuin {nr}", "soort": "plek"},
        "bestemming": {"definitie": "Iedereen telt mee."},
        "subdoelen": {"tekst": f"Subdoel {nr}"},
        "leervragen": {"vraag": f"Hoe werken wij samen? {nr}"},
        "begrippen": {"term": f"Gemengd {nr}", "betekenis": "Van alles wat."},
        "uitdagingen": {"naam": f"Armoede {nr}"},
        "veranderingen": {"naam": f"Elkaar kennen {nr}"},
        "doelgroepen": {"naam": f"Jongeren {nr}"},
        "activiteiten": {"behoefte": "Ontmoeten.", "naam": f"Buurtmaaltijd {nr}", "domein": "sociaal"},
        "reisgenoten": {"rol": "reisleider", "wie": "de wijkregisseur", "gevraagd": "Overzicht houden."},
        "risicos": {"naam": f"Geen geld {nr}", "ernst": "let_op"},
    }
    if woord in eenvoudig:
        return eenvoudig[woord]
    verwijzend: dict[str, dict[str, Any]] = {
        "opbrengsten": {"uitdaging": uitdaging, "actor": actor, "tekst": "Minder schulden."},
        "inclusie": {"deelname": partij, "plaats": Plaats.AAN_BOORD},
        "ervaringen": {"deelname": partij, "tekst": "Wij voelden ons gehoord."},
        "neveneffecten": {
            "activiteit": activiteit,
            "soort": "waterbed",
            "groep": "jongeren",
            "tekst": "Zij gaan ergens anders heen.",
        },
        "machinisten": {"activiteit": activiteit, "actor": actor},
        "toezeggingen": {"actor": actor, "tekst": f"Een zaal {nr}", "staat": "toegezegd"},
        "standpunten": {"actor": actor, "keuze": "eens"},
    }
    return {
        k: w() if callable(w) and not isinstance(w, str) else w
        for k, w in verwijzend[woord].items()
        if k not in gegeven
    }


def maak_onderdeel(woord: str, perron: Perron, *, nr: int = 1, links: Any = None, **meer: Any) -> Any:
    """Add a row of a kind at this perron; `meer` replaces or adds fields."""
    soort = next(s for s in ALLE_SOORTEN if s.woord == woord)
    rij = soort.leeg_van(perron)
    for naam, waarde in (velden(soort, perron, nr, meer) | meer).items():
        setattr(rij, naam, waarde)
    return voeg_toe(rij=rij, links=links, door=None)
