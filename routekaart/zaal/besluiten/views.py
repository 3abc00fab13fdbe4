# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deciding at the desk, and how the actions go."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from routekaart.zaal.besluiten.forms import ActieForm, BesluitForm
from routekaart.zaal.besluiten.handelingen import (
    besluit,
    besluit_op_perron,
    breng_in,
    open_actie_weer,
    perron_van,
    rond_actie_af,
    spreek_af,
)
from routekaart.zaal.besluiten.inbreng import inbrengform
from routekaart.zaal.gasten.ontbreekt import partijen_aan_boord
from routekaart.zaal.models import ActieUitkomst
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.regie import toon_regie
from routekaart.zaal.toegang import actie_of_404, sessie_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb, try_verb


def besluiten(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Decide on the question that the room is at."""
    sessie = sessie_of_404(request, slug, sleutel, recht="vaststellen")
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    form, door, ronde = BesluitForm(request.POST), logged_in(request), zaalstand(sessie).ronde
    perron = perron_van(ronde)

    def neem(d: dict[str, Any]) -> None:
        if perron:
            besluit_op_perron(ronde=ronde, perron=perron, door=door, **d)
        else:
            besluit(ronde=ronde, tekst=d["tekst"], door=door)

    status = run_verb(form, neem)
    if status != DONE:
        return toon_regie(request, sessie, status=status, besluitform=form)
    messages.success(request, "Het besluit staat vast.")
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]))


def acties(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Agree that a party does something."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    form = ActieForm(request.POST, partijen=partijen_aan_boord(sessie))
    status = run_verb(form, lambda d: spreek_af(sessie=sessie, door=logged_in(request), **d))
    if status != DONE:
        return toon_regie(request, sessie, status=status, actieform=form)
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#acties")


def actie(request: HttpRequest, slug: str, sleutel: UUID, actie: UUID) -> HttpResponse:
    """Say how an action went, or take that back."""
    rij = actie_of_404(request, slug, sleutel, actie)
    if request.method == "POST":
        doe, door = request.POST.get("doe", ""), logged_in(request)
        if doe in ActieUitkomst.values:
            try_verb(request, lambda: rond_actie_af(actie=rij, uitkomst=ActieUitkomst(doe), door=door))
        elif doe == "open":
            try_verb(request, lambda: open_actie_weer(actie=rij, door=door))
    return send_to(request, reverse("zaal_verslag", args=[slug, sleutel]) + "#acties")


def inbreng(request: HttpRequest, slug: str, sleutel: UUID, woord: str) -> HttpResponse:
    """Write down a stand or a promise that a party gives in the room."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    door, ronde = logged_in(request), zaalstand(sessie).ronde
    form = inbrengform(ronde, woord, door, request.POST)
    if form is None:
        raise Http404("Deze bijeenkomst hoort niet bij een perron.")
    status = run_verb(form, lambda _: breng_in(ronde=ronde, rij=form.instance, door=door))
    if status != DONE:
        return toon_regie(request, sessie, status=status, **{f"{woord}form": form})
    messages.success(request, f"Opgeschreven: {form.instance}.")
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#inbreng")
