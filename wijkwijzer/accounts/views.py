# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in and out, with a line in the security log."""

from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse

from wijkwijzer.accounts.models import Gebruiker, normal_address
from wijkwijzer.live.hub import hub
from wijkwijzer.logs.security import report


class Inloggen(LoginView):
    """Django's login."""

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let in, and write down who."""
        report("ingelogd", account=form.get_user())
        return super().form_valid(form)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Refuse, and write down for which account: by its key, or without one. The address may be a typing mistake."""
        address = normal_address(form.data.get("username", ""))
        report("inloggen_mislukt", account=Gebruiker.objects.filter(email=address).first())
        return super().form_invalid(form)


class Uitloggen(LogoutView):
    """End the login, and what other windows with this login follow."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Log out; the streams end at once in this process, and at their next heartbeat in another."""
        key = request.session.session_key
        report("uitgelogd", account=request.user)
        response = super().post(request, *args, **kwargs)
        if key:
            hub.close(key)
        return response


def demo(request: HttpRequest) -> dict[str, Any]:
    """Give the login page the example accounts, in demo mode only; not when it may stand on the wall of a room."""
    if not settings.DEMO or settings.LAN_ADRES is not None:
        return {"demo": None}
    return {"demo": {"password": settings.DEMO_WACHTWOORD, "accounts": settings.DEMO_ACCOUNTS}}
