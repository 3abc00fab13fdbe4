# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The meetings of a wijk; preparing, beginning, calling off and closing one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from actoren.boord import aan_boord
from routekaart.zaal.models import Sessie, Sessiesoort
from routekaart.zaal.schermen.regie import toon_regie
from routekaart.zaal.sessie.forms import (
    AfgelastForm,
    GegevensForm,
    LeervraagForm,
    NuForm,
    SluitSessieForm,
    UitnodigForm,
    VoorbereidForm,
    WanneerForm,
)
from routekaart.zaal.sessie.handelingen import (
    begin,
    begin_nu,
    bereid_voor,
    gebruik_opnieuw,
    kies_leervragen,
    last_af,
    nodig_uit,
    sluit_sessie,
    wijzig_gegevens,
)
from routekaart.zaal.sessie.pagina import alle_partijen, leervragen_van, naar_voorbereiding, toon_voorbereiding
from routekaart.zaal.sessie.staat import agenda, sessies_van
from routekaart.zaal.toegang import sessie_of_404
from wijken.models import Wijk
from wijken.toegang import mag, wijk_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb, try_verb


def zaal(request: HttpRequest, slug: str) -> HttpResponse:
    """List the meetings of a wijk, newest first, and offer to begin one now."""
    wijk = wijk_of_404(request, slug)
    return _toon_lijst(request, wijk, NuForm())


def nu(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a meeting with one question."""
    wijk = wijk_of_404(request, slug, recht="leiden")
    if request.method != "POST":
        return redirect("zaal", slug=slug)
    form, begonnen = NuForm(request.POST), list[Sessie]()
    status = run_verb(form, lambda d: begonnen.append(begin_nu(wijk=wijk, door=logged_in(request), **d)))
    if status != DONE:
        return _toon_lijst(request, wijk, form, status=status)
    return send_to(request, reverse("zaal_regie", args=[slug, begonnen[0].sleutel]))


def _toon_lijst(request: HttpRequest, wijk: Wijk, form: NuForm, *, status: int = 200) -> HttpResponse:
    context = {
        "wijk": wijk,
        "agenda": agenda(sessies_van(wijk)),
        "mag_leiden": mag(logged_in(request), wijk, "leiden"),
        "form": form,
    }
    return render(request, "zaal/sessie/zaal.html", context, status=status)


PLANNINGVRIJ = "Waar wilt u het over hebben?"


def planningvrij(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a meeting without a plan: one open question, and it may simply end."""
    wijk = wijk_of_404(request, slug, recht="leiden")
    if request.method != "POST":
        return redirect("zaal", slug=slug)
    sessie = begin_nu(wijk=wijk, vraag=PLANNINGVRIJ, soort=Sessiesoort.PLANNINGVRIJ, door=logged_in(request))
    return send_to(request, reverse("zaal_regie", args=[slug, sessie.sleutel]))


def sluiten(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Close the meeting."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    form = SluitSessieForm(request.POST)
    status = run_verb(form, lambda d: sluit_sessie(sessie=sessie, door=logged_in(request), **d))
    if status != DONE:
        return toon_regie(request, sessie, status=status, sluitform=form)
    messages.success(request, "De bijeenkomst is gesloten.")
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]))


TITELS = {
    "nieuw": "Bijeenkomst voorbereiden",
    "opnieuw": "Opnieuw gebruiken",
    "gegevens": "Dag, tijd en plaats wijzigen",
}


def _formulier(request: HttpRequest, wat: str, status: int, **context: Any) -> HttpResponse:
    """Render a page with one form of preparing."""
    return render(
        request, "zaal/sessie/voorbereidform.html", {"wat": wat, "titel": TITELS[wat], **context}, status=status or 200
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
    begonnen = try_verb(request, lambda: begin(sessie=sessie, door=logged_in(request)))
    return send_to(request, reverse("zaal_regie" if begonnen else "zaal_voorbereiding", args=[slug, sleutel]))


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


def voorbereiding(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show what is arranged; every member may read it, who leads may change it."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    return toon_voorbereiding(request, sessie)


def uitnodigen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Say who is invited."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    form = UitnodigForm(request.POST, partijen=alle_partijen(sessie.wijk))
    status = run_verb(form, lambda d: nodig_uit(sessie=sessie, door=logged_in(request), **d))
    if status != DONE:
        return toon_voorbereiding(request, sessie, status=status, uitnodigform=form)
    messages.success(request, "De uitnodigingen zijn bewaard.")
    return naar_voorbereiding(request, slug, sleutel, "genodigden")


def leervragen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Say which learning questions the meeting is about."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    form = LeervraagForm(request.POST, leervragen=leervragen_van(sessie))
    status = run_verb(form, lambda d: kies_leervragen(sessie=sessie, door=logged_in(request), **d))
    if status != DONE:
        return toon_voorbereiding(request, sessie, status=status, leervraagform=form)
    messages.success(request, "De leervragen zijn bewaard.")
    return naar_voorbereiding(request, slug, sleutel, "leervragen")
