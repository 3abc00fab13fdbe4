# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one prepared meeting: its programme, who is invited, and what to learn from it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.forms import VraagForm
from routekaart.zaal.handelingen import voeg_vraag_toe
from routekaart.zaal.models import Ronde
from routekaart.zaal.programma.handelingen import verplaats, verwijder, wijzig_vraag
from routekaart.zaal.toegang import ronde_of_404, sessie_of_404
from routekaart.zaal.voorbereiden.forms import LeervraagForm, ProgrammavraagForm, UitnodigForm
from routekaart.zaal.voorbereiden.handelingen import kies_leervragen, nodig_uit
from routekaart.zaal.voorbereiden.pagina import alle_partijen, leervragen_van, toon_voorbereiding
from routekaart.zaal.voorbereiden.staat import is_open
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def voorbereiding(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show what is arranged; every member may read it, who leads may change it."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    return toon_voorbereiding(request, sessie)


def _naar(request: HttpRequest, slug: str, sleutel: UUID, anker: str) -> HttpResponse:
    return send_to(request, f"{reverse('zaal_voorbereiding', args=[slug, sleutel])}#{anker}")


def vraag_erbij(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Put a question at the end of the programme."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    form, door = VraagForm(request.POST), logged_in(request)

    def voeg_toe(d: dict[str, str]) -> None:
        is_open(sessie)
        voeg_vraag_toe(sessie=sessie, door=door, **d)  # type: ignore[arg-type]

    status = run_verb(form, voeg_toe)
    if status != DONE:
        return toon_voorbereiding(request, sessie, status=status, vraagform=form)
    return _naar(request, slug, sleutel, "programma")


def ronde(request: HttpRequest, slug: str, sleutel: UUID, ronde: UUID) -> HttpResponse:
    """Change a question."""
    rij = ronde_of_404(request, slug, sleutel, ronde)
    form, status = ProgrammavraagForm(initial=_velden(rij)), 0
    if request.method == "POST":
        form = ProgrammavraagForm(request.POST)
        status = run_verb(form, lambda d: wijzig_vraag(ronde=rij, door=logged_in(request), **d))
    if status != DONE:
        context = {"wijk": rij.wijk, "sessie": rij.sessie, "ronde": rij, "form": form}
        return render(request, "zaal/programmavraag.html", context, status=status or 200)
    return _naar(request, slug, sleutel, f"vraag-{ronde}")


def _velden(rij: Ronde) -> dict[str, object]:
    velden = ("vraag_en", "methode", "perron", "minuten", "anoniem", "verdekt", "keuring", "versie")
    return {"vraag": rij.vraag_nl} | {naam: getattr(rij, naam) for naam in velden}


def verzet(request: HttpRequest, slug: str, sleutel: UUID, ronde: UUID) -> HttpResponse:
    """Move a question up or down, or take it out; who uses the keyboard stays where the question went."""
    rij, wat, anker = ronde_of_404(request, slug, sleutel, ronde), request.POST.get("doe", ""), f"vraag-{ronde}"
    if request.method != "POST":
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    try:
        if wat == "weg":
            verwijder(ronde=rij, door=logged_in(request))
            anker = "programma"
            messages.success(request, f"De vraag “{rij.vraag_nl}” is uit het programma gehaald.")
        elif wat in {"omhoog", "omlaag"}:
            verplaats(ronde=rij, omhoog=wat == "omhoog", door=logged_in(request))
    except Geweigerd as nee:
        messages.warning(request, nee.melding)
    return _naar(request, slug, sleutel, anker)


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
    return _naar(request, slug, sleutel, "genodigden")


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
    return _naar(request, slug, sleutel, "leervragen")
