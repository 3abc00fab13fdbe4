# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the desk shows of the wall's work: the groups, and the cards that wait to be read."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Sum

from routekaart.zaal.models import Kaart, Kaartgroep, Ronde, Uitvergroting
from routekaart.zaal.zicht import wachtend


@dataclass(frozen=True)
class Groeprij:
    """A group on the desk, biggest first. `groot`: the wall shows this one only."""

    sleutel: str
    naam: str
    aantal: int
    groot: bool


def wandregie(ronde: Ronde) -> dict[str, Any]:
    """Return the groups and the cards that wait, in a fixed number of queries."""
    groot = Uitvergroting.objects.filter(ronde=ronde).first()
    groepen = Kaartgroep.objects.filter(ronde=ronde).annotate(hoeveel=Sum("plaatsingen__kaart__aantal"))
    rijen = [
        Groeprij(str(g.sleutel), g.naam, g.hoeveel or 0, groot=bool(groot and groot.groep_id == g.pk)) for g in groepen
    ]
    wachtenden: list[Kaart] = list(wachtend(ronde)) if ronde.keuring else []
    return {
        "groeprijen": sorted(rijen, key=lambda r: -r.aantal),
        "vergroot": groot is not None,
        "wachtend": wachtenden,
    }
