# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which parties are aboard, and since which version of the wijk, in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass

from actoren.handelingen import PARTIJ_TOEGEVOEGD
from actoren.models import Actor, Deelname, Inclusiebesluit, Plaats
from wijken.journaal_lezen import Journaal


@dataclass(frozen=True)
class Opvarende:
    """A party that is aboard; `sinds` is the version of the wijk in which it boarded."""

    actor: Actor
    sinds: int


def aan_boord(wijk_id: int) -> list[Opvarende]:
    """Return the parties that are aboard, by name, in four queries.

    Who takes part is aboard, unless the latest decision says otherwise. A party that chose not to join, or boards
    later, is left out: nobody has to be reminded of it.
    """
    plaatsen = _plaatsen(wijk_id)
    begonnen = Journaal.versies(wijk_id, onderwerp_soort="deelname", soort=PARTIJ_TOEGEVOEGD.woord)
    uit = []
    for deelname in Deelname.objects.filter(wijk=wijk_id).select_related("actor"):
        sinds, weg = begonnen.get(deelname.sleutel, 0), False
        for versie, plaats in plaatsen[deelname.pk]:
            if weg and plaats == Plaats.AAN_BOORD:
                sinds = versie
            weg = plaats != Plaats.AAN_BOORD
        if not weg:
            uit.append(Opvarende(deelname.actor, sinds))
    return uit


def _plaatsen(wijk_id: int) -> dict[int, list[tuple[int, str]]]:
    """Return where each participation stood over time: (version, place), oldest first.

    A decision that was changed is two places in time; the journal knows, the row only has the last.
    """
    van = dict(Inclusiebesluit.objects.filter(wijk=wijk_id).open().values_list("sleutel", "deelname_id"))
    stappen = defaultdict(list)
    for sleutel, versie, plaats in Journaal.waarden(wijk_id, onderwerp_soort="inclusiebesluit", veld="plaats"):
        if sleutel in van:
            stappen[van[sleutel]].append((versie, plaats))
    return stappen
