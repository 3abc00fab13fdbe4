# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a meeting, and what a phone shows of it afterwards: there the moment the meeting closes."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from routekaart.perrons import perronsoort
from routekaart.zaal.models import Aanwezigheid, Actie, Besluit, Kaart, Ronde, Sessie
from routekaart.zaal.ontbreekt import ontbrekend
from routekaart.zaal.zicht import wacht


@dataclass(frozen=True)
class Vraagverslag:
    """One question: what was said in it, per group, and what was decided."""

    ronde: Ronde
    perron: Any
    groepen: list[tuple[str, list[Kaart]]]
    besluit: Besluit | None
    verborgen: int
    wachtend: int


def _vraag(ronde: Ronde, kaarten: list[Kaart]) -> Vraagverslag:
    getoond = [k for k in kaarten if not hasattr(k, "verberging")]
    zichtbaar = [k for k in getoond if not wacht(k, ronde)]
    per_groep: dict[str, list[Kaart]] = {}
    for kaart in sorted(zichtbaar, key=lambda k: not hasattr(k, "plaatsing")):
        naam = kaart.plaatsing.groep.naam if hasattr(kaart, "plaatsing") else ""
        per_groep.setdefault(naam, []).append(kaart)
    return Vraagverslag(
        ronde,
        perronsoort(ronde.perron) if ronde.perron else None,
        list(per_groep.items()),
        getattr(ronde, "besluit", None),
        len(kaarten) - len(getoond),
        len(getoond) - len(zichtbaar),
    )


def vraagverslagen(sessie: Sessie) -> list[Vraagverslag]:
    """Return all questions with their cards, each card exactly once, in two queries. Hidden cards are counted only."""
    kaarten: dict[int, list[Kaart]] = {}
    rijen = Kaart.objects.filter(ronde__sessie=sessie).select_related(
        "plaatsing__groep", "verberging", "doorlating", "vertaling", "overname__schat", "overname__actor"
    )
    for kaart in rijen.order_by("versie", "pk"):
        kaarten.setdefault(kaart.ronde_id, []).append(kaart)
    return [_vraag(r, kaarten.get(r.pk, [])) for r in sessie.rondes.select_related("besluit")]


def telefoons_per_partij(sessie: Sessie) -> Counter[str]:
    """Return how many phones there are of each party, never the name of a person."""
    return Counter(g.actor.naam if g.actor else g.get_soort_display() for g in sessie.gasten.select_related("actor"))


def aanwezigen(sessie: Sessie) -> list[tuple[str, int]]:
    """Return who was there, per party, with the number of phones; 0 for a party that had none."""
    telling = telefoons_per_partij(sessie)
    for rij in Aanwezigheid.objects.filter(sessie=sessie).select_related("actor"):
        telling.setdefault(rij.actor.naam, 0)
    return telling.most_common()


def verslagcontext(sessie: Sessie) -> dict[str, Any]:
    """Return the whole report."""
    return {
        "wijk": sessie.wijk,
        "sessie": sessie,
        "sluiting": getattr(sessie, "sluiting", None),
        "vragen": vraagverslagen(sessie),
        "aanwezigen": aanwezigen(sessie),
        "ontbrekend": ontbrekend(sessie).namen,
        "acties": Actie.objects.filter(sessie=sessie).select_related("actor"),
    }


def terugkoppeling(sessie: Sessie) -> dict[str, Any]:
    """Return what a phone shows after closing: decided, agreed, and how many cards it came from."""
    vragen = vraagverslagen(sessie)
    return {
        "besluiten": [v for v in vragen if v.besluit],
        "acties": Actie.objects.filter(sessie=sessie).select_related("actor"),
        "kaarten": sum(k.aantal for v in vragen for _, rij in v.groepen for k in rij),
        "sluiting": getattr(sessie, "sluiting", None),
    }
