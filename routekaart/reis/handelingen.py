# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Beginning a journey."""

from django.db.models import Max

from routekaart.models import Perron, Routekaart
from routekaart.perrons import PERRONS
from wijken.models import Wijk
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.registry import regelsoort

ROUTEKAART_BEGONNEN = regelsoort(
    "routekaart_begonnen", lambda r: f"De reis is begonnen: {r.nieuw['naam']}.", live={"alle_perrons"}
)
ROUTEKAART_OPGEVOLGD = regelsoort(
    "routekaart_opgevolgd", lambda r: f"Een nieuwe reis is begonnen: {r.nieuw['naam']}.", live={"alle_perrons"}
)


def maak_routekaart(v: Wijziging, *, naam: str, toelichting: str = "", voorbeeld: bool = False) -> Routekaart:
    """Create the next journey of a wijk with nine empty perrons, inside a change that is under way."""
    laatste = Routekaart.objects.filter(wijk=v.wijk).aggregate(n=Max("nummer"))["n"] or 0
    routekaart = Routekaart.objects.create(
        wijk=v.wijk,
        nummer=laatste + 1,
        naam=naam,
        toelichting=toelichting,
        voorbeeld=voorbeeld,
        begonnen_op=v.moment,
    )
    Perron.objects.bulk_create(Perron(routekaart=routekaart, nummer=p.nummer, versie=v.versie) for p in PERRONS)
    return routekaart


def begin_routekaart(
    *, wijk: Wijk, naam: str, door: Gebruiker | None, toelichting: str = "", voorbeeld: bool = False
) -> Routekaart:
    """Begin a journey with nine empty perrons; it becomes the current one of the wijk."""
    with wijziging(wijk, soort=ROUTEKAART_BEGONNEN, door=door) as v:
        routekaart = maak_routekaart(v, naam=naam, toelichting=toelichting, voorbeeld=voorbeeld)
        v.noteer(routekaart, nieuw={"naam": naam, "nummer": routekaart.nummer})
    return routekaart
