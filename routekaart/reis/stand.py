# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the journey stands: the state of each perron and what is still open, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from actoren.boord import Opvarende, aan_boord
from actoren.models import Actor
from routekaart.models import Antwoord, Bijdrage, Heropening, Intrekking, Perron, Routekaart, Standpunt
from routekaart.perrons import PerronSoort


class Staat(StrEnum):
    """The state of a perron. The value is used in class names; the label is the word on the screen."""

    NIET_BEGONNEN = "niet-begonnen"
    ONDERWEG = "onderweg"
    VASTGESTELD = "vastgesteld"
    HEROPEND = "heropend"

    @property
    def label(self) -> str:
        """The word on the screen."""
        return self.value.replace("-", " ")


# What an answer is built on: perron 3 lays 1 beside 2, activities serve changes, machinists drive activities.
BOUWT_OP: dict[int, tuple[int, ...]] = {3: (1, 2), 6: (3,), 7: (6,)}
VRAAGT_STANDPUNT = (1, 2, 3)  # at the others only an objection is asked for
NAMEN_IN_ZIN = 3


def bepaal(antwoord_versie: int, heropening_versie: int, bijdragen: int) -> Staat:
    """Derive the state from the last answer, the last reopening (0 = never) and the number of contributions."""
    if antwoord_versie or heropening_versie:
        return Staat.VASTGESTELD if antwoord_versie > heropening_versie else Staat.HEROPEND
    return Staat.ONDERWEG if bijdragen else Staat.NIET_BEGONNEN


def met_stand(perrons: QuerySet[Perron]) -> QuerySet[Perron]:
    """Annotate perrons with what `bepaal` needs, and the counts for the sentences about what is open."""

    def laatste(model: type[Antwoord] | type[Heropening]) -> Coalesce:
        rijen = model.objects.filter(perron=OuterRef("pk")).order_by().values("perron")
        return Coalesce(Subquery(rijen.annotate(m=Max("versie")).values("m")), 0)

    geldig = Q(bijdragen__isnull=False, bijdragen__intrekking=None)
    return perrons.annotate(
        antwoord_versie=laatste(Antwoord),
        heropening_versie=laatste(Heropening),
        aantal_bijdragen=Count("bijdragen", filter=geldig, distinct=True),
        laatste_bijdrage=Coalesce(Max("bijdragen__versie"), 0),
    )


def staat_van(perron: Perron) -> Staat:
    """Read the state of one perron afresh, for a verb that decides on it under the lock."""
    p = met_stand(Perron.objects.filter(pk=perron.pk)).get()
    return bepaal(p.antwoord_versie, p.heropening_versie, p.aantal_bijdragen)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class TeVragen:
    """A party whose stand was not asked yet; `later`: it boarded after the answer was agreed."""

    actor: Actor
    later: bool

    def __str__(self) -> str:
        """Return the party as it stands in a sentence."""
        return f"{self.actor} (later ingestapt)" if self.later else str(self.actor)


@dataclass(frozen=True)
class PerronStand:
    """A perron with its state and the sentences that say what is open. `laatste_versie`: when it was worked on.

    `te_vragen` are the parties aboard without a stand on what was agreed here.
    """

    perron: Perron
    soort: PerronSoort
    staat: Staat
    open_zinnen: tuple[str, ...]
    laatste_versie: int
    antwoord_versie: int = 0
    bekijk_opnieuw: tuple[int, ...] = ()
    aantal_bijdragen: int = 0
    te_vragen: tuple[TeVragen, ...] = ()

    @property
    def nummer(self) -> int:
        """1 to 9."""
        return self.perron.nummer


@dataclass(frozen=True)
class ReisStand:
    """The whole journey: nine perrons, where the train stands and what the next step is."""

    routekaart: Routekaart
    perrons: tuple[PerronStand, ...]

    @property
    def laatst(self) -> int | None:
        """The number of the perron where the coalition last worked; None before anything was written."""
        gewerkt = [p for p in self.perrons if p.staat is not Staat.NIET_BEGONNEN]
        return max(gewerkt, key=lambda p: p.laatste_versie).nummer if gewerkt else None

    @property
    def volgende(self) -> PerronStand | None:
        """The first perron without an agreed answer; None at the destination."""
        return next((p for p in self.perrons if p.staat is not Staat.VASTGESTELD), None)

    @property
    def volgende_zin(self) -> str:
        """The next step in one sentence."""
        if self.volgende is None:
            return "Alle negen perrons zijn vastgesteld. Neem het reisplan mee."
        waar = f"perron {self.volgende.nummer}, {self.volgende.soort.korte_naam}"
        match self.volgende.staat:
            case Staat.NIET_BEGONNEN:
                return f"Volgende stap: begin met {waar}."
            case Staat.HEROPEND:
                return f"Volgende stap: stel {waar} opnieuw vast."
            case _:
                return f"Volgende stap: stel {waar} vast, of vul aan."


def opsomming(namen: Sequence[str]) -> str:
    """Write names in a sentence: "A, B en C"; of more than a few only how many there are besides."""
    if len(namen) > NAMEN_IN_ZIN + 1:
        return f"{', '.join(namen[:NAMEN_IN_ZIN])} en nog {len(namen) - NAMEN_IN_ZIN} partijen"
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


def _open_zinnen(staat: Staat, stil: int, gezegd: int, te_vragen: Sequence[TeVragen]) -> tuple[str, ...]:
    """Say what is open. `stil`: how many parties aboard did not contribute; `gezegd`: how many parties did."""
    if staat is Staat.VASTGESTELD:
        return (f"Nog te vragen: {opsomming([str(t) for t in te_vragen])}.",) if te_vragen else ()
    zinnen = []
    if not gezegd:
        zinnen.append("Nog geen bijdragen.")
    elif stil:
        zinnen.append("Eén partij kan nog bijdragen." if stil == 1 else f"{stil} partijen kunnen nog bijdragen.")
    zinnen.append("Opnieuw vaststellen." if staat is Staat.HEROPEND else "Nog geen antwoord vastgesteld.")
    return tuple(zinnen)


def _per_perron(paren: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    per_perron: dict[int, set[int]] = defaultdict(set)
    for perron, actor in paren:
        per_perron[perron].add(actor)
    return per_perron


def bijdragers(perrons: Q) -> dict[int, set[int]]:
    """Return the keys of the parties that contributed, by the key of the perron, in one query."""
    rijen = Bijdrage.objects.filter(perrons, intrekking=None).order_by()
    return _per_perron(rijen.values_list("perron_id", "actor_id").distinct())


def reisstand(routekaart: Routekaart, *, is_huidig: bool = True) -> ReisStand:
    """Return the state of the whole journey, in seven queries. In an older one nobody is asked anything any more."""
    boord = aan_boord(routekaart.wijk_id)
    gezegd = bijdragers(Q(perron__routekaart=routekaart))
    standpunten = _per_perron(
        Standpunt.objects.filter(routekaart=routekaart).open().order_by().values_list("perron_id", "actor_id")
    )
    stand = []
    for p in met_stand(routekaart.perrons.all()):
        p.routekaart = routekaart
        staat = bepaal(p.antwoord_versie, p.heropening_versie, p.aantal_bijdragen)  # type: ignore[attr-defined]
        vraagt = is_huidig and staat is Staat.VASTGESTELD and p.nummer in VRAAGT_STANDPUNT
        te_vragen = _te_vragen(boord, standpunten[p.pk], p.antwoord_versie) if vraagt else ()  # type: ignore[attr-defined]
        stil = sum(o.actor.pk not in gezegd[p.pk] for o in boord)
        stand.append(
            PerronStand(
                perron=p,
                soort=p.soort,
                staat=staat,
                open_zinnen=_open_zinnen(staat, stil, len(gezegd[p.pk]), te_vragen),
                laatste_versie=max(p.antwoord_versie, p.heropening_versie, p.laatste_bijdrage),  # type: ignore[attr-defined]
                antwoord_versie=p.antwoord_versie,  # type: ignore[attr-defined]
                aantal_bijdragen=p.aantal_bijdragen,  # type: ignore[attr-defined]
                te_vragen=te_vragen,
            )
        )
    return ReisStand(routekaart=routekaart, perrons=tuple(_met_bekijk_opnieuw(stand)))


def _te_vragen(boord: list[Opvarende], gevraagd: set[int], antwoord_versie: int) -> tuple[TeVragen, ...]:
    """Return the parties aboard without a stand, with whether they boarded after the answer was agreed."""
    return tuple(TeVragen(o.actor, o.sinds > antwoord_versie) for o in boord if o.actor.pk not in gevraagd)


def _met_bekijk_opnieuw(stand: list[PerronStand]) -> list[PerronStand]:
    """Mark the agreed perrons whose ground has moved since: what they build on was reopened or agreed anew."""
    per_nummer = {p.nummer: p for p in stand}
    uit = []
    for p in stand:
        grond = [per_nummer[n] for n in BOUWT_OP.get(p.nummer, ())] if p.staat is Staat.VASTGESTELD else []
        later = tuple(g.nummer for g in grond if g.staat is Staat.HEROPEND or g.antwoord_versie > p.antwoord_versie)
        zin = f"Bekijk opnieuw: perron {' en '.join(map(str, later))} is veranderd na dit antwoord."
        uit.append(replace(p, bekijk_opnieuw=later, open_zinnen=(*p.open_zinnen, zin)) if later else p)
    return uit


@dataclass
class PerronInhoud:
    """What stands on a perron page.

    `antwoord` is the last agreed text, also while it is reopened; `heropening` is set only while it is.
    `geschiedenis` has answers and reopenings, newest first.
    """

    bijdragen: list[Bijdrage] = field(default_factory=list)
    ingetrokken: list[Bijdrage] = field(default_factory=list)
    geschiedenis: list[Antwoord | Heropening] = field(default_factory=list)

    @property
    def antwoord(self) -> Antwoord | None:
        """The last agreed answer."""
        return next((stap for stap in self.geschiedenis if isinstance(stap, Antwoord)), None)

    @property
    def heropening(self) -> Heropening | None:
        """The reopening that holds now."""
        laatste = self.geschiedenis[0] if self.geschiedenis else None
        return laatste if isinstance(laatste, Heropening) else None

    @property
    def aantal_antwoorden(self) -> int:
        """How many answers were agreed on over time."""
        return sum(isinstance(stap, Antwoord) for stap in self.geschiedenis)


def _lees_inhoud(perrons: Q) -> dict[int, PerronInhoud]:
    """Read contributions, answers and reopenings of these perrons by the perron's key, in five queries.

    Parties and withdrawals are few and come once each; joined to 500 contributions they doubled the time.
    """
    per_perron: dict[int, PerronInhoud] = defaultdict(PerronInhoud)
    bijdragen = list(Bijdrage.objects.filter(perrons).order_by("actor__naam", "versie"))
    actoren = Actor.objects.in_bulk({b.actor_id for b in bijdragen})
    weg = set(
        Intrekking.objects.filter(bijdrage__in=Bijdrage.objects.filter(perrons)).values_list("bijdrage", flat=True)
    )
    for b in bijdragen:
        b.actor = actoren[b.actor_id]
        plek = per_perron[b.perron_id]
        (plek.ingetrokken if b.pk in weg else plek.bijdragen).append(b)
    for stap in _stappen(perrons):
        per_perron[stap.perron_id].geschiedenis.append(stap)
    return per_perron


def _stappen(perrons: Q) -> list[Antwoord | Heropening]:
    """Read the answers and reopenings of these perrons, newest first."""
    stappen: list[Antwoord | Heropening] = [*Antwoord.objects.filter(perrons), *Heropening.objects.filter(perrons)]
    return sorted(stappen, key=lambda s: s.versie, reverse=True)


def perrongeschiedenis(perron: Perron) -> PerronInhoud:
    """Read what was agreed and reopened at one perron, without what was said."""
    return PerronInhoud(geschiedenis=_stappen(Q(perron=perron)))


def perroninhoud(perron: Perron) -> PerronInhoud:
    """Read what was said and agreed at one perron."""
    return _lees_inhoud(Q(perron=perron))[perron.pk]


def inhoud_per_perron(routekaart: Routekaart) -> dict[int, PerronInhoud]:
    """Read what was said and agreed at every perron of a routekaart, by its number."""
    per_sleutel = _lees_inhoud(Q(perron__routekaart=routekaart))
    return {p.nummer: per_sleutel[p.pk] for p in routekaart.perrons.all()}
