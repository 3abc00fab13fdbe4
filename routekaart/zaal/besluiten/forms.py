# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of deciding. They validate, they don't write."""

from collections.abc import Iterable
from typing import Any

from django import forms

from actoren.models import Actor
from routekaart.models import Zeggenschap
from routekaart.models.bijdrage import MAX_TEKST
from wijkwijzer.web.forms import LongTextField, NlForm


class BesluitForm(NlForm):
    """The answer of the room."""

    tekst = LongTextField(label="Wat besluit de zaal?", max_length=MAX_TEKST, rows=4)
    zeggenschap = forms.ChoiceField(
        label="Wat was het deel van bewoners in dit besluit?",
        choices=[("", "Nog niet gezegd"), *Zeggenschap.choices],
        required=False,
    )
    ondanks = forms.CharField(
        label="Is er bij het perron nog iets open? Waarom besluit u toch?", max_length=300, required=False
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def clean_versie(self) -> int:
        """Return the version that the writer saw; 0 when there is no perron."""
        return self.cleaned_data["versie"] or 0


class ActieForm(NlForm):
    """Who does what, by when."""

    actor = forms.ChoiceField(label="Welke partij doet dit?")
    wat = forms.CharField(label="Wat gaat zij doen?", max_length=300)
    wanneer = forms.DateField(label="Wanneer is het klaar?", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, partijen: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partijen = {str(p.sleutel): p for p in partijen}
        keuzes = [("", "Kies een partij"), *((s, p.naam) for s, p in self.partijen.items())]
        self.fields["actor"].choices = keuzes  # type: ignore[attr-defined]

    def clean_actor(self) -> Actor:
        """Return the party."""
        return self.partijen[self.cleaned_data["actor"]]
