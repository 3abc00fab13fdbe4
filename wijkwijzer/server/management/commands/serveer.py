# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serve the application on one address."""

import signal
import socket
import sys
from contextlib import suppress
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkwijzer.server.companion import Companion
from wijkwijzer.server.env import is_this_machine
from wijkwijzer.server.lan import NO_NETWORK, CannotListen, listen
from wijkwijzer.web.qr import qr_text

SWITCH = 0.001  # seconds that one thread of Python may keep the others waiting
STOP_PATIENCE = 2  # seconds for pages under way; a stream ends by itself never, and would be waited for


class Command(BaseCommand):
    """Run uvicorn; in demo mode on this machine's own address only, and the room on its network if asked (LAN)."""

    help = "Start Wijkwijzer met uvicorn."

    def add_arguments(self, parser: CommandParser) -> None:
        """Address and port, and whether the worker comes along."""
        parser.add_argument("--adres", default="127.0.0.1")
        parser.add_argument("--poort", type=int, default=8000)
        parser.add_argument(
            "--zonder-werker", action="store_true", help="de werker draait al elders (manage.py werker)"
        )

    def handle(self, *args: Any, adres: str, poort: int, zonder_werker: bool, **options: Any) -> None:
        """Print where to look, then serve until stopped. Raises CommandError for what can't or may not be served."""
        if settings.DEMO and not is_this_machine(adres):
            raise CommandError(
                f"De demo toont haar wachtwoord en start daarom alleen op 127.0.0.1, niet op {adres}. "
                "Zet WIJKWIJZER_DEMO uit voor een echte installatie."
            )
        sockets = self._listen(adres, poort)
        host = f"[{adres}]" if ":" in adres else adres
        self.stdout.write(f"Wijkwijzer draait op http://{host}:{poort}")
        if settings.DEMO:
            # In the room this window may be on the wall.
            where = "staat in README.md" if settings.LAN_ADRES else settings.DEMO_WACHTWOORD
            self.stdout.write(f"Voorbeeldaccounts, wachtwoord {where}")
            for account, role in settings.DEMO_ACCOUNTS:
                self.stdout.write(f"  {account}  ({role})")
        if settings.LAN_ADRES:
            self._show_room(f"http://{settings.LAN_ADRES}:{poort}/m/")
        self.stdout.write("Stoppen: Ctrl+C")
        self.stdout.flush()
        self._serve(sockets, with_worker=not zonder_werker)

    def _serve(self, sockets: list[socket.socket], *, with_worker: bool) -> None:
        """Serve until stopped, with the worker beside it."""
        # The event loop gives up its turn at every write; waiting 5 ms for it each time is what people would notice.
        sys.setswitchinterval(SWITCH)
        config = uvicorn.Config(
            "wijkwijzer.asgi:application",
            lifespan="off",
            log_level="warning",
            log_config=None,  # uvicorn's lines go where ours go, in the same form
            timeout_graceful_shutdown=STOP_PATIENCE,
        )
        server = uvicorn.Server(config)
        # Uvicorn raises the signal again when it is done; the worker is to be ended after that.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        worker = Companion(lambda: server.should_exit)
        if with_worker:
            worker.start()
        try:
            with suppress(KeyboardInterrupt):
                server.run(sockets=sockets)
        finally:
            if with_worker:
                worker.stop()

    def _listen(self, adres: str, poort: int) -> list[socket.socket]:
        """Listen here, and to the address for phones if that was asked."""
        if settings.LAN_ADRES is not None and not settings.DEMO:
            raise CommandError(
                "LAN is voor een laptop in de zaal en werkt alleen met make run. Op een server komen telefoons gewoon "
                "binnen op het adres van Wijkwijzer zelf, met https."
            )
        if settings.LAN_ADRES == "":
            raise CommandError(NO_NETWORK)
        try:
            return listen([adres, *([settings.LAN_ADRES] if settings.LAN_ADRES else [])], poort)
        except CannotListen as refused:
            raise CommandError(str(refused)) from refused

    def _show_room(self, adres: str) -> None:
        self.stdout.write(f"\nTelefoons op hetzelfde netwerk gaan naar {adres}")
        self.stdout.write("Daar is alleen de zaal te bereiken. Inloggen kan alleen op deze computer.")
        with suppress(UnicodeEncodeError):  # a terminal that knows no blocks has the address
            self.stdout.write(qr_text(adres))
