# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of server."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class ServerConfig(AppConfig):
    """How the application is started, and what it does beside answering."""

    name = "wijkwijzer.server"
    label = "server"
    verbose_name = "Server"

    def ready(self) -> None:
        """Gather errors elsewhere, if the installation asks for it. Without that nothing of it is even imported."""
        if settings.SENTRY_DSN:
            import_module("wijkwijzer.logs.errors").gather_errors(settings.SENTRY_DSN)
