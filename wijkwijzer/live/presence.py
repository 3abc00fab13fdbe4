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


def _key(place: Place) -> str:
    return "/".join([str(place.wijk), place.name, *(f"{k}={v}" for k, v in place.args)])


def count(channels: Sequence[Channel]) -> dict[Place, Counter[str]]:
    """Return how many logins of each party look at each place; two windows of one login count once."""
    per_place: dict[Place, dict[str, Mapping[str, str]]] = defaultdict(dict)
    for channel in channels:
        if channel.page.who:
            for members in list(channel.members.values()):
                per_place[channel.place] |= {a.access.key: a.access.speaks_for for a in list(members) if not a.closed}
    return {place: Counter(name for n in who.values() for name in n.values()) for place, who in per_place.items()}


class Presence:
    """Who is here, as this process knows it and as the others told."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.dirty = False
        self._clock = clock
        self._last = 0.0
        self._told = 0.0
        self._elsewhere: dict[str, tuple[float, Mapping[str, Mapping[str, int]]]] = {}

    def from_elsewhere(self, process: str, present: Mapping[str, Any]) -> None:
        """Take what another process says of itself."""
        self._elsewhere[process] = (self._clock(), present)
        self.dirty = True

    def tell_all(
        self,
        channels: Sequence[Channel],
        send: Callable[[Channel, bytes], None],
        tell: Callable[[Mapping[str, Any]], None],
    ) -> None:
        """Tell everybody who is here, at most once in a while; and the other processes who is here in this one."""
        moment = self._clock()
        if not (self.dirty and moment - self._last > REST) and moment - self._told < REPEAT:
            return
        dirty, self.dirty = self.dirty, False  # first: who comes while this counts makes it count again
        self._last = self._told = moment
        here = count(channels)
        if dirty or here:
            tell({_key(place): dict(who) for place, who in here.items()})
        elsewhere = [present for heard, present in list(self._elsewhere.values()) if moment - heard < FORGET]
        for channel in channels:
            if channel.count and channel.page.who:
                together = Counter(here.get(channel.place))
                for present in elsewhere:
                    together += Counter(present.get(_key(channel.place), {}))
                send(channel, message(0, {"hier": sorted(together.items())}, kind="hier"))
