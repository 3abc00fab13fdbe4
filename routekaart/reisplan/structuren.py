# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures of a journey as they stand in the travel plan: what is open, in a fixed number of queries.

The columns are those of the screen (`routekaart.soorten`), with what is left out there for want of room: on paper no
sentence that somebody entered may be missing.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.text import capfirst

from actoren.models import Inclusiebesluit
from routekaart.models import Keuze, Opbrengst, Perron, Reisgenoot, Reisrol, Routekaart, Standpunt, Uitdaging
from routekaart.reisplan.rapport import Blok, Blokken, Rij, StandpuntTekst, Structuur, Tabel
from routekaart.soort import VERTREK, Kolom, OnderdeelSoort
from routekaart.soorten import SOORTEN, datum
from wijken.cijfers import schrijf
from wijken.models import Kerncijfer

MEESTE_KOLOMMEN = 4  # what an A4 holds; a wider kind becomes a block for each row
ALS_BLOK = frozenset({"bestemming", "schatten"})
ELDERS = frozenset({"opbrengsten", "toezeggingen", "begrippen"})  # not a table of their own at a perron


def periode(inzet: Any) -> str:
    """Write from when until when a machinist keeps an activity going; nothing when neither is known."""
    van = f"vanaf {datum(inzet.van)}" if inzet.van else ""
    tot = f"tot {datum(inzet.tot)}" if inzet.tot else ""
    return " ".join(filter(None, [van, tot]))


MEER: dict[str, tuple[Kolom, ...]] = {
    "schatten": (("Waar de energie vandaan komt", lambda r: r.energie),),
    "leervragen": (("Wat dat betekent voor de wijk", lambda r: r.betekenis),),
}
ANDERS: dict[str, tuple[Kolom, ...]] = {
    # A document shows where a party stands; why, and who decided that, stays with the coalition.
    "inclusie": (
        ("Partij", lambda r: str(r.deelname)),
        ("Plaats", lambda r: r.get_plaats_display() + (f" bij perron {r.perron}" if r.perron else "")),
    ),
    "neveneffecten": (
        ("Effect", lambda r: capfirst(r.get_soort_display())),
        ("Activiteit", lambda r: str(r.activiteit)),
        ("Voor wie", lambda r: r.groep),
        ("Wat er kan gebeuren", lambda r: r.tekst),
        ("Waar het naartoe verhuist", lambda r: r.ander_gebied),
        ("Hoe wij dat weten", lambda r: r.hoe_weten_wij),
    ),
    "machinisten": (
        ("Activiteit", lambda r: str(r.activiteit)),
        ("Machinist", str),
        ("Wanneer", periode),
        ("Wie het daarna overneemt", lambda r: r.opvolging),
    ),
    "toezeggingen": (
        ("Toezegging", lambda r: r.tekst),
        ("Staat", lambda r: r.get_staat_display()),
        ("Wanneer", lambda r: datum(r.wanneer)),
    ),
}


@dataclass(frozen=True)
class Structuren:
    """All structures of a journey, each in its place in the plan; a kind without rows is left out."""

    per_perron: dict[int, list[Structuur]]
    schatten: Blokken | None
    toezeggingen: list[Tabel]
    begrippen: Tabel | None


def lees_structuren(routekaart: Routekaart) -> Structuren:
    """Read every kind of structure of a journey. What was closed is left out, and what belongs to it."""
    rijen = {soort.woord: _open_rijen(soort, routekaart) for soort in SOORTEN}
    _zonder_gesloten_activiteit(rijen)
    per_perron: dict[int, list[Structuur]] = defaultdict(list)
    for soort in SOORTEN:
        if rijen[soort.woord] and soort.woord not in ELDERS and soort.perron != VERTREK:
            deel = _uitdagingen(soort, rijen) if soort.model is Uitdaging else _structuur(soort, rijen[soort.woord])
            per_perron[soort.perron].append(deel)
    return Structuren(
        per_perron=dict(per_perron),
        schatten=_blokken(_soort("schatten"), rijen["schatten"]) if rijen["schatten"] else None,
        toezeggingen=_toezeggingen(rijen["toezeggingen"]),
        begrippen=_tabel(_soort("begrippen"), rijen["begrippen"]) if rijen["begrippen"] else None,
    )


def standpunten_per_perron(routekaart: Routekaart) -> dict[int, list[StandpuntTekst]]:
    """Return what parties hold of each perron, by its number, in one query."""
    per_nummer: dict[int, list[StandpuntTekst]] = defaultdict(list)
    rijen = Standpunt.objects.filter(perron__routekaart=routekaart).open().select_related("actor", "perron")
    for rij in rijen:
        per_nummer[rij.perron.nummer].append(
            StandpuntTekst(
                partij=str(rij.actor),
                keuze=rij.get_keuze_display(),
                reden_alineas=alineas(rij.reden),
                voorbeeld=rij.voorbeeld,
                aantekening=rij.keuze != Keuze.EENS,
            )
        )
    return dict(per_nummer)


def alineas(tekst: str) -> list[str]:
    """Split a text into paragraphs at its blank lines."""
    blokken = tekst.replace("\r\n", "\n").split("\n\n")
    return [blok.strip() for blok in blokken if blok.strip()]


def _soort(woord: str) -> OnderdeelSoort:
    return next(s for s in SOORTEN if s.woord == woord)


def _open_rijen(soort: OnderdeelSoort, routekaart: Routekaart) -> list[Any]:
    """Read the open rows of a kind; of what they are linked to also only what is open."""
    rijen = soort.rijen(Perron(routekaart=routekaart)).open()  # type: ignore[attr-defined]
    for veld in soort.mee_veel:
        doel: Any = soort.model._meta.get_field(veld).related_model
        rijen = rijen.prefetch_related(None).prefetch_related(Prefetch(veld, queryset=doel.objects.open()))
    if soort.model is Inclusiebesluit:  # the latest of each party holds
        return sorted({r.deelname_id: r for r in sorted(rijen, key=lambda r: r.versie)}.values(), key=str)
    if soort.model is Reisgenoot:  # the roles in the order of the list, not of the alphabet
        return sorted(rijen, key=lambda r: Reisrol.values.index(r.rol))
    return list(rijen)


def _zonder_gesloten_activiteit(rijen: dict[str, list[Any]]) -> None:
    """Leave out the machinists and effects of an activity that was closed, as the rode draad does."""
    open_ = {a.pk for a in rijen["activiteiten"]}
    for woord in ("machinisten", "neveneffecten"):
        rijen[woord] = [r for r in rijen[woord] if r.activiteit_id in open_]


def _kolommen(soort: OnderdeelSoort) -> tuple[Kolom, ...]:
    return ANDERS.get(soort.woord, soort.kolommen) + MEER.get(soort.woord, ())


def _structuur(soort: OnderdeelSoort, rijen: list[Any]) -> Structuur:
    breed = len(_kolommen(soort)) > MEESTE_KOLOMMEN or soort.woord in ALS_BLOK
    return _blokken(soort, rijen) if breed else _tabel(soort, rijen)


def _tabel(soort: OnderdeelSoort, rijen: list[Any], kop: str = "") -> Tabel:
    kolommen = _kolommen(soort)
    return Tabel(
        kop=kop or soort.kop,
        kolommen=[naam for naam, _ in kolommen],
        rijen=[Rij([tekst(r) for _, tekst in kolommen], r.voorbeeld) for r in rijen],
        soort=soort.woord,
    )


def _blokken(soort: OnderdeelSoort, rijen: list[Any]) -> Blokken:
    """Make a block of each row: its first column is its name, unless there is only one of this kind."""
    kolommen = _kolommen(soort)
    blokken = []
    for rij in rijen:
        teksten = [(naam, tekst(rij)) for naam, tekst in kolommen]
        kop = "" if soort.enkel else teksten[0][1]
        regels = [(naam, tekst) for naam, tekst in (teksten if soort.enkel else teksten[1:]) if tekst]
        blokken.append(Blok(kop, regels, rij.voorbeeld))
    return Blokken(soort.kop, blokken)


def _uitdagingen(soort: OnderdeelSoort, rijen: dict[str, list[Any]]) -> Blokken:
    """Make a block of each challenge: figure and residents' words as a pair, and what it should yield per party."""
    opbrengsten: dict[int, list[Opbrengst]] = defaultdict(list)
    for opbrengst in rijen["opbrengsten"]:
        opbrengsten[opbrengst.uitdaging_id].append(opbrengst)
    return Blokken(
        soort.kop,
        [
            Blok(
                kop=u.naam,
                regels=[("Toelichting", u.toelichting)] if u.toelichting else [],
                voorbeeld=u.voorbeeld,
                tabellen=[*_paar(u), *_opbrengsten(opbrengsten[u.pk])],
            )
            for u in rijen["uitdagingen"]
        ],
    )


def _paar(uitdaging: Uitdaging) -> list[Tabel]:
    """Put the figure and the voice side by side; an empty half says so, two empty halves say nothing."""
    if not uitdaging.cijfer and not uitdaging.stem:
        return []
    cijfer = _cijfer(uitdaging.cijfer) if uitdaging.cijfer else "Er is geen cijfer gekoppeld."
    stem = "\n".join(filter(None, [uitdaging.stem, uitdaging.stem_herkomst]))
    cellen = [cijfer, stem or "Nog geen stem van bewoners bij deze uitdaging."]
    return [Tabel("", ["Wat het cijfer zegt", "Wat bewoners zeggen"], [Rij(cellen)], rijkop=False)]


def _cijfer(cijfer: Kerncijfer) -> str:
    waar = "wijk" if cijfer.wijk_id else "stad"
    return f"{cijfer.get_onderwerp_display()}: {schrijf(cijfer.waarde)} ({waar}, {cijfer.jaar})\n{cijfer.bron}"


def _opbrengsten(opbrengsten: list[Opbrengst]) -> list[Tabel]:
    """Make a table of what a challenge should yield for each party, and what it did when that was asked."""
    if not opbrengsten:
        return []
    gevraagd = any(o.nagevraagd_op for o in opbrengsten)
    rijen = []
    for o in opbrengsten:
        nagevraagd = f"Op {datum(o.nagevraagd_op)}. {o.merkbaar}".strip() if o.nagevraagd_op else ""
        rijen.append(Rij([str(o.actor), o.tekst, *([nagevraagd] if gevraagd else [])], o.voorbeeld))
    kolommen = ["Partij", "Wat het moet opleveren", *(["Nagevraagd"] if gevraagd else [])]
    return [Tabel(_soort("opbrengsten").kop, kolommen, rijen)]


def _toezeggingen(rijen: list[Any]) -> list[Tabel]:
    """Make a table of promises for each party."""
    per_partij: dict[str, list[Any]] = defaultdict(list)
    for rij in rijen:
        per_partij[str(rij.actor)].append(rij)
    return [_tabel(_soort("toezeggingen"), van_partij, kop=partij) for partij, van_partij in per_partij.items()]
