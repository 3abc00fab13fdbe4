# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the tasks that requests put in line."""

import os
import signal
import sys
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkwijzer.server.worker import Work


class Command(BaseCommand):
    """Run the worker until it is stopped. Of several, one works and the others stand by."""

    help = "Doe het werk dat niet in een paginaverzoek past: documenten maken en elke nacht opruimen."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether a server started it."""
        parser.add_argument(
            "--met-server", action="store_true", help="stop als de server die dit startte er niet meer is"
        )

    def handle(self, *args: Any, met_server: bool, **options: Any) -> None:
        """Work."""
        werk = Work()
        werk.listen_to_signals()
        if met_server:
            threading.Thread(target=_stop_with_server, name="server-weg", daemon=True).start()
        werk.run()


def _stop_with_server() -> None:
    """Wait until nobody holds the other end of our standard input, and then do as if we were told to stop."""
    while os.read(sys.stdin.fileno(), 1024):  # not by way of sys.stdin: Python aborts if that is being read at its end
        pass
    os.kill(os.getpid(), signal.SIGTERM)
