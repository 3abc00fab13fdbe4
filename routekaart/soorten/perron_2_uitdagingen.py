# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 2: the challenges, each with its figure beside the voices, and what it should yield for each party."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils.http import urlencode

from actoren.keuzes import eigen_partijen
from actoren.models import Deelname
from routekaart.models import Opbrengst, Perron, Uitdaging
from routekaart.onderdeel.adressen import nieuw_url, onderdeel_url
from routekaart.soorten.keuzes import van_de_reis
from wijken.cijfers import schrijf
from wijken.models import Kerncijfer
from wijken.onderdelen.papier import Blok, Blokken, Rij, Tabel
from wijken.onderdelen.soort import ELDERS, Eigenaar, Lezer, OnderdeelSoort, Papier, datum, kerncijfers

OPBRENGSTEN = OnderdeelSoort(
    woord="opbrengsten",
    model=Opbrengst,
    eigenaar=Eigenaar.REIS,
    perron=2,
    volgorde=20,
    kop="Wat het elke partij moet opleveren",
    nieuw="Een opbrengst toevoegen",
    leeg="Er staan nog geen opbrengsten. Vraag elke partij apart; de verschillen zijn het gesprek.",
    velden=("uitdaging", "actor", "tekst", "nagevraagd_op", "merkbaar"),
    kolommen=(
        ("Uitdaging", lambda r: str(r.uitdaging)),
        ("Partij", lambda r: str(r.actor)),
        ("Opbrengst", lambda r: r.tekst),
        ("Merkbaar", lambda r: r.merkbaar),
    ),
    van_partij="actor",
    mee=("uitdaging", "actor"),
    sjabloon=ELDERS,
    keuzes={"uitdaging": van_de_reis(Uitdaging), "actor": eigen_partijen},
    papier=Papier(elders=True),
)


def cijfer_en_stem(perron: Perron, rijen: list[Any], lezer: Lezer) -> list[dict[str, Any]]:
    """Return what the challenges show beside themselves: the figure, the voices, and the yield for each party."""
    opbrengsten: dict[int, list[Opbrengst]] = defaultdict(list)
    for o in Opbrengst.objects.filter(routekaart=perron.routekaart_id).open().select_related("actor"):
        opbrengsten[o.uitdaging_id].append(o)
    in_wijk, slug = Deelname.objects.filter(wijk=perron.wijk).count(), perron.wijk.slug
    basis = nieuw_url(slug, OPBRENGSTEN) if lezer.mag_toevoegen(OPBRENGSTEN) else ""

    def url(soort: OnderdeelSoort, rij: Any) -> str:
        return onderdeel_url(slug, soort, rij) if lezer.mag_wijzigen(soort, rij) else ""

    return [
        {
            "rij": u,
            "cijfer": schrijf(u.cijfer.waarde) if u.cijfer else "",
            "opbrengsten": [{"o": o, "url": url(OPBRENGSTEN, o)} for o in opbrengsten[u.pk]],
            "stil": in_wijk - len(opbrengsten[u.pk]),
            "nieuw_url": f"{basis}?{urlencode({'uitdaging': u.sleutel})}" if basis else "",
            "url": url(UITDAGINGEN, u),
        }
        for u in rijen
    ]


def op_papier(rijen: Mapping[str, list[Any]]) -> Blokken:
    """Make a block of each challenge: figure and residents' words as a pair, and what it should yield per party."""
    opbrengsten: dict[int, list[Opbrengst]] = defaultdict(list)
    for opbrengst in rijen[OPBRENGSTEN.woord]:
        opbrengsten[opbrengst.uitdaging_id].append(opbrengst)
    return Blokken(
        UITDAGINGEN.kop,
        [
            Blok(
                kop=u.naam,
                regels=[("Toelichting", u.toelichting)] if u.toelichting else [],
                voorbeeld=u.voorbeeld,
                tabellen=[*_paar(u), *_opbrengsten(opbrengsten[u.pk])],
            )
            for u in rijen[UITDAGINGEN.woord]
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
    return [Tabel(OPBRENGSTEN.kop, kolommen, rijen)]


UITDAGINGEN = OnderdeelSoort(
    woord="uitdagingen",
    model=Uitdaging,
    eigenaar=Eigenaar.REIS,
    perron=2,
    volgorde=10,
    kop="Uitdagingen",
    nieuw="Een uitdaging toevoegen",
    leeg="Er zijn nog geen uitdagingen. Leg cijfers en wat bewoners zeggen naast elkaar.",
    velden=("naam", "toelichting", "cijfer", "stem", "stem_herkomst"),
    kolommen=(("Uitdaging", lambda r: r.naam), ("Toelichting", lambda r: r.toelichting)),
    mee=("cijfer__bron",),
    sjabloon="routekaart/onderdeel/uitdagingen.html",
    keuzes={"cijfer": kerncijfers},
    naast=cijfer_en_stem,
    papier=Papier(deel=op_papier),
)
