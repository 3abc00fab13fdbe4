# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer to a phone whose card or vote is stored."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from routekaart.zaal.gasten.toegang import Gastplek


def ontvangen(request: HttpRequest, plek: Gastplek, sleutel: UUID) -> HttpResponse:
    """Say that it is stored: to a script by its key, so that the phone forgets it only then."""
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse({"sleutel": str(sleutel)})
    return redirect("telefoon", code=plek.sessie.code)
