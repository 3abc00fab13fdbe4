# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of accounts."""

from django.urls import path

from wijkwijzer.accounts.login import InlogForm
from wijkwijzer.accounts.views import Inloggen, Uitloggen

urlpatterns = [
    path(
        "inloggen/",
        Inloggen.as_view(authentication_form=InlogForm, redirect_authenticated_user=True),
        name="inloggen",
    ),
    path("uitloggen/", Uitloggen.as_view(), name="uitloggen"),
]
