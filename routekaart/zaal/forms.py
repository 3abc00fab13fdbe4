# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the room. They validate, they don't write."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from actoren.models import Actor
from routekaart.perrons import PERRONS
from routekaart.zaal.methoden.vondst import SOORTEN, GeenVondst, lees_vondst
from routekaart.zaal.models import MAX_KAART, MAX_VERVOLG, Gastsoort, Methode
from wijkwijzer.text.clean import clean_text
from wijkwijzer.web.forms import LongTextField, NlForm, write_number

MAX_NAAM, MAX_AANTAL, MAX_REGELS = 60, 999, 200
# "text · 4×", "text 4x", "text x4": how a table writes that it said something more often.
AANTAL = re.compile(r"^(?P<tekst>.*?)[\s·*–-]*(?:(?P<na>\d{1,4})\s?[x×]|\s[x×]\s?(?P<voor>\d{1,4}))$", re.IGNORECASE)
PERRONKEUZES = [("", "Geen perron"), *((p.nummer, f"Perron {p.nummer}: {p.korte_naam}") for p in PERRONS)]


def lees_regel(regel: str) -> tuple[str, int]:
    """Return text and count of a line; the count is 1 when none is written."""
    tekst = clean_text(regel)
    gevonden = AANTAL.match(tekst)
    if not gevonden:
        return tekst, 1
    return gevonden["tekst"].strip(), int(gevonden["na"] or gevonden["voor"])


class NuForm(NlForm):
    """One question, to begin with at once."""

    vraag = forms.CharField(label="Wat is de vraag?", max_length=300)
    perron = forms.TypedChoiceField(
        label="Hoort de vraag bij een perron?", choices=PERRONKEUZES, coerce=int, empty_value=None, required=False
    )
    anoniem = forms.BooleanField(
        label="Kaarten zonder naam en partij (anoniem)",
        initial=True,
        required=False,
        help_text="Dit kunt u later niet meer veranderen.",
    )


class StapForm(forms.Form):
    """A step of the room, on the one that the facilitator saw."""

    gezien = forms.IntegerField(widget=forms.HiddenInput)


class SluitSessieForm(NlForm):
    """The end of a meeting."""

    reden = forms.CharField(
        label="Geen acties, want:",
        max_length=300,
        required=False,
        help_text="Een bijeenkomst eindigt met acties, of met de reden waarom die er niet zijn.",
    )
    vervolg = forms.CharField(
        label="Wanneer ziet u elkaar weer?",
        max_length=MAX_VERVOLG,
        required=False,
        help_text="Dit lezen de gasten op hun telefoon en in het buurtcentrum. Staat er al een bijeenkomst klaar? "
        "Dan tonen wij die datum.",
    )


class VraagForm(NlForm):
    """Another question for the programme."""

    vraag = forms.CharField(label="Wat is de vraag of de stelling?", max_length=300)
    vraag_en = forms.CharField(label="De vraag in het Engels", max_length=300, required=False)
    methode = forms.ChoiceField(label="Hoe werkt u eraan?", choices=Methode.choices)
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


class TafelForm(NlForm):
    """The hands of a table without phones."""

    wat = forms.ChoiceField(label="Waarvoor?")
    aantal = forms.IntegerField(label="Hoeveel handen?", min_value=1, max_value=MAX_AANTAL)

    def __init__(self, *args: Any, keuzes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wat"].choices = keuzes  # type: ignore[attr-defined]


class PapierForm(NlForm):
    """What stands on paper, or what people say: a card on each line, with how often."""

    regels = LongTextField(
        label="Kaarten van papier",
        rows=3,
        help_text="Elke regel is één kaart. Staat iets vaker op tafel? Zet het aantal erachter: “Meer groen · 4×”.",
    )
    # A new one at each look of the page: not something that changed for who is typing.
    sleutel = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-live-eigen-deel": True}))

    def __init__(self, *args: Any, methode: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.methode = methode
        if methode in SOORTEN:
            soorten = ", ".join(k.label for k in SOORTEN[methode])
            self.fields["regels"].help_text = f"Elke regel is één kaart: “naam · soort · plaats”. Soort: {soorten}."

    def clean_regels(self) -> list[tuple[str, int]]:
        """Return the texts with their counts. Raises ValidationError for a line that can't be a card."""
        gelezen = [lees_regel(r) for r in self.cleaned_data["regels"].splitlines() if clean_text(r)]
        if not gelezen:
            raise forms.ValidationError("Vul dit veld in.")
        if len(gelezen) > MAX_REGELS:
            raise forms.ValidationError(
                f"Dit zijn {write_number(len(gelezen))} regels; maximaal {MAX_REGELS} tegelijk."
            )
        for nr, (tekst, aantal) in enumerate(gelezen, start=1):
            if len(tekst) > MAX_KAART:
                raise forms.ValidationError(
                    f"Regel {nr} telt {write_number(len(tekst))} tekens; maximaal {MAX_KAART}. Maak hem korter."
                )
            if not tekst or not 1 <= aantal <= MAX_AANTAL:
                raise forms.ValidationError(f"Regel {nr} is geen kaart met een aantal van 1 tot en met {MAX_AANTAL}.")
            if self.methode in SOORTEN:
                try:
                    lees_vondst(tekst, self.methode)
                except GeenVondst as nee:
                    raise forms.ValidationError(f"Regel {nr}: {nee}") from nee
        return gelezen


class GroepForm(NlForm):
    """The name of a group, for the cards that were ticked."""

    naam = forms.CharField(label="Naam van de groep", max_length=60)

    def clean_naam(self) -> str:
        """Return the name without tricks. Raises ValidationError when nothing is left of it."""
        naam = clean_text(self.cleaned_data["naam"])
        if not naam:
            raise forms.ValidationError("Vul dit veld in.")
        return naam


class GastForm(forms.Form):
    """A form on a guest's phone: its messages are in the language of that phone."""

    def __init__(self, *args: Any, t: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.t = t


class MeedoenForm(GastForm):
    """To whom a guest belongs, and a name if wanted."""

    wie = forms.ChoiceField()
    naam = forms.CharField(required=False)

    def __init__(self, *args: Any, partijen: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partijen = {str(p.sleutel): p for p in partijen}
        veld = self.fields["wie"]
        veld.choices = [  # type: ignore[attr-defined]
            (Gastsoort.BEWONER.value, self.t["bewoner"]),
            *((sleutel, partij.naam) for sleutel, partij in self.partijen.items()),
            (Gastsoort.LIEVER_NIET.value, self.t["liever_niet"]),
        ]
        veld.error_messages = {"required": self.t["kies_wie"], "invalid_choice": self.t["kies_wie"]}

    def clean_naam(self) -> str:
        """Return the name without tricks. Raises ValidationError when it is too long."""
        naam = clean_text(self.cleaned_data["naam"])
        if len(naam) > MAX_NAAM:
            raise forms.ValidationError(self.t["naam_te_lang"].format(aantal=write_number(len(naam)), grens=MAX_NAAM))
        return naam

    def soort_en_partij(self) -> tuple[Gastsoort, Actor | None]:
        """Return what was chosen."""
        partij = self.partijen.get(self.cleaned_data["wie"])
        return (Gastsoort.PARTIJ, partij) if partij else (Gastsoort(self.cleaned_data["wie"]), None)


class KaartForm(GastForm):
    """A card. `ronde` says for which question it was written, `sleutel` makes it one card however often it is sent."""

    tekst = forms.CharField(required=False, strip=False)
    ronde = forms.UUIDField()
    sleutel = forms.UUIDField()

    def sleutels(self) -> Sequence[UUID]:
        """Return the keys of what this form hands in."""
        return [self.cleaned_data["sleutel"]]

    def clean_tekst(self) -> str:
        """Return the text without tricks. Raises ValidationError when there is nothing, or too much."""
        tekst = clean_text(self.cleaned_data["tekst"])
        if not tekst:
            raise forms.ValidationError(self.t["vul_in"])
        if len(tekst) > MAX_KAART:
            raise forms.ValidationError(self.t["te_lang"].format(aantal=write_number(len(tekst)), grens=MAX_KAART))
        return tekst
