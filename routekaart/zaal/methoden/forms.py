# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a phone hands in when it is not just a card. The forms validate, they don't write."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext

from routekaart.zaal.gasten.forms import moet_passen
from routekaart.zaal.gasten.teksten import SOORTEN
from routekaart.zaal.kaarten.forms import KaartForm
from routekaart.zaal.methoden.vondst import Gevonden, in_een_regel
from routekaart.zaal.models import MAX_VONDST
from wijkwijzer.text.clean import clean_text

MAX_SLOGAN, MAX_WOORDEN = 60, 2


class AssociatieForm(KaartForm):
    """One or two words."""

    def clean_tekst(self) -> str:
        """Return the words. Raises ValidationError when it is a sentence."""
        tekst = super().clean_tekst()
        if len(tekst.split()) > MAX_WOORDEN:
            raise forms.ValidationError(gettext("Schrijf één of twee woorden. Uw tekst staat er nog."))
        return tekst


class SloganForm(KaartForm):
    """A slogan, short enough to be voted on."""

    wat = "slogan"
    velden = "zaal/methoden/telefoonslogan.html"
    vraag_is_label = False

    def clean_tekst(self) -> str:
        """Return the slogan. Raises ValidationError when it is too long."""
        tekst = super().clean_tekst()
        moet_passen(tekst, MAX_SLOGAN)
        return tekst


class VondstForm(KaartForm):
    """A treasure or a party: name, kind, and the place if it has one. `tekst` becomes the line of its card."""

    velden = "zaal/methoden/telefoonvondst.html"
    vraag_is_label = False

    naam = forms.CharField(required=False)
    soort = forms.ChoiceField()
    plaats = forms.CharField(required=False)
    field_order = ("naam", "soort", "plaats")

    def __init__(self, *args: Any, soorten: type[models.TextChoices], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["tekst"]
        self.soorten = [(k.value, str(SOORTEN[k.value])) for k in soorten]
        self.fields["soort"] = forms.ChoiceField(
            choices=self.soorten,
            error_messages=dict.fromkeys(("required", "invalid_choice"), gettext("Kies wat voor soort het is.")),
        )

    def _kort(self, veld: str) -> str:
        tekst = clean_text(self.cleaned_data[veld])
        moet_passen(tekst, MAX_VONDST)
        return tekst

    def clean_naam(self) -> str:
        """Return the name. Raises ValidationError when there is none, or it is too long."""
        naam = self._kort("naam")
        if not naam:
            raise forms.ValidationError(gettext("Schrijf eerst een naam op."))
        return naam

    def clean_plaats(self) -> str:
        """Return the place. Raises ValidationError when it is too long."""
        return self._kort("plaats")

    def clean(self) -> dict[str, Any]:
        """Add the line of the card, and its parts."""
        d = super().clean() or self.cleaned_data
        if {"naam", "soort", "plaats"} <= d.keys():
            d["tekst"] = in_een_regel(d["naam"], dict(self.soorten)[d["soort"]], d["plaats"])
            d["vondst"] = Gevonden(d["naam"], d["soort"], d["plaats"])
        return d
