# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging out."""

from typing import Any

from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse

from wijkwijzer.live.hub import hub


class Uitloggen(LogoutView):
    """End the login, and what other windows with this login follow."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Log out; the streams end at once in this process, and at their next heartbeat in another."""
        sleutel = request.session.session_key
        antwoord = super().post(request, *args, **kwargs)
        if sleutel:
            hub.sluit(sleutel)
        return antwoord
