# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions to who is not in the room: written down by anybody there, divided and asked afterwards."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.gasten.beperking import PER_GAST, tempo
from routekaart.zaal.gasten.ontbreekt import ontbrekend
from routekaart.zaal.gasten.toegang import gastplek_in_taal, voor_gasten
from routekaart.zaal.models import Taal
from routekaart.zaal.navraag.forms import AfrondForm, GastNavraagForm, NavraagForm, VerdeelForm
from routekaart.zaal.navraag.handelingen import noteer, rond_af, verdeel
from routekaart.zaal.navraag.lezen import vragers
from routekaart.zaal.navraag.pagina import toon_navragen, uitkomsten
from routekaart.zaal.schermen.telefoon import navraagcontext
from routekaart.zaal.toegang import navraag_of_404, sessie_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def navragen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show what is still to be asked; a member writes a question down too."""
    schrijft = request.method == "POST"
    sessie = sessie_of_404(request, slug, sleutel, recht="bijdragen" if schrijft else "lezen")
    if not schrijft:
        return toon_navragen(request, sessie)
    form = NavraagForm(request.POST, ontbrekend=ontbrekend(sessie))
    status = run_verb(form, lambda d: noteer(sessie=sessie, taal=Taal.NL, door=logged_in(request), **d))
    if status != DONE:
        return toon_navragen(request, sessie, status=status, navraagform=form)
    messages.success(request, "De vraag is genoteerd.")
    if "regie" in request.POST:
        return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#navraag")
    return send_to(request, reverse("zaal_navragen", args=[slug, sleutel]))


def verdelen(request: HttpRequest, slug: str, sleutel: UUID, navraag: UUID) -> HttpResponse:
    """Agree who asks it, before when."""
    rij = navraag_of_404(request, slug, sleutel, navraag, recht="leiden")
    if request.method != "POST":
        return redirect("zaal_navragen", slug=slug, sleutel=sleutel)
    form = VerdeelForm(request.POST, vragers=vragers(rij.sessie), auto_id=f"id_verdeel_{rij.pk}_%s")
    status = run_verb(form, lambda d: verdeel(navraag=rij, door=logged_in(request), **d))
    if status != DONE:
        return toon_navragen(request, rij.sessie, status=status, navraag=rij, verdeelform=form)
    return send_to(request, reverse("zaal_navragen", args=[slug, sleutel]))


def afronden(request: HttpRequest, slug: str, sleutel: UUID, navraag: UUID) -> HttpResponse:
    """Write down the answer, or why it is not needed any more."""
    rij = navraag_of_404(request, slug, sleutel, navraag, recht="bijdragen")
    if request.method != "POST":
        return redirect("zaal_navragen", slug=slug, sleutel=sleutel)
    door = logged_in(request)
    form = AfrondForm(request.POST, uitkomsten=uitkomsten(door, rij.sessie), auto_id=f"id_afrond_{rij.pk}_%s")
    status = run_verb(form, lambda d: rond_af(navraag=rij, door=door, **d))
    if status != DONE:
        return toon_navragen(request, rij.sessie, status=status, navraag=rij, afrondform=form)
    return send_to(request, reverse("zaal_navragen", args=[slug, sleutel]))


@voor_gasten
def van_gast(request: HttpRequest, code: str) -> HttpResponse:
    """Let a guest write a question down. Neither row nor journal knows who did."""
    plek = gastplek_in_taal(request, code)
    if plek.gast is None or hasattr(plek.sessie, "sluiting"):
        return redirect("telefoon", code=plek.sessie.code)
    if request.method != "POST":
        return render(request, "zaal/navraag/telefoon.html", navraagcontext(request, plek))
    gast = plek.gast
    form = GastNavraagForm(request.POST, ontbrekend=ontbrekend(plek.sessie))

    def schrijf(d: dict[str, Any]) -> None:
        tempo.tel(str(gast.sleutel), PER_GAST)
        noteer(sessie=plek.sessie, taal=plek.taal, door=None, **d)

    status = run_verb(form, schrijf)
    if status != DONE:
        return render(request, "zaal/navraag/telefoon.html", navraagcontext(request, plek, form), status=status)
    return redirect(reverse("telefoon_navraag", args=[plek.sessie.code]) + "?genoteerd")
