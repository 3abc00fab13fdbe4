# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wall from the desk: one group large, cards that wait, Dutch beside a card."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.models import Kaart, Kaartgroep, Ronde
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.toegang import kaart_of_404, sessie_of_404
from routekaart.zaal.wandwerk.forms import VertalingForm
from routekaart.zaal.wandwerk.handelingen import laat_door, toon_alle_groepen, vergroot, vertaal
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def _gekozen[R: (Kaart, Kaartgroep)](soort: type[R], ronde: Ronde, tekst: str) -> R | None:
    """Return the row of this question with this key; None when the form was tampered with, or it has gone."""
    return next((r for r in soort._default_manager.filter(ronde=ronde) if str(r.sleutel) == tekst), None)


def wand(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show one group large on the wall, or all of them again."""
    sessie = sessie_of_404(request, slug, sleutel)
    terug = send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#groepen")
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde, door = zaalstand(sessie).ronde, logged_in(request)
    try:
        if "alle" in request.POST:
            toon_alle_groepen(ronde=ronde, door=door)
        elif groep := _gekozen(Kaartgroep, ronde, request.POST.get("groot", "")):
            groep.ronde = ronde
            vergroot(groep=groep, door=door)
    except Geweigerd as nee:
        messages.warning(request, nee.melding)
    return terug


def keuring(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Let one card that waits through to the wall, or all."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde, door = zaalstand(sessie).ronde, logged_in(request)
    kaart = _gekozen(Kaart, ronde, request.POST.get("kaart", ""))
    try:
        if kaart or "alle" in request.POST:
            laat_door(ronde=ronde, kaarten=[kaart] if kaart else None, door=door)
    except Geweigerd as nee:
        messages.warning(request, nee.melding)
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#keuring")


def vertaling(request: HttpRequest, slug: str, sleutel: UUID, kaart: UUID) -> HttpResponse:
    """Set Dutch beside a card."""
    rij = kaart_of_404(request, slug, sleutel, kaart)
    nu = rij.vertaling.tekst if hasattr(rij, "vertaling") else ""
    form, status = VertalingForm(initial={"tekst": nu}), DONE
    if request.method == "POST":
        form = VertalingForm(request.POST)
        status = run_verb(form, lambda d: vertaal(kaart=rij, door=logged_in(request), **d))
        if status == DONE:
            return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#kaarten")
    context = {"wijk": rij.ronde.sessie.wijk, "sessie": rij.ronde.sessie, "kaart": rij, "form": form}
    return render(request, "zaal/vertaling.html", context, status=status)
