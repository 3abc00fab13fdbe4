# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serve the application on one address."""

import sys
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkwijzer.omgeving import is_eigen_machine

WISSEL = 0.001  # seconds that one thread of Python may keep the others waiting
GEDULD_BIJ_STOP = 2  # seconds for pages under way; a stream ends by itself never, and would be waited for


class Command(BaseCommand):
    """Run uvicorn; in demo mode on this machine's own address only."""

    help = "Start Wijkwijzer met uvicorn."

    def add_arguments(self, parser: CommandParser) -> None:
        """Address and port."""
        parser.add_argument("--adres", default="127.0.0.1")
        parser.add_argument("--poort", type=int, default=8000)

    def handle(self, *args: Any, adres: str, poort: int, **options: Any) -> None:
        """Print where to look, then serve until stopped. Raises CommandError for a demo that others could reach."""
        if settings.DEMO and not is_eigen_machine(adres):
            raise CommandError(
                f"De demo toont haar wachtwoord en start daarom alleen op 127.0.0.1, niet op {adres}. "
                "Zet WIJKWIJZER_DEMO uit voor een echte installatie."
            )
        gast = f"[{adres}]" if ":" in adres else adres
        self.stdout.write(f"Wijkwijzer draait op http://{gast}:{poort}")
        if settings.DEMO:
            self.stdout.write(f"Voorbeeldaccounts, wachtwoord {settings.DEMO_WACHTWOORD}")
            for account, wat in settings.DEMO_ACCOUNTS:
                self.stdout.write(f"  {account}  ({wat})")
        self.stdout.write("Stoppen: Ctrl+C")
        self.stdout.flush()
        # The event loop gives up its turn at every write; waiting 5 ms for it each time is what people would notice.
        sys.setswitchinterval(WISSEL)
        uvicorn.run(
            "wijkwijzer.asgi:application",
            host=adres,
            port=poort,
            lifespan="off",
            log_level="warning",
            timeout_graceful_shutdown=GEDULD_BIJ_STOP,
        )
