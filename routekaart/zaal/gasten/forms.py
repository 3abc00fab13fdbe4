# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms about guests. They validate, they don't write."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext

from actoren.models import Actor
from routekaart.zaal.models import Gast, Gastsoort
from wijkwijzer.text.clean import clean_text
from wijkwijzer.web.forms import NlForm, write_number

MAX_NAAM = 60


def moet_passen(tekst: str, grens: int) -> None:
    """Raise ValidationError, in the words of a phone, when a text is longer than it may be."""
    if len(tekst) > grens:
        te_lang = gettext(
            "Uw tekst is te lang: %(aantal)s tekens, maximaal %(grens)s. Maak hem korter. Uw tekst staat er nog."
        )
        raise forms.ValidationError(te_lang % {"aantal": write_number(len(tekst)), "grens": grens})


class MeedoenForm(forms.Form):
    """To whom a guest belongs, and a name if wanted."""

    wie = forms.ChoiceField()
    naam = forms.CharField(required=False)

    def __init__(self, *args: Any, partijen: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partijen = {str(p.sleutel): p for p in partijen}
        veld = self.fields["wie"]
        veld.choices = [  # type: ignore[attr-defined]
            (Gastsoort.BEWONER.value, gettext("Ik woon in de wijk")),
            *((sleutel, partij.naam) for sleutel, partij in self.partijen.items()),
            (Gastsoort.LIEVER_NIET.value, gettext("Dat zeg ik liever niet")),
        ]
        veld.error_messages = dict.fromkeys(("required", "invalid_choice"), gettext("Kies bij wie u hoort."))

    def clean_naam(self) -> str:
        """Return the name without tricks. Raises ValidationError when it is too long."""
        naam = clean_text(self.cleaned_data["naam"])
        if len(naam) > MAX_NAAM:
            te_lang = gettext("Deze naam is te lang: %(aantal)s tekens, maximaal %(grens)s.")
            raise forms.ValidationError(te_lang % {"aantal": write_number(len(naam)), "grens": MAX_NAAM})
        return naam

    def soort_en_partij(self) -> tuple[Gastsoort, Actor | None]:
        """Return what was chosen."""
        partij = self.partijen.get(self.cleaned_data["wie"])
        return (Gastsoort.PARTIJ, partij) if partij else (Gastsoort(self.cleaned_data["wie"]), None)


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
