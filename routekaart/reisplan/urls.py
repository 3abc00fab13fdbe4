# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of reisplan."""

from django.urls import path

from routekaart.reisplan import views

urlpatterns = [
    path("wijken/<slug:slug>/routekaart/reisplan.pdf", views.reisplan, name="reisplan"),
]
