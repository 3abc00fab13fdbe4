# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who can log in."""

    name = "wijkwijzer.accounts"
    label = "accounts"
    verbose_name = "Accounts"
