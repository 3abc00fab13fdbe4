# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the debug toolbar is."""

from debug_toolbar.middleware import show_toolbar
from django.http import HttpRequest


def toon(request: HttpRequest) -> bool:
    """Tell whether this page gets the toolbar: a page that looks at itself has one, the gallery shows its own parts."""
    return show_toolbar(request) and "X-Live" not in request.headers and not request.path.startswith("/bouwdoos/")
