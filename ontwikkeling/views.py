# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the gallery."""

from mimetypes import guess_type
from typing import Any

from debug_toolbar.middleware import show_toolbar
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override

from ontwikkeling.bouwdoos import schermen, telefoons, vakken
from ontwikkeling.documenten import DOCUMENTEN, Documentvoorbeeld

MET_STIJL: dict[str, Any] = settings.SECURE_CSP | {
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE]
}  # a document carries its own


def bouwdoos(request: HttpRequest) -> HttpResponse:
    """Show the parts of the pages of members, and lead to the rest."""
    namen = {"telefoons": telefoons(), "schermen": schermen(), "documenten": DOCUMENTEN}
    return render(request, "ontwikkeling/bouwdoos.html", {"vakken": vakken(), **namen})


def telefoon(request: HttpRequest, naam: str) -> HttpResponse:
    """Show a phone in one state."""
    if naam not in telefoons():
        raise Http404
    return render(request, "zaal/schermen/telefoon.html", telefoons()[naam])


def scherm(request: HttpRequest, naam: str) -> HttpResponse:
    """Show the wall in one state."""
    if naam not in schermen():
        raise Http404
    return render(request, "ontwikkeling/scherm.html", schermen()[naam])


def _document(request: HttpRequest, naam: str) -> Documentvoorbeeld:
    if naam not in DOCUMENTEN:
        raise Http404
    return DOCUMENTEN[naam](request)


@csp_override(MET_STIJL)
def document(request: HttpRequest, naam: str) -> HttpResponse:
    """Show a document as its PDF is made of it; what stands beside its text comes from the next view."""
    return HttpResponse(_document(request, naam).html.replace('"asset:', '"middelen/'))


def middel(request: HttpRequest, naam: str, bestand: str) -> HttpResponse:
    """Give a picture or a style sheet of a document."""
    inhoud = _document(request, naam).middelen.get(bestand)
    if inhoud is None:
        raise Http404
    return HttpResponse(inhoud, content_type=guess_type(bestand)[0])


def toont_werkbalk(request: HttpRequest) -> bool:
    """Tell whether this page gets the toolbar: a page that looks at itself has one, the gallery shows its own parts."""
    return show_toolbar(request) and "X-Live" not in request.headers and not request.path.startswith("/bouwdoos/")
