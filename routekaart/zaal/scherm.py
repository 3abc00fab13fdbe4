# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the projector shows, put together once."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from routekaart.perrons import perronsoort
from routekaart.zaal.codes import leesbaar
from routekaart.zaal.models import Sessie
from routekaart.zaal.ontbreekt import ontbrekend
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.stemmen.uitslag import gestemd, tafelkeuzes, uitslag
from routekaart.zaal.wand import wand


def toegangsadres(request: HttpRequest) -> str:
    """Return the address that people type, as short as it can be said."""
    return f"{request.get_host()}{reverse('meedoen')}".rstrip("/")


def schermcontext(request: HttpRequest, sessie: Sessie) -> dict[str, Any]:
    """Return what the wall shows: question, cards, and how to join."""
    stand = zaalstand(sessie)
    return {
        "wijk": sessie.wijk,
        "sessie": sessie,
        "stand": stand,
        "perron": perronsoort(stand.ronde.perron) if stand.ronde.perron else None,
        "wand": wand(stand),
        "ontbrekend": ontbrekend(sessie),
        "uitslag": uitslag(stand) if stand.heeft_uitslag else None,
        "gestemd": gestemd(stand) if stand.stemt else 0,
        "opties": tafelkeuzes(stand.ronde) if stand.stemt else [],
        "gasten": sessie.gasten.count(),
        "code": leesbaar(sessie.code),
        "adres": toegangsadres(request),
    }
