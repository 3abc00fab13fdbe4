# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of structure, as data: at which perron each stands, what it asks, how it shows.

One table drives the pages, the forms and the addresses; a kind that needs its own look names a template.
"""

from typing import Any

from django.utils.formats import date_format

from actoren import models as actoren
from routekaart import models as reis
from routekaart.soort import ELDERS, KAARTEN, OVERAL, VERTREK, OnderdeelSoort
from wijken.models import Onderdeel


def datum(waarde: Any) -> str:
    """Write a date in words; nothing for none."""
    return date_format(waarde, "j F Y") if waarde else ""


def namen(rijen: Any) -> str:
    """Write linked rows one after the other."""
    return "; ".join(str(r) for r in rijen.all())


SOORTEN: tuple[OnderdeelSoort, ...] = (
    OnderdeelSoort(
        woord="schatten",
        model=actoren.Schat,
        perron=VERTREK,
        kop="Schatten van de wijk",
        nieuw="Een schat toevoegen",
        leeg="Er staan nog geen schatten op. Welke plek, welk initiatief of talent mag niet vergeten worden?",
        velden=("naam", "soort", "plaats", "energie", "bijdrage", "voorbeeld_van"),
        kolommen=(
            ("Schat", lambda r: r.naam),
            ("Soort", lambda r: r.get_soort_display()),
            ("Plaats", lambda r: r.plaats),
            ("Draagt bij", lambda r: r.bijdrage),
            ("Goed voorbeeld van", lambda r: r.voorbeeld_van),
        ),
    ),
    OnderdeelSoort(
        woord="bestemming",
        model=reis.Bestemming,
        perron=1,
        kop="Onze bestemming",
        nieuw="De bestemming opschrijven",
        leeg="De bestemming is nog niet opgeschreven. Begin met wat u onder de inclusieve wijk verstaat.",
        velden=("definitie", "slogan", "ambitie", "ambitie_jaar"),
        kolommen=(
            ("Wat wij eronder verstaan", lambda r: r.definitie),
            ("Slogan", lambda r: r.slogan),
            ("Ambitie", lambda r: r.ambitie),
            ("Jaar", lambda r: str(r.ambitie_jaar or "")),
        ),
        enkel=True,
    ),
    OnderdeelSoort(
        woord="subdoelen",
        model=reis.Subdoel,
        perron=1,
        kop="Subdoelen",
        nieuw="Een subdoel toevoegen",
        leeg="Er zijn nog geen subdoelen. Knip de bestemming in stukken die u kunt bereiken.",
        velden=("tekst",),
        kolommen=(("Subdoel", lambda r: r.tekst),),
    ),
    OnderdeelSoort(
        woord="leervragen",
        model=reis.Leervraag,
        perron=1,
        kop="Leervragen",
        nieuw="Een leervraag toevoegen",
        leeg="Er zijn nog geen leervragen. Wat wilt u onderweg te weten komen?",
        velden=("vraag", "casus", "antwoord", "beantwoord_op", "betekenis"),
        kolommen=(
            ("Leervraag", lambda r: r.vraag),
            ("Casus", lambda r: str(r.casus or "")),
            ("Geleerd", lambda r: r.antwoord),
            ("Beantwoord", lambda r: datum(r.beantwoord_op)),
        ),
        mee=("casus",),
        sjabloon=KAARTEN,
    ),
    OnderdeelSoort(
        woord="begrippen",
        model=reis.Begrip,
        perron=1,
        kop="Wat wij bedoelen",
        nieuw="Een begrip toevoegen",
        leeg="Er zijn nog geen begrippen afgesproken. Welk woord verstaat niet iedereen hetzelfde?",
        velden=("term", "betekenis", "afgesproken_op"),
        kolommen=(
            ("Begrip", lambda r: r.term),
            ("Wat wij ermee bedoelen", lambda r: r.betekenis),
            ("Afgesproken", lambda r: datum(r.afgesproken_op)),
        ),
    ),
    OnderdeelSoort(
        woord="uitdagingen",
        model=reis.Uitdaging,
        perron=2,
        kop="Uitdagingen",
        nieuw="Een uitdaging toevoegen",
        leeg="Er zijn nog geen uitdagingen. Leg cijfers en wat bewoners zeggen naast elkaar.",
        velden=("naam", "toelichting", "cijfer", "stem", "stem_herkomst"),
        kolommen=(("Uitdaging", lambda r: r.naam), ("Toelichting", lambda r: r.toelichting)),
        mee=("cijfer__bron",),
        sjabloon="routekaart/onderdeel/uitdagingen.html",
    ),
    OnderdeelSoort(
        woord="opbrengsten",
        model=reis.Opbrengst,
        perron=2,
        kop="Wat het elke partij moet opleveren",
        nieuw="Een opbrengst toevoegen",
        leeg="Er staan nog geen opbrengsten. Vraag elke partij apart; de verschillen zijn het gesprek.",
        velden=("uitdaging", "actor", "tekst", "nagevraagd_op", "merkbaar"),
        kolommen=(
            ("Uitdaging", lambda r: str(r.uitdaging)),
            ("Partij", lambda r: str(r.actor)),
            ("Opbrengst", lambda r: r.tekst),
            ("Merkbaar", lambda r: r.merkbaar),
        ),
        van_partij="actor",
        mee=("uitdaging", "actor"),
        sjabloon=ELDERS,
    ),
    OnderdeelSoort(
        woord="veranderingen",
        model=reis.Verandering,
        perron=3,
        kop="Veranderingen",
        nieuw="Een verandering toevoegen",
        leeg="Er zijn nog geen veranderingen. Leg de bestemming naast de uitdagingen: wat moet er anders?",
        velden=("naam", "toelichting", "uitdagingen"),
        kolommen=(
            ("Verandering", lambda r: r.naam),
            ("Toelichting", lambda r: r.toelichting),
            ("Voor de uitdagingen", lambda r: namen(r.uitdagingen)),
        ),
        mee_veel=("uitdagingen",),
    ),
    OnderdeelSoort(
        woord="doelgroepen",
        model=actoren.Doelgroep,
        perron=4,
        kop="Doelgroepen",
        nieuw="Een doelgroep toevoegen",
        leeg="Er zijn nog geen doelgroepen. Om wie gaat het, en wie spreekt voor hen?",
        velden=("naam", "toelichting", "spreker"),
        kolommen=(
            ("Doelgroep", lambda r: r.naam),
            ("Van belang", lambda r: r.toelichting),
            ("Wie spreekt voor hen", lambda r: str(r.spreker or "nog niemand")),
        ),
        mee=("spreker__actor",),
    ),
    OnderdeelSoort(
        woord="inclusie",
        model=actoren.Inclusiebesluit,
        perron=5,
        kop="Wie is aan boord, en wie niet",
        nieuw="Een besluit toevoegen",
        leeg="Er is nog niets besloten over wie meereist, later instapt of niet meedoet.",
        velden=("deelname", "plaats", "perron", "reden", "besloten_door", "herzien_op"),
        kolommen=(
            ("Partij", lambda r: str(r.deelname)),
            ("Plaats", lambda r: r.get_plaats_display() + (f" bij perron {r.perron}" if r.perron else "")),
            ("Waarom", lambda r: r.reden),
            ("Besloten door", lambda r: r.besloten_door),
            ("Opnieuw kijken", lambda r: datum(r.herzien_op)),
        ),
        mee=("deelname__actor",),
        sjabloon=KAARTEN,
    ),
    OnderdeelSoort(
        woord="ervaringen",
        model=actoren.Ervaring,
        perron=5,
        kop="Hoe partijen en doelgroepen het maken van het plan ervaren",
        nieuw="Een ervaring toevoegen",
        leeg="Het is nog aan niemand gevraagd. Vraag het aan elke partij en elke doelgroep.",
        velden=("deelname", "doelgroep", "tekst", "gevraagd_hoe", "gevraagd_door", "gevraagd_op"),
        kolommen=(
            ("Van", lambda r: str(r.deelname or r.doelgroep)),
            ("Ervaring", lambda r: r.tekst),
            ("Gevraagd", lambda r: ", ".join(filter(None, [r.gevraagd_hoe, r.gevraagd_door, datum(r.gevraagd_op)]))),
        ),
        mee=("deelname__actor", "doelgroep"),
    ),
    OnderdeelSoort(
        woord="neveneffecten",
        model=reis.Neveneffect,
        perron=5,
        kop="Onbedoelde effecten",
        nieuw="Een onbedoeld effect toevoegen",
        leeg="Er zijn nog geen onbedoelde effecten. Wat kan een activiteit doen dat niemand wil?",
        velden=("activiteit", "soort", "groep", "tekst", "ander_gebied", "hoe_weten_wij"),
        kolommen=(
            ("Activiteit", lambda r: str(r.activiteit)),
            ("Effect", lambda r: r.get_soort_display()),
            ("Voor wie", lambda r: r.groep),
            ("Wat er kan gebeuren", lambda r: r.tekst),
        ),
        mee=("activiteit",),
        sjabloon=KAARTEN,
    ),
    OnderdeelSoort(
        woord="activiteiten",
        model=reis.Activiteit,
        perron=6,
        kop="Activiteiten",
        nieuw="Een activiteit toevoegen",
        leeg="Er zijn nog geen activiteiten. Begin bij een behoefte van bewoners, en met een kleine stap.",
        velden=(
            "behoefte",
            "naam",
            "domein",
            "plaats",
            "veranderingen",
            "eerste_stap",
            "bronnen",
            "brandstof",
            "financiering_tot",
            "daarna",
            "als_het_misgaat",
            "werkt",
            "werkt_toelichting",
        ),
        kolommen=(
            ("Activiteit", lambda r: r.naam),
            ("Behoefte", lambda r: r.behoefte),
            ("Domein en plaats", lambda r: ", ".join(filter(None, [r.get_domein_display(), r.plaats]))),
            ("Voor de veranderingen", lambda r: namen(r.veranderingen)),
            ("Eerste stap", lambda r: r.eerste_stap),
            ("Bronnen", lambda r: r.bronnen),
            ("Brandstof", lambda r: r.brandstof),
            ("Geld tot", lambda r: datum(r.financiering_tot)),
            ("Wat blijft er daarna", lambda r: r.daarna),
            ("Als het misgaat", lambda r: r.als_het_misgaat),
            (
                "Werkt het?",
                lambda r: ". ".join(filter(None, [r.get_werkt_display() if r.werkt else "", r.werkt_toelichting])),
            ),
        ),
        mee_veel=("veranderingen",),
        sjabloon=KAARTEN,
    ),
    OnderdeelSoort(
        woord="machinisten",
        model=reis.Inzet,
        perron=7,
        kop="Machinisten",
        nieuw="Een machinist toevoegen",
        leeg="Er zijn nog geen machinisten. Welke partij houdt welke activiteit op gang?",
        velden=("activiteit", "actor", "functie", "van", "tot", "opvolging"),
        kolommen=(
            ("Activiteit", lambda r: str(r.activiteit)),
            ("Machinist", str),
            ("Vanaf", lambda r: datum(r.van)),
            ("Tot", lambda r: datum(r.tot)),
            ("Daarna", lambda r: r.opvolging),
        ),
        mee=("activiteit", "actor"),
        sjabloon=KAARTEN,
    ),
    OnderdeelSoort(
        woord="reisgenoten",
        model=reis.Reisgenoot,
        perron=8,
        kop="Wie nodig is",
        nieuw="Iemand toevoegen",
        leeg="Er staat nog niemand. Wie is de reisleider, en wie is er nog meer nodig?",
        velden=("rol", "actor", "wie", "gevraagd"),
        kolommen=(
            ("Rol", lambda r: r.get_rol_display()),
            ("Wie", str),
            ("Wat wij vragen", lambda r: r.gevraagd),
        ),
        mee=("actor",),
    ),
    OnderdeelSoort(
        woord="toezeggingen",
        model=reis.Toezegging,
        perron=8,
        kop="Toezeggingen",
        nieuw="Een toezegging toevoegen",
        leeg="Er zijn nog geen toezeggingen. Wat draagt elke partij bij?",
        velden=("actor", "tekst", "staat", "wanneer"),
        kolommen=(
            ("Partij", lambda r: str(r.actor)),
            ("Toezegging", lambda r: r.tekst),
            ("Staat", lambda r: r.get_staat_display()),
            ("Wanneer", lambda r: datum(r.wanneer)),
        ),
        van_partij="actor",
        mee=("actor",),
        verder=("toezeggingen", "Toezeggingen per partij, om af te drukken"),
    ),
    OnderdeelSoort(
        woord="risicos",
        model=reis.Risico,
        perron=9,
        kop="Risico's",
        nieuw="Een risico toevoegen",
        leeg="Er zijn nog geen risico's. Wat kan de reis vertragen?",
        velden=("naam", "ernst", "activiteit", "maatregel", "eigenaar", "herzien_op"),
        kolommen=(
            ("Risico", lambda r: r.naam),
            ("Ernst", lambda r: r.get_ernst_display()),
            ("Activiteit", lambda r: str(r.activiteit or "")),
            ("Wat wij doen", lambda r: r.maatregel),
            ("Wie let hierop", lambda r: str(r.eigenaar or "")),
            ("Opnieuw kijken", lambda r: datum(r.herzien_op)),
        ),
        mee=("activiteit", "eigenaar"),
        sjabloon=KAARTEN,
    ),
)

STANDPUNT = OnderdeelSoort(
    woord="standpunten",
    model=reis.Standpunt,
    perron=OVERAL,
    kop="Wat partijen ervan vinden",
    nieuw="Een standpunt toevoegen",
    leeg="Er zijn nog geen standpunten. Een voorbehoud gaat mee naar het reisplan.",
    velden=("actor", "keuze", "reden"),
    kolommen=(
        ("Partij", lambda r: str(r.actor)),
        ("Standpunt", lambda r: r.get_keuze_display()),
        ("Waarom", lambda r: r.reden),
    ),
    van_partij="actor",
    mee=("actor",),
)


def soorten_bij(perron: int) -> list[OnderdeelSoort]:
    """Return the kinds that stand at a perron (0 = vertrek); the stands come last, at every perron."""
    eigen = [s for s in SOORTEN if s.perron == perron]
    return eigen if perron == VERTREK else [*eigen, STANDPUNT]


def soort_bij(perron: int, woord: str) -> OnderdeelSoort | None:
    """Return the kind with this word at this perron, or None."""
    return next((s for s in soorten_bij(perron) if s.woord == woord), None)


def plek_van(model: type[Onderdeel]) -> OnderdeelSoort:
    """Return the kind of a model. Raises StopIteration for a model that is none."""
    return next(s for s in (*SOORTEN, STANDPUNT) if s.model is model)
