# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""All addresses of the application."""

from django.urls import include, path

from wijkwijzer import fouten

urlpatterns = [
    path("", include("wijken.urls")),
    path("", include("routekaart.urls")),
    path("", include("routekaart.reisplan.urls")),
    path("", include("routekaart.zaal.urls")),
]

handler403 = fouten.verboden
handler404 = fouten.niet_gevonden
handler500 = fouten.fout
