# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preparing a meeting: a new one, one like an earlier one, and beginning it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from actoren.boord import aan_boord
from routekaart.zaal.models import Sessie
from routekaart.zaal.toegang import sessie_of_404
from routekaart.zaal.voorbereiden.forms import AfgelastForm, GegevensForm, VoorbereidForm, WanneerForm
from routekaart.zaal.voorbereiden.handelingen import begin, bereid_voor, gebruik_opnieuw, last_af, wijzig_gegevens
from routekaart.zaal.voorbereiden.pagina import alle_partijen, toon_voorbereiding
from wijken.toegang import wijk_of_404
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb

TITELS = {
    "nieuw": "Bijeenkomst voorbereiden",
    "opnieuw": "Opnieuw gebruiken",
    "gegevens": "Dag, tijd en plaats wijzigen",
}


def _formulier(request: HttpRequest, wat: str, status: int, **context: Any) -> HttpResponse:
    """Render a page with one form of preparing."""
    return render(
        request, "zaal/voorbereidform.html", {"wat": wat, "titel": TITELS[wat], **context}, status=status or 200
    )


def voorbereiden(request: HttpRequest, slug: str) -> HttpResponse:
    """Prepare a new meeting. Who is aboard is invited, unless it is chosen otherwise."""
    wijk = wijk_of_404(request, slug, recht="leiden")
    begin_met = {"datum": timezone.localdate(), "partijen": [str(o.actor.sleutel) for o in aan_boord(wijk.pk)]}
    opties: dict[str, Any] = {"wijk": wijk, "partijen": alle_partijen(wijk), "initial": begin_met}
    form, nieuw, status = VoorbereidForm(**opties), list[Sessie](), 0
    if request.method == "POST":
        form = VoorbereidForm(request.POST, **opties)
        status = run_verb(form, lambda d: nieuw.append(bereid_voor(wijk=wijk, door=logged_in(request), **d)))
    if status != DONE:
        return _formulier(request, "nieuw", status, wijk=wijk, form=form)
    messages.success(request, "De bijeenkomst staat klaar. Kijk het programma na.")
    return send_to(request, reverse("zaal_voorbereiding", args=[slug, nieuw[0].sleutel]))


def opnieuw(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Prepare a meeting like an earlier one."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    begin_met = {"titel": sessie.titel, "plaats": sessie.plaats, "begintijd": sessie.begintijd}
    form, nieuw, status = WanneerForm(initial=begin_met), list[Sessie](), 0
    if request.method == "POST":
        form = WanneerForm(request.POST)
        status = run_verb(form, lambda d: nieuw.append(gebruik_opnieuw(sessie=sessie, door=logged_in(request), **d)))
    if status != DONE:
        return _formulier(request, "opnieuw", status, wijk=sessie.wijk, sessie=sessie, form=form)
    messages.success(request, "De bijeenkomst staat klaar, met een nieuwe code.")
    return send_to(request, reverse("zaal_voorbereiding", args=[slug, nieuw[0].sleutel]))


def gegevens(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Change title, place, day and time."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    velden = ("titel", "plaats", "datum", "begintijd", "casus", "versie")
    form, status = GegevensForm(wijk=sessie.wijk, initial={v: getattr(sessie, v) for v in velden}), 0
    if request.method == "POST":
        form = GegevensForm(request.POST, wijk=sessie.wijk)
        status = run_verb(form, lambda d: wijzig_gegevens(sessie=sessie, door=logged_in(request), **d))
    if status != DONE:
        return _formulier(request, "gegevens", status, wijk=sessie.wijk, sessie=sessie, form=form)
    messages.success(request, "De gegevens zijn gewijzigd.")
    return send_to(request, reverse("zaal_voorbereiding", args=[slug, sleutel]))


def beginnen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Begin a prepared meeting."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    try:
        begin(sessie=sessie, door=logged_in(request))
    except Geweigerd as nee:
        messages.warning(request, nee.melding)
        return send_to(request, reverse("zaal_voorbereiding", args=[slug, sleutel]))
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]))


def afgelasten(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Call a prepared meeting off."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    form = AfgelastForm(request.POST)
    status = run_verb(form, lambda d: last_af(sessie=sessie, door=logged_in(request), **d))
    if status != DONE:
        return toon_voorbereiding(request, sessie, status=status, afgelastform=form)
    messages.success(request, "De bijeenkomst gaat niet door. De code werkt niet meer.")
    return send_to(request, reverse("zaal", args=[slug]))
