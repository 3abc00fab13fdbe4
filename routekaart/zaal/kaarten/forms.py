# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of cards. They validate, they don't write."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext

from routekaart.zaal.gasten.forms import moet_passen
from routekaart.zaal.kaarten.inlevering import reekssleutels
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.methoden.vondst import GeenVondst
from routekaart.zaal.models import MAX_KAART, Ronde
from wijkwijzer.text.clean import clean_text
from wijkwijzer.web.forms import LongTextField, NlForm, write_number

MAX_AANTAL, MAX_REGELS = 999, 200
# "text · 4×", "text 4x", "text x4": how a table writes that it said something more often.
AANTAL = re.compile(r"^(?P<tekst>.*?)[\s·*–-]*(?:(?P<na>\d{1,4})\s?[x×]|\s[x×]\s?(?P<voor>\d{1,4}))$", re.IGNORECASE)


def lees_regel(regel: str) -> tuple[str, int]:
    """Return text and count of a line; the count is 1 when none is written."""
    tekst = clean_text(regel)
    gevonden = AANTAL.match(tekst)
    if not gevonden:
        return tekst, 1
    return gevonden["tekst"].strip(), int(gevonden["na"] or gevonden["voor"])


class PapierForm(NlForm):
    """What stands on paper, or what people say: a card on each line, with how often."""

    regels = LongTextField(
        label="Kaarten van papier",
        rows=3,
        help_text="Elke regel is één kaart. Staat iets vaker op tafel? Zet het aantal erachter: “Meer groen · 4×”.",
    )
    # A new one at each look of the page: not something that changed for who is typing.
    sleutel = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-live-eigen-deel": True}))

    def __init__(self, *args: Any, ronde: Ronde, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.methode = methode_van(ronde)
        if self.methode.papierhulp:
            self.fields["regels"].help_text = self.methode.papierhulp

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
            try:
                self.methode.lees_papier(tekst)
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


class KaartForm(forms.Form):
    """A card. `ronde` says for which question it was written, `sleutel` makes it one card however often it is sent.

    `wat` says which form it is, to who takes it. `velden` is the partial with what is typed; the question is its label,
    or the partial has labels of its own.
    """

    wat = ""
    velden = "zaal/kaarten/telefoontekst.html"
    vraag_is_label = True

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
            raise forms.ValidationError(gettext("Schrijf eerst iets op."))
        moet_passen(tekst, MAX_KAART)
        return tekst


MAX_TAFEL = 20  # cards at once: more than a table writes in a round, and what its phone can show of its own


class TafelkaartForm(KaartForm):
    """The cards of a table. `regels` in the cleaned data are their texts, with how often each was said."""

    wat = "tafel"

    def __init__(self, *args: Any, woorden: int | None = None, **kwargs: Any) -> None:
        """Take how many words a card may have, where the method of the question has such a limit."""
        super().__init__(*args, **kwargs)
        self.woorden = woorden

    def clean_tekst(self) -> str:
        """Return the text as it was typed. Raises ValidationError for a line that can't be a card."""
        regels = [lees_regel(r) for r in self.cleaned_data["tekst"].splitlines() if clean_text(r)]
        if not regels:
            raise forms.ValidationError(gettext("Schrijf eerst iets op."))
        if len(regels) > MAX_TAFEL:
            te_veel = gettext(
                "Dit zijn %(aantal)s regels, maximaal %(grens)s tegelijk. Stuur de rest daarna. Uw tekst staat er nog."
            )
            raise forms.ValidationError(te_veel % {"aantal": write_number(len(regels)), "grens": MAX_TAFEL})
        for nr, (tekst, aantal) in enumerate(regels, start=1):
            self._keur(nr, tekst, aantal)
        self.cleaned_data["regels"] = regels
        return str(self.cleaned_data["tekst"])

    def _keur(self, nr: int, tekst: str, aantal: int) -> None:
        if not tekst or not 1 <= aantal <= MAX_AANTAL:
            fout = gettext(
                "Regel %(nr)s is geen tekst met een aantal van 1 tot en met %(grens)s. Uw tekst staat er nog."
            )
            raise forms.ValidationError(fout % {"nr": nr, "grens": MAX_AANTAL})
        if len(tekst) > MAX_KAART:
            fout = gettext(
                "Regel %(nr)s is te lang: %(aantal)s tekens, maximaal %(grens)s. Maak hem korter. Uw tekst staat er "
                "nog."
            )
            raise forms.ValidationError(fout % {"nr": nr, "aantal": write_number(len(tekst)), "grens": MAX_KAART})
        if self.woorden and len(tekst.split()) > self.woorden:
            fout = gettext("Regel %(nr)s: schrijf één of %(grens)s woorden. Uw tekst staat er nog.")
            raise forms.ValidationError(fout % {"nr": nr, "grens": self.woorden})

    def sleutels(self) -> Sequence[UUID]:
        """Return the keys of its cards."""
        return reekssleutels(self.cleaned_data["sleutel"], len(self.cleaned_data["regels"]))


class VertalingForm(NlForm):
    """What a card says in Dutch."""

    tekst = LongTextField(
        label="Wat staat er, in het Nederlands?",
        max_length=MAX_KAART,
        rows=3,
        required=False,
        help_text="De kaart blijft zoals zij is. Uw zin komt ernaast. Maak het veld leeg om hem weer weg te halen.",
    )

    def clean_tekst(self) -> str:
        """Return the text without tricks."""
        return clean_text(self.cleaned_data["tekst"])
