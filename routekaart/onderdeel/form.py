# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a structure, made from its kind: fields of the model, choices of this journey, rules in Dutch."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet

from actoren.models import Actor, Deelname, Doelgroep
from actoren.toegang import partijen_van
from routekaart.models import Activiteit, Keuze, Perron, Standpunt, Uitdaging, Verandering
from routekaart.soort import OnderdeelSoort
from wijken.models import Gebied, Kerncijfer, Onderdeel
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.web.forms import NlFormMixin

# What the database refuses, in words, at the field where it can be mended.
REGELS: dict[str, tuple[str, str]] = {
    "doelgroep_naam_uniek_in_wijk": ("naam", "Deze doelgroep staat er al."),
    "inclusiebesluit_plaats_bestaat": ("plaats", "Kies een van de mogelijkheden."),
    "inclusiebesluit_eigen_keuze_zonder_reden": (
        "reden",
        "Wie zelf niet meedoet, hoeft dat niet uit te leggen. Laat de reden en de datum leeg.",
    ),
    "inclusiebesluit_niet_met_reden": ("reden", "Schrijf op waarom deze partij niet meedoet."),
    "inclusiebesluit_perron_1_tot_9": ("perron", "Er zijn negen perrons: 1 tot en met 9."),
    "ervaring_partij_of_doelgroep": ("doelgroep", "Kies een partij of een doelgroep, niet allebei."),
    "schat_naam_uniek_in_wijk": ("naam", "Deze schat staat er al."),
    "schat_soort_bestaat": ("soort", "Kies een van de mogelijkheden."),
    "bestemming_een_per_routekaart": ("definitie", "De bestemming staat er al. Wijzig wat er staat."),
    "bestemming_jaar": ("ambitie_jaar", "Vul een jaar in tussen 2000 en 2100."),
    "subdoel_uniek": ("tekst", "Dit subdoel staat er al."),
    "leervraag_uniek": ("vraag", "Deze leervraag staat er al."),
    "leervraag_datum_met_antwoord": ("antwoord", "U vult een datum in; schrijf dan ook op wat u hebt geleerd."),
    "begrip_uniek": ("term", "Dit begrip staat er al."),
    "uitdaging_uniek": ("naam", "Deze uitdaging staat er al."),
    "opbrengst_een_per_partij": ("actor", "Deze partij heeft bij deze uitdaging al een opbrengst."),
    "opbrengst_merkbaar_met_datum": ("nagevraagd_op", "Vul in wanneer dit is nagevraagd."),
    "verandering_uniek": ("naam", "Deze verandering staat er al."),
    "activiteit_uniek": ("naam", "Deze activiteit staat er al."),
    "activiteit_domein_bestaat": ("domein", "Kies een van de mogelijkheden."),
    "activiteit_werkt_bestaat": ("werkt", "Kies een van de mogelijkheden."),
    "inzet_een_per_partij": ("actor", "Deze partij is al machinist van deze activiteit."),
    "inzet_tot_na_van": ("tot", "Deze datum ligt voor de begindatum. Kijk ze allebei na."),
    "neveneffect_soort_bestaat": ("soort", "Kies een van de mogelijkheden."),
    "reisgenoot_rol_bestaat": ("rol", "Kies een van de mogelijkheden."),
    "reisgenoot_partij_of_functie": ("wie", "Kies een partij, of schrijf op welke functie u bedoelt."),
    "risico_uniek": ("naam", "Dit risico staat er al."),
    "risico_ernst_bestaat": ("ernst", "Kies een van de mogelijkheden."),
    "toezegging_uniek": ("tekst", "Deze toezegging van deze partij staat er al."),
    "toezegging_staat_bestaat": ("staat", "Kies een van de mogelijkheden."),
    "standpunt_een_per_partij": ("actor", "Deze partij heeft hier al een standpunt. Wijzig dat."),
    "standpunt_keuze_bestaat": ("keuze", "Kies een van de mogelijkheden."),
    "standpunt_met_reden": ("reden", "Schrijf op waarom. De reden gaat mee naar het reisplan."),
}


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
            except ValidationError:
                veld, melding = REGELS[regel.name]
                self.add_error(veld if veld in self.fields else None, melding)
                if isinstance(regel, models.UniqueConstraint):
                    self.bestaande = self._zoek(regel)

    def _zoek(self, regel: models.UniqueConstraint) -> Onderdeel | None:
        plek = {naam: getattr(self.instance, naam) for naam in regel.fields}
        rij: Onderdeel | None = type(self.instance)._default_manager.filter(**plek).first()
        return rij


def keuzes(model: type[models.Model], perron: Perron, gebruiker: Gebruiker, *, van_partij: bool) -> QuerySet[Any]:
    """Return what may be chosen for a link to this model: of this journey and this wijk, and not closed."""
    wijk = perron.wijk
    if model in {Uitdaging, Verandering, Activiteit}:
        return model._default_manager.filter(routekaart=perron.routekaart).open()
    if model is Actor:
        return partijen_van(gebruiker, wijk) if van_partij else Actor.objects.filter(deelnames__wijk=wijk)
    if model is Deelname:
        return Deelname.objects.filter(wijk=wijk).select_related("actor")
    if model is Doelgroep:
        return Doelgroep.objects.filter(wijk=wijk).open()
    if model is Gebied:
        return Gebied.objects.filter(wijk=wijk)
    if model is Kerncijfer:
        return Kerncijfer.objects.filter(Q(wijk=wijk)).select_related("bron")
    raise LookupError(f"No choices are known for {model}.")


def maak_form(
    soort: OnderdeelSoort, perron: Perron, gebruiker: Gebruiker, rij: Onderdeel, data: Any = None, **kwargs: Any
) -> OnderdeelForm:
    """Return the form of a row: empty, filled with what it says now, or bound to `data`."""
    klasse = forms.modelform_factory(soort.model, form=OnderdeelForm, fields=soort.velden)
    form = cast("OnderdeelForm", klasse(data, instance=rij, auto_id=f"id_{soort.woord}_%s", **kwargs))
    for naam, veld in form.fields.items():
        if isinstance(veld, forms.ModelChoiceField):
            keus = keuzes(_doel(soort, naam), perron, gebruiker, van_partij=naam == soort.van_partij)
            _beperk(form, naam, veld, keus, van_partij=soort.van_partij)
        if isinstance(veld.widget, forms.Textarea):
            veld.widget.attrs["rows"] = 3
        if isinstance(veld, forms.DateField):
            veld.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            veld.error_messages["invalid"] = "Dit is geen datum. Kies er een, of vul in als 31-12-2026."
    if soort.model is Standpunt:
        form.fields["keuze"].choices = standpuntkeuzes(perron.nummer)  # type: ignore[attr-defined]
    return form


def _doel(soort: OnderdeelSoort, veld: str) -> type[models.Model]:
    """Return the model that a link of a kind points to."""
    return cast("type[models.Model]", soort.model._meta.get_field(veld).related_model)


def _beperk(
    form: OnderdeelForm, naam: str, veld: "forms.ModelChoiceField[Any]", keus: "QuerySet[Any]", *, van_partij: str
) -> None:
    """Offer only these rows, by their sleutel; several of them as boxes to tick."""
    rij = form.instance
    if naam in form.links_van(rij):
        veld.widget = forms.CheckboxSelectMultiple()
    elif rij.pk:
        form.initial[naam] = getattr(rij, naam)
    veld.empty_label = "Kies" if veld.required else "Nog niemand of niets"
    veld.queryset = keus
    if veld.required and naam == van_partij and len(keus) == 1:
        veld.empty_label = None  # one speaks for one party: there is nothing to choose
    veld.to_field_name = "sleutel"
    veld.error_messages["invalid_choice"] = veld.error_messages["invalid_pk_value"] = VREEMD


def standpuntkeuzes(perron: int) -> list[tuple[str, str]]:
    """Perrons 1 to 3 ask where a party stands; the others only whether it objects (P3)."""
    keuzes_hier = [Keuze.EENS, Keuze.VOORBEHOUD, Keuze.ONEENS] if perron <= 3 else [Keuze.EENS, Keuze.BEZWAAR]
    return [("", "Kies"), *[(k.value, k.label) for k in keuzes_hier]]
