# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bring a new or existing data folder to where the application can start. Safe to run again."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from routekaart.voorbeelden.laden import laad_alles, maak_demo_accounts
from routekaart.voorbeelden.scenarios import SCENARIOS, GeenScenario, laad_scenario, moet_demo_zijn
from wijken.models import Wijk
from wijkwijzer.server.sqlite_pool.filling import first_filling


class Command(BaseCommand):
    """Migrate; fill an empty database with the three wijken; in demo mode make the example accounts and meeting."""

    help = "Maak de database klaar: tabellen, de drie wijken als er nog geen is, en de demo-accounts."

    def add_arguments(self, parser: CommandParser) -> None:
        """A situation in place of the three wijken, for who develops or shows."""
        parser.add_argument("--scenario", choices=sorted(SCENARIOS), help="vul een lege demo met deze situatie")

    def handle(self, *args: Any, scenario: str | None = None, **options: Any) -> None:
        """Run. What was entered before stays. Raises CommandError for a scenario where there is anything already."""
        with first_filling():
            self._vul(scenario)

    def _vul(self, scenario: str | None) -> None:
        if scenario:
            self._laad(scenario)
        call_command("migrate", interactive=False, verbosity=0)
        if not Wijk.objects.exists():
            for wijk in laad_alles():
                self.stdout.write(f"Ingelezen: {wijk.naam}")
            if settings.DEMO:
                call_command("voorbeeldbijeenkomst", stdout=self.stdout)
        if settings.DEMO:
            maak_demo_accounts(settings.DEMO_WACHTWOORD)

    def _laad(self, scenario: str) -> None:
        try:
            moet_demo_zijn()
            call_command("migrate", interactive=False, verbosity=0)
            wijk = laad_scenario(scenario)
        except GeenScenario as nee:
            raise CommandError(str(nee)) from nee
        self.stdout.write(f"Scenario {scenario} staat klaar in de wijk {wijk.naam}.")
