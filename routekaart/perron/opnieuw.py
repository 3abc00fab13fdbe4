# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What moved under an agreed answer: the answers that it builds on, as they were then and as they are now."""

from dataclasses import dataclass

from routekaart.models import Antwoord, Heropening, Routekaart
from routekaart.reis.adressen import perron_url
from routekaart.reis.stand import PerronStand
from wijkwijzer.text.diff import Span, difference


@dataclass(frozen=True)
class Grond:
    """One perron that the answer builds on: what changed in its text, and why it was opened again."""

    nummer: int
    url: str
    stukken: list[Span]
    reden: str


def bekijk_opnieuw(hier: PerronStand, routekaart: Routekaart, *, is_huidig: bool = True) -> list[Grond]:
    """Return what changed under the answer of a perron; nothing, and no query, when nothing did."""
    if not hier.bekijk_opnieuw:
        return []
    plek = {"perron__routekaart": routekaart, "perron__nummer__in": hier.bekijk_opnieuw}
    antwoorden = list(Antwoord.objects.filter(**plek).select_related("perron").order_by("versie"))
    redenen = {
        h.perron.nummer: h.reden for h in Heropening.objects.filter(**plek).select_related("perron").order_by("versie")
    }
    uit = []
    for nummer in hier.bekijk_opnieuw:
        van_hier = [a for a in antwoorden if a.perron.nummer == nummer]
        toen = next((a.tekst for a in reversed(van_hier) if a.versie < hier.antwoord_versie), "")
        nu = van_hier[-1].tekst if van_hier else ""
        stukken = difference(toen, nu) if toen != nu else []
        uit.append(Grond(nummer, perron_url(routekaart, nummer, is_huidig=is_huidig), stukken, redenen.get(nummer, "")))
    return uit
