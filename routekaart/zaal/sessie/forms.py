# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of a meeting as a whole. They validate, they don't write."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone

from actoren.models import Actor
from routekaart.models import Leervraag
from routekaart.perrons import PERRONS
from routekaart.zaal.models import MAX_VERVOLG, Sessiesoort
from routekaart.zaal.programma.forms import PERRONKEUZES
from routekaart.zaal.programma.sjablonen import PROGRAMMAS
from wijken.models import Gebied, Wijk
from wijkwijzer.web.forms import NlForm


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


SOORTKEUZES = [
    (soort.value, f"{soort.label.capitalize()}: {uitleg}")
    for soort, uitleg in (
        (Sessiesoort.STARTSESSIE, PROGRAMMAS[Sessiesoort.STARTSESSIE].uitleg),
        (Sessiesoort.VERDIEPING, "Dieper op één perron, met de vragen van dat perron."),
        (Sessiesoort.JAARSTART, PROGRAMMAS[Sessiesoort.JAARSTART].uitleg),
        (Sessiesoort.WEEKSTART, PROGRAMMAS[Sessiesoort.WEEKSTART].uitleg),
        (Sessiesoort.PLANNINGVRIJ, PROGRAMMAS[Sessiesoort.PLANNINGVRIJ].uitleg),
    )
] + [(Sessiesoort.VRAAG.value, f"Eigen programma: {PROGRAMMAS[Sessiesoort.VRAAG].uitleg}")]
VERDIEPINGKEUZES = [("", "Kies een perron"), *((p.nummer, f"Perron {p.nummer}: {p.korte_naam}") for p in PERRONS)]
GEEN_DATUM = "Dit is geen datum. Kies er een, of vul in als 31-12-2026."


class Partijkeuze(forms.MultipleChoiceField):
    """Parties to tick, by their sleutel; what comes out are the parties."""

    widget = forms.CheckboxSelectMultiple

    def bied(self, partijen: Iterable[Actor]) -> None:
        """Offer these parties."""
        self.partijen = {str(a.sleutel): a for a in partijen}
        self.choices = [(sleutel, a.naam) for sleutel, a in self.partijen.items()]

    def clean(self, value: Any) -> list[Actor]:
        """Return the parties that were ticked. Raises ValidationError for one that is not offered."""
        return [self.partijen[sleutel] for sleutel in super().clean(value)]


class WanneerForm(NlForm):
    """What a meeting is called, where and when it is."""

    titel = forms.CharField(label="Hoe heet de bijeenkomst?", max_length=120)
    plaats = forms.CharField(
        label="Waar is het?",
        max_length=120,
        required=False,
        help_text="Bij voorkeur een plek in de wijk zelf, zoals een buurtcentrum.",
    )
    datum = forms.DateField(
        label="Welke dag?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": GEEN_DATUM},
    )
    begintijd = forms.TimeField(
        label="Hoe laat?",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Dit is geen tijd. Vul in als 19:30."},
        help_text="Dan staan er kloktijden in het draaiboek.",
    )

    def clean_datum(self) -> date:
        """Return the day. Raises ValidationError for a day that is over."""
        dag: date = self.cleaned_data["datum"]
        if dag < timezone.localdate():
            raise forms.ValidationError("Deze dag is voorbij. Kies vandaag of later.")
        return dag


def _casusveld() -> "forms.ModelChoiceField[Gebied]":
    return forms.ModelChoiceField(
        label="Gaat het over één casus?",
        queryset=Gebied.objects.none(),
        required=False,
        to_field_name="sleutel",
        empty_label="Nee, over de hele wijk",
    )


class GegevensForm(WanneerForm):
    """The same for a meeting that is prepared already."""

    casus = _casusveld()
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, wijk: Wijk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _bied_casussen(self, wijk)


class VoorbereidForm(WanneerForm):
    """A new meeting."""

    soort = forms.ChoiceField(
        label="Wat voor bijeenkomst wordt het?",
        choices=SOORTKEUZES,
        widget=forms.RadioSelect,
        initial=Sessiesoort.STARTSESSIE,
        help_text="Het programma staat dan klaar. U kunt alles nog wijzigen.",
    )
    perron = forms.TypedChoiceField(
        label="Welk perron? Alleen bij een verdieping.",
        choices=VERDIEPINGKEUZES,
        coerce=int,
        empty_value=None,
        required=False,
    )
    casus = _casusveld()
    partijen = Partijkeuze(label="Wie nodigt u uit?", required=False)

    field_order = ("soort", "perron", "titel", "plaats", "datum", "begintijd", "casus", "partijen")

    def __init__(self, *args: Any, wijk: Wijk, partijen: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _bied_casussen(self, wijk)
        cast("Partijkeuze", self.fields["partijen"]).bied(partijen)

    def clean(self) -> dict[str, Any]:
        """Ask for the perron of a verdieping, and forget it for any other kind."""
        gegevens = super().clean() or self.cleaned_data
        verdieping = gegevens.get("soort") == Sessiesoort.VERDIEPING
        if verdieping and gegevens.get("perron") is None and "perron" not in self.errors:
            self.add_error("perron", "Kies het perron waar de verdieping over gaat.")
        if not verdieping:
            gegevens["perron"] = None
        return gegevens

    def clean_soort(self) -> Sessiesoort:
        """Return the kind of meeting."""
        return Sessiesoort(self.cleaned_data["soort"])


def _bied_casussen(form: NlForm, wijk: Wijk) -> None:
    """Offer the cases of the wijk; without any, the question is not asked."""
    veld = cast("forms.ModelChoiceField[Gebied]", form.fields["casus"])
    veld.queryset = Gebied.objects.filter(wijk=wijk, casus=True)
    if not veld.queryset.exists():
        veld.widget = forms.HiddenInput()


class UitnodigForm(NlForm):
    """Who is invited."""

    partijen = Partijkeuze(label="Partijen", required=False)

    def __init__(self, *args: Any, partijen: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("Partijkeuze", self.fields["partijen"]).bied(partijen)


class LeervraagForm(NlForm):
    """Which learning questions of the journey this meeting is about, and one that came up."""

    leervragen = forms.ModelMultipleChoiceField(
        label="Leervragen van de reis",
        queryset=Leervraag.objects.none(),
        required=False,
        to_field_name="sleutel",
        widget=forms.CheckboxSelectMultiple,
    )
    nieuw = forms.CharField(
        label="Een nieuwe leervraag",
        max_length=300,
        required=False,
        help_text="Uit het vooroverleg: wat wilt u van deze bijeenkomst leren? Zij komt ook op perron 1 te staan.",
    )

    def __init__(self, *args: Any, leervragen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = cast("forms.ModelMultipleChoiceField[Leervraag]", self.fields["leervragen"])
        veld.queryset = leervragen
        veld.error_messages["invalid_choice"] = veld.error_messages["invalid_pk_value"] = (
            "Deze leervraag is er niet meer. Kies opnieuw."
        )
        if not leervragen.exists():
            veld.widget = forms.MultipleHiddenInput()


class AfgelastForm(NlForm):
    """Why a meeting is off."""

    reden = forms.CharField(
        label="Waarom gaat zij niet door?",
        max_length=300,
        help_text="De code werkt daarna niet meer. De genodigden vertelt u het zelf.",
    )
