# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What parties promised: all of it, and a page for one party to take along."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from routekaart.toegang import partij_of_404, routekaart_of_404
from routekaart.toezeggingen.lezen import VOLGORDES, lees_toezeggingen, nieuw_url, per_partij
from wijkwijzer.web.login_required import logged_in


def toezeggingen(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the promises of all parties: by party, or in one table by date."""
    routekaart = routekaart_of_404(request, slug).routekaart
    regels = lees_toezeggingen(routekaart, logged_in(request))
    volgorde = request.GET.get("volgorde", "")
    context = {
        "wijk": routekaart.wijk,
        "routekaart": routekaart,
        "volgorde": volgorde if volgorde in VOLGORDES else VOLGORDES[0],
        "regels": regels,
        "groepen": per_partij(slug, regels),
    }
    return render(request, "routekaart/toezeggingen/toezeggingen.html", context)


def toezeggingen_van(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show the promises of one party."""
    routekaart, gebruiker = routekaart_of_404(request, slug).routekaart, logged_in(request)
    actor = partij_of_404(routekaart, sleutel)
    context = {
        "wijk": routekaart.wijk,
        "routekaart": routekaart,
        "actor": actor,
        "regels": lees_toezeggingen(routekaart, gebruiker, actor=actor),
        "nieuw_url": nieuw_url(routekaart, gebruiker, actor),
    }
    return render(request, "routekaart/toezeggingen/toezeggingen_van.html", context)
