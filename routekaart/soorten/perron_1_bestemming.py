# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 1: where the journey goes."""

from routekaart.models import Begrip, Bestemming, Leervraag, Subdoel
from wijken.onderdelen.soort import KAARTEN, Eigenaar, OnderdeelSoort, Papier, datum, gebieden

BESTEMMING = OnderdeelSoort(
    woord="bestemming",
    model=Bestemming,
    eigenaar=Eigenaar.REIS,
    perron=1,
    volgorde=10,
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
    papier=Papier(als_blok=True),
)


SUBDOELEN = OnderdeelSoort(
    woord="subdoelen",
    model=Subdoel,
    eigenaar=Eigenaar.REIS,
    perron=1,
    volgorde=20,
    kop="Subdoelen",
    nieuw="Een subdoel toevoegen",
    leeg="Er zijn nog geen subdoelen. Knip de bestemming in stukken die u kunt bereiken.",
    velden=("tekst",),
    kolommen=(("Subdoel", lambda r: r.tekst),),
)


LEERVRAGEN = OnderdeelSoort(
    woord="leervragen",
    model=Leervraag,
    eigenaar=Eigenaar.REIS,
    perron=1,
    volgorde=30,
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
    keuzes={"casus": gebieden},
    papier=Papier(meer=(("Wat dat betekent voor de wijk", lambda r: r.betekenis),)),
)


BEGRIPPEN = OnderdeelSoort(
    woord="begrippen",
    model=Begrip,
    eigenaar=Eigenaar.REIS,
    perron=1,
    volgorde=40,
    kop="Wat wij bedoelen",
    nieuw="Een begrip toevoegen",
    leeg="Er zijn nog geen begrippen afgesproken. Welk woord verstaat niet iedereen hetzelfde?",
    velden=("term", "betekenis", "afgesproken_op"),
    kolommen=(
        ("Begrip", lambda r: r.term),
        ("Wat wij ermee bedoelen", lambda r: r.betekenis),
        ("Afgesproken", lambda r: datum(r.afgesproken_op)),
    ),
    papier=Papier(elders=True),
)
