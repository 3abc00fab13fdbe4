# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of structure about who and what is there: treasures, groups, who is aboard, how it is experienced."""

from typing import Any

from actoren.keuzes import deelnames, doelgroepen
from actoren.models import Doelgroep, Ervaring, Inclusiebesluit, Schat
from wijken.onderdelen.soort import KAARTEN, Eigenaar, Kolom, OnderdeelSoort, Papier, datum

PARTIJ: Kolom = ("Partij", lambda r: str(r.deelname))
PLAATS: Kolom = ("Plaats", lambda r: r.get_plaats_display() + (f" bij perron {r.perron}" if r.perron else ""))


def laatste_van_elke_partij(rijen: list[Any]) -> list[Any]:
    """Return the decision that holds for each party: the latest; by name."""
    return sorted({r.deelname_id: r for r in sorted(rijen, key=lambda r: r.versie)}.values(), key=str)


SCHATTEN = OnderdeelSoort(
    woord="schatten",
    model=Schat,
    eigenaar=Eigenaar.WIJK,
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
    papier=Papier(meer=(("Waar de energie vandaan komt", lambda r: r.energie),), als_blok=True),
)
DOELGROEPEN = OnderdeelSoort(
    woord="doelgroepen",
    model=Doelgroep,
    eigenaar=Eigenaar.WIJK,
    perron=4,
    volgorde=10,
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
    keuzes={"spreker": deelnames},
)
INCLUSIE = OnderdeelSoort(
    woord="inclusie",
    model=Inclusiebesluit,
    eigenaar=Eigenaar.WIJK,
    perron=5,
    volgorde=10,
    kop="Wie is aan boord, en wie niet",
    nieuw="Een besluit toevoegen",
    leeg="Er is nog niets besloten over wie meereist, later instapt of niet meedoet.",
    velden=("deelname", "plaats", "perron", "reden", "besloten_door", "herzien_op"),
    kolommen=(
        PARTIJ,
        PLAATS,
        ("Waarom", lambda r: r.reden),
        ("Besloten door", lambda r: r.besloten_door),
        ("Opnieuw kijken", lambda r: datum(r.herzien_op)),
    ),
    mee=("deelname__actor",),
    sjabloon=KAARTEN,
    keuzes={"deelname": deelnames},
    # A document shows where a party stands; why, and who decided that, stays with the coalition.
    papier=Papier(kolommen=(PARTIJ, PLAATS), kies=laatste_van_elke_partij),
)
ERVARINGEN = OnderdeelSoort(
    woord="ervaringen",
    model=Ervaring,
    eigenaar=Eigenaar.WIJK,
    perron=5,
    volgorde=20,
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
    keuzes={"deelname": deelnames, "doelgroep": doelgroepen},
)
SOORTEN = (SCHATTEN, DOELGROEPEN, INCLUSIE, ERVARINGEN)
