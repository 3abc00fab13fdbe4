# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Voting on a phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from routekaart.zaal.beperking import PER_GAST, tempo
from routekaart.zaal.koekje import toestel_in
from routekaart.zaal.stemmen.form import StemForm, soort_van
from routekaart.zaal.stemmen.handelingen import stem as breng_uit
from routekaart.zaal.teksten import teksten
from routekaart.zaal.telefoon import telefooncontext
from routekaart.zaal.toegang import gastplek_of_404, ronde_van, voor_gasten
from routekaart.zaal.views.ontvangen import ontvangen
from wijkwijzer.web.run_verb import DONE, run_verb


@voor_gasten
def stem(request: HttpRequest, code: str) -> HttpResponse:
    """Count the vote of a phone; voting again replaces it."""
    plek = gastplek_of_404(request, code)
    gast, terug = plek.gast, redirect("telefoon", code=plek.sessie.code)
    ronde = ronde_van(plek.sessie, request.POST.get("ronde", ""))
    if gast is None or ronde is None:
        return terug
    form, toestel = StemForm(request.POST, t=teksten(plek.taal), ronde=ronde), toestel_in(request, ronde)

    def tel(_: object) -> None:
        tempo.tel(str(gast.sleutel), PER_GAST)
        breng_uit(ronde=ronde, toestel=toestel, soort=soort_van(gast), **form.keuzes())

    status = run_verb(form, tel)
    if status != DONE:
        context = telefooncontext(request, plek, stemform=form)
        return render(request, "zaal/telefoon.html", context, status=status)
    return ontvangen(request, plek, ronde.sleutel)
