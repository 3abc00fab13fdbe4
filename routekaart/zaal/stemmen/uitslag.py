# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outcome of a vote: totals, and who carries it per kind of party. No group smaller than five is ever shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from actoren.models import Soort
from routekaart.zaal.kaarten.lezen import zichtbare_groepen
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Kaartgroep, Ronde, Sessie, Stem, Stemkeuze
from routekaart.zaal.programma.stand import Zaalstand

KLEINSTE_GROEP = 5
ANDEREN = "anderen samen"


def voeg_soorten_samen(stemmers: Mapping[str, int]) -> dict[str, str]:
    """Return for each kind the name under which it is shown, so that each name stands for five voters or more.

    Kinds that are too small go together; with too few left even then, the next smallest kind joins them. Empty when
    there are fewer than five voters in all.
    """
    if sum(stemmers.values()) < KLEINSTE_GROEP:
        return {}
    op_grootte = sorted(stemmers, key=lambda soort: (stemmers[soort], soort))
    samen = [s for s in op_grootte if stemmers[s] < KLEINSTE_GROEP or not s]
    over = [s for s in op_grootte if s not in samen]
    while samen and sum(stemmers[s] for s in samen) < KLEINSTE_GROEP:
        samen.append(over.pop(0))
    return dict.fromkeys(samen, ANDEREN) | {s: Soort(s).label for s in over}


@dataclass(frozen=True)
class Uitslagregel:
    """What one thing got: in all, and per shown kind. `gedragen` says by whom it is carried."""

    naam: str
    aantal: int
    per_soort: Sequence[tuple[str, int]]
    gedragen: str


@dataclass(frozen=True)
class Uitslag:
    """The outcome; without lines when fewer than five people voted."""

    stemmers: int
    regels: Sequence[Uitslagregel]


def _gedragen(per_soort: Mapping[str, int], namen: Sequence[str]) -> str:
    dragers = sum(1 for naam in namen if per_soort.get(naam))
    if len(namen) < 2 or not dragers:
        return ""
    if dragers == len(namen):
        return gettext("door alle soorten partijen")
    return gettext("door een deel van de soorten partijen")


def _stemmers(rijen: Sequence[Stem]) -> Counter[str]:
    """Count voters per kind: a phone is one voter however many dots it gave, a table counts its hands."""
    telling: Counter[str] = Counter()
    gezien = set()
    for rij in rijen:
        if rij.apparaatsleutel is None or rij.apparaatsleutel not in gezien:
            telling[rij.soort] += rij.aantal
        gezien.add(rij.apparaatsleutel)
    return telling


def uitslag(stand: Zaalstand) -> Uitslag:
    """Return the outcome of the question that the room is at, in two queries. Only for after the reveal."""
    rijen, groepen = Stem.objects.filter(ronde=stand.ronde), zichtbare_groepen(ronde=stand.ronde)
    return _tel(stand.ronde, list(rijen), list(groepen))


def uitslagen(sessie: Sessie) -> dict[int, Uitslag]:
    """Return the outcomes of all questions on which somebody voted, in two queries. Only for after the reveal."""
    rijen: dict[int, list[Stem]] = {}
    groepen: dict[int, list[Kaartgroep]] = {}
    for rij in Stem.objects.filter(ronde__sessie=sessie).select_related("ronde"):
        rijen.setdefault(rij.ronde_id, []).append(rij)
    for groep in zichtbare_groepen(ronde__sessie=sessie):
        groepen.setdefault(groep.ronde_id, []).append(groep)
    return {pk: _tel(stemmen[0].ronde, stemmen, groepen.get(pk, [])) for pk, stemmen in rijen.items()}


def _tel(ronde: Ronde, rijen: Sequence[Stem], groepen: Sequence[Kaartgroep]) -> Uitslag:
    stemmers = _stemmers(rijen)
    naam_van = voeg_soorten_samen(stemmers)
    if not naam_van:
        return Uitslag(sum(stemmers.values()), ())
    antwoorden = methode_van(ronde).antwoorden
    if antwoorden:
        dingen = [((keuze, None), str(woord)) for keuze, woord in antwoorden.items()]
    else:
        dingen = [((Stemkeuze.STIP, g.pk), g.naam) for g in groepen]  # type: ignore[misc]
    namen = sorted(set(naam_van.values()))
    regels = []
    for wat, naam in dingen:
        per_soort: Counter[str] = Counter()
        for rij in rijen:
            if (rij.keuze, rij.groep_id) == wat:
                per_soort[naam_van[rij.soort]] += rij.aantal
        regels.append(
            Uitslagregel(naam, per_soort.total(), [(n, per_soort[n]) for n in namen], _gedragen(per_soort, namen))
        )
    if not antwoorden:
        regels.sort(key=lambda r: -r.aantal)
    return Uitslag(sum(stemmers.values()), regels)


def gestemd(stand: Zaalstand) -> int:
    """Return how many people voted, while the vote runs: the number, and nothing of what."""
    return _stemmers(list(Stem.objects.filter(ronde=stand.ronde))).total()


def tafelkeuzes(ronde: Ronde) -> list[tuple[str, str]]:
    """Return what a table can vote on: the answers to a statement, or the groups."""
    antwoorden = methode_van(ronde).antwoorden
    if antwoorden:
        return [(keuze.value, str(woord)) for keuze, woord in antwoorden.items()]
    return [(str(g.sleutel), g.naam) for g in zichtbare_groepen(ronde=ronde)]
