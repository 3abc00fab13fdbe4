# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the journey as a whole. They validate, they don't write."""

from typing import Any, cast

from django import forms

from wijkwijzer.web.forms import NlForm


class OpvolgForm(NlForm):
    """The next journey: its name, and what it takes along."""

    naam = forms.CharField(label="Hoe heet de nieuwe reis?", max_length=120)
    mee = forms.MultipleChoiceField(
        label="Wat neemt u mee?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Wat u niet meeneemt, blijft in de eerdere routekaart staan. Die kunt u altijd lezen.",
    )

    def __init__(self, *args: Any, soorten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.MultipleChoiceField", self.fields["mee"]).choices = soorten
