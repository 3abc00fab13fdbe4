# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who can log in."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from wijkwijzer.rows import Domeinrij


def normal_address(email: str) -> str:
    """Return an e-mail address as it is stored: without spaces around it and in lower case."""
    return email.strip().lower()


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes users; the address is lower-cased here and held so by the database."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Gebruiker":
        """Create a user. Without a password nobody can log in with it. Raises ValueError without an address."""
        if not email.strip():
            raise ValueError("An e-mail address is needed.")
        gebruiker = self.model(email=normal_address(email), **fields)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Gebruiker":
        """Create the first administrator of an installation (for `manage.py createsuperuser`)."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        """Find by e-mail address, whatever its case. Used by the login backend."""
        return self.get(email=normal_address(username or ""))


class Gebruiker(Domeinrij, AbstractBaseUser, PermissionsMixin):
    """A person with an account. The e-mail address, in lower case, is the login; nothing else is kept."""

    email = models.EmailField("e-mailadres", unique=True)
    is_active = models.BooleanField("kan inloggen", default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = GebruikerManager()

    class Meta:
        verbose_name = "gebruiker"
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="gebruiker_email_kleine_letters"),
        ]

    def __str__(self) -> str:
        return self.email
