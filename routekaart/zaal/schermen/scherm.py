# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the projector shows, put together once."""

from typing import Any

from django.http import HttpRequest

from routekaart.perrons import perronsoort
from routekaart.zaal.gasten.codes import leesbaar, toegangsadres
from routekaart.zaal.gasten.ontbreekt import ontbrekend
from routekaart.zaal.models import Sessie
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.wand import OP_DE_WAND, wand
from routekaart.zaal.stemmen.uitslag import gestemd, tafelkeuzes, uitslag


def wandcontext(sessie: Sessie, *, tot: int | None = None) -> dict[str, Any]:
    """Return what moves on the wall while people write and vote. `tot`: without cards that came after this version."""
    stand = zaalstand(sessie)
    return {
        "stand": stand,
        "wand": wand(stand, hoogstens=OP_DE_WAND, tot=tot),
        "uitleg": stand.methode.uitleg(stand.stap),
        "uitslag": uitslag(stand) if stand.heeft_uitslag else None,
        "gestemd": gestemd(stand) if stand.stemt else 0,
        "opties": tafelkeuzes(stand.ronde) if stand.stemt else [],
        "gasten": sessie.gasten.count(),
    }


def schermcontext(request: HttpRequest, sessie: Sessie) -> dict[str, Any]:
    """Return what the wall shows: question, cards, and how to join."""
    context = wandcontext(sessie)
    ronde = context["stand"].ronde
    return {
        **context,
        "wijk": sessie.wijk,
        "sessie": sessie,
        "perron": perronsoort(ronde.perron) if ronde.perron else None,
        "ontbrekend": ontbrekend(sessie),
        "code": leesbaar(sessie.code),
        "adres": toegangsadres(request),
    }
