# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Voting on a phone, and counting hands at the desk."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.gasten.beperking import PER_GAST, tempo
from routekaart.zaal.gasten.koekje import toestel_in
from routekaart.zaal.gasten.toegang import gastplek_in_taal, ontvangen, ronde_van, voor_gasten
from routekaart.zaal.models import Kaartgroep, Stemkeuze
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.regie import toon_regie
from routekaart.zaal.schermen.telefoon import telefooncontext
from routekaart.zaal.stemmen.forms import HandenForm, StemForm, soort_van
from routekaart.zaal.stemmen.handelingen import stem as breng_uit
from routekaart.zaal.stemmen.handelingen import tel_handen
from routekaart.zaal.stemmen.uitslag import tafelkeuzes
from routekaart.zaal.toegang import sessie_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def handen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Count the hands of a table without phones."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde, door = zaalstand(sessie).ronde, logged_in(request)
    form = HandenForm(request.POST, keuzes=tafelkeuzes(ronde))

    def tel(d: dict[str, Any]) -> None:
        groep = None if d["wat"] in Stemkeuze.values else Kaartgroep.objects.get(ronde=ronde, sleutel=d["wat"])
        keuze = Stemkeuze.STIP if groep else Stemkeuze(d["wat"])
        tel_handen(ronde=ronde, keuze=keuze, groep=groep, aantal=d["aantal"], door=door)

    status = run_verb(form, tel)
    if status != DONE:
        return toon_regie(request, sessie, status=status, tafelform=form)
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]))


@voor_gasten
def stem(request: HttpRequest, code: str) -> HttpResponse:
    """Count the vote of a phone; voting again replaces it."""
    plek = gastplek_in_taal(request, code)
    gast, terug = plek.gast, redirect("telefoon", code=plek.sessie.code)
    ronde = ronde_van(plek.sessie, request.POST.get("ronde", ""))
    if gast is None or ronde is None:
        return terug
    form, toestel = StemForm(request.POST, ronde=ronde), toestel_in(request, ronde)

    def tel(_: object) -> None:
        tempo.tel(str(gast.sleutel), PER_GAST)
        breng_uit(ronde=ronde, toestel=toestel, soort=soort_van(gast), **form.keuzes())

    status = run_verb(form, tel)
    if status != DONE:
        context = telefooncontext(request, plek, stemform=form)
        return render(request, "zaal/schermen/telefoon.html", context, status=status)
    return ontvangen(request, plek, ronde.sleutel)
