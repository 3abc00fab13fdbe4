# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the travel plan of a wijk to a file."""

import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from routekaart.reisplan.document import naar_pdf
from routekaart.reisplan.opstellen import stel_op
from routekaart.toegang import huidige_routekaart
from wijken.models import Wijk
from wijkwijzer.pdf.render import PdfError


class Command(BaseCommand):
    """Render the PDF that the page offers, without a server."""

    help = "Maak het reisplan van een wijk als PDF."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which wijk, and where to write."""
        parser.add_argument("slug", help="bijvoorbeeld haarwijk")
        parser.add_argument("--uit", required=True, type=Path, metavar="BESTAND")

    def handle(self, *args: Any, slug: str, uit: Path, **options: Any) -> None:
        """Write the file as a whole or not at all. Raises CommandError with what to do."""
        if Wijk._meta.db_table not in connection.introspection.table_names():
            call_command("begin", stdout=self.stderr)  # a new data folder
        wijk = Wijk.objects.select_related("gemeente").filter(slug=slug).first()
        routekaart = huidige_routekaart(wijk) if wijk else None
        if routekaart is None:
            bekend = ", ".join(
                Wijk.objects.filter(routekaarten__isnull=False).distinct().values_list("slug", flat=True)
            )
            raise CommandError(f"Er is geen wijk met een routekaart die {slug} heet. Kies uit: {bekend or 'geen'}.")
        plan = stel_op(routekaart)
        try:
            pdf = naar_pdf(
                plan.rapport, plan.treinlijn_svg, plan.kaart_svg, plan.draad_svgs, folder=settings.DATA_DIR, patience=60
            )
            _schrijf(uit, pdf)
        except PdfError as fout:
            raise CommandError(fout.sentence) from fout
        except OSError as fout:
            raise CommandError(f"Kan {uit} niet schrijven: {fout.strerror}.") from fout
        self.stdout.write(f"{uit} ({len(pdf) // 1024} kB)")


def _schrijf(uit: Path, inhoud: bytes) -> None:
    """Replace the file in one step, so that a broken-off run leaves no half PDF."""
    greep, tijdelijk = tempfile.mkstemp(dir=uit.resolve().parent, prefix=f".{uit.name}.")
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(inhoud)
        Path(tijdelijk).chmod(0o644)
        Path(tijdelijk).replace(uit)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
