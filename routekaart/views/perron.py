# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A perron: what was said there, what was agreed, and opening it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from routekaart.adressen import perron_url
from routekaart.forms import AntwoordForm, HeropenForm
from routekaart.handelingen import heropen, stel_vast
from routekaart.models import Perron
from routekaart.nogopen import open_punten
from routekaart.pagina import SJABLOON, context_van, toon_perron
from routekaart.toegang import perron_of_404, routekaart_of_404
from routekaart.tweeteksten import GEZIEN, leg_antwoord_naast_elkaar, rond_af
from wijkwijzer.web.htmx import send_to, show, wants_part
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, OUTDATED, run_verb, seen_version


def perron(request: HttpRequest, slug: str, perron: int) -> HttpResponse:
    """Show a perron of the current journey."""
    return toon_perron(request, perron_of_404(request, slug, perron))


def eerder_perron(request: HttpRequest, slug: str, nummer: int, perron: int) -> HttpResponse:
    """Show a perron of an older journey, to read; that of the current one has its own address."""
    if routekaart_of_404(request, slug, nummer).is_huidig:
        return redirect("perron", slug=slug, perron=perron)
    rij = perron_of_404(request, slug, perron, nummer=nummer)
    return show(request, SJABLOON, context_van(request, rij, is_huidig=False))


def antwoord(request: HttpRequest, slug: str, perron: int) -> HttpResponse:
    """Agree on the answer of a perron."""
    rij = perron_of_404(request, slug, perron, recht="vaststellen")
    if request.method != "POST":
        return redirect("perron", slug=slug, perron=perron)
    door = logged_in(request)
    form = AntwoordForm(request.POST, open_punten=open_punten(rij, door=door))
    status = run_verb(form, lambda d: stel_vast(perron=rij, door=door, **d))
    if status != DONE:
        gezien = seen_version(request) if status == OUTDATED else 0
        botsingen = leg_antwoord_naast_elkaar(form, rij, versie=gezien, door=door) if status == OUTDATED else []
        return toon_perron(request, rij, deel="antwoord", status=status, antwoordform=form, botsingen=botsingen)
    rond_af(rij, gezien=seen_version(request, GEZIEN), door=door)
    return _klaar(request, rij, "Het antwoord is vastgesteld.")


def heropenen(request: HttpRequest, slug: str, perron: int) -> HttpResponse:
    """Open an agreed answer again, with a reason."""
    rij = perron_of_404(request, slug, perron, recht="vaststellen")
    if request.method != "POST":
        return redirect("perron", slug=slug, perron=perron)
    form = HeropenForm(request.POST)
    status = run_verb(form, lambda d: heropen(perron=rij, door=logged_in(request), **d))
    if status != DONE:
        return toon_perron(request, rij, deel="antwoord", status=status, heropenform=form)
    return _klaar(request, rij, "Het perron is heropend. Het eerdere antwoord blijft staan.")


def _klaar(request: HttpRequest, perron: Perron, zin: str) -> HttpResponse:
    """Answer after agreeing or reopening: the changed parts to htmx, the page again to a browser."""
    if wants_part(request):
        vers = perron_of_404(request, perron.wijk.slug, perron.nummer)
        return toon_perron(request, vers, deel="na_antwoord", melding=zin)
    messages.success(request, zin)
    return send_to(request, f"{perron_url(perron.routekaart, perron.nummer)}#antwoord")
