# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is not in the room: parties of the coalition and groups that nobody speaks for here.

Said on the wall so that somebody asks them, never as a list of who failed: a party that boards later, or does not
join, is not missing. Someone in the room without a phone is in the room.
"""

from dataclasses import dataclass

from django.db.models import QuerySet

from actoren.boord import aan_boord
from actoren.models import Actor, Doelgroep, Soort
from routekaart.zaal.models import Aanwezigheid, Gast, Gastentelling, Gastsoort, Sessie, Uitnodiging

OP_DE_STROOK = 5


@dataclass(frozen=True)
class Ontbrekend:
    """Who is missing: parties first, then groups; the names to read out, and how many more there are."""

    partijen: list[Actor]
    groepen: list[Doelgroep]

    @property
    def wie(self) -> list[Actor | Doelgroep]:
        """All of them, to choose from."""
        return [*self.partijen, *self.groepen]

    @property
    def namen(self) -> list[str]:
        """Their names."""
        return [w.naam for w in self.wie]

    @property
    def zichtbaar(self) -> list[str]:
        """As many names as fit on one line of the wall."""
        return self.namen[:OP_DE_STROOK]

    @property
    def meer(self) -> int:
        """How many names are not shown."""
        return len(self.namen) - len(self.zichtbaar)


def verwacht(sessie: Sessie) -> list[Actor]:
    """Return the parties that could be in the room: who was invited, or else who is aboard."""
    uitgenodigd = Uitnodiging.objects.filter(sessie=sessie).select_related("actor").order_by("actor__naam")
    return [u.actor for u in uitgenodigd] or partijen_aan_boord(sessie)


def coalitie(sessie: Sessie) -> QuerySet[Actor]:
    """Return all parties of the coalition, by name: any of them may turn up, invited or not."""
    return Actor.objects.filter(deelnames__wijk=sessie.wijk).order_by("naam")


def partijen_aan_boord(sessie: Sessie) -> list[Actor]:
    """Return all parties that are aboard, invited or not."""
    return [opvarende.actor for opvarende in aan_boord(sessie.wijk_id)]


def aanwezige_partijen(sessie: Sessie) -> set[int]:
    """Return the parties in the room: with a phone, or seen by the facilitator."""
    telefoons = Gast.objects.filter(sessie=sessie, actor__isnull=False).values_list("actor_id", flat=True)
    gezien = Aanwezigheid.objects.filter(sessie=sessie).values_list("actor_id", flat=True)
    vergeten = Gastentelling.objects.filter(opruiming__sessie=sessie).values_list("actor_id", flat=True)
    return {pk for pk in (*telefoons, *gezien, *vergeten) if pk}


def _met_bewoners(sessie: Sessie) -> bool:
    vergeten = Gastentelling.objects.filter(opruiming__sessie=sessie, soort=Gastsoort.BEWONER)
    return Gast.objects.filter(sessie=sessie, soort=Gastsoort.BEWONER).exists() or vergeten.exists()


def ontbrekend(sessie: Sessie) -> Ontbrekend:
    """Return who is missing, in a fixed number of queries."""
    er = aanwezige_partijen(sessie)
    bewoners = _met_bewoners(sessie)
    partijen = [a for a in verwacht(sessie) if a.pk not in er and not (bewoners and a.soort == Soort.BEWONERS)]
    groepen = Doelgroep.objects.open().filter(wijk=sessie.wijk).select_related("spreker")
    zonder_stem = [g for g in groepen if g.spreker is None or g.spreker.actor_id not in er]
    return Ontbrekend(partijen, zonder_stem)
