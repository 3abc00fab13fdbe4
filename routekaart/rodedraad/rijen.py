# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rode draad is made of: the open rows of a journey with their links, and where each can be mended."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from actoren.models import Deelname, Doelgroep, Ervaring, Inclusiebesluit, Plaats
from routekaart.models import Activiteit, Bestemming, Inzet, Opbrengst, Risico, Routekaart, Uitdaging, Verandering
from wijken.models import Afsluiting
from wijken.onderdelen.soort import soorten

Rij = dict[str, Any]


class Wegwijzer:
    """Where something is mended: the form, for who may use it; for another reader the perron where it stands.

    `schrijft`: may this reader write at all; `partijen`: the keys of the parties they speak for, None for every one.
    """

    def __init__(self, slug: str, *, schrijft: bool = True, partijen: frozenset[int] | None = None) -> None:
        # Addresses are put together from these: resolving thousands of them costs more than all the queries.
        self._perron = {s.woord: reverse("perron", args=[slug, s.perron]) for s in soorten() if s.perron}
        self._van_partij = {s.woord for s in soorten() if s.van_partij}
        self._schrijft, self._partijen = schrijft, partijen

    def rij(self, woord: str, sleutel: UUID, *, partij: int | None = None) -> str:
        """Return where this row can be changed, or read; `partij` is the key of the party whose words it holds."""
        mag = woord not in self._van_partij or self._partijen is None or partij in self._partijen
        if self._schrijft and mag:
            return f"{self._perron[woord]}{woord}/{sleutel}/"
        return f"{self._perron[woord]}#rij-{sleutel}"

    def nieuw(self, woord: str, **vraag: UUID) -> str:
        """Return where a row of this kind can be added, with the links in `vraag` filled in."""
        if not self._schrijft or (woord in self._van_partij and self._partijen == frozenset()):
            return f"{self._perron[woord]}#{woord}"
        return f"{self._perron[woord]}{woord}/nieuw/" + (
            f"?{urlencode({k: str(w) for k, w in vraag.items()})}" if vraag else ""
        )


@dataclass(frozen=True)
class Rijen:
    """The open rows, as dictionaries, and the links between them (lists by the key they start from)."""

    bestemming: list[Rij]
    uitdagingen: list[Rij]
    opbrengsten: dict[int, list[Rij]]
    veranderingen: list[Rij]
    activiteiten: list[Rij]
    inzetten: dict[int, list[Rij]]
    risicos: list[Rij]
    doelgroepen: list[Rij]
    niet_gevraagd: tuple[int, int] | None
    verandering_van: dict[int, list[int]]
    activiteit_van: dict[int, list[int]]


def _per(rijen: Iterable[Rij], veld: str) -> dict[int, list[Rij]]:
    groepen: dict[int, list[Rij]] = defaultdict(list)
    for rij in rijen:
        groepen[rij[veld]].append(rij)
    return groepen


def lees_rijen(routekaart: Routekaart) -> Rijen:
    """Read all rows of a journey: one query per kind, two for the links, one for what was closed."""
    dicht = set(Afsluiting.objects.filter(wijk=routekaart.wijk_id).values_list("onderwerp", flat=True))

    def open_(model: Any, *velden: str, **plek: Any) -> list[Rij]:
        rijen = model.objects.filter(**(plek or {"routekaart": routekaart})).values(
            "pk", "sleutel", "voorbeeld", *velden
        )
        return [r for r in rijen if r["sleutel"] not in dicht]

    uitdagingen = open_(Uitdaging, "naam", "stem")
    veranderingen = open_(Verandering, "naam")
    activiteiten = open_(Activiteit, "naam", "behoefte", "financiering_tot", "daarna", "werkt", "werkt_toelichting")
    opbrengsten = open_(Opbrengst, "uitdaging_id", "actor_id", "actor__naam", "tekst", "nagevraagd_op", "merkbaar")
    inzetten = open_(Inzet, "activiteit_id", "actor__naam", "functie", "tot", "opvolging")
    doelgroepen = open_(Doelgroep, "naam", "spreker_id", wijk=routekaart.wijk_id)
    stap3, stap6 = Verandering.uitdagingen.through.objects, Activiteit.veranderingen.through.objects
    return Rijen(
        bestemming=open_(Bestemming, "slogan", "definitie"),
        uitdagingen=uitdagingen,
        opbrengsten=_per(opbrengsten, "uitdaging_id"),
        veranderingen=veranderingen,
        activiteiten=activiteiten,
        inzetten=_per(inzetten, "activiteit_id"),
        risicos=open_(Risico, "naam", "ernst", "activiteit_id", "eigenaar__naam"),
        doelgroepen=doelgroepen,
        niet_gevraagd=_niet_gevraagd(routekaart, doelgroepen, open_),
        verandering_van=_verbind(
            stap3.filter(verandering__routekaart=routekaart).values_list("uitdaging_id", "verandering_id"),
            uitdagingen,
            veranderingen,
        ),
        activiteit_van=_verbind(
            stap6.filter(activiteit__routekaart=routekaart).values_list("verandering_id", "activiteit_id"),
            veranderingen,
            activiteiten,
        ),
    )


def _verbind(paren: Iterable[tuple[int, int]], van: list[Rij], naar: list[Rij]) -> dict[int, list[int]]:
    """Return which rows follow on which, both in the order of their lists; what is closed has no links."""
    bron, volgorde = {r["pk"] for r in van}, {r["pk"]: i for i, r in enumerate(naar)}
    links: dict[int, list[int]] = defaultdict(list)
    for begin, eind in paren:
        if begin in bron and eind in volgorde:
            links[begin].append(eind)
    for doelen in links.values():
        doelen.sort(key=volgorde.__getitem__)
    return links


def _niet_gevraagd(
    routekaart: Routekaart, doelgroepen: list[Rij], open_: Callable[..., list[Rij]]
) -> tuple[int, int] | None:
    """Return how many parties and groups were never asked how they experience the making of the plan.

    None when the coalition has not come to that question yet. Who chose not to join is nobody's business.
    """
    ervaringen = open_(Ervaring, "deelname_id", "doelgroep_id", wijk=routekaart.wijk_id)
    besluiten = open_(Inclusiebesluit, "deelname_id", "plaats", "versie", wijk=routekaart.wijk_id)
    partijen = set(Deelname.objects.filter(wijk=routekaart.wijk_id).values_list("pk", flat=True))
    if not ervaringen and not besluiten:
        return None
    laatste = {b["deelname_id"]: b["plaats"] for b in sorted(besluiten, key=lambda b: b["versie"])}
    eigen_keuze = {d for d, plaats in laatste.items() if plaats == Plaats.EIGEN_KEUZE}
    stille_partijen = partijen - eigen_keuze - {e["deelname_id"] for e in ervaringen}
    stille_groepen = {d["pk"] for d in doelgroepen} - {e["doelgroep_id"] for e in ervaringen}
    return len(stille_partijen), len(stille_groepen)
