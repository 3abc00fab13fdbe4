# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cards from a phone, and at the facilitator's desk."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.gasten.beperking import PER_GAST, tempo
from routekaart.zaal.gasten.koekje import onthoud_kaarten
from routekaart.zaal.gasten.toegang import gastplek_in_taal, ontvangen, ronde_van, voor_gasten
from routekaart.zaal.kaarten.forms import GroepForm, PapierForm, VertalingForm
from routekaart.zaal.kaarten.handelingen import (
    groepeer,
    haal_uit_groep,
    laat_door,
    schrijf_op,
    toon_alle_groepen,
    toon_weer,
    verberg,
    vergroot,
    vertaal,
)
from routekaart.zaal.methoden.basis import Inlevering
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Gast, Kaart, Kaartgroep, Ronde, Sessie
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.regie import gekozen_kaarten, toon_regie
from routekaart.zaal.schermen.telefoon import telefooncontext
from routekaart.zaal.toegang import kaart_of_404, sessie_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb, try_verb


def papier(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Put cards from paper on the wall."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde = zaalstand(sessie).ronde
    form = PapierForm(request.POST, ronde=ronde)
    status = run_verb(form, lambda d: schrijf_op(ronde=ronde, door=logged_in(request), **d))
    if status != DONE:
        return toon_regie(request, sessie, status=status, papierform=form)
    return _naar_anker(sessie, request, "#papier")


def groepen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Lay the ticked cards in a group, or take them out."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde, door, los = zaalstand(sessie).ronde, logged_in(request), request.POST.get("doe") == "los"
    gekozen = gekozen_kaarten(request, ronde)
    form = GroepForm({"naam": "-"} if los else request.POST)

    def leg(d: dict[str, str]) -> None:
        if los:
            haal_uit_groep(ronde=ronde, kaarten=gekozen, door=door)
        else:
            groepeer(ronde=ronde, kaarten=gekozen, door=door, **d)

    status = run_verb(form, leg)
    if status != DONE:
        return toon_regie(request, sessie, status=status, groepform=form, gekozen={k.pk for k in gekozen})
    return _naar_anker(sessie, request, "#kaarten")


def kaart(request: HttpRequest, slug: str, sleutel: UUID, kaart: UUID) -> HttpResponse:
    """Take a card off the wall, or put it back."""
    rij = kaart_of_404(request, slug, sleutel, kaart)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    handeling = toon_weer if request.POST.get("doe") == "tonen" else verberg
    try_verb(request, lambda: handeling(kaart=rij, door=logged_in(request)))
    return _naar_anker(rij.ronde.sessie, request, "#kaarten")


def _naar_anker(sessie: Sessie, request: HttpRequest, anker: str) -> HttpResponse:
    return send_to(request, reverse("zaal_regie", args=[sessie.wijk.slug, sessie.sleutel]) + anker)


def _neem_aan(inlevering: Inlevering, *, ronde: Ronde, gast: Gast, gegevens: dict[str, Any]) -> None:
    """Take what a phone handed in. Raises as its verb does, and Geweigerd for too much in a minute."""
    tempo.tel(str(gast.sleutel), PER_GAST)
    inlevering.neem_aan(ronde=ronde, gast=gast, gegevens=gegevens)


@voor_gasten
def van_telefoon(request: HttpRequest, code: str) -> HttpResponse:
    """Hand in a card."""
    plek = gastplek_in_taal(request, code)
    gast = plek.gast
    if request.method != "POST" or gast is None:
        return redirect("telefoon", code=plek.sessie.code)
    ronde = ronde_van(plek.sessie, request.POST.get("ronde", ""))
    if ronde is None:
        return redirect("telefoon", code=plek.sessie.code)
    inlevering = methode_van(ronde).inlevering(request.POST.get("wat", ""))
    form = inlevering.form(request.POST)
    form.full_clean()
    sleutel = form.cleaned_data.get("sleutel")
    if sleutel is None:
        return redirect("telefoon", code=plek.sessie.code)
    status = run_verb(form, lambda d: _neem_aan(inlevering, ronde=ronde, gast=gast, gegevens=d))
    if status != DONE:
        return render(request, "zaal/schermen/telefoon.html", telefooncontext(request, plek, form), status=status)
    antwoord = ontvangen(request, plek, sleutel)
    onthoud_kaarten(request, antwoord, plek.sessie, form.sleutels())
    return antwoord


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
    if "alle" in request.POST:
        try_verb(request, lambda: toon_alle_groepen(ronde=ronde, door=door))
    elif groep := _gekozen(Kaartgroep, ronde, request.POST.get("groot", "")):
        groep.ronde = ronde
        try_verb(request, lambda: vergroot(groep=groep, door=door))
    return terug


def keuring(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Let one card that waits through to the wall, or all."""
    sessie = sessie_of_404(request, slug, sleutel)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    ronde, door = zaalstand(sessie).ronde, logged_in(request)
    kaart = _gekozen(Kaart, ronde, request.POST.get("kaart", ""))
    if kaart or "alle" in request.POST:
        try_verb(request, lambda: laat_door(ronde=ronde, kaarten=[kaart] if kaart else None, door=door))
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
    return render(request, "zaal/kaarten/vertaling.html", context, status=status)
