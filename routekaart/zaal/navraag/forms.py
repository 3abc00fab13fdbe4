# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of asking who is not there. They validate, they don't write."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext

from actoren.models import Actor, Doelgroep
from routekaart.zaal.gasten.forms import moet_passen
from routekaart.zaal.gasten.ontbreekt import Ontbrekend
from routekaart.zaal.models import MAX_NAVRAAG, MAX_UITKOMST, NavraagUitkomst
from wijken.models import Rol
from wijkwijzer.text.clean import clean_text
from wijkwijzer.web.forms import LongTextField, NlForm


class NavraagForm(NlForm):
    """What to ask somebody who is not in the room."""

    aan = forms.ChoiceField(label="Wie ontbreekt?")
    tekst = forms.CharField(label="Wat wilt u hun vragen?", max_length=MAX_NAVRAAG)

    def __init__(self, *args: Any, ontbrekend: Ontbrekend, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ontbrekend = {str(w.sleutel): w for w in ontbrekend.wie}
        keuzes = [("", "Kies"), *((s, str(w)) for s, w in self.ontbrekend.items())]
        self.fields["aan"].choices = keuzes  # type: ignore[attr-defined]

    def clean_aan(self) -> Actor | Doelgroep:
        """Return who is asked."""
        return self.ontbrekend[self.cleaned_data["aan"]]

    def clean_tekst(self) -> str:
        """Return the text without tricks. Raises ValidationError when nothing is left."""
        tekst = clean_text(self.cleaned_data["tekst"])
        if not tekst:
            raise forms.ValidationError("Vul dit veld in.")
        return tekst


class GastNavraagForm(forms.Form):
    """The same on a phone, in its language."""

    aan = forms.ChoiceField()
    tekst = forms.CharField(required=False, strip=False)

    def __init__(self, *args: Any, ontbrekend: Ontbrekend, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ontbrekend = {str(w.sleutel): w for w in ontbrekend.wie}
        veld = self.fields["aan"]
        veld.choices = [(s, str(w)) for s, w in self.ontbrekend.items()]  # type: ignore[attr-defined]
        veld.error_messages = dict.fromkeys(("required", "invalid_choice"), gettext("Kies aan wie u dit vraagt."))

    def clean_aan(self) -> Actor | Doelgroep:
        """Return who is asked."""
        return self.ontbrekend[self.cleaned_data["aan"]]

    def clean_tekst(self) -> str:
        """Return the text without tricks. Raises ValidationError when there is nothing, or too much."""
        tekst = clean_text(self.cleaned_data["tekst"])
        if not tekst:
            raise forms.ValidationError(gettext("Schrijf eerst iets op."))
        moet_passen(tekst, MAX_NAVRAAG)
        return tekst


class VerdeelForm(NlForm):
    """Who asks it, before when."""

    wie = forms.ChoiceField(label="Wie vraagt dit?")
    voor = forms.DateField(label="Voor wanneer?", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, vragers: Mapping[str, Actor | Rol], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vragers = vragers
        namen = [(s, str(w) if isinstance(w, Actor) else f"De {w.label}") for s, w in vragers.items()]
        self.fields["wie"].choices = [("", "Kies"), *namen]  # type: ignore[attr-defined]

    def clean_wie(self) -> Actor | Rol:
        """Return who asks."""
        return self.vragers[self.cleaned_data["wie"]]


class AfrondForm(NlForm):
    """What came of it."""

    uitkomst = forms.ChoiceField(label="Hoe is het gegaan?")
    tekst = LongTextField(
        label="Wat was het antwoord, of waarom is het niet meer nodig?", max_length=MAX_UITKOMST, rows=3
    )

    def __init__(self, *args: Any, uitkomsten: Iterable[NavraagUitkomst], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uitkomst"].choices = [(u.value, u.label) for u in uitkomsten]  # type: ignore[attr-defined]

    def clean_uitkomst(self) -> NavraagUitkomst:
        """Return how it ended."""
        return NavraagUitkomst(self.cleaned_data["uitkomst"])
