# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of routekaart."""

from django.apps import AppConfig


class RoutekaartConfig(AppConfig):
    """The journey past nine perrons."""

    name = "routekaart"
    verbose_name = "Routekaart"
