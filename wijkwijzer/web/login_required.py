# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is asking; what happens when nobody is logged in, and what a browser may keep of what is behind the login."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control

from wijkwijzer.web.htmx import to_login
from wijkwijzer.web.kept_input import keep


class NotLoggedIn(Exception):
    """The page needs a login and there is none. The middleware turns it into a way to the login page."""


def logged_in(request: HttpRequest) -> Any:
    """Return the user of this request. Raises NotLoggedIn when nobody is logged in."""
    if not request.user.is_authenticated:
        raise NotLoggedIn
    return request.user


class BehindLogin:
    """Send who is not logged in to the login page; tell browsers not to keep what is behind the login."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the cache headers for who is logged in."""
        response = self.get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn NotLoggedIn into a way to the login page; what was typed is kept for afterwards."""
        if not isinstance(error, NotLoggedIn):
            return None
        if request.method == "POST":
            keep(request)
        return to_login(request)
