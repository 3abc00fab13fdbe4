# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in with an e-mail address, whatever its case."""

from typing import Any

from django import forms
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest

from wijkwijzer.accounts.models import Gebruiker, normal_address
from wijkwijzer.web.forms import NlFormMixin
from wijkwijzer.web.prefetch import once


class InlogForm(NlFormMixin, AuthenticationForm):
    """Django's login form, in our words."""

    error_messages = {
        "invalid_login": "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.",
        "inactive": "Met dit account kunt u niet meer inloggen. Vraag het de wijkregisseur.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mailadres"
        self.fields["username"].widget = forms.EmailInput(
            attrs={**self.fields["username"].widget.attrs, "autocomplete": "username"}
        )
        self.fields["password"].label = "Wachtwoord"


class KleineLettersBackend(ModelBackend):
    """Django's own backend, with the address brought to the form in which it is stored."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **rest: Any
    ) -> Gebruiker | None:
        """Return the user with this address and password, or None."""
        address = username if username is not None else rest.pop("email", None)
        return super().authenticate(request, username=normal_address(address or ""), password=password, **rest)

    def get_user(self, user_id: int) -> Gebruiker | None:
        """Return the user of a login while it may log in, or None; for many at once see wijkwijzer.web.prefetch."""
        gebruiker = once(("gebruiker", user_id), lambda: Gebruiker.objects.filter(pk=user_id).first())
        return gebruiker if gebruiker and self.user_can_authenticate(gebruiker) else None
