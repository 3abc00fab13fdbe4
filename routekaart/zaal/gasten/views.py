# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in on a phone, coming in again, and who is in the room without one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.gasten.beperking import BINNEN_PER_ADRES, tempo
from routekaart.zaal.gasten.codes import leesbaar
from routekaart.zaal.gasten.forms import MeedoenForm, TerugForm
from routekaart.zaal.gasten.handelingen import laat_binnen, maak_terugkomst, meld_aanwezig
from routekaart.zaal.gasten.koekje import onthoud_gast
from routekaart.zaal.gasten.lezen import telefoons
from routekaart.zaal.gasten.ontbreekt import coalitie, verwacht
from routekaart.zaal.gasten.terug import laat_terug
from routekaart.zaal.gasten.toegang import Gastplek, OnbekendeCode, gastplek_in_taal, onbekend, voor_gasten, zoek_sessie
from routekaart.zaal.models import Terugkomst
from routekaart.zaal.programma.forms import StapForm
from routekaart.zaal.schermen.regie import terug_naar_regie
from routekaart.zaal.schermen.telefoon import partijen_voor, telefooncontext, toegangscontext
from routekaart.zaal.toegang import sessie_of_404, terugkomst_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.qr import qr_svg
from wijkwijzer.web.run_verb import DONE, INVALID, run_verb


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
    return terug_naar_regie(request, sessie, form, status)


@voor_gasten
def meedoen(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the screen."""
    getypt = request.POST.get("code", "")
    context = {"getypt": getypt}
    if request.method != "POST":
        return render(request, "zaal/gasten/meedoen.html", context)
    try:
        sessie = zoek_sessie(request, getypt)
    except OnbekendeCode:
        return render(request, "zaal/gasten/meedoen.html", context | {"melding": onbekend()}, status=INVALID)
    return redirect("telefoon", code=sessie.code)


@voor_gasten
def telefoon(request: HttpRequest, code: str) -> HttpResponse:
    """Let a guest in, or show the room to one who is in."""
    plek = gastplek_in_taal(request, code)
    if code != plek.sessie.code:
        return redirect("telefoon", code=plek.sessie.code)
    if request.method == "POST":
        return _laat_binnen(request, plek)
    if plek.gast is None:
        return render(request, "zaal/gasten/binnenkomen.html", toegangscontext(plek))
    return render(request, "zaal/schermen/telefoon.html", telefooncontext(request, plek))


def _laat_binnen(request: HttpRequest, plek: Gastplek) -> HttpResponse:
    form = MeedoenForm(request.POST, partijen=partijen_voor(plek.sessie))
    gasten = []

    def binnen(d: dict[str, str]) -> None:
        tempo.tel(f"adres {request.META.get('REMOTE_ADDR', '')}", BINNEN_PER_ADRES)
        soort, actor = form.soort_en_partij()
        gasten.append(laat_binnen(sessie=plek.sessie, soort=soort, actor=actor, taal=plek.taal, naam=d["naam"]))

    status = run_verb(form, binnen)
    if status != DONE:
        return render(request, "zaal/gasten/binnenkomen.html", toegangscontext(plek, form), status=status)
    antwoord = redirect("telefoon", code=plek.sessie.code)
    onthoud_gast(antwoord, gasten[0])
    return antwoord


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
    return render(request, "zaal/gasten/terugkomsten.html", context, status=status)


def terugkomst(request: HttpRequest, slug: str, sleutel: UUID, terugkomst: UUID) -> HttpResponse:
    """Show the code and its QR code, for one phone to scan."""
    rij = terugkomst_of_404(request, slug, sleutel, terugkomst)
    sessie = rij.gast.sessie
    pad = reverse("telefoon_terug", args=[sessie.code])
    context = {"wijk": sessie.wijk, "sessie": sessie, "rij": rij, "code": leesbaar(rij.code)}
    context["adres"] = f"{request.get_host()}{pad}".rstrip("/")
    return render(request, "zaal/gasten/terugkomst.html", context)


def terugkomst_qr(request: HttpRequest, slug: str, sleutel: UUID, terugkomst: UUID) -> HttpResponse:
    """Draw the address with the code in it."""
    rij = terugkomst_of_404(request, slug, sleutel, terugkomst)
    pad = reverse("telefoon_terug", args=[rij.gast.sessie.code])
    return HttpResponse(qr_svg(request.build_absolute_uri(f"{pad}?c={rij.code}")), content_type="image/svg+xml")


@voor_gasten
def terug(request: HttpRequest, code: str) -> HttpResponse:
    """Let a guest in again on another phone. Only a post uses the code up: looking at a link does not."""
    plek = gastplek_in_taal(request, code)
    sessie, gast, fout = plek.sessie, None, ""
    getypt = request.POST.get("toegang", request.GET.get("c", ""))
    if request.method == "POST":
        gast, fout = laat_terug(request, sessie, getypt)
    if gast:
        antwoord = redirect("telefoon", code=sessie.code)
        onthoud_gast(antwoord, gast)
        return antwoord
    context = {"sessie": sessie, "getypt": getypt[:20], "fout": fout}
    return render(request, "zaal/gasten/terug.html", context, status=422 if fout else 200)
