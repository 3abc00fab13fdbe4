# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rode draad on one page: what is missing, the picture, and the same as text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from actoren.toegang import partijen_van
from routekaart.rodedraad.beeld import past, teken_draad
from routekaart.rodedraad.keten import lees_draad
from routekaart.rodedraad.rijen import Wegwijzer
from routekaart.toegang import routekaart_of_404
from wijken.toegang import mag
from wijkwijzer.web.login_required import logged_in


def rode_draad(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the chain of the current journey; who may not write is led to where things stand, not to a form."""
    routekaart, gebruiker = routekaart_of_404(request, slug).routekaart, logged_in(request)
    partijen = frozenset(partijen_van(gebruiker, routekaart.wijk).values_list("pk", flat=True))
    wegwijzer = Wegwijzer(slug, schrijft=mag(gebruiker, routekaart.wijk, "bijdragen"), partijen=partijen)
    draad = lees_draad(routekaart, wegwijzer=wegwijzer)
    beeld = "" if draad.leeg or not past(draad) else teken_draad(draad)
    context = {"wijk": routekaart.wijk, "routekaart": routekaart, "draad": draad, "beeld": beeld}
    return render(request, "routekaart/rodedraad/rode_draad.html", context)
