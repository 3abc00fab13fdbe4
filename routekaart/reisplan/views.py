# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The travel plan to take along."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from routekaart.reisplan.opstellen import stel_op
from routekaart.reisplan.rapport import naar_pdf
from routekaart.toegang import routekaart_of_404
from wijkwijzer.pdf.render import PdfBusy, PdfError

GEDULD = 5.0  # seconds to wait for the render of somebody else


def reisplan(request: HttpRequest, slug: str) -> HttpResponse:
    """Make the PDF of the current journey. When it can't be made now, a page says so and when to try again."""
    kaart = routekaart_of_404(request, slug).routekaart
    plan = stel_op(kaart)
    if not connection.in_atomic_block:
        connection.close()  # rendering takes seconds: don't keep a connection from others
    try:
        pdf = naar_pdf(
            plan.rapport, plan.treinlijn_svg, plan.kaart_svg, plan.draad_svgs, folder=settings.DATA_DIR, patience=GEDULD
        )
    except PdfError as fout:
        antwoord = render(request, "reisplan/mislukt.html", {"wijk": kaart.wijk, "melding": fout.sentence}, status=503)
        antwoord["Retry-After"] = str(fout.retry_after if isinstance(fout, PdfBusy) else 60)
        return antwoord
    naam = f"reisplan-{slug}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{naam}"'}
    )
