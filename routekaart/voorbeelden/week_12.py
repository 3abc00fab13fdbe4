# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario: a journey of twelve weeks. Activities ride, promises are kept or late, and something went otherwise.

The days that a row itself names (since when a party is machinist, when a promise was to be kept) lie in those twelve
weeks. The journal and the moments of answers are of the day of loading: no verb lets them lie earlier.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from routekaart.models import Perron
from routekaart.perron.handelingen import heropen, stel_vast
from routekaart.voorbeelden.laden import BESTAND, laad_gegevens, lees_voorbeeld, voeg_voorbeeld_toe
from wijken.models import Wijk

BEWONERS = "Bewonersplatform in de Ossenkoppelerhoek"


def gegevens() -> dict[str, Any]:
    """Return the example journey with what twelve weeks add to it."""
    vandaag = timezone.localdate()

    def week(nr: int) -> Any:
        return vandaag + timedelta(weeks=nr - 12)

    g = lees_voorbeeld()
    for perron in g["perrons"]:
        perron.pop("heropening", None)
    voeg_voorbeeld_toe(
        g,
        "activiteiten",
        {
            "behoefte": "Ouders willen elkaar kennen.",
            "naam": "Koffie op het schoolplein",
            "domein": "sociaal",
            "plaats": "Het plein van De Wierde",
            "veranderingen": [g["veranderingen"][0]["naam"]],
            "eerste_stap": "Elke dinsdag een tafel en een kan koffie.",
            "werkt": "ja",
            "werkt_toelichting": "Sinds week 5 komen er ook ouders die niemand kende.",
        },
        {
            "behoefte": "De straat is vies, en niemand voelt zich ervan.",
            "naam": "Opruimronde met de buren",
            "domein": "fysiek",
            "veranderingen": [g["veranderingen"][0]["naam"]],
            "eerste_stap": "Eén straat, één zaterdag.",
            "werkt": "nee",
            "werkt_toelichting": "Twee keer kwam er niemand. Zaterdag blijkt marktdag.",
        },
    )
    voeg_voorbeeld_toe(
        g,
        "machinisten",
        {"activiteit": "Koffie op het schoolplein", "partij": "Basisschool De Wierde", "van": week(2)},
        {"activiteit": "Opruimronde met de buren", "partij": BEWONERS, "van": week(3), "tot": week(14)},
    )
    voeg_voorbeeld_toe(
        g,
        "toezeggingen",
        {"partij": "Basisschool De Wierde", "tekst": "Zet elke dinsdag koffie.", "staat": "gedaan", "wanneer": week(2)},
        {
            "partij": "Beter Wonen",
            "tekst": "Zet een container neer bij de ronde.",
            "staat": "gedaan",
            "wanneer": week(4),
        },
        {
            "partij": "Gemeente Almelo",
            "tekst": "Haalt het vuil dezelfde dag op.",
            "staat": "bezig",
            "wanneer": week(10),
        },
        {"partij": "Politie", "tekst": "Loopt één ronde mee.", "staat": "toegezegd", "wanneer": week(11)},
        {
            "partij": BEWONERS,
            "tekst": "Vraagt in elke straat welke dag past.",
            "staat": "toegezegd",
            "wanneer": week(13),
        },
    )
    voeg_voorbeeld_toe(
        g,
        "risicos",
        {
            "naam": "De ronde stopt als dezelfde drie mensen alles doen",
            "ernst": "regelen",
            "activiteit": "Opruimronde met de buren",
            "maatregel": "Een andere dag kiezen, met de buren zelf.",
            "eigenaar": BEWONERS,
            "herzien_op": week(14),
        },
    )
    return g


REDEN = (
    "In week 9 bleek dat de opruimronde niet werkt. Wij kijken opnieuw wat deze activiteit moet veranderen (voorbeeld)."
)
OPNIEUW = """
Wij houden wat rijdt: de koffie op het plein, het huisbezoek en de straatmaaltijd. De opruimronde krijgt een andere \
dag, die de buren zelf kiezen. Na vier weken kijken wij of er meer buren komen."""


def laad() -> Wijk:
    """Create the wijk and its journey; reopen one answer, and agree on it anew."""
    wijk = laad_gegevens(gegevens(), BESTAND)
    perron = Perron.objects.get(routekaart__wijk=wijk, nummer=6)
    heropen(perron=perron, reden=REDEN, versie=perron.versie, door=None)
    perron.refresh_from_db(fields=["versie"])
    stel_vast(
        perron=perron, tekst=OPNIEUW.strip(), zeggenschap="meebeslist", voorbeeld=True, versie=perron.versie, door=None
    )
    return wijk
