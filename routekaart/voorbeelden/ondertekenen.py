# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario: all nine perrons agreed, with stands, reservations and toezeggingen. Ready to be signed."""

from typing import Any

from routekaart.voorbeelden.laden import BESTAND, laad_gegevens, lees_voorbeeld, voeg_voorbeeld_toe
from wijken.models import Wijk

ANTWOORDEN = {
    3: """
Wij willen drie dingen bereiken: bewoners beslissen mee over geld in de wijk, wat goed loopt krijgt steun voordat het \
stopt, en kinderen kunnen na school meedoen zonder dat het geld kost.

De corporaties zoeken eerst uit wat zij in een wijkfonds mogen leggen. Daarna beslissen wij over de inleg.""",
    7: """
Elke activiteit heeft een machinist: één partij die zorgt dat zij rijdt. Stopt een machinist, dan zegt die het drie \
maanden van tevoren en zoeken wij samen een opvolger.""",
    8: """
De reisleider van de gemeente houdt het overzicht. De reisgenoten vullen elkaar aan: bewoners weten wat er speelt, \
de school en de politie zien het vroeg, de corporaties kunnen er in huis iets aan doen.""",
    9: """
Wij bespreken elke drie maanden wat ons kan laten ontsporen. Bij elk risico staat wie ervoor zorgt. Verandert het \
bestuur of een vast gezicht, dan geven wij de reis eerst door.""",
}
VOORBEHOUDEN = {
    ("St. Joseph", 3): "Wij doen mee als de inleg in het wijkfonds past bij wat wij volgens de wet mogen.",
    ("Bewonersplatform in de Ossenkoppelerhoek", 2): (
        "De straten zien er slechter uit dan vroeger. Wij willen dat dit bij de eerste evaluatie terugkomt."
    ),
}
TOEZEGGINGEN = (
    {"partij": "Gemeente Almelo", "tekst": "Betaalt de reisleider ook in het tweede jaar.", "staat": "toegezegd"},
    {"partij": "Beter Wonen", "tekst": "Geeft een lege woning als plek voor de wijk.", "staat": "toegezegd"},
    {"partij": "St. Joseph", "tekst": "Zoekt uit wat een corporatie in een wijkfonds mag leggen.", "staat": "bezig"},
    {"partij": "Basisschool De Wierde", "tekst": "Zet de school twee middagen open.", "staat": "toegezegd"},
    {"partij": "Politie", "tekst": "Komt elke maand met een vast gezicht.", "staat": "toegezegd"},
    {
        "partij": "Bewonersplatform in de Ossenkoppelerhoek",
        "tekst": "Houdt elke drie maanden een avond om te vragen hoe het gaat.",
        "staat": "toegezegd",
    },
)
ALLE = range(1, 10)


def gegevens() -> dict[str, Any]:
    """Return the example journey, finished."""
    g = lees_voorbeeld()
    for perron in g["perrons"]:
        perron.pop("heropening", None)
        if perron["nummer"] in ANTWOORDEN:
            tekst = ANTWOORDEN[perron["nummer"]]
            perron["antwoord"] = {"tekst": tekst, "zeggenschap": "meebeslist", "voorbeeld": True}
    g["standpunten"] = []
    for partij in (p["naam"] for p in g["partijen"]):
        for nummer in ALLE:
            reden = VOORBEHOUDEN.get((partij, nummer))
            keuze = {"keuze": "voorbehoud", "reden": reden} if reden else {"keuze": "eens"}
            voeg_voorbeeld_toe(g, "standpunten", {"perron": nummer, "partij": partij, **keuze})
    voeg_voorbeeld_toe(g, "toezeggingen", *TOEZEGGINGEN)
    return g


def laad() -> Wijk:
    """Create the wijk and its journey."""
    return laad_gegevens(gegevens(), BESTAND)
