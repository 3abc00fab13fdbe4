# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journey at a glance, now and earlier."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.models import Routekaart
from routekaart.perrons import BRON, FASEN, POSTERTITEL
from routekaart.reis.forms import OpvolgForm
from routekaart.reis.lijn import treinlijn
from routekaart.reis.opvolging import volg_op
from routekaart.reis.stand import reisstand
from routekaart.toegang import Reistoegang, routekaart_of_404
from wijken.onderdelen.soort import Eigenaar, soorten
from wijken.toegang import mag, wijk_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


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
    return render(
        request,
        "routekaart/reis/routekaarten.html",
        {"wijk": wijk, "kaarten": kaarten, "mag_beginnen": mag(logged_in(request), wijk, "beheren")},
    )


def opvolgen(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the next journey of a wijk, from the current one."""
    toegang = routekaart_of_404(request, slug, recht="beheren")
    vorige, door = toegang.routekaart, logged_in(request)
    keuzes = [(s.woord, s.kop) for s in soorten() if s.eigenaar is Eigenaar.REIS]
    begin = {"mee": [woord for woord, _ in keuzes]}
    form = OpvolgForm(request.POST if request.method == "POST" else None, initial=begin, soorten=keuzes)
    if request.method == "POST":
        status = run_verb(form, lambda d: volg_op(vorige=vorige, door=door, **d))
        if status == DONE:
            messages.success(request, "De nieuwe reis is begonnen. De eerdere blijft leesbaar.")
            return send_to(request, reverse("routekaart", args=[slug]))
    context = {"wijk": vorige.wijk, "vorige": vorige, "form": form}
    return render(request, "routekaart/reis/opvolgen.html", context, status=422 if form.errors else 200)


def _toon(request: HttpRequest, toegang: Reistoegang) -> HttpResponse:
    routekaart = toegang.routekaart
    reis = reisstand(routekaart, is_huidig=toegang.is_huidig)
    context = {
        "wijk": routekaart.wijk,
        "routekaart": routekaart,
        "reis": reis,
        "is_huidig": toegang.is_huidig,
        "treinlijn": treinlijn(reis, is_huidig=toegang.is_huidig),
        "postertitel": POSTERTITEL,
        "fasen": FASEN,
        "bron": BRON,
    }
    return render(request, "routekaart/reis/routekaart.html", context)
