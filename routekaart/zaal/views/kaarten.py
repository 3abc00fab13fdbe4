# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cards on the facilitator's desk: from paper, off the wall, into groups."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from routekaart.zaal.forms import GroepForm, PapierForm
from routekaart.zaal.handelingen import groepeer, haal_uit_groep, schrijf_op, toon_weer, verberg
from routekaart.zaal.models import Sessie
from routekaart.zaal.regie import gekozen_kaarten, toon_regie
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.toegang import kaart_of_404, sessie_of_404
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def papier(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Put cards from paper on the wall."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde = zaalstand(sessie).ronde
    form = PapierForm(request.POST, methode=ronde.methode)
    status = run_verb(form, lambda d: schrijf_op(ronde=ronde, door=logged_in(request), **d))
    if status != DONE:
        return toon_regie(request, sessie, status=status, papierform=form)
    return _terug(sessie, request, "#papier")


def groepen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Lay the ticked cards in a group, or take them out."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde, door, los = zaalstand(sessie).ronde, logged_in(request), request.POST.get("doe") == "los"
    gekozen = gekozen_kaarten(request, ronde)
    form = GroepForm({"naam": "-"} if los else request.POST)

    def leg(d: dict[str, str]) -> None:
        if los:
            haal_uit_groep(ronde=ronde, kaarten=gekozen, door=door)
        else:
            groepeer(ronde=ronde, kaarten=gekozen, door=door, **d)

    status = run_verb(form, leg)
    if status != DONE:
        return toon_regie(request, sessie, status=status, groepform=form, gekozen={k.pk for k in gekozen})
    return _terug(sessie, request, "#kaarten")


def kaart(request: HttpRequest, slug: str, sleutel: UUID, kaart: UUID) -> HttpResponse:
    """Take a card off the wall, or put it back."""
    rij = kaart_of_404(request, slug, sleutel, kaart)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    handeling = toon_weer if request.POST.get("doe") == "tonen" else verberg
    try:
        handeling(kaart=rij, door=logged_in(request))
    except Geweigerd as nee:
        messages.warning(request, nee.melding)
    return _terug(rij.ronde.sessie, request, "#kaarten")


def _terug(sessie: Sessie, request: HttpRequest, anker: str) -> HttpResponse:
    return send_to(request, reverse("zaal_regie", args=[sessie.wijk.slug, sessie.sleutel]) + anker)
