# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programmes to begin with, as data: one per kind of meeting, and for a verdieping one per perron.

The questions of a perron stand in routekaart.perrons, literally from the report; their English is ours, as are all
other questions. Every question comes in each language of the room, so that no phone shows half of a meeting.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from routekaart.perrons import PERRONS, perronsoort
from routekaart.zaal.models import Sessiesoort
from routekaart.zaal.models.methode import Methode


@dataclass(frozen=True, slots=True)
class Rondesjabloon:
    """One question of a programme. `minuten` is the time to write or vote; talking comes on top (see tijden)."""

    vraag_nl: str
    vraag_en: str
    methode: Methode = Methode.OPEN
    minuten: int = 5
    anoniem: bool = True
    verdekt: bool = True
    perron: int | None = None


@dataclass(frozen=True, slots=True)
class Programmasjabloon:
    """A programme: what it is for, in a sentence for who chooses it, and its questions in order."""

    uitleg: str
    rondes: tuple[Rondesjabloon, ...]


# In the order of `PerronSoort.vragen`.
PERRONVRAGEN_EN: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {
        1: ("What do we mean by an inclusive neighbourhood?",),
        2: (
            "What do we expect from working towards an inclusive neighbourhood?",
            "What should this bring to the neighbourhood?",
            "How is that different for each organisation or group?",
        ),
        3: ("What is needed, when we lay where we want to go (stop 1) beside our challenges (stop 2)?",),
        4: (
            "Who has an interest in this journey? Whose goal comes first?",
            "Which organisations and groups take part in shaping and making the journey?",
        ),
        5: (
            "And which do not? Why is that?",
            "How far does everyone have an equal chance to decide on the plan?",
            (
                "What changes for the organisations and groups involved? How do we know? "
                "What are unintended effects, and how harmful can they be?"
            ),
        ),
        6: (
            "What is needed in the coming time to get where we want to go?",
            "Which actions work, and which do not?",
        ),
        7: ("Who is responsible for which activities? And who keeps them going, as fuel for the train?",),
        8: (
            "Who leads the journey: keeps the overview, and adjusts the plan when needed?",
            "Who else is needed?",
        ),
        9: (
            "Is the train on schedule, and how do we deal with delay?",
            "Which organisations and groups are on board, missed the train, or risk falling off?",
        ),
    }
)
# Questions (perron, place in PERRONVRAGEN_EN) on which people first think alone, then in twos and fours.
METHODE_BIJ: Mapping[tuple[int, int], Methode] = MappingProxyType({(3, 0): Methode.EEN_TWEE_VIER})
_KENNISMAKEN = Rondesjabloon(
    "Wat doet u in de wijk, en waar bent u trots op?",
    "What do you do in the neighbourhood, and what are you proud of?",
    Methode.KENNISMAKING,
    anoniem=False,
    verdekt=False,
)
_KORT_KENNISMAKEN = Rondesjabloon(
    "Waar komt u vandaag voor?",
    "What brings you here today?",
    Methode.KENNISMAKING,
    minuten=3,
    anoniem=False,
    verdekt=False,
)
_POLS = Rondesjabloon(
    "Hoe ging het samenwerken vandaag?", "How did working together go today?", Methode.POLS, minuten=2
)
_EERSTE_STAP = Rondesjabloon(
    "Welke kleine stap zetten we als eerste, en wie doet mee?",
    "Which small step do we take first, and who joins in?",
)
# What comes before and after the questions of a perron, where they alone would not make a good meeting.
_VOOR: Mapping[int, tuple[Rondesjabloon, ...]] = MappingProxyType(
    {
        1: (
            Rondesjabloon(
                "Waar denkt u aan bij een inclusieve wijk? Schrijf één woord of beeld op een kaart.",
                "What comes to mind with an inclusive neighbourhood? Write one word or image on a card.",
                Methode.ASSOCIATIE,
                minuten=4,
                perron=1,
            ),
        ),
        3: (
            Rondesjabloon(
                "Wat moet in de wijk vooral blijven zoals het is?",
                "What in the neighbourhood should above all stay as it is?",
            ),
        ),
        4: (
            Rondesjabloon(
                "Wie kent u in de wijk die hier niet is, en wel moet meepraten?",
                "Whom do you know in the neighbourhood who is not here, and should have a say?",
                Methode.ACTOREN,
            ),
        ),
        6: (
            Rondesjabloon(
                "Welke initiatieven, plekken en talenten zijn er al in de wijk?",
                "Which initiatives, places and talents are there already in the neighbourhood?",
                Methode.SCHATTEN,
            ),
        ),
        9: (
            Rondesjabloon(
                "We zijn op de goede weg.", "We are on the right track.", Methode.STELLING, minuten=2, perron=9
            ),
        ),
    }
)
_NA: Mapping[int, tuple[Rondesjabloon, ...]] = MappingProxyType(
    {
        3: (_EERSTE_STAP,),
        7: (
            Rondesjabloon(
                "Wat hebt u nodig om uw activiteit op gang te houden?",
                "What do you need to keep your activity going?",
            ),
        ),
        8: (
            Rondesjabloon(
                "Wat kunt u zelf bijdragen aan de reis, en vanaf wanneer?",
                "What can you contribute to the journey yourself, and from when?",
                anoniem=False,
            ),
        ),
    }
)


def perronrondes(nummer: int) -> tuple[Rondesjabloon, ...]:
    """Return the questions of a perron itself, in the words of the report."""
    vragen = zip(perronsoort(nummer).vragen, PERRONVRAGEN_EN[nummer], strict=True)
    return tuple(
        Rondesjabloon(nl, en, METHODE_BIJ.get((nummer, nr), Methode.OPEN), perron=nummer)
        for nr, (nl, en) in enumerate(vragen)
    )


def _verdieping(nummer: int) -> Programmasjabloon:
    eigen = (*_VOOR.get(nummer, ()), *perronrondes(nummer), *_NA.get(nummer, ()))
    return Programmasjabloon(
        f"Dieper op perron {nummer}, {perronsoort(nummer).korte_naam}: de vragen van dat perron.",
        (_KORT_KENNISMAKEN, *eigen, _POLS),
    )


VERDIEPINGEN: Mapping[int, Programmasjabloon] = MappingProxyType({p.nummer: _verdieping(p.nummer) for p in PERRONS})
PROGRAMMAS: Mapping[Sessiesoort, Programmasjabloon] = MappingProxyType(
    {
        Sessiesoort.STARTSESSIE: Programmasjabloon(
            "Kennismaken en samen de bestemming bepalen (perron 1). Voor de rest is later tijd.",
            (_KENNISMAKEN, *_VOOR[1], *perronrondes(1), _POLS),
        ),
        Sessiesoort.JAARSTART: Programmasjabloon(
            "Bewoners bepalen de agenda en beslissen mee, voordat er een plan op tafel komt.",
            (
                Rondesjabloon(
                    "Hoe was het afgelopen jaar in uw straat of buurt?",
                    "How was the past year in your street or neighbourhood?",
                    Methode.KENNISMAKING,
                    anoniem=False,
                    verdekt=False,
                ),
                Rondesjabloon(
                    "Waar moet het dit jaar over gaan? Bewoners eerst.",
                    "What should this year be about? Residents first.",
                ),
                Rondesjabloon(
                    "Waarover willen bewoners zelf beslissen?",
                    "What do residents want to decide themselves?",
                ),
                Rondesjabloon(
                    "Wat is er al gepland, en past dat bij wat bewoners willen?",
                    "What is planned already, and does it fit what residents want?",
                ),
                _POLS,
            ),
        ),
        Sessiesoort.WEEKSTART: Programmasjabloon(
            "Kort en informeel: wat speelt er deze week? Zonder lijst en zonder verplichte acties.",
            (
                Rondesjabloon(
                    "Wat speelt er deze week in de wijk?",
                    "What is going on in the neighbourhood this week?",
                    Methode.KENNISMAKING,
                    minuten=3,
                    verdekt=False,
                ),
            ),
        ),
        Sessiesoort.PLANNINGVRIJ: Programmasjabloon(
            "Tijd zonder agenda: wat er ligt, komt op tafel. Er hoeft niets uit te komen.",
            (
                Rondesjabloon(
                    "Waar wilt u het vandaag over hebben?",
                    "What do you want to talk about today?",
                    Methode.KENNISMAKING,
                    anoniem=False,
                    verdekt=False,
                ),
                Rondesjabloon(
                    "Wat wilt u anders, als er niets vastligt?",
                    "What would you like to be different, if nothing were fixed?",
                ),
            ),
        ),
        Sessiesoort.VRAAG: Programmasjabloon("Een leeg programma: u schrijft zelf de vragen.", ()),
    }
)


def programma_voor(soort: Sessiesoort, perron: int | None = None) -> Programmasjabloon:
    """Return the programme to begin with. Raises KeyError for a verdieping without a perron."""
    if soort is Sessiesoort.VERDIEPING:
        return VERDIEPINGEN[perron or 0]
    return PROGRAMMAS[soort]
