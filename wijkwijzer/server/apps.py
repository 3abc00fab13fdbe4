# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of server: it has commands, and no models."""

from django.apps import AppConfig


class ServerConfig(AppConfig):
    """How the application is started."""

    name = "wijkwijzer.server"
    label = "server"
    verbose_name = "Server"
