# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bring a new or existing data folder to where the application can start. Safe to run again."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from routekaart.voorbeelden.laden import laad_alles, maak_demo_accounts
from wijken.models import Wijk
from wijkwijzer.server.sqlite_pool.filling import first_filling


class Command(BaseCommand):
    """Migrate; fill an empty database with the three wijken; in demo mode make the example accounts and meeting."""

    help = "Maak de database klaar: tabellen, de drie wijken als er nog geen is, en de demo-accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run. What was entered before stays."""
        with first_filling():
            self._vul()

    def _vul(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        if not Wijk.objects.exists():
            for wijk in laad_alles():
                self.stdout.write(f"Ingelezen: {wijk.naam}")
            if settings.DEMO:
                call_command("voorbeeldbijeenkomst", stdout=self.stdout)
        if settings.DEMO:
            maak_demo_accounts(settings.DEMO_WACHTWOORD)
