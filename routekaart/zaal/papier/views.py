# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a meeting, before and after it."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from actoren.toegang import partijen_van
from routekaart.zaal.models import Sessie
from routekaart.zaal.papier.blad import naar_opdracht
from routekaart.zaal.papier.muurblad import muurbladcontext
from routekaart.zaal.papier.opstellen import stel_draaiboek_op, stel_kaarten_op, stel_meedoenblad_op
from routekaart.zaal.papier.pdf import muurblad_opdracht, verslag_opdracht
from routekaart.zaal.papier.verslag import verslagcontext
from routekaart.zaal.toegang import sessie_of_404
from wijkwijzer.pdf.order import Order
from wijkwijzer.pdf.response import document_response, unavailable
from wijkwijzer.web.login_required import logged_in


def verslag(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show the report of a meeting."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    eigen = set(partijen_van(logged_in(request), sessie.wijk).values_list("pk", flat=True))
    return render(request, "zaal/papier/verslag.html", verslagcontext(sessie) | {"eigen": eigen})


def draaiboek(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Give the draaiboek."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    return _drukwerk(request, sessie, lambda: naar_opdracht(stel_draaiboek_op(request, sessie)), "draaiboek")


def kaarten(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Give the blank cards; a page says so when no question has cards."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    blad = stel_kaarten_op(sessie)
    if not blad.vragen:
        melding = "In dit programma staat geen vraag met kaarten. Voeg er eerst een toe."
        return unavailable(request, melding, _naar_voorbereiding(sessie))
    return _drukwerk(request, sessie, lambda: naar_opdracht(blad), "kaarten")


def meedoen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Give the QR sheet."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    return _drukwerk(request, sessie, lambda: naar_opdracht(stel_meedoenblad_op(request, sessie)), "meedoen")


def _naar_voorbereiding(sessie: Sessie) -> tuple[str, str]:
    terug = reverse("zaal_voorbereiding", args=[sessie.wijk.slug, sessie.sleutel])
    return terug, "Terug naar de voorbereiding"


def _drukwerk(request: HttpRequest, sessie: Sessie, build: Callable[[], Order], naam: str) -> HttpResponse:
    bestand = f"{naam}-{sessie.wijk.slug}-{sessie.datum:%Y%m%d}.pdf"
    return document_response(request, build, naam=bestand, terug=_naar_voorbereiding(sessie))


def verslag_pdf(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Give the report as PDF."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return _van_verslag(request, sessie, lambda: verslag_opdracht(sessie), "verslag")


def muurblad(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show the page for the wall of the buurtcentrum, to print."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return render(request, "zaal/papier/muurblad.html", muurbladcontext(request, sessie))


def muurblad_pdf(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Give the page for the wall as PDF."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return _van_verslag(request, sessie, lambda: muurblad_opdracht(request, sessie), "muurblad")


def _van_verslag(request: HttpRequest, sessie: Sessie, build: Callable[[], Order], naam: str) -> HttpResponse:
    terug = reverse("zaal_verslag", args=[sessie.wijk.slug, sessie.sleutel]), "Terug naar het verslag"
    bestand = f"{naam}-{sessie.wijk.slug}-{sessie.datum:%Y-%m-%d}.pdf"
    return document_response(request, build, naam=bestand, terug=terug)
