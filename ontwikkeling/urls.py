# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""All addresses of the application, and those of who works on it."""

from debug_toolbar.toolbar import debug_toolbar_urls
from django.urls import include, path

from wijkwijzer.urls import handler403, handler404, handler500
from wijkwijzer.urls import urlpatterns as gewoon

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *gewoon,
    path("", include("ontwikkeling.bouwdoos_urls")),
    path("__reload__/", include("django_browser_reload.urls")),
    *debug_toolbar_urls(),
]
