# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wall: what the projector shows."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.adres import gastadres
from routekaart.zaal.scherm import schermcontext
from routekaart.zaal.toegang import sessie_of_404
from routekaart.zaal.voorbereiden.staat import is_begonnen
from wijkwijzer.web.qr import qr_svg


def scherm(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show where the room is, with the code always in sight."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    if not is_begonnen(sessie):
        return redirect("zaal_voorbereiding", slug=slug, sleutel=sleutel)
    return render(request, "zaal/scherm.html", schermcontext(request, sessie))


def qr(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Draw the address of the room as a QR code, for phones to scan from the wall."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    adres = gastadres(request, reverse("telefoon", args=[sessie.code]))
    return HttpResponse(qr_svg(adres), content_type="image/svg+xml")
