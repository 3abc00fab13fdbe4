# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk of the facilitator, the wall, and following the room on a phone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.gasten.codes import gastadres
from routekaart.zaal.gasten.toegang import NogNietBegonnen, voor_gasten
from routekaart.zaal.schermen.live import gast_toegang, gast_vooraf
from routekaart.zaal.schermen.regie import toon_regie
from routekaart.zaal.schermen.scherm import schermcontext
from routekaart.zaal.sessie.staat import is_begonnen
from routekaart.zaal.toegang import sessie_of_404
from wijken.models import Wijk
from wijkwijzer.live.stream import with_stream
from wijkwijzer.web.qr import qr_svg


@with_stream(gast_toegang, gast_vooraf)
@voor_gasten
def live(request: HttpRequest, code: str) -> HttpResponse:
    """Return the version of the wijk: a phone that shows an older one looks again.

    Who waits for a meeting to begin is told it too, and gets a 404 as soon as there is a page to come in by.
    """
    try:
        wijk = gast_toegang(request, code).place.wijk
    except NogNietBegonnen as wacht:
        wijk = wacht.sessie.wijk_id
    return JsonResponse({"v": Wijk.objects.values_list("versie", flat=True).get(pk=wijk)})


def regie(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show where the room is, and what the facilitator can do now."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    if not is_begonnen(sessie):
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    return toon_regie(request, sessie)


def scherm(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show where the room is, with the code always in sight."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    if not is_begonnen(sessie):
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    return render(request, "zaal/schermen/scherm.html", schermcontext(request, sessie))


def qr(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Draw the address of the room as a QR code, for phones to scan from the wall."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    adres = gastadres(request, reverse("telefoon", args=[sessie.code]))
    return HttpResponse(qr_svg(adres), content_type="image/svg+xml")
