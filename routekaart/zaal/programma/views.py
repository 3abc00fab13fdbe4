# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questions of a meeting, and the next step of the room."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.models import Ronde
from routekaart.zaal.programma.forms import ProgrammavraagForm, StapForm, VraagForm
from routekaart.zaal.programma.handelingen import ga_naar, verleng, verplaats, verwijder, voeg_vraag_toe, wijzig_vraag
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.regie import terug_naar_regie, toon_regie
from routekaart.zaal.sessie.pagina import naar_voorbereiding, toon_voorbereiding
from routekaart.zaal.sessie.staat import moet_doorgaan
from routekaart.zaal.toegang import ronde_of_404, sessie_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb, try_verb


def vraag(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Put another question at the end of the programme."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    form = VraagForm(request.POST)
    status = run_verb(form, lambda d: voeg_vraag_toe(sessie=sessie, door=logged_in(request), **d))
    if status != DONE:
        return toon_regie(request, sessie, status=status, vraagform=form)
    messages.success(request, "De vraag staat achteraan in het programma.")
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]))


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
        ronde, stap = doel
        ronde.sessie = sessie
        status = run_verb(form, lambda d: ga_naar(ronde=ronde, stap=stap, door=door, **d))
    else:
        status = DONE  # past the end of the programme: nothing to do
    return terug_naar_regie(request, sessie, form, status)


def vraag_erbij(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Put a question at the end of the programme."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    form, door = VraagForm(request.POST), logged_in(request)

    def voeg_toe(d: dict[str, str]) -> None:
        moet_doorgaan(sessie)
        voeg_vraag_toe(sessie=sessie, door=door, **d)  # type: ignore[arg-type]

    status = run_verb(form, voeg_toe)
    if status != DONE:
        return toon_voorbereiding(request, sessie, status=status, vraagform=form)
    return naar_voorbereiding(request, slug, sleutel, "programma")


def ronde(request: HttpRequest, slug: str, sleutel: UUID, ronde: UUID) -> HttpResponse:
    """Change a question."""
    rij = ronde_of_404(request, slug, sleutel, ronde)
    form, status = ProgrammavraagForm(initial=_velden(rij)), 0
    if request.method == "POST":
        form = ProgrammavraagForm(request.POST)
        status = run_verb(form, lambda d: wijzig_vraag(ronde=rij, door=logged_in(request), **d))
    if status != DONE:
        context = {"wijk": rij.wijk, "sessie": rij.sessie, "ronde": rij, "form": form}
        return render(request, "zaal/programma/programmavraag.html", context, status=status or 200)
    return naar_voorbereiding(request, slug, sleutel, f"vraag-{ronde}")


def _velden(rij: Ronde) -> dict[str, object]:
    velden = ("vraag_en", "methode", "perron", "minuten", "anoniem", "verdekt", "keuring", "versie")
    return {"vraag": rij.vraag_nl} | {naam: getattr(rij, naam) for naam in velden}


def verzet(request: HttpRequest, slug: str, sleutel: UUID, ronde: UUID) -> HttpResponse:
    """Move a question up or down, or take it out; who uses the keyboard stays where the question went."""
    rij, wat, anker = ronde_of_404(request, slug, sleutel, ronde), request.POST.get("doe", ""), f"vraag-{ronde}"
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    door = logged_in(request)
    if wat == "weg" and try_verb(request, lambda: verwijder(ronde=rij, door=door)):
        anker = "programma"
        messages.success(request, f"De vraag “{rij.vraag_nl}” is uit het programma gehaald.")
    elif wat in {"omhoog", "omlaag"}:
        try_verb(request, lambda: verplaats(ronde=rij, omhoog=wat == "omhoog", door=door))
    return naar_voorbereiding(request, slug, sleutel, anker)
