# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page for the wall of the buurtcentrum, in plain words: what fits on an A4, and where the rest can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator

from routekaart.zaal.gasten.codes import leesbaar, toegangsadres
from routekaart.zaal.models import Sessie
from routekaart.zaal.papier.terugkoppeling import leesbaar_tot, vraagloten
from routekaart.zaal.papier.verslag import acties_van
from routekaart.zaal.papier.volgend import volgend_moment

BESLUITEN, ACTIES, ONDERWERPEN = 3, 4, 4
LANG_BESLUIT, LANGE_ACTIE = 220, 90
WEINIG_TEKST, VEEL_TEKST = 300, 800  # characters: the size of the letters follows, so that it stays one page


@dataclass(frozen=True)
class Kort:
    """As many lines as fit, and how many more there are."""

    regels: Sequence[Any]
    meer: int


def _kort(regels: Sequence[Any], ruimte: int) -> Kort:
    return Kort(regels[:ruimte], max(0, len(regels) - ruimte))


def _maat(tekens: int) -> str:
    """Return how full the page is: a word that the stylesheets know."""
    return "ruim" if tekens < WEINIG_TEKST else "vol" if tekens > VEEL_TEKST else "gewoon"


def adres_van(request: HttpRequest, sessie: Sessie) -> str:
    """Return the address that the QR code on the page opens."""
    return request.build_absolute_uri(reverse("telefoon", args=[sessie.code]))


def muurbladcontext(request: HttpRequest, sessie: Sessie) -> dict[str, Any]:
    """Return the page: decided, agreed, talked about, what became of the cards, and what next."""
    vragen = vraagloten(sessie)
    loten = [lot for v in vragen for lot in v.loten]
    besluiten = [Truncator(" ".join(v.besluit.tekst.split())).chars(LANG_BESLUIT) for v in vragen if v.besluit]
    acties = [
        {"wie": a.actor, "wat": Truncator(a.wat).chars(LANGE_ACTIE), "wanneer": a.wanneer, "actie": a}
        for a in acties_van(sessie)
    ]
    onderwerpen = dict.fromkeys(lot.naam for lot in sorted(loten, key=lambda lot: -lot.aantal) if lot.naam)
    sluiting, volgend = getattr(sessie, "sluiting", None), volgend_moment(sessie)
    woorden = [
        *besluiten[:BESLUITEN],
        *[f"{a['wie']}{a['wat']}" for a in acties[:ACTIES]],
        *list(onderwerpen)[:ONDERWERPEN],
    ]
    woorden += [sluiting.reden if sluiting else "", volgend.tekst if volgend else "", sessie.plaats]
    return {
        "maat": _maat(sum(map(len, woorden))),
        "wijk": sessie.wijk,
        "sessie": sessie,
        "titel": Truncator(sessie.titel).chars(90),
        "besluiten": _kort(besluiten, BESLUITEN),
        "acties": _kort(acties, ACTIES),
        "onderwerpen": _kort(list(onderwerpen), ONDERWERPEN),
        "in_besluit": sum(lot.aantal for lot in loten if lot.in_besluit),
        "besproken": sum(lot.aantal for lot in loten if not lot.in_besluit),
        "volgend": volgend,
        "sluiting": sluiting,
        "tot": leesbaar_tot(sessie),
        "code": leesbaar(sessie.code),
        "adres": toegangsadres(request),
    }
