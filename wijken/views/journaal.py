# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened in a wijk."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijken.journaal import Journaal
from wijken.toegang import wijk_of_404
from wijkwijzer.register import zin
from wijkwijzer.toegang import ingelogd

PER_BLAD = 50


def journaal(request: HttpRequest, slug: str) -> HttpResponse:
    """List the changes in a wijk as sentences, newest first, a page at a time."""
    wijk = wijk_of_404(request, slug)
    regels = Journaal.voor(ingelogd(request), wijk).order_by("-versie")
    blad = Paginator(regels, PER_BLAD).get_page(request.GET.get("blad"))
    zinnen = [{"moment": regel.moment, "zin": zin(regel), "namens": regel.namens_naam} for regel in blad]
    return render(request, "wijken/journaal.html", {"wijk": wijk, "blad": blad, "zinnen": zinnen})
