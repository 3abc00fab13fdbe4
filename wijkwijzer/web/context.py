# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every template gets."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def demo(request: HttpRequest) -> dict[str, Any]:
    """Give the login page the example accounts, in demo mode only; not when it may stand on the wall of a room."""
    if not settings.DEMO or settings.LAN_ADRES is not None:
        return {"demo": None}
    return {"demo": {"password": settings.DEMO_WACHTWOORD, "accounts": settings.DEMO_ACCOUNTS}}
