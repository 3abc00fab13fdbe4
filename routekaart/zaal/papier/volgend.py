# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""When the room meets again: the next meeting that stands ready, else what the facilitator wrote at closing."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from routekaart.zaal.models import Sessie, Vervolg


@dataclass(frozen=True)
class VolgendMoment:
    """The next moment: a day and a place, or words. Of another meeting no more is told than when and where it is."""

    datum: date | None = None
    plaats: str = ""
    tekst: str = ""


def volgend_moment(sessie: Sessie) -> VolgendMoment | None:
    """Return the next moment; None when nothing was agreed."""
    straks = Sessie.objects.filter(
        wijk=sessie.wijk, sluiting=None, datum__gt=sessie.datum, datum__gte=timezone.localdate()
    )
    rij = straks.order_by("datum", "versie").first()
    if rij:
        return VolgendMoment(rij.datum, rij.plaats)
    vervolg = Vervolg.objects.filter(sessie=sessie).first()
    return VolgendMoment(tekst=vervolg.tekst) if vervolg else None
