# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a meeting, and what a phone shows of it afterwards: there the moment the meeting closes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from routekaart.perrons import perronsoort
from routekaart.zaal.gasten.ontbreekt import ontbrekend
from routekaart.zaal.kaarten.lezen import wacht
from routekaart.zaal.models import Aanwezigheid, Actie, Besluit, Gastentelling, Inbreng, Kaart, Ronde, Sessie, Stap
from routekaart.zaal.navraag.lezen import navragen_van
from routekaart.zaal.papier.volgend import volgend_moment
from routekaart.zaal.programma.stand import Zaalstand, zaalstand
from routekaart.zaal.stemmen.uitslag import Uitslag, uitslagen


@dataclass(frozen=True)
class Vraagverslag:
    """One question: what was said in it, per group, and what was decided."""

    ronde: Ronde
    perron: Any
    groepen: list[tuple[str, list[Kaart]]]
    besluit: Besluit | None
    verborgen: int
    wachtend: int
    dicht: int = 0  # cards that the room has not opened yet: only their number is known
    uitslag: Uitslag | None = None
    inbreng: Sequence[Inbreng] = ()


def _vraag(ronde: Ronde, kaarten: list[Kaart], *, leesbaar: bool) -> Vraagverslag:
    getoond = [k for k in kaarten if not hasattr(k, "verberging")]
    zichtbaar, dicht = [k for k in getoond if not wacht(k, ronde)], 0
    wachtend = len(getoond) - len(zichtbaar)
    if not leesbaar:
        zichtbaar, dicht = [], sum(k.aantal for k in zichtbaar)
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
        wachtend,
        dicht,
    )


def vraagverslagen(sessie: Sessie) -> list[Vraagverslag]:
    """Return all questions with their cards, each card exactly once, in a fixed number of queries.

    Hidden cards are counted only; so are those that lie face down, and a vote that runs is not told: the report of an
    open meeting says no more than its wall.
    """
    stand = _stand(sessie)
    uitkomsten = uitslagen(sessie)
    inbreng: dict[int, list[Inbreng]] = {}
    for rij in Inbreng.objects.filter(ronde__sessie=sessie):
        inbreng.setdefault(rij.ronde_id, []).append(rij)
    kaarten: dict[int, list[Kaart]] = {}
    rijen = Kaart.objects.filter(ronde__sessie=sessie).select_related(
        "plaatsing__groep", "verberging", "doorlating", "vertaling", "overname__schat", "overname__actor"
    )
    for kaart in rijen.order_by("versie", "pk"):
        kaarten.setdefault(kaart.ronde_id, []).append(kaart)
    return [
        replace(
            _vraag(r, kaarten.get(r.pk, []), leesbaar=stand is not None and stand.mag_gelezen(r)),
            uitslag=uitkomsten.get(r.pk) if stand and stand.is_langs(r, Stap.STEM) else None,
            inbreng=inbreng.get(r.pk, ()),
        )
        for r in sessie.rondes.select_related("besluit")
    ]


def _stand(sessie: Sessie) -> Zaalstand | None:
    """Return where the room is; None when the meeting was not begun."""
    try:
        return zaalstand(sessie)
    except LookupError:
        return None


def telefoons_per_partij(sessie: Sessie) -> Counter[str]:
    """Return how many phones there are of each party, never a person's name; also when the guests are forgotten."""
    telling = Counter(g.actor.naam if g.actor else g.get_soort_display() for g in sessie.gasten.select_related("actor"))
    for rij in Gastentelling.objects.filter(opruiming__sessie=sessie).select_related("actor"):
        telling[rij.actor.naam if rij.actor else rij.get_soort_display()] += rij.aantal
    return telling


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
        "acties": acties_van(sessie),
        "navragen": navragen_van(sessie),
        "volgend": volgend_moment(sessie),
    }


def acties_van(sessie: Sessie) -> list[Actie]:
    """Return what was agreed, with how it went."""
    return list(Actie.objects.filter(sessie=sessie).select_related("actor", "afronding"))
