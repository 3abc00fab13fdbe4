# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of letting a guest in again. It validates, it doesn't write."""

from collections.abc import Mapping
from typing import Any

from django import forms

from routekaart.zaal.models import Gast
from wijkwijzer.web.forms import NlForm


class TerugForm(NlForm):
    """Which phone was lost."""

    gast = forms.ChoiceField(label="Welke telefoon is kwijt?")

    def __init__(self, *args: Any, gasten: Mapping[str, tuple[Gast, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gasten = gasten
        keuzes = [("", "Kies"), *((s, woorden) for s, (_, woorden) in gasten.items())]
        self.fields["gast"].choices = keuzes  # type: ignore[attr-defined]

    def clean_gast(self) -> Gast:
        """Return the guest."""
        return self.gasten[self.cleaned_data["gast"]][0]
