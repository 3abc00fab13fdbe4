# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one way to answer with a document.

The page that gives a document builds what it is to be made from, and the worker makes it. Who asks waits a moment; what
takes longer is followed on a page of its own, at the same address. So whoever gets a document may read that page now.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from wijkwijzer.pdf.handelingen import request_document
from wijkwijzer.pdf.models import Document
from wijkwijzer.pdf.order import Order
from wijkwijzer.pdf.progress import Progress, State, has_file, look
from wijkwijzer.server.admission import pass_on_turn
from wijkwijzer.web.htmx import send_to, wants_part

PATIENCE = 2.0  # seconds in which most documents are there, so that nobody sees another page
BETWEEN = 0.1  # seconds between two looks meanwhile
FRESH = timedelta(minutes=10)  # that who followed a document gets the one that was asked for
RETRY_AFTER, LOOK_AGAIN = "60", "2"


def document_response(
    request: HttpRequest, build: Callable[[], Order], *, naam: str, terug: tuple[str, str]
) -> HttpResponse:
    """Answer with the document that `build` gives the order for, or with a page that says how far it is.

    The permission is the caller's: fetch first. A document reads the same for everybody who may read its address.
    `naam` is the name of the file, `terug` the way back: address and words. `build` runs in the request.
    """
    document = _followed(request)
    if document is None:
        door = request.user if request.user.is_authenticated else None
        document = _wait(request_document(order=build(), adres=request.path, door=door))
    stand = look(document)
    if stand.state is not State.MADE:
        return _tell(request, document, stand, terug)
    if wants_part(request):  # the page that follows it goes and gets it
        return send_to(request, _follow(request, document))
    with document.bestand.open() as bestand:
        inhoud = bytes(bestand.read())
    koppen = {"Content-Disposition": f'inline; filename="{naam}"'}
    return HttpResponse(inhoud, content_type="application/pdf", headers=koppen)


def unavailable(request: HttpRequest, melding: str, terug: tuple[str, str], *, status: int = 200) -> HttpResponse:
    """Say that there is no document, and why."""
    return render(request, "web/document.html", {"melding": melding, "terug": terug}, status=status)


def _followed(request: HttpRequest) -> Document | None:
    """Return the document that this browser asked for at this address some moments ago, whatever changed since."""
    try:
        sleutel = UUID(request.GET["document"])
    except (KeyError, ValueError):
        return None
    document = Document.objects.filter(sleutel=sleutel, adres=request.path).first()
    if document and document.gemaakt and (document.gemaakt < timezone.now() - FRESH or not has_file(document)):
        return None
    return document


def _wait(document: Document) -> Document:
    """Return the document as it is once it is over, or when patience is. Others get their turn meanwhile."""
    if connection.in_atomic_block:  # nobody else can see it before this has been committed
        return document
    pass_on_turn()
    einde = time.monotonic() + PATIENCE
    while look(document).state is State.BUSY and time.monotonic() < einde:
        connection.close()  # don't keep a connection from others
        time.sleep(BETWEEN)
        document = Document.objects.get(pk=document.pk)
    return document


def _tell(request: HttpRequest, document: Document, stand: Progress, terug: tuple[str, str]) -> HttpResponse:
    """Show how far it is: 202 when it is on its way, 503 when it is not going to come."""
    context = {"melding": stand.melding, "terug": terug, "opnieuw": request.path}
    if stand.state is State.FAILED:
        return _tell_failure(request, document, context)
    if wants_part(request) and request.GET.get("gezien") == stand.melding:
        return HttpResponse(status=204)  # nothing new to read aloud
    context["volg"] = _follow(request, document)
    naam = "web/document.html#stand" if wants_part(request) else "web/document.html"
    antwoord = render(request, naam, context, status=200 if wants_part(request) else 202)
    antwoord["Retry-After"] = LOOK_AGAIN
    return antwoord


def _follow(request: HttpRequest, document: Document) -> str:
    return f"{request.path}?document={document.sleutel}"


def _tell_failure(request: HttpRequest, document: Document, context: dict[str, Any]) -> HttpResponse:
    if wants_part(request):  # htmx leaves the page as it is for a 503
        return send_to(request, _follow(request, document))
    antwoord = render(request, "web/document.html", context, status=503)
    antwoord["Retry-After"] = RETRY_AFTER
    return antwoord
