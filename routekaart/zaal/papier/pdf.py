# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report and the page for the wall as PDF, by the road of the travel plan: tagged, and in a bounded child."""

from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import override

from routekaart.zaal.models import Sessie
from routekaart.zaal.papier.muurblad import adres_van, muurbladcontext
from routekaart.zaal.papier.verslag import verslagcontext
from wijken.wijziging import vast_beeld
from wijkwijzer.pdf.render import ROOT, PdfBusy, PdfError, make_pdf
from wijkwijzer.web.qr import qr_svg

STIJL = ROOT / "static" / "css" / "zaalpdf.css"


GEDULD = 5.0  # seconds to wait for the render of somebody else


def _html(sjabloon: str, context: dict[str, Any]) -> str:
    with override("nl"):
        return render_to_string(sjabloon, context)


def verslag_html(sessie: Sessie) -> str:
    """Return the report as it is at one moment."""
    with vast_beeld(sessie.wijk):
        return _html("zaal/papier/pdf/verslag.html", verslagcontext(sessie))


def muurblad_html(request: HttpRequest, sessie: Sessie) -> str:
    """Return the page for the wall as it is at one moment."""
    with vast_beeld(sessie.wijk):
        return _html("zaal/papier/pdf/muurblad.html", muurbladcontext(request, sessie))


def verslag_middelen() -> dict[str, bytes]:
    """Return what the report needs beside its text."""
    return {"stijl.css": STIJL.read_bytes()}


def muurblad_middelen(request: HttpRequest, sessie: Sessie) -> dict[str, bytes]:
    """Return what the page for the wall needs beside its text."""
    return {**verslag_middelen(), "qr.svg": qr_svg(adres_van(request, sessie))}


def pdf_antwoord(
    request: HttpRequest, sessie: Sessie, html: str, middelen: dict[str, bytes], naam: str
) -> HttpResponse:
    """Answer with the PDF. When it can't be made now, a page says so and when to try again."""
    if not connection.in_atomic_block:
        connection.close()  # rendering takes seconds: don't keep a connection from others
    try:
        pdf = make_pdf(html, assets=middelen, folder=settings.DATA_DIR, patience=GEDULD)
    except PdfError as fout:
        context = {"wijk": sessie.wijk, "sessie": sessie, "melding": fout.sentence, "adres": request.path}
        antwoord = render(request, "zaal/papier/pdf/mislukt.html", context, status=503)
        antwoord["Retry-After"] = str(fout.retry_after if isinstance(fout, PdfBusy) else 60)
        return antwoord
    kop = {"Content-Disposition": f'inline; filename="{naam}-{sessie.wijk.slug}-{sessie.datum:%Y-%m-%d}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=kop)
