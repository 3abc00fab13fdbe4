# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of actoren."""

from django.apps import AppConfig


class ActorenConfig(AppConfig):
    """Parties, and who speaks for them."""

    name = "actoren"
    verbose_name = "Actoren"
