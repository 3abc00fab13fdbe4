# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a meeting, before and after it."""

from uuid import UUID

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from actoren.toegang import partijen_van
from routekaart.zaal.models import Sessie
from routekaart.zaal.papier.blad import Blad, naar_pdf
from routekaart.zaal.papier.muurblad import muurbladcontext
from routekaart.zaal.papier.opstellen import stel_draaiboek_op, stel_kaarten_op, stel_meedoenblad_op
from routekaart.zaal.papier.pdf import muurblad_html, muurblad_middelen, pdf_antwoord, verslag_html, verslag_middelen
from routekaart.zaal.papier.verslag import verslagcontext
from routekaart.zaal.toegang import sessie_of_404
from wijkwijzer.pdf.render import PdfBusy, PdfError
from wijkwijzer.web.login_required import logged_in


def verslag(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show the report of a meeting."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    eigen = set(partijen_van(logged_in(request), sessie.wijk).values_list("pk", flat=True))
    return render(request, "zaal/papier/verslag.html", verslagcontext(sessie) | {"eigen": eigen})


GEDULD = 5.0  # seconds to wait for the render of somebody else


def draaiboek(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make the draaiboek."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    return _druk(request, sessie, stel_draaiboek_op(request, sessie), "draaiboek")


def kaarten(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make the blank cards; a page says so when no question has cards."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    blad = stel_kaarten_op(sessie)
    if not blad.vragen:
        melding = "In dit programma staat geen vraag met kaarten. Voeg er eerst een toe."
        return render(
            request, "zaal/papier/drukwerk_mislukt.html", {"sessie": sessie, "wijk": sessie.wijk, "melding": melding}
        )
    return _druk(request, sessie, blad, "kaarten")


def meedoen(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make the QR sheet."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen", wacht=True)
    return _druk(request, sessie, stel_meedoenblad_op(request, sessie), "meedoen")


def _druk(request: HttpRequest, sessie: Sessie, blad: Blad, naam: str) -> HttpResponse:
    """Answer with the PDF. When it can't be made now, a page says so and when to try again."""
    if not connection.in_atomic_block:
        connection.close()  # rendering takes a second: don't keep a connection from others
    try:
        pdf = naar_pdf(blad, folder=settings.DATA_DIR, patience=GEDULD)
    except PdfError as fout:
        context = {"sessie": sessie, "wijk": sessie.wijk, "melding": fout.sentence, "opnieuw": request.path}
        antwoord = render(request, "zaal/papier/drukwerk_mislukt.html", context, status=503)
        antwoord["Retry-After"] = str(fout.retry_after if isinstance(fout, PdfBusy) else 60)
        return antwoord
    bestand = f"{naam}-{sessie.wijk.slug}-{sessie.datum:%Y%m%d}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{bestand}"'}
    )


def verslag_pdf(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make the PDF of the report."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return pdf_antwoord(request, sessie, verslag_html(sessie), verslag_middelen(), "verslag")


def muurblad(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show the page for the wall of the buurtcentrum, to print."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return render(request, "zaal/papier/muurblad.html", muurbladcontext(request, sessie))


def muurblad_pdf(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make the PDF of the page for the wall."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    html, middelen = muurblad_html(request, sessie), muurblad_middelen(request, sessie)
    return pdf_antwoord(request, sessie, html, middelen, "muurblad")
