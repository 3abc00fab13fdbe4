# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in with an e-mail address, whatever its case."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from wijken.models import Gebruiker
from wijken.models.gebruiker import normaal_adres
from wijkwijzer.vooraf import eenmaal


class KleineLettersBackend(ModelBackend):
    """Django's own backend, with the address brought to the form in which it is stored."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **rest: Any
    ) -> Gebruiker | None:
        """Return the user with this address and password, or None."""
        adres = username if username is not None else rest.pop("email", None)
        return super().authenticate(request, username=normaal_adres(adres or ""), password=password, **rest)

    def get_user(self, user_id: int) -> Gebruiker | None:
        """Return the user of a login while it may log in, or None; for many at once see wijkwijzer.vooraf."""
        gebruiker = eenmaal(("gebruiker", user_id), lambda: Gebruiker.objects.filter(pk=user_id).first())
        return gebruiker if gebruiker and self.user_can_authenticate(gebruiker) else None
