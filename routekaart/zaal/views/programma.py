# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programme on the facilitator's desk: another question, and the hands of a table."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from routekaart.zaal.forms import TafelForm, VraagForm
from routekaart.zaal.handelingen import voeg_vraag_toe
from routekaart.zaal.models import Kaartgroep, Stemkeuze
from routekaart.zaal.regie import toon_regie
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.stemmen.handelingen import stem_voor_tafel
from routekaart.zaal.stemmen.uitslag import tafelkeuzes
from routekaart.zaal.toegang import sessie_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


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


def tafel(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Count the hands of a table without phones."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde, door = zaalstand(sessie).ronde, logged_in(request)
    form = TafelForm(request.POST, keuzes=tafelkeuzes(ronde))

    def tel(d: dict[str, Any]) -> None:
        groep = None if d["wat"] in Stemkeuze.values else Kaartgroep.objects.get(ronde=ronde, sleutel=d["wat"])
        keuze = Stemkeuze.STIP if groep else Stemkeuze(d["wat"])
        stem_voor_tafel(ronde=ronde, keuze=keuze, groep=groep, aantal=d["aantal"], door=door)

    status = run_verb(form, tel)
    if status != DONE:
        return toon_regie(request, sessie, status=status, tafelform=form)
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]))
