# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the gallery."""

from django.urls import path

from ontwikkeling import views

urlpatterns = [
    path("bouwdoos/", views.bouwdoos, name="bouwdoos"),
    path("bouwdoos/telefoon/<slug:naam>/", views.telefoon, name="bouwdoos_telefoon"),
    path("bouwdoos/scherm/<slug:naam>/", views.scherm, name="bouwdoos_scherm"),
    path("bouwdoos/documenten/<slug:naam>/", views.document, name="bouwdoos_document"),
    path("bouwdoos/documenten/<slug:naam>/middelen/<str:bestand>", views.middel, name="bouwdoos_middel"),
]
