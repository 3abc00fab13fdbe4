# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A guest's phone: type a code, say who you are, and take part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from routekaart.zaal.beperking import BINNEN_PER_ADRES, tempo
from routekaart.zaal.forms import MeedoenForm
from routekaart.zaal.handelingen import laat_binnen
from routekaart.zaal.koekje import onthoud_gast, onthoud_kaarten
from routekaart.zaal.methoden.aannemen import neem_aan
from routekaart.zaal.methoden.forms import kaartform
from routekaart.zaal.teksten import TALEN, taal_van, teksten
from routekaart.zaal.telefoon import partijen_voor, telefooncontext, toegangscontext
from routekaart.zaal.toegang import Gastplek, OnbekendeCode, gastplek_of_404, ronde_van, voor_gasten, zoek_sessie
from routekaart.zaal.views.ontvangen import ontvangen
from wijkwijzer.web.run_verb import DONE, INVALID, run_verb


@voor_gasten
def meedoen(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the screen."""
    taal, getypt = taal_van(request, None), request.POST.get("code", "")
    t = teksten(taal)
    context = {"t": t, "taal": taal, "talen": TALEN.items(), "getypt": getypt}
    if request.method != "POST":
        return render(request, "zaal/meedoen.html", context)
    try:
        sessie = zoek_sessie(request, getypt)
    except OnbekendeCode:
        return render(request, "zaal/meedoen.html", context | {"melding": t["code_onbekend"]}, status=INVALID)
    return redirect("telefoon", code=sessie.code)


@voor_gasten
def telefoon(request: HttpRequest, code: str) -> HttpResponse:
    """Let a guest in, or show the room to one who is in."""
    plek = gastplek_of_404(request, code)
    if code != plek.sessie.code:
        return redirect("telefoon", code=plek.sessie.code)
    if request.method == "POST":
        return _laat_binnen(request, plek)
    if plek.gast is None:
        return render(request, "zaal/binnenkomen.html", toegangscontext(plek))
    return render(request, "zaal/telefoon.html", telefooncontext(request, plek))


def _laat_binnen(request: HttpRequest, plek: Gastplek) -> HttpResponse:
    form = MeedoenForm(request.POST, t=teksten(plek.taal), partijen=partijen_voor(plek.sessie))
    gasten = []

    def binnen(d: dict[str, str]) -> None:
        tempo.tel(f"adres {request.META.get('REMOTE_ADDR', '')}", BINNEN_PER_ADRES)
        soort, actor = form.soort_en_partij()
        gasten.append(laat_binnen(sessie=plek.sessie, soort=soort, actor=actor, taal=plek.taal, naam=d["naam"]))

    status = run_verb(form, binnen)
    if status != DONE:
        return render(request, "zaal/binnenkomen.html", toegangscontext(plek, form), status=status)
    antwoord = redirect("telefoon", code=plek.sessie.code)
    onthoud_gast(antwoord, gasten[0])
    return antwoord


@voor_gasten
def kaart(request: HttpRequest, code: str) -> HttpResponse:
    """Hand in a card."""
    plek = gastplek_of_404(request, code)
    gast = plek.gast
    if request.method != "POST" or gast is None:
        return redirect("telefoon", code=plek.sessie.code)
    ronde = ronde_van(plek.sessie, request.POST.get("ronde", ""))
    if ronde is None:
        return redirect("telefoon", code=plek.sessie.code)
    form = kaartform(request.POST, ronde=ronde, t=teksten(plek.taal))
    form.full_clean()
    sleutel = form.cleaned_data.get("sleutel")
    if sleutel is None:
        return redirect("telefoon", code=plek.sessie.code)
    status = run_verb(form, lambda d: neem_aan(form, ronde=ronde, gast=gast, gegevens=d))
    if status != DONE:
        return render(request, "zaal/telefoon.html", telefooncontext(request, plek, form), status=status)
    antwoord = ontvangen(request, plek, sleutel)
    onthoud_kaarten(request, antwoord, plek.sessie, form.sleutels())
    return antwoord
