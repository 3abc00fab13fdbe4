# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""See which tasks fell over, and try them again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wijkwijzer.server.handelingen import try_again


class Command(BaseCommand):
    """List what is in line and what fell over; with --opnieuw put the latter back in line."""

    help = "Laat zien welke taken wachten en welke mislukten. Met --opnieuw gaan de mislukte weer in de rij."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to try again."""
        parser.add_argument("--opnieuw", action="store_true")

    def handle(self, *args: Any, opnieuw: bool, **options: Any) -> None:
        """Print a line for each that fell over, and a closing line with counts."""
        rijen = DBTaskResult.objects
        for rij in rijen.failed().order_by("finished_at"):
            moment = timezone.localtime(rij.finished_at) if rij.finished_at else "?"
            self.stdout.write(f"{moment:%Y-%m-%d %H:%M}  {rij.task_path}  {rij.exception_class_path}")
        self.stdout.write(
            f"In de rij: {rijen.ready().count()}. Bezig: {rijen.running().count()}. Mislukt: {rijen.failed().count()}."
        )
        if opnieuw:
            self.stdout.write(f"Opnieuw in de rij: {try_again()}.")
