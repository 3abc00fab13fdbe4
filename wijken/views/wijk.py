# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wijken of a member, and one wijk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijken.models import Rol
from wijken.toegang import eigen_wijken, rol_in, wijk_of_404
from wijkwijzer.register import panelen
from wijkwijzer.toegang import ingelogd


def begin(request: HttpRequest) -> HttpResponse:
    """Show what Wijkwijzer is, to everybody."""
    return render(request, "wijken/begin.html")


def wijken(request: HttpRequest) -> HttpResponse:
    """List the wijken of which the user is a member."""
    gebruiker = ingelogd(request)
    rijen = [{"wijk": wijk, "rol": rol_in(gebruiker, wijk)} for wijk in eigen_wijken(gebruiker)]
    return render(request, "wijken/wijken.html", {"rijen": rijen})


def wijk(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a wijk: what is there already, and where its journey stands."""
    wijk = wijk_of_404(request, slug)
    rol = rol_in(ingelogd(request), wijk) or Rol.LEZER
    context = {"wijk": wijk, "rol": rol.label, "panelen": panelen(wijk, request.user)}
    return render(request, "wijken/wijk.html", context)
