# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the programme. They validate, they don't write."""

from django import forms

from routekaart.perrons import PERRONS
from routekaart.zaal.methoden.register import KEUZES
from wijkwijzer.web.forms import NlForm

PERRONKEUZES = [("", "Geen perron"), *((p.nummer, f"Perron {p.nummer}: {p.korte_naam}") for p in PERRONS)]


class StapForm(forms.Form):
    """A step of the room, on the one that the facilitator saw."""

    gezien = forms.IntegerField(widget=forms.HiddenInput)


class VraagForm(NlForm):
    """Another question for the programme."""

    vraag = forms.CharField(label="Wat is de vraag of de stelling?", max_length=300)
    vraag_en = forms.CharField(label="De vraag in het Engels", max_length=300, required=False)
    methode = forms.ChoiceField(label="Hoe werkt u eraan?", choices=KEUZES)
    perron = forms.TypedChoiceField(
        label="Hoort de vraag bij een perron?", choices=PERRONKEUZES, coerce=int, empty_value=None, required=False
    )
    minuten = forms.IntegerField(label="Hoeveel minuten?", initial=5, min_value=1, max_value=120)
    anoniem = forms.BooleanField(label="Kaarten zonder naam en partij (anoniem)", initial=True, required=False)
    keuring = forms.BooleanField(
        label="Ik lees kaarten eerst zelf",
        required=False,
        help_text="Een kaart komt pas op het scherm als u haar doorlaat. Dat staat ook op de telefoon.",
    )


class ProgrammavraagForm(VraagForm):
    """A question of the programme, with all that can be chosen about it before the room is at it."""

    verdekt = forms.BooleanField(label="Kaarten dicht tot het onthullen", initial=True, required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)
