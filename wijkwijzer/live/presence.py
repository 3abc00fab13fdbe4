# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who else is looking at a page: per party, never per person, and nowhere kept."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wijkwijzer.live.channel import Channel, message
from wijkwijzer.live.pages import Place

REST = 0.5  # seconds between two messages about who is here


REPEAT = 30.0  # seconds between two messages to other processes


FORGET = 75.0  # seconds after which another process is thought to be gone


def _key(plek: Place) -> str:
    return "/".join([str(plek.wijk), plek.naam, *(f"{k}={v}" for k, v in plek.args)])


def count(kamers: Sequence[Channel]) -> dict[Place, Counter[str]]:
    """Return how many logins of each party look at each place; two windows of one login count once."""
    per_plek: dict[Place, dict[str, Mapping[str, str]]] = defaultdict(dict)
    for kamer in kamers:
        if kamer.pagina.wie:
            for leden in list(kamer.leden.values()):
                per_plek[kamer.plek] |= {a.toegang.sleutel: a.toegang.namens for a in list(leden) if not a.dicht}
    return {plek: Counter(naam for n in wie.values() for naam in n.values()) for plek, wie in per_plek.items()}


class Presence:
    """Who is here, as this process knows it and as the others told."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        self.vuil = False
        self._klok = klok
        self._laatst = 0.0
        self._verteld = 0.0
        self._elders: dict[str, tuple[float, Mapping[str, Mapping[str, int]]]] = {}

    def van_elders(self, proces: str, aanwezig: Mapping[str, Any]) -> None:
        """Take what another process says of itself."""
        self._elders[proces] = (self._klok(), aanwezig)
        self.vuil = True

    def deel_mee(
        self,
        kamers: Sequence[Channel],
        stuur: Callable[[Channel, bytes], None],
        vertel: Callable[[Mapping[str, Any]], None],
    ) -> None:
        """Tell everybody who is here, at most once in a while; and the other processes who is here in this one."""
        moment = self._klok()
        if not (self.vuil and moment - self._laatst > REST) and moment - self._verteld < REPEAT:
            return
        vuil, self.vuil = self.vuil, False  # first: who comes while this counts makes it count again
        self._laatst = self._verteld = moment
        hier = count(kamers)
        if vuil or hier:
            vertel({_key(plek): dict(wie) for plek, wie in hier.items()})
        elders = [aanwezig for gehoord, aanwezig in list(self._elders.values()) if moment - gehoord < FORGET]
        for kamer in kamers:
            if kamer.aantal and kamer.pagina.wie:
                samen = Counter(hier.get(kamer.plek))
                for aanwezig in elders:
                    samen += Counter(aanwezig.get(_key(kamer.plek), {}))
                stuur(kamer, message(0, {"hier": sorted(samen.items())}, soort="hier"))
