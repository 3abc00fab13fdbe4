# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""After the meeting: the report, the page for the wall, how the actions go, and what parties said at deciding."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.einde.handelingen import breng_in, open_actie_weer, rond_actie_af
from routekaart.zaal.einde.inbreng import inbrengform
from routekaart.zaal.einde.muurblad import muurbladcontext
from routekaart.zaal.einde.pdf import muurblad_html, muurblad_middelen, pdf_antwoord, verslag_html, verslag_middelen
from routekaart.zaal.models import ActieUitkomst
from routekaart.zaal.regie import toon_regie
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.toegang import actie_of_404, sessie_of_404
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def verslag_pdf(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make the PDF of the report."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return pdf_antwoord(request, sessie, verslag_html(sessie), verslag_middelen(), "verslag")


def muurblad(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show the page for the wall of the buurtcentrum, to print."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return render(request, "zaal/einde/muurblad.html", muurbladcontext(request, sessie))


def muurblad_pdf(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make the PDF of the page for the wall."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    html, middelen = muurblad_html(request, sessie), muurblad_middelen(request, sessie)
    return pdf_antwoord(request, sessie, html, middelen, "muurblad")


def actie(request: HttpRequest, slug: str, sleutel: UUID, actie: UUID) -> HttpResponse:
    """Say how an action went, or take that back."""
    rij = actie_of_404(request, slug, sleutel, actie)
    if request.method == "POST":
        doe, door = request.POST.get("doe", ""), logged_in(request)
        try:
            if doe in ActieUitkomst.values:
                rond_actie_af(actie=rij, uitkomst=ActieUitkomst(doe), door=door)
            elif doe == "open":
                open_actie_weer(actie=rij, door=door)
        except Geweigerd as nee:
            messages.warning(request, nee.melding)
    return send_to(request, reverse("zaal_verslag", args=[slug, sleutel]) + "#acties")


def inbreng(request: HttpRequest, slug: str, sleutel: UUID, woord: str) -> HttpResponse:
    """Write down a stand or a promise that a party gives in the room."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    door, ronde = logged_in(request), zaalstand(sessie).ronde
    form = inbrengform(ronde, woord, door, request.POST)
    if form is None:
        raise Http404("Deze bijeenkomst hoort niet bij een perron.")
    status = run_verb(form, lambda _: breng_in(ronde=ronde, rij=form.instance, door=door))
    if status != DONE:
        return toon_regie(request, sessie, status=status, **{f"{woord}form": form})
    messages.success(request, f"Opgeschreven: {form.instance}.")
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#inbreng")
