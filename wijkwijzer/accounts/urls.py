# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of accounts."""

from django.contrib.auth.views import LoginView
from django.urls import path

from wijkwijzer.accounts.login import InlogForm
from wijkwijzer.accounts.views import Uitloggen

urlpatterns = [
    path(
        "inloggen/",
        LoginView.as_view(authentication_form=InlogForm, redirect_authenticated_user=True),
        name="inloggen",
    ),
    path("uitloggen/", Uitloggen.as_view(), name="uitloggen"),
]
