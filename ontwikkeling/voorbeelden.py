# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the parts of the gallery are filled with: no wijk, no meeting and nobody that exists."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from routekaart.perrons import PERRONS
from routekaart.reis.treinlijn import STATEN, Station, Treinlijn, teken
from wijkwijzer.web.forms import LongTextField, NlForm

SLEUTEL = UUID("00000000-0000-4000-8000-000000000000")
CODE = "CCCCCC"
WIJK = SimpleNamespace(naam="Voorbeeldwijk", slug="voorbeeldwijk", gemeente="Voorbeeldstad")
KEUZES = [("een", "De eerste keuze"), ("twee", "De tweede keuze, met een langere naam")]
LANG = "Een lange tekst die over de rand van zijn vak loopt als niemand daarop let. " * 3


def sessie(**extra: Any) -> SimpleNamespace:
    """Return a meeting as the templates read it."""
    nu = timezone.localtime()
    gewoon = {
        "titel": "Voorbeeld van een bijeenkomst",
        "sleutel": SLEUTEL,
        "code": CODE,
        "datum": nu.date(),
        "begintijd": None,
        "plaats": "Een buurtcentrum",
        "get_soort_display": "startsessie",
        "begonnen": True,
        "nummer": 1,
        "rondes": [1, 2, 3],
        "sluiting": None,
        "afgelasting": None,
        "dag_voorbij": False,
    }
    return SimpleNamespace(**gewoon | extra)


def stand(stap: str, *, minuten: int = 5, **extra: Any) -> SimpleNamespace:
    """Return where a meeting is, as the templates read it. Without minutes no clock runs."""
    eindigt = timezone.now() + timedelta(minutes=minuten)
    gewoon = {
        "stap": stap,
        "loopt": minuten > 0,
        "eindigt": eindigt,
        "eindigt_ms": _ms(eindigt),
        "nu_ms": _ms(timezone.now()),
        "ronde": SimpleNamespace(sleutel=SLEUTEL, vraag_nl="Wat maakt een wijk een fijne wijk?", anoniem=True),
        "nummer": 1,
        "rondes": [1, 2, 3],
        "sluiting": None,
        "schrijft": stap == "schrijf",
        "stemt": stap == "stem",
        "is_gesprek": stap == "gesprek",
        "is_onthuld": stap == "onthul",
    }
    return SimpleNamespace(**gewoon | extra)


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def kaart(tekst: str, **extra: Any) -> SimpleNamespace:
    """Return a card as the templates read it."""
    gewoon = {"sleutel": SLEUTEL, "tekst": tekst, "taal": "nl", "vertaling": "", "aantal": 1}
    leeg = {"papier": False, "nieuw": False, "verborgen": False, "wacht": False}
    return SimpleNamespace(**gewoon | leeg | extra)


def kaarten() -> list[SimpleNamespace]:
    """Return a card of each kind."""
    return [
        kaart("Elkaar groeten op straat."),
        kaart("Een plek voor iedereen.", nieuw=True),
        kaart("Minder afval.", aantal=4, papier=True),
        kaart("More trees.", taal="en", vertaling="Meer bomen."),
        kaart(LANG),
    ]


def groep(naam: str, *, aantal: int = 5, meer: int = 0) -> SimpleNamespace:
    """Return a group of cards."""
    getoond = kaarten()[:aantal]
    return SimpleNamespace(
        naam=naam,
        aantal=aantal + meer,
        sleutel=SLEUTEL,
        zichtbaar=getoond,
        toonbaar=getoond,
        kaarten=getoond,
        meer=meer,
        groot=False,
    )


def trein() -> Treinlijn:
    """Return a journey in which every state of a perron comes by."""
    stations = [
        Station(
            nummer=p.nummer,
            fase=p.fase.value,
            fase_label=str(p.fase.label),
            korte_naam=p.korte_naam,
            kop=p.kop,
            staat=STATEN[i % len(STATEN)],
            staat_label=STATEN[i % len(STATEN)].replace("-", " "),
            url=f"#perron-{p.nummer}",
            open_zinnen=("2 partijen kunnen nog bijdragen.",) if i % len(STATEN) == 1 else (),
        )
        for i, p in enumerate(PERRONS)
    ]
    return teken(stations, wijk_naam=WIJK.naam, laatst=2, volgende_stap="De volgende stap: vul perron 2 aan.")


class Elkveld(NlForm):
    """A form with a field of every kind, none of them filled in."""

    regel = forms.CharField(label="Tekstregel", max_length=20, help_text="Met een toelichting.")
    tekst = LongTextField(label="Tekstvak", max_length=400)
    keuze = forms.ChoiceField(label="Keuzelijst", choices=[("", "Kies"), *KEUZES])
    rondjes = forms.ChoiceField(label="Keuzerondjes", choices=KEUZES, widget=forms.RadioSelect)
    vakjes = forms.MultipleChoiceField(label="Keuzevakjes", choices=KEUZES, widget=forms.CheckboxSelectMultiple)
    akkoord = forms.BooleanField(label="Eén vakje")
    getal = forms.IntegerField(label="Getal", min_value=1)
    datum = forms.DateField(label="Datum", widget=forms.DateInput(attrs={"type": "date"}))
    adres = forms.EmailField(label="E-mailadres")
    vrij = forms.CharField(label="Niet verplicht", required=False)


class Lade(NlForm):
    """A small form."""

    reden = LongTextField(label="Waarom?", rows=2)


FOUT_GEVULD = {
    "regel": "Deze tekst telt meer dan twintig tekens.",
    "getal": "0",
    "adres": "geen adres",
}
GOED_GEVULD = {
    "regel": "Een korte tekst",
    "tekst": LANG,
    "keuze": "twee",
    "rondjes": "een",
    "vakjes": ["een", "twee"],
    "akkoord": True,
    "getal": 3,
    "datum": "2026-01-31",
    "adres": "deelnemer@voorbeeld.nl",
    "vrij": "",
}
