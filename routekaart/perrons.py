# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nine perrons of the journey, as data.

Headings and questions come from the report named in `BRON`, which allows reproduction when it is mentioned; they
stand here literally. The tips are the report's advice in our own words. Plain Python without Django, so that
templates, the PDF, fixtures and tests can all read the same source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Publicatie:
    """A publication that we cite: title, publishers, place and year."""

    titel: str
    uitgevers: str
    plaats: str
    jaar: int

    def __str__(self) -> str:
        """Return the citation as one line of text, for a page, the PDF and its colophon."""
        return f"{self.uitgevers} ({self.jaar}). {self.titel}. {self.plaats}."


BRON = Publicatie(
    titel="De gemengde wijk als tussenstap naar de inclusieve wijk",
    uitgevers="Platform31 en Movisie",
    plaats="Den Haag",
    jaar=2023,
)

# Followed by the name of the wijk.
POSTERTITEL = "De reisroute via de gemengde wijk naar de inclusieve wijk van:"


class Fase(StrEnum):
    """The three phases of the journey, in order of travel."""

    RICHTEN = "richten"
    INRICHTEN = "inrichten"
    VERRICHTEN = "verrichten"

    @property
    def label(self) -> str:
        """Return the name of the phase as it stands on the screen."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class PerronSoort:
    """One of the nine perrons, the same for every wijk.

    `gedeelde_vraag` is only filled for perrons 4 and 5: the report asks it once, for both.
    """

    nummer: int
    fase: Fase
    korte_naam: str
    kop: str
    posterkop: str
    vragen: tuple[str, ...]
    tips: tuple[str, ...]
    gedeelde_vraag: str = ""


# The report gives perrons 4 and 5 one list of questions; how it is split over the two is our own choice.
_GEDEELDE_VRAAG = "Hoe ervaren betrokken partijen en doelgroepen het ontwerpproces zelf?"

PERRONS: tuple[PerronSoort, ...] = (
    PerronSoort(
        nummer=1,
        fase=Fase.RICHTEN,
        korte_naam="Bestemming",
        kop="Bepaal samen de reisbestemming",
        posterkop="Wat verstaan we onder een inclusieve wijk?",
        vragen=("Wat verstaan we onder de inclusieve wijk?",),
        tips=(
            "Begin met een bijeenkomst in de wijk zelf, bijvoorbeeld in een buurthuis.",
            "Maak ruim tijd om elkaar te leren kennen. Vaak kennen partijen elkaar minder goed dan zij denken.",
            "Neem de tijd voor een gezamenlijk beeld. Laat elke partij zeggen wat zij daaraan kan bijdragen.",
            "Schrijf verschillen op. Eén bestemming hoeft niet te betekenen dat iedereen hetzelfde zegt.",
        ),
    ),
    PerronSoort(
        nummer=2,
        fase=Fase.RICHTEN,
        korte_naam="Uitdagingen",
        kop="Voor welke uitdagingen is de inclusieve wijk een oplossing?",
        posterkop="Voor welke uitdagingen is de inclusieve wijk de oplossing?",
        vragen=(
            "Wat verwachten we van het streven naar de inclusieve wijk?",
            "Welke opbrengsten zou de strategie moeten hebben voor de wijk?",
            "Hoe verschilt dat per betrokken partij/belanghebbende?",
        ),
        tips=(
            "Lees de wijkanalyses, en praat daarna met bewoners en met mensen die in de wijk werken.",
            "Kijk ook terug. Bewoners weten vaak wat er eerder is gedaan, wat aansloeg en wat beter kon.",
            "Kies een paar concrete plekken of situaties. Dat helpt om niet in praten te blijven hangen.",
        ),
    ),
    PerronSoort(
        nummer=3,
        fase=Fase.RICHTEN,
        korte_naam="Veranderingen",
        kop="Welke veranderingen zijn nodig om tot een inclusieve wijk te komen?",
        posterkop="Welke veranderingen zijn nodig om tot een inclusieve wijk te komen?",
        # The report has no list here, only this instruction: lay perron 1 beside perron 2.
        vragen=("Wat is nodig, als we de bestemming (perron 1) naast de uitdagingen (perron 2) leggen?",),
        tips=(
            "Denk niet alleen aan gebouwen. Het gaat om de mensen die er wonen.",
            "Denk aan plekken voor iedereen, zoals een school, een bibliotheek of een plek om elkaar te ontmoeten.",
            "Beschrijf hier wat er anders moet worden. Wat u daarvoor gaat doen, komt op perron 6.",
        ),
    ),
    PerronSoort(
        nummer=4,
        fase=Fase.INRICHTEN,
        korte_naam="Doelgroepen",
        kop="Wie zijn de doelgroepen?",
        posterkop="Wie zijn de doelgroepen?",
        vragen=(
            "Wie heeft er belang bij deze reis? Wiens doel staat voorop?",
            "Welke partijen en doelgroepen worden meegenomen in het vormgeven en maken van de reis?",
        ),
        tips=(
            "Breng eerst alle partijen in beeld met een actorenanalyse.",
            "Zet het belang van de bewoner voorop.",
            "U kunt niet iedereen tegelijk bereiken. Begin met bewoners die al iets doen. Via hen sluiten anderen aan.",
        ),
        gedeelde_vraag=_GEDEELDE_VRAAG,
    ),
    PerronSoort(
        nummer=5,
        fase=Fase.INRICHTEN,
        korte_naam="Wie ontbreekt",
        kop="Wie worden nu (bewust) niet meegenomen?",
        posterkop="Wie worden nu (bewust) niet meegenomen?",
        vragen=(
            "En welke niet? Waarom is dit?",
            "In hoeverre heeft iedereen een gelijkwaardige kans om het reisplan te bepalen?",
            (
                "Wat verandert er voor betrokken partijen en doelgroepen? Hoe weten we dat? "
                "Wat zijn onbedoelde effecten en hoe schadelijk kan dat zijn?"
            ),
        ),
        tips=(
            "Kies bewust wie vanaf het begin meedoet, en leg uit waarom.",
            "Iedereen meenemen lukt nooit helemaal. Blijf er wel naar streven.",
            "Begin klein. Schrijf op wie later instapt, bijvoorbeeld artsen, winkeliers of sportverenigingen.",
            "Vraag de partijen aan boord regelmatig wie zij nog missen.",
        ),
        gedeelde_vraag=_GEDEELDE_VRAAG,
    ),
    PerronSoort(
        nummer=6,
        fase=Fase.INRICHTEN,
        korte_naam="Activiteiten",
        kop="Welke activiteiten, aanpakken, interventies gaan we inzetten?",
        posterkop="Welke activiteiten/aanpakken/interventies?",
        vragen=(
            "Wat is de komende tijd nodig om bij de bestemming te komen?",
            "Welke acties werken en welke niet?",
        ),
        tips=(
            "Houd het eenvoudig en zet kleine stappen.",
            "Gebruik werk aan woningen of straten als begin van sociale activiteiten.",
            "Maak een schatkaart. Daarop staat wat al goed loopt in de wijk en waar energie zit.",
            "Bedank en steun vrijwilligers. Gebruik de buurtcentra: daar komen bewoners al samen.",
        ),
    ),
    PerronSoort(
        nummer=7,
        fase=Fase.INRICHTEN,
        korte_naam="Machinist",
        kop="Wie is de machinist/procestrekker?",
        posterkop="Wie is de machinist/procestrekker?",
        vragen=(
            (
                "Wie is verantwoordelijk voor welke activiteiten? "
                "En zorgt dat deze op gang blijven als brandstof voor de trein?"
            ),
        ),
        tips=(
            "Geef elke activiteit een eigen machinist. Dan weet iedereen wie de activiteit op gang houdt.",
            (
                "Spreek af wanneer ambtenaren voor wonen en openbare ruimte en ambtenaren voor zorg en welzijn "
                "elkaar spreken. Dat gebeurt niet vanzelf."
            ),
        ),
    ),
    PerronSoort(
        nummer=8,
        fase=Fase.VERRICHTEN,
        korte_naam="Reisgezelschap",
        kop="Wie zijn nodig om bij de eindbestemming te komen?",
        posterkop="Wie zijn nodig om de bestemming te bereiken?",
        vragen=(
            "Wie is de reisleider die het overzicht bewaart en zo nodig het reisplan bijstuurt?",
            "Wie zijn er nog meer nodig?",
        ),
        tips=(
            "Wijs een wijkregisseur aan, die de organisaties in de wijk met elkaar verbindt.",
            "Houd elke week een korte weekstart, waar de professionals in de wijk elkaar zonder agenda spreken.",
            "Organiseer het gesprek tussen fysieke en sociale partijen. Het begint niet vanzelf.",
        ),
    ),
    PerronSoort(
        nummer=9,
        fase=Fase.VERRICHTEN,
        korte_naam="Risico's",
        kop="Welke risico's kom je onderweg tegen?",
        posterkop="Welke risico's zien jullie?",
        vragen=(
            "Ligt de trein op schema, en hoe om te gaan met vertraging?",
            "Welke partijen en doelgroepen zijn aan boord, hebben de trein gemist of dreigen ervan te vallen?",
        ),
        tips=(
            "Kijk samen met alle betrokkenen of de reis op schema ligt. De reisleider neemt hiervoor het initiatief.",
            "Let op groepen die niet of te laat zijn gevraagd. Nodig hen alsnog uit.",
            "Blijven gesprekken hangen? Ga terug naar één concrete situatie in de wijk en spreek één actie af.",
        ),
    ),
)

FASEN: Mapping[Fase, tuple[PerronSoort, ...]] = MappingProxyType(
    {fase: tuple(perron for perron in PERRONS if perron.fase is fase) for fase in Fase}
)

_OP_NUMMER: Mapping[int, PerronSoort] = MappingProxyType({perron.nummer: perron for perron in PERRONS})


def perronsoort(nummer: int) -> PerronSoort:
    """Return the perron with this number (1 to 9). Raises KeyError for any other number."""
    return _OP_NUMMER[nummer]
