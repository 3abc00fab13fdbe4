# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mechanics of access: who is asking, and what happens when nobody is logged in."""

from typing import Any

from django.http import HttpRequest


class NietIngelogd(Exception):
    """The page needs a login and there is none. The middleware turns it into a way to the login page."""


def ingelogd(request: HttpRequest) -> Any:
    """Return the user of this request. Raises NietIngelogd when nobody is logged in."""
    if not request.user.is_authenticated:
        raise NietIngelogd
    return request.user
