# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of reisplan."""

from django.apps import AppConfig


class ReisplanConfig(AppConfig):
    """The travel plan as PDF."""

    name = "routekaart.reisplan"
    label = "reisplan"
    verbose_name = "Reisplan"
