# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of wijken."""

from django.apps import AppConfig

from wijkwijzer import registry


class WijkenConfig(AppConfig):
    """Place, access and journal."""

    name = "wijken"
    verbose_name = "Wijken"

    def ready(self) -> None:
        """Collect what the apps offer each other's pages."""
        registry.discover()
