# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""`manage.py makemessages`: bring the catalogues up to date with what guests can see."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.core.management.commands import makemessages

GUESTS = ("routekaart/zaal", "templates/zaal")  # members read Dutch: what is marked elsewhere is not translated


class Command(makemessages.Command):
    """Django's own command, for the texts of guests and for every language but the source.

    It guesses nothing: a new text is left open, so that nobody takes a guess for a translation.
    """

    help = "Bring locale/ up to date with the texts that guests see. Afterwards: translate, and compilemessages."
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what Django's command takes, with our defaults."""
        super().add_arguments(parser)
        talen = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
        parser.set_defaults(locale=talen, add_location="file", no_obsolete=True)

    def find_files(self, root: str) -> list[Any]:
        """Return the files of guests below a folder, in a fixed order."""
        gevonden: list[Any] = []
        for deel in GUESTS:
            gevonden += super().find_files(str(Path(root) / deel))
        return sorted(gevonden)
