# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wall: what the projector shows."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from routekaart.zaal.scherm import schermcontext
from routekaart.zaal.toegang import sessie_of_404


def scherm(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Show where the room is, with the code always in sight."""
    sessie = sessie_of_404(request, slug, sleutel, recht="lezen")
    return render(request, "zaal/scherm.html", schermcontext(request, sessie))
