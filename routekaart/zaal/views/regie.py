# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk of the facilitator."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from routekaart.zaal.forms import SluitSessieForm, StapForm
from routekaart.zaal.handelingen import ga_naar, meld_aanwezig, sluit_sessie, verleng
from routekaart.zaal.models import Sessie
from routekaart.zaal.ontbreekt import coalitie, verwacht
from routekaart.zaal.regie import toon_regie
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.toegang import sessie_of_404
from routekaart.zaal.voorbereiden.staat import is_begonnen
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def regie(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show where the room is, and what the facilitator can do now."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if not is_begonnen(sessie):
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    return toon_regie(request, sessie)


def stap(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Go a step further or back, skip the rest of a question, or give more time."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    form, door, stand = StapForm(request.POST), logged_in(request), zaalstand(sessie)
    doelen = {"verder": stand.naast(1), "terug": stand.naast(-1), "overslaan": stand.volgende_ronde()}
    doel = doelen.get(request.POST.get("doe", ""))
    if request.POST.get("doe") == "minuut":
        status = run_verb(form, lambda _: verleng(sessie=sessie, door=door))
    elif doel:
        ronde, fase = doel
        ronde.sessie = sessie
        status = run_verb(form, lambda d: ga_naar(ronde=ronde, fase=fase, door=door, **d))
    else:
        status = DONE  # past the end of the programme: nothing to do
    return _terug(request, sessie, form, status)


def gezien(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Say that a party is in the room without a phone, or is not after all."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    er = "er" in request.POST
    gekozen = request.POST.get("er" if er else "weg", "")
    actor = next((a for a in (*verwacht(sessie), *coalitie(sessie)) if str(a.sleutel) == gekozen), None)
    form, status = StapForm({"gezien": 0}), DONE
    if actor:
        status = run_verb(form, lambda _: meld_aanwezig(sessie=sessie, actor=actor, er=er, door=logged_in(request)))
    return _terug(request, sessie, form, status)


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


def _terug(request: HttpRequest, sessie: Sessie, form: StapForm, status: int) -> HttpResponse:
    """Go back to the desk; when it was refused, say why."""
    if status != DONE:
        fouten = [str(fout) for rij in form.errors.values() for fout in rij]
        messages.warning(request, " ".join(fouten))
    return send_to(request, reverse("zaal_regie", args=[sessie.wijk.slug, sessie.sleutel]))
