# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A guest who lost the phone comes in again: a code at the desk, once, within ten minutes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.codes import leesbaar
from routekaart.zaal.koekje import onthoud_gast
from routekaart.zaal.models import Terugkomst
from routekaart.zaal.privacy.forms import TerugForm
from routekaart.zaal.privacy.handelingen import maak_terugkomst
from routekaart.zaal.privacy.lijst import telefoons
from routekaart.zaal.privacy.toelaten import laat_terug
from routekaart.zaal.teksten import TALEN, teksten
from routekaart.zaal.toegang import gastplek_of_404, sessie_of_404, terugkomst_of_404, voor_gasten
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.qr import qr_svg
from wijkwijzer.web.run_verb import DONE, run_verb


def terugkomsten(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """List the phones of a meeting, without names unless given, and make a code for one."""
    sessie = sessie_of_404(request, slug, sleutel)
    form = TerugForm(request.POST or None, gasten=telefoons(sessie))
    status, gemaakt = DONE, list[Terugkomst]()
    if request.method == "POST":
        status = run_verb(form, lambda d: gemaakt.append(maak_terugkomst(gast=d["gast"], door=logged_in(request))))
        if status == DONE:
            return send_to(request, reverse("zaal_terugkomst", args=[slug, sleutel, gemaakt[0].sleutel]))
    context = {"wijk": sessie.wijk, "sessie": sessie, "form": form, "gesloten": hasattr(sessie, "sluiting")}
    return render(request, "zaal/privacy/terugkomsten.html", context, status=status)


def terugkomst(request: HttpRequest, slug: str, sleutel: UUID, terugkomst: UUID) -> HttpResponse:
    """Show the code and its QR code, for one phone to scan."""
    rij = terugkomst_of_404(request, slug, sleutel, terugkomst)
    sessie = rij.gast.sessie
    pad = reverse("telefoon_terug", args=[sessie.code])
    context = {"wijk": sessie.wijk, "sessie": sessie, "rij": rij, "code": leesbaar(rij.code)}
    context["adres"] = f"{request.get_host()}{pad}".rstrip("/")
    return render(request, "zaal/privacy/terugkomst.html", context)


def terugkomst_qr(request: HttpRequest, slug: str, sleutel: UUID, terugkomst: UUID) -> HttpResponse:
    """Draw the address with the code in it."""
    rij = terugkomst_of_404(request, slug, sleutel, terugkomst)
    pad = reverse("telefoon_terug", args=[rij.gast.sessie.code])
    return HttpResponse(qr_svg(request.build_absolute_uri(f"{pad}?c={rij.code}")), content_type="image/svg+xml")


@voor_gasten
def terug(request: HttpRequest, code: str) -> HttpResponse:
    """Let a guest in again on another phone. Only a post uses the code up: looking at a link does not."""
    plek = gastplek_of_404(request, code)
    sessie, t, gast, fout = plek.sessie, teksten(plek.taal), None, ""
    getypt = request.POST.get("toegang", request.GET.get("c", ""))
    if request.method == "POST":
        gast, fout = laat_terug(request, sessie, getypt)
    if gast:
        antwoord = redirect("telefoon", code=sessie.code)
        onthoud_gast(antwoord, gast)
        return antwoord
    context = {"t": t, "taal": plek.taal, "talen": TALEN.items(), "sessie": sessie, "getypt": getypt[:20]}
    return render(request, "zaal/privacy/terug.html", context | {"fout": t.get(fout, "")}, status=422 if fout else 200)
