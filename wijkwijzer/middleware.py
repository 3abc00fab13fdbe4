# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Middleware: a missing login, and what a browser may keep."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control

from wijkwijzer.bewaard import bewaar
from wijkwijzer.htmx import naar_inloggen
from wijkwijzer.toegang import NietIngelogd


class AchterDeDeur:
    """Send who is not logged in to the login page; tell browsers not to keep what is behind the login."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the cache headers for who is logged in."""
        antwoord = self.get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(antwoord, private=True, no_store=True)
        return antwoord

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Turn NietIngelogd into a way to the login page; what was typed is kept for afterwards."""
        if not isinstance(fout, NietIngelogd):
            return None
        if request.method == "POST":
            bewaar(request)
        return naar_inloggen(request)
