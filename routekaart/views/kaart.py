# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journey at a glance, now and earlier."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from routekaart.lijn import treinlijn
from routekaart.models import Routekaart
from routekaart.perrons import BRON, FASEN, POSTERTITEL
from routekaart.stand import reisstand
from routekaart.toegang import Toegang, routekaart_of_404
from wijken.toegang import wijk_of_404


def routekaart(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the current journey."""
    return _toon(request, routekaart_of_404(request, slug))


def eerdere_routekaart(request: HttpRequest, slug: str, nummer: int) -> HttpResponse:
    """Show an older journey; the current one has its own address."""
    toegang = routekaart_of_404(request, slug, nummer)
    return redirect("routekaart", slug=slug) if toegang.is_huidig else _toon(request, toegang)


def routekaarten(request: HttpRequest, slug: str) -> HttpResponse:
    """List the journeys of a wijk, newest first."""
    wijk = wijk_of_404(request, slug)
    kaarten = Routekaart.objects.filter(wijk=wijk).order_by("-nummer")
    return render(request, "routekaart/routekaarten.html", {"wijk": wijk, "kaarten": kaarten})


def _toon(request: HttpRequest, toegang: Toegang) -> HttpResponse:
    kaart, reis = toegang.routekaart, reisstand(toegang.routekaart)
    context = {
        "wijk": kaart.wijk,
        "routekaart": kaart,
        "reis": reis,
        "is_huidig": toegang.is_huidig,
        "treinlijn": treinlijn(reis, is_huidig=toegang.is_huidig),
        "postertitel": POSTERTITEL,
        "fasen": FASEN,
        "bron": BRON,
    }
    return render(request, "routekaart/routekaart.html", context)
