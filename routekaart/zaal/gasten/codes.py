# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes that people read from a wall and type on a phone, and the address that they type them at."""

import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

# No vowels (no words), and nothing that looks like something else: 0/O/Q, 1/I/L, 2/Z, 5/S, 8/B, 6/G, U/V.
LETTERS = "CDFHJKMNPRTVWXY34679"
LENGTE = 6


def nieuwe_code() -> str:
    """Draw a code: one in 64 million."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTE))


def lees_code(getypt: str) -> str:
    """Return a typed code as it is stored: capitals, no spaces or dashes. Empty when it can't be one."""
    code = "".join(getypt.split()).replace("-", "").upper()
    return code if len(code) == LENGTE and set(code) <= set(LETTERS) else ""


def leesbaar(code: str) -> str:
    """Write a code in two halves, as it is said aloud."""
    return f"{code[:3]} {code[3:]}"


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


def toegangsadres(request: HttpRequest) -> str:
    """Return the address that people type, as short as it can be said."""
    return kort_adres(request, reverse("meedoen"))
