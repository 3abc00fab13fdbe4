# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of wijken. They validate, they don't write."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm

from wijkwijzer.formulieren import NlFormMixin


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
