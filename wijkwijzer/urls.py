# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""All addresses of the application."""

from django.urls import include, path

from wijkwijzer.web import error_pages

urlpatterns = [
    path("", include("wijkwijzer.accounts.urls")),
    path("", include("wijken.urls")),
    path("", include("routekaart.urls")),
    path("", include("routekaart.reisplan.urls")),
    path("", include("routekaart.zaal.urls")),
]

handler403 = error_pages.forbidden
handler404 = error_pages.not_found
handler500 = error_pages.server_error
