# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of wijken."""

from django.contrib.auth.views import LoginView
from django.urls import path

from wijken.forms import InlogForm
from wijken.views import account, journaal, live, wijk

urlpatterns = [
    path("", wijk.begin, name="begin"),
    path(
        "inloggen/",
        LoginView.as_view(authentication_form=InlogForm, redirect_authenticated_user=True),
        name="inloggen",
    ),
    path("uitloggen/", account.Uitloggen.as_view(), name="uitloggen"),
    path("wijken/", wijk.wijken, name="wijken"),
    path("wijken/<slug:slug>/", wijk.wijk, name="wijk"),
    path("wijken/<slug:slug>/live/", live.live, name="live"),
    path("wijken/<slug:slug>/journaal/", journaal.journaal, name="journaal"),
]
