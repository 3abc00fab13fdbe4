# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deciding at the desk, and the report."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from actoren.toegang import partijen_van
from routekaart.zaal.besluiten.forms import ActieForm, BesluitForm
from routekaart.zaal.besluiten.handelingen import besluit, besluit_op_perron, perron_van, spreek_af
from routekaart.zaal.ontbreekt import partijen_aan_boord
from routekaart.zaal.regie import toon_regie
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.toegang import sessie_of_404
from routekaart.zaal.verslag import verslagcontext
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


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


def verslag(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show the report of a meeting."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    eigen = set(partijen_van(logged_in(request), sessie.wijk).values_list("pk", flat=True))
    return render(request, "zaal/verslag.html", verslagcontext(sessie) | {"eigen": eigen})
