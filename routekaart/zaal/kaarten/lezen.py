# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which cards and groups the room may see, and what the desk shows of them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Sum

from routekaart.zaal.models import Herkomst, Kaart, Kaartgroep, Ronde, Sessie, Uitvergroting


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


GELEZEN = Q(ronde__keuring=False) | Q(herkomst=Herkomst.PAPIER) | Q(doorlating__isnull=False)


def op_de_wand(**waar: Ronde | Sessie) -> QuerySet[Kaart]:
    """Return the cards that the room may see: of one question (`ronde=`) or a whole meeting (`ronde__sessie=`)."""
    return Kaart.objects.filter(GELEZEN, verberging=None, **waar)


def wachtend(ronde: Ronde) -> QuerySet[Kaart]:
    """Return the cards of a question that nobody let through yet, oldest first."""
    return Kaart.objects.filter(~GELEZEN, ronde=ronde, verberging=None).order_by("versie", "pk")


def wacht(kaart: Kaart, ronde: Ronde) -> bool:
    """Tell whether a card, read along with its rows, still waits for the facilitator."""
    return ronde.keuring and kaart.herkomst != Herkomst.PAPIER and not hasattr(kaart, "doorlating")


def zichtbare_groepen(**waar: Ronde | Sessie) -> QuerySet[Kaartgroep]:
    """Return the groups in which there is something to see, of a question or a meeting: on these the room votes."""
    return Kaartgroep.objects.filter(plaatsingen__kaart__in=op_de_wand(**waar), **waar).distinct()
