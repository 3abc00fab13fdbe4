# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of a perron. They validate, they don't write."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actoren.models import Actor
from routekaart.models import Zeggenschap
from routekaart.models.bijdrage import MAX_TEKST
from routekaart.perron.nogopen import OpenPunt
from wijkwijzer.web.forms import LongTextField, NlForm

MAX_REDEN = 1000


class BijdrageForm(NlForm):
    """A contribution: for which party, and what it says."""

    partij = forms.ModelChoiceField(
        label="Namens welke partij?",
        queryset=Actor.objects.none(),
        to_field_name="sleutel",
        empty_label="Kies een partij",
    )
    tekst = LongTextField(label="Wat draagt u bij?", max_length=MAX_TEKST, rows=4)

    def __init__(self, *args: Any, partijen: QuerySet[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = cast("forms.ModelChoiceField[Actor]", self.fields["partij"])
        keuze.queryset = partijen
        if len(partijen) == 1:
            keuze.empty_label = None


class WijzigForm(NlForm):
    """Another text for a contribution; `versie` tells which text the writer saw."""

    # The form comes in the place of the text: the focus goes where one types.
    tekst = LongTextField(
        label="Tekst van de bijdrage",
        max_length=MAX_TEKST,
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class VersieForm(forms.Form):
    """A step without a text, on the version that the user saw."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class SluitForm(NlForm):
    """The reason for closing a row."""

    reden = forms.CharField(
        label="Waarom sluit u dit?",
        max_length=300,
        help_text="Het verdwijnt niet: wie erop voortbouwde, kan het nog lezen.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class AntwoordForm(NlForm):
    """The answer that the coalition agrees on; with points still open it asks why they agree all the same."""

    tekst = LongTextField(
        label="Ons gezamenlijke antwoord",
        max_length=MAX_TEKST,
        rows=6,
        help_text="Schrijf op wat u samen hebt afgesproken. Het eerdere antwoord blijft in de geschiedenis staan.",
    )
    zeggenschap = forms.ChoiceField(
        label="Wat was het deel van bewoners in dit antwoord?",
        choices=[("", "Nog niet gezegd"), *Zeggenschap.choices],
        required=False,
    )
    ondanks = forms.CharField(
        label="Waarom stelt u toch vast?",
        max_length=300,
        help_text="De reden staat bij het antwoord en gaat mee naar het reisplan.",
        error_messages={"required": "Er is nog iets open. Schrijf op waarom u toch vaststelt."},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, open_punten: Sequence[OpenPunt], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open_punten = open_punten
        if not open_punten:
            del self.fields["ondanks"]


class HeropenForm(NlForm):
    """The reason for opening an agreed answer again."""

    reden = LongTextField(
        label="Waarom heropent u dit perron?",
        max_length=MAX_REDEN,
        rows=3,
        help_text="De reden komt in de geschiedenis te staan. Het antwoord blijft zichtbaar.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)
