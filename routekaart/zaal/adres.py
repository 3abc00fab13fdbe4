# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where phones find the room: the address of this page, or that of the laptop on its own network."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def gastadres(request: HttpRequest, pad: str) -> str:
    """Return the whole address of a page for guests.

    The wall is looked at on the laptop itself, at an address that says nothing to a phone.
    """
    if not settings.LAN_ADRES:
        return request.build_absolute_uri(pad)
    return f"http://{settings.LAN_ADRES}:{request.get_port()}{pad}"


def kort_adres(request: HttpRequest, pad: str) -> str:
    """Return the same as people type it: no scheme, no slash at the end."""
    delen = urlsplit(gastadres(request, pad))
    return f"{delen.netloc}{delen.path}".rstrip("/")
