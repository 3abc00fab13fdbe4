# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a structure, made from its kind: fields of the model, choices of this journey, rules in Dutch."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet

from wijken.models import Onderdeel
from wijken.onderdelen.soort import OnderdeelSoort, Plek
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import field_of
from wijkwijzer.web.forms import NlFormMixin

VREEMD = "Dit hoort bij een andere reis of wijk. Kies opnieuw."


class OnderdeelForm(NlFormMixin, forms.ModelForm):  # type: ignore[type-arg]
    """A form for one row. It validates and never saves; `bestaande` is the row that is there already, if one is."""

    bestaande: Onderdeel | None = None
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def waarden(self) -> dict[str, Any]:
        """Return the cleaned fields of the row itself."""
        return {k: w for k, w in self.cleaned_data.items() if k != "versie" and k not in self.links()}

    def links(self) -> dict[str, Iterable[models.Model]]:
        """Return the cleaned many-to-many fields."""
        veel = self.links_van(self.instance)
        return {k: w for k, w in self.cleaned_data.items() if k in veel}

    @staticmethod
    def links_van(rij: Onderdeel) -> set[str]:
        """Return the names of the many-to-many fields of a row."""
        return {f.name for f in rij._meta.many_to_many}

    def validate_constraints(self) -> None:
        """Check what the database would refuse, and say it at the field. The place of the row counts as well."""
        for regel in self.instance._meta.constraints:
            try:
                regel.validate(type(self.instance), self.instance)
            except ValidationError as fout:
                veld = field_of(fout)
                self.add_error(veld if veld in self.fields else None, fout.messages)
                if isinstance(regel, models.UniqueConstraint):
                    self.bestaande = self._zoek(regel)

    def _zoek(self, regel: models.UniqueConstraint) -> Onderdeel | None:
        plek = {naam: getattr(self.instance, naam) for naam in regel.fields}
        rij: Onderdeel | None = type(self.instance)._default_manager.filter(**plek).first()
        return rij


def maak_form(
    soort: OnderdeelSoort, plek: Plek, gebruiker: Gebruiker, rij: Onderdeel, data: Any = None, **kwargs: Any
) -> OnderdeelForm:
    """Return the form of a row: empty, filled with what it says now, or bound to `data`."""
    klasse = forms.modelform_factory(soort.model, form=OnderdeelForm, fields=soort.velden)
    form = cast("OnderdeelForm", klasse(data, instance=rij, auto_id=f"id_{soort.woord}_%s", **kwargs))
    for naam, veld in form.fields.items():
        if isinstance(veld, forms.ModelChoiceField):
            _beperk(form, naam, veld, soort.keuzes[naam](plek, gebruiker), van_partij=soort.van_partij)
        if isinstance(veld.widget, forms.Textarea):
            veld.widget.attrs["rows"] = 3
        if isinstance(veld, forms.DateField):
            veld.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            veld.error_messages["invalid"] = "Dit is geen datum. Kies er een, of vul in als 31-12-2026."
    if soort.pas_aan:
        soort.pas_aan(form, plek)
    return form


def _beperk(
    form: OnderdeelForm, naam: str, veld: "forms.ModelChoiceField[Any]", keus: "QuerySet[Any]", *, van_partij: str
) -> None:
    """Offer only these rows, by their sleutel; several of them as boxes to tick."""
    rij = form.instance
    if naam in form.links_van(rij):
        veld.widget = forms.CheckboxSelectMultiple()  # nothing ticked says that there is nothing yet
    else:
        veld.empty_label = "Kies" if veld.required else "Nog niemand of niets"
        if rij.pk:
            form.initial[naam] = getattr(rij, naam)
    veld.queryset = keus
    if veld.required and naam == van_partij and len(keus) == 1:
        veld.empty_label = None  # one speaks for one party: there is nothing to choose
    veld.to_field_name = "sleutel"
    veld.error_messages["invalid_choice"] = veld.error_messages["invalid_pk_value"] = VREEMD
