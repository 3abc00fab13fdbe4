# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of wijken: the wijken of a member, one wijk, its journal, and following a page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from wijken.journaal_lezen import Journaal
from wijken.live import live_toegang, live_vooraf
from wijken.models import Rol, Wijk
from wijken.toegang import eigen_wijken, rol_in, wijk_of_404
from wijkwijzer.live.stream import with_stream
from wijkwijzer.registry import panels, sentence
from wijkwijzer.web.login_required import logged_in

PER_BLAD = 50


def journaal(request: HttpRequest, slug: str) -> HttpResponse:
    """List the changes in a wijk as sentences, newest first, a page at a time."""
    wijk = wijk_of_404(request, slug)
    regels = Journaal.voor(logged_in(request), wijk).order_by("-versie")
    blad = Paginator(regels, PER_BLAD).get_page(request.GET.get("blad"))
    zinnen = [{"moment": regel.moment, "zin": sentence(regel), "namens": regel.namens_naam} for regel in blad]
    return render(request, "wijken/journaal.html", {"wijk": wijk, "blad": blad, "zinnen": zinnen})


@with_stream(live_toegang, live_vooraf)
def live(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the version of the wijk: a page that shows an older one looks again."""
    toegang = live_toegang(request, slug)
    return JsonResponse({"v": Wijk.objects.values_list("versie", flat=True).get(pk=toegang.place.wijk)})


def begin(request: HttpRequest) -> HttpResponse:
    """Show what Wijkwijzer is, to everybody."""
    return render(request, "wijken/begin.html")


def wijken(request: HttpRequest) -> HttpResponse:
    """List the wijken of which the user is a member."""
    gebruiker = logged_in(request)
    rijen = [{"wijk": wijk, "rol": rol_in(gebruiker, wijk)} for wijk in eigen_wijken(gebruiker)]
    return render(request, "wijken/wijken.html", {"rijen": rijen})


def wijk(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a wijk: what is there already, and where its journey stands."""
    wijk = wijk_of_404(request, slug)
    rol = rol_in(logged_in(request), wijk) or Rol.LEZER
    context = {"wijk": wijk, "rol": rol.label, "panelen": panels(wijk, request.user)}
    return render(request, "wijken/wijk.html", context)
