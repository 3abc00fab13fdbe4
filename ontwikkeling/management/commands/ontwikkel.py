# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serve the demo to who works on it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import uvicorn
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from wijkwijzer.server.companion import Companion

SOORTEN = ["*.html", "*.css", "*.js", "*.toml"]


def mappen() -> list[str]:
    """Return the folders of which a change restarts the server: our packages, templates, bundles; not their sources."""
    eigen = {Path(app.path) for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.BASE_DIR)}
    delen = {pad.relative_to(settings.BASE_DIR).parts[0] for pad in eigen} | {"wijkwijzer", "templates"}
    zichtbaar = {deel for deel in delen if not deel.startswith(".")}
    return sorted(str(settings.BASE_DIR / deel) for deel in zichtbaar | {"static/bundels", "static/img"})


class Command(BaseCommand):
    """Run uvicorn, which starts anew at every change; beside it esbuild makes bundles and the worker documents."""

    help = "Start Wijkwijzer voor wie eraan werkt; een wijziging is meteen te zien."

    def add_arguments(self, parser: CommandParser) -> None:
        """The port."""
        parser.add_argument("--poort", type=int, default=8000)

    def handle(self, *args: Any, poort: int, **options: Any) -> None:
        """Serve until stopped."""
        bundels = [sys.executable, str(settings.BASE_DIR / "scripts" / "bundels.py"), "--watch"]
        self.stdout.write(f"Wijkwijzer draait op http://127.0.0.1:{poort}, de bouwdoos op /bouwdoos/")
        self.stdout.write(f"Voorbeeldaccounts met wachtwoord {settings.DEMO_WACHTWOORD}. Stoppen: Ctrl+C")
        self.stdout.flush()
        werker = Companion()
        with subprocess.Popen(bundels) as esbuild:  # noqa: S603 - a command of ours
            werker.start()
            try:
                uvicorn.run(
                    "wijkwijzer.asgi:application",
                    port=poort,
                    lifespan="off",
                    access_log=False,
                    reload=True,
                    reload_dirs=mappen(),
                    reload_includes=SOORTEN,
                    timeout_graceful_shutdown=1,  # a stream never ends by itself
                )
            finally:
                esbuild.terminate()
                werker.stop()
