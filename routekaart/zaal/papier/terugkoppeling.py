# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of it, for who was there: the same on a phone and on the wall of the buurtcentrum.

Each card of the wall is there, and says plainly whether it ended in a decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from routekaart.zaal.gasten.toegang import NA_SLUITING
from routekaart.zaal.models import Actie, Besluit, Kaart, Ronde, Sessie
from routekaart.zaal.papier.verslag import Vraagverslag, acties_van, vraagverslagen
from routekaart.zaal.papier.volgend import volgend_moment


@dataclass(frozen=True)
class Lot:
    """Cards of one group that went the same way."""

    naam: str
    kaarten: Sequence[Kaart]
    in_besluit: bool

    @property
    def aantal(self) -> int:
        """How often they were handed in."""
        return sum(k.aantal for k in self.kaarten)


@dataclass(frozen=True)
class Vraaglot:
    """A question: its decision, and what became of its cards."""

    ronde: Ronde
    besluit: Besluit | None
    loten: Sequence[Lot]


def _loten(vraag: Vraagverslag, in_besluit: set[int]) -> list[Lot]:
    delen = []
    for naam, kaarten in vraag.groepen:
        for wel in (True, False):
            rij = [k for k in kaarten if (k.pk in in_besluit) is wel]
            if rij:
                delen.append(Lot(naam, rij, wel))
    return delen


def vraagloten(sessie: Sessie) -> list[Vraaglot]:
    """Return all questions with what became of their cards, in a fixed number of queries."""
    in_besluit = set(Kaart.objects.filter(besluiten__ronde__sessie=sessie).values_list("pk", flat=True))
    return [Vraaglot(v.ronde, v.besluit, _loten(v, in_besluit)) for v in vraagverslagen(sessie)]


def _uitkomst(actie: Actie) -> str:
    """Return how an action ended; empty while it is still to be done."""
    return actie.afronding.uitkomst if hasattr(actie, "afronding") else ""


def _volgend(sessie: Sessie) -> str:
    moment = volgend_moment(sessie)
    if moment is None:
        return ""
    return ", ".join(filter(None, [date_format(moment.datum), moment.plaats])) if moment.datum else moment.tekst


def leesbaar_tot(sessie: Sessie) -> date | None:
    """Return the last whole day on which the code shows this; None while the meeting is open."""
    sluiting = getattr(sessie, "sluiting", None)
    return timezone.localdate(sluiting.moment + NA_SLUITING) - timedelta(days=1) if sluiting else None


def terugkoppeling(sessie: Sessie, taal: str) -> dict[str, Any]:
    """Return what a phone shows of a closed meeting, for one language: decided, agreed, the cards, what next."""
    vragen = vraagloten(sessie)
    return {
        "vragen": [
            {
                "vraag": v.ronde.vraag(taal),
                "vraag_taal": taal if taal != "en" or v.ronde.vraag_en else "nl",
                "besluit": v.besluit,
                "loten": v.loten,
            }
            for v in vragen
        ],
        "besloten": any(v.besluit for v in vragen),
        "acties": [{"actie": a, "wanneer": a.wanneer, "uitkomst": _uitkomst(a)} for a in acties_van(sessie)],
        "aantal": sum(lot.aantal for v in vragen for lot in v.loten),
        "volgend": _volgend(sessie),
        "tot": leesbaar_tot(sessie),
        "sluiting": getattr(sessie, "sluiting", None),
    }
