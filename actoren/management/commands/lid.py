# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Give someone a role in a wijk, with an account if there is none yet."""

import getpass
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from actoren.handelingen import laat_spreken_voor
from actoren.models import Deelname
from wijken.handelingen import geef_rol
from wijken.models import Rol, Wijk
from wijkwijzer.accounts.models import Gebruiker, normal_address


class Command(BaseCommand):
    """For administrators, until there are pages for it."""

    help = "Geef iemand een rol in een wijk. Een nieuw account krijgt een wachtwoord (gevraagd, of van stdin)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, where, as what, and for whom."""
        parser.add_argument("email")
        parser.add_argument("slug", help="bijvoorbeeld haarwijk")
        parser.add_argument("rol", choices=Rol.values)
        parser.add_argument("--partij", help="naam van de partij voor wie dit lid spreekt")

    def handle(self, *args: Any, email: str, slug: str, rol: str, partij: str | None, **options: Any) -> None:
        """Check everything first, then write. Raises CommandError with what to do."""
        wijk = Wijk.objects.filter(slug=slug).first()
        if wijk is None:
            raise CommandError(f"Er is geen wijk die {slug} heet.")
        deelname = self._deelname(wijk, partij) if partij else None
        gebruiker = Gebruiker.objects.filter(email=normal_address(email)).first() or self._nieuw(email)
        lid = geef_rol(wijk=wijk, gebruiker=gebruiker, rol=Rol(rol), door=None)
        if deelname:
            laat_spreken_voor(lidmaatschap=lid, deelname=deelname, door=None)
        self.stdout.write(f"{gebruiker} is nu {rol} in {wijk}.")

    def _deelname(self, wijk: Wijk, naam: str) -> Deelname:
        deelname = Deelname.objects.filter(wijk=wijk, actor__naam__iexact=naam).first()
        if deelname is None:
            namen = ", ".join(Deelname.objects.filter(wijk=wijk).values_list("actor__naam", flat=True))
            raise CommandError(f"{naam} doet niet mee in {wijk}. Kies uit: {namen or 'geen'}.")
        return deelname

    def _nieuw(self, email: str) -> Gebruiker:
        """Create an account; the password is never an argument, where other users of the machine could see it."""
        wachtwoord = getpass.getpass("Wachtwoord: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            validate_email(email)
        except ValidationError as fout:
            raise CommandError(f"{email} is geen e-mailadres.") from fout
        try:
            validate_password(wachtwoord)
        except ValidationError as fout:
            raise CommandError("Dit wachtwoord is te kort of te makkelijk te raden; neem minstens 12 tekens.") from fout
        return Gebruiker.objects.create_user(email, wachtwoord)
