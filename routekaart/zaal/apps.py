# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of zaal."""

from django.apps import AppConfig


class ZaalConfig(AppConfig):
    """The room."""

    name = "routekaart.zaal"
    label = "zaal"
    verbose_name = "Zaal"
