# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gallery: every part of a page in every state, made by the template that makes it on a page."""

from dataclasses import dataclass
from types import SimpleNamespace as Ding
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from ontwikkeling import voorbeelden as v
from routekaart.zaal.kaarten.forms import KaartForm, TafelkaartForm
from routekaart.zaal.methoden.forms import SloganForm

MELDINGEN = {
    "success": "De bijdrage is opgeslagen.",
    "info": "Er is niets veranderd.",
    "warning": "Iemand anders werkte hier ook aan.",
    "error": "De bijeenkomst is al gesloten.",
}
WOORDEN = [
    Ding(soort="", tekst="Dit bleef. "),
    Ding(soort="weg", tekst="Dit ging weg. "),
    Ding(soort="erbij", tekst="Dit kwam erbij."),
]


@dataclass(frozen=True)
class Stuk:
    """One part in one state: its name, its template and what that is given."""

    naam: str
    sjabloon: str
    gegevens: dict[str, Any]
    id: str = ""  # of its heading, where the part refers to the heading above it

    @property
    def html(self) -> str:
        """The part as it stands on a page. Its forms go nowhere."""
        return render_to_string(self.sjabloon, {"csrf_token": "voorbeeld", "wijk": v.WIJK} | self.gegevens)


@dataclass(frozen=True)
class Vak:
    """Parts that belong together."""

    kop: str
    stukken: list[Stuk]


def _velden() -> Vak:
    leeg, goed = v.Elkveld(auto_id="leeg_%s"), v.Elkveld(v.GOED_GEVULD, auto_id="goed_%s")
    fout = v.Elkveld(v.FOUT_GEVULD, auto_id="fout_%s")
    return Vak(
        "Formulieren",
        [
            Stuk("Velden, leeg", "web/velden.html", {"form": leeg}),
            Stuk("Velden, ingevuld", "web/velden.html", {"form": goed}),
            Stuk("Velden met fouten, en de samenvatting erboven", "web/velden.html", {"form": fout}),
            Stuk("Lade, dicht", "zaal/schermen/lade.html", _lade("dicht", open=False)),
            Stuk("Lade, open", "zaal/schermen/lade.html", _lade("open", open=True)),
        ],
    )


def _lade(naam: str, *, open: bool) -> dict[str, Any]:  # noqa: A002 - the template's word
    form = v.Lade(auto_id=f"lade_{naam}_%s")
    return {"kop": f"Een lade die {naam} is", "form": form, "doel": "#", "knop": "Opslaan", "open": open}


def _tabellen() -> Vak:
    kop = Ding(kop="Veranderingen", leeg="Er zijn nog geen veranderingen.")
    cellen = [Ding(kop="Verandering", tekst="Meer bomen"), Ding(kop="Toelichting", tekst=v.LANG)]
    rij = Ding(sleutel=v.SLEUTEL, cellen=cellen, voorbeeld=True, url="#", naam="Meer bomen")
    deel = {"deel": Ding(soort=kop, rijen=[rij], koppen=["Verandering", "Toelichting"])}
    regels = [
        Ding(naam="Meer bomen", aantal=9, per_soort=[("bewoners", 5), ("overige", 4)], gedragen="door beide"),
        Ding(naam="Minder afval", aantal=6, per_soort=[("bewoners", 6), ("overige", 0)], gedragen=""),
    ]
    return Vak(
        "Tabellen",
        [
            Stuk("Tabel", "routekaart/onderdeel/tabel.html", deel),
            Stuk("Tabel zonder rijen", "routekaart/onderdeel/tabel.html", {"deel": Ding(soort=kop, rijen=[])}),
            Stuk(
                "Uitslag",
                "zaal/stemmen/uitslag.html",
                {"uitslag": Ding(regels=regels, stemmers=15), "nummer": 1, "niveau": 3},
                "vraag-1",
            ),
            Stuk(
                "Uitslag van te weinig stemmen",
                "zaal/stemmen/uitslag.html",
                {"uitslag": Ding(), "nummer": 2, "niveau": 3},
                "vraag-2",
            ),
        ],
    )


def _reis() -> Vak:
    trein = {"treinlijn": v.trein()}
    nog = [Ding(url="#", zin="Twee partijen hebben nog niet bijgedragen.")]
    return Vak(
        "De reis",
        [
            Stuk("Treinlijn, met elke staat", "routekaart/reis/treinlijn.html", trein),
            Stuk("Nummerrij", "routekaart/reis/nummerrij.html", trein | {"huidig": 3, "kaart_url": "#"}),
            Stuk("Nog open bij vaststellen", "routekaart/onderdeel/nog_open.html", {"punten": nog}),
        ],
    )


def _teksten() -> Vak:
    stap = Ding(moment=timezone.now(), namens="een partij", stukken=WOORDEN, terug=True, versie=3)
    botsing = Ding(label="Toelichting", basis="Dit bleef. Dit ging weg.", hun=WOORDEN, mijn=WOORDEN[:1])
    return Vak(
        "Teksten van twee",
        [
            Stuk("Verschil", "web/verschil.html", {"stukken": WOORDEN}),
            Stuk(
                "Twee teksten tegelijk",
                "routekaart/onderdeel/botsing.html",
                {"b": botsing, "hun": "De ander schreef", "mijn": "U schreef"},
            ),
            Stuk("Geschiedenis", "routekaart/onderdeel/stappen.html", {"stappen": [stap], "eigen_pad": "/"}),
        ],
    )


def _zaal() -> Vak:
    sessie = v.sessie()
    rijen = [sessie, v.sessie(begonnen=False), v.sessie(sluiting=True)]
    groepen = [v.groep("Groen"), Ding(naam="Samen", aantal=2, sleutel=v.SLEUTEL, groot=True)]
    return Vak(
        "De zaal, bij leden",
        [
            Stuk(
                "Bijeenkomsten", "zaal/sessie/sessielijst.html", {"sessies": rijen, "mag_leiden": True, "opnieuw": True}
            ),
            Stuk("Eerst lezen", "zaal/kaarten/keuring.html", {"sessie": sessie, "wachtend": v.kaarten()[:2]}),
            Stuk(
                "Groepen", "zaal/kaarten/groepenbalk.html", {"sessie": sessie, "groeprijen": groepen, "vergroot": True}
            ),
            Stuk("Klok", "zaal/schermen/klok.html", {"stand": v.stand("schrijf"), "klasse": "nl-paragraph"}),
        ],
    )


def vakken() -> list[Vak]:
    """Return all parts of the pages of members."""
    meldingen = [Stuk(f"Melding: {s}", "web/melding.html", {"soort": s, "tekst": MELDINGEN[s]}) for s in MELDINGEN]
    kruimel = {"routekaart_url": "#", "perron": "Perron 3", "perron_url": "#", "huidige": "Wijzigen"}
    return [
        Vak("Meldingen", meldingen),
        Vak(
            "Knoppen en tekst",
            [
                Stuk("Knoppen", "ontwikkeling/knoppen.html", {}),
                Stuk("Koppen en alinea's", "ontwikkeling/tekst.html", {"lang": v.LANG}),
                Stuk("Kruimelpad", "web/kruimel.html", kruimel),
            ],
        ),
        _velden(),
        _tabellen(),
        _reis(),
        _teksten(),
        _zaal(),
    ]


def _telefoon(toestand: str, **extra: Any) -> dict[str, Any]:
    gewoon = {
        "toestand": toestand,
        "sessie": v.sessie(),
        "vraag": "Wat maakt een wijk een fijne wijk?",
        "stand": v.stand(toestand),
        "ronde": v.SLEUTEL,
        "kaartsleutel": v.SLEUTEL,
        "csrf_token": "voorbeeld",
    }
    return gewoon | extra


def telefoons() -> dict[str, dict[str, Any]]:
    """Return what a phone shows: by name, what its page is given."""
    eigen = [*v.kaarten(), v.kaart("Een kaart die van het scherm is.", verborgen=True)]
    wand = Ding(groepen=[v.groep("Groen")], los=v.groep("Los", aantal=2), aantal=7)
    opties = [("a", "Meer bomen"), ("b", v.LANG)]
    return {
        "wacht": _telefoon("wacht"),
        "gesprek": _telefoon("gesprek", uitleg="Praat er met uw buren over."),
        "schrijf": _telefoon("schrijf", kaartform=KaartForm(), kan_tafel=True, uitleg="Schrijf er één ding op."),
        "fout": _telefoon("schrijf", kaartform=KaartForm(), fouten=["Deze tekst is te lang."], tekst=v.LANG),
        "tafel": _telefoon("schrijf", kaartform=TafelkaartForm()),
        "slogan": _telefoon("schrijf", kaartform=SloganForm()),
        "verzonden": _telefoon("verzonden", eigen=eigen),
        "stem": _telefoon("stem", stemform=Ding(stippen=False, opties=opties)),
        "stippen": _telefoon("stem", stemform=Ding(stippen=True, opties=opties), fouten=["Kies er hoogstens drie."]),
        "gestemd": _telefoon("gestemd"),
        "onthul": _telefoon("onthul", wand=wand, eigen=eigen[:1]),
    }


def schermen() -> dict[str, dict[str, Any]]:
    """Return what the wall shows: by name, what its page is given."""
    los = v.groep("Los", meer=3)
    niets = Ding(zichtbaar=[], kaarten=[], meer=0)
    groepen = [v.groep("Groen", aantal=2), v.groep("Samen", aantal=3, meer=2)]
    open_wand: dict[str, Any] = {
        "dicht": False,
        "groot": None,
        "groepen": [],
        "meer": 0,
        "kolommen": 2,
        "aantal": 5,
        "los": niets,
    }
    regels = [Ding(naam="Meer bomen", aantal=9, gedragen="bewoners en partijen"), Ding(naam="Minder afval", aantal=6)]
    wanden: dict[str, tuple[str, dict[str, Any]]] = {
        "leeg": ("schrijf", {"aantal": 0}),
        "dicht": ("schrijf", {"dicht": True}),
        "kaarten": ("onthul", {"los": los}),
        "groepen": ("onthul", {"groepen": groepen, "zichtbaar": groepen}),
        "groot": ("onthul", {"groot": v.groep("Groen")}),
    }
    beelden: dict[str, dict[str, Any]] = {
        naam: {"stand": v.stand(stap), "wand": Ding(**open_wand | wand)} for naam, (stap, wand) in wanden.items()
    }
    beelden["gesprek"] = {"stand": v.stand("gesprek"), "uitleg": "Praat er met uw buren over."}
    beelden["stem"] = {"stand": v.stand("stem"), "gestemd": 7, "opties": [("a", "Meer bomen"), ("b", "Minder afval")]}
    beelden["uitslag"] = {"stand": v.stand("onthul"), "uitslag": Ding(regels=regels, stemmers=15)}
    gewoon = {"sessie": v.sessie(), "wijk": v.WIJK, "code": "CCC CCC", "adres": "wijkwijzer.example/m"}
    return {naam: gewoon | beeld for naam, beeld in beelden.items()}
