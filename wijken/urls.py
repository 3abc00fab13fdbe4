# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of wijken."""

from django.urls import path

from wijken import views

urlpatterns = [
    path("", views.begin, name="begin"),
    path("wijken/", views.wijken, name="wijken"),
    path("wijken/<slug:slug>/", views.wijk, name="wijk"),
    path("wijken/<slug:slug>/live/", views.live, name="live"),
    path("wijken/<slug:slug>/journaal/", views.journaal, name="journaal"),
]
