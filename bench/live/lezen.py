# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read afterwards what the load wrote down: (moment, bytes) of each stream. Pure, so that it is tested by itself."""

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

MERK = re.compile(rb"merk-(\d{6})-")
_ID = re.compile(rb"^id: (\d+)$", re.MULTILINE)
_LENGTE = re.compile(rb"([0-9a-fA-F]+)\r\n")


def merk(nummer: int) -> str:
    """Return the mark by which one change is known in what comes in."""
    return f"merk-{nummer:06}-"


@dataclass
class Ontleder:
    """One connection: HTTP header, chunks if it says so, then events that end with an empty line."""

    gebeurtenissen: list[tuple[float, bytes]] = field(default_factory=list)
    kop: bytes | None = None
    _rauw: bytearray = field(default_factory=bytearray)
    _lijf: bytearray = field(default_factory=bytearray)

    def voer(self, moment: float, stuk: bytes) -> None:
        """Take in what was received at this moment."""
        self._rauw += stuk
        if self.kop is None:
            einde = self._rauw.find(b"\r\n\r\n")
            if einde < 0:
                return
            self.kop = bytes(self._rauw[:einde]).lower()
            del self._rauw[: einde + 4]
        if b"transfer-encoding: chunked" in self.kop:
            self._pak_uit()
        else:
            self._lijf += self._rauw
            self._rauw.clear()
        *heel, rest = bytes(self._lijf).split(b"\n\n")
        self._lijf[:] = rest
        self.gebeurtenissen += [(moment, deel) for deel in heel]

    def _pak_uit(self) -> None:
        """Move whole chunks to the body."""
        while gevonden := _LENGTE.match(self._rauw):
            begin = gevonden.end()
            einde = begin + int(gevonden[1], 16)
            if len(self._rauw) < einde + 2:
                return
            self._lijf += self._rauw[begin:einde]
            del self._rauw[: einde + 2]


def ontleed(stukken: Iterable[tuple[float, bytes]]) -> list[tuple[float, bytes]]:
    """Return the events of one connection, each with the moment at which its last byte came in."""
    ontleder = Ontleder()
    for moment, stuk in stukken:
        ontleder.voer(moment, stuk)
    return ontleder.gebeurtenissen


def laatste_id(gebeurtenissen: Iterable[tuple[float, bytes]]) -> int:
    """Return what a browser would send as Last-Event-ID; 0 when there was none."""
    return next((int(m[1]) for _, g in reversed(list(gebeurtenissen)) if (m := _ID.search(g))), 0)


@dataclass
class Ontvangst:
    """What one stream received of the changes: the moment of each, how many came twice, and the size of one."""

    momenten: dict[int, float] = field(default_factory=dict)
    dubbel: int = 0
    maten: list[int] = field(default_factory=list)
    bytes_totaal: int = 0


def ontvangst(*verbindingen: Iterable[tuple[float, bytes]]) -> Ontvangst:
    """Gather what a stream received over its connections (before and after a cut), as events."""
    uit = Ontvangst()
    for moment, gebeurtenis in (g for v in verbindingen for g in v):
        uit.bytes_totaal += len(gebeurtenis) + 2
        nummers = {int(n) for n in MERK.findall(gebeurtenis)}
        if len(nummers) == 1:
            uit.maten.append(len(gebeurtenis) + 2)
        for nummer in nummers:
            uit.dubbel += nummer in uit.momenten
            uit.momenten.setdefault(nummer, moment)
    return uit


def vertragingen(gepland: Mapping[int, float], stromen: Collection[Mapping[int, float]]) -> list[float]:
    """Return for each change the time from its scheduled moment until all streams had it; never is infinite."""
    return [max((s.get(nummer, math.inf) for s in stromen), default=math.inf) - t for nummer, t in gepland.items()]


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """Return the smallest value that at least this part (0-1) does not exceed; infinite when there is none."""
    return sorted(waarden)[max(math.ceil(deel * len(waarden)), 1) - 1] if waarden else math.inf


def bijgewerkt(gepland: Mapping[int, float], stromen: Collection[Mapping[int, float]], *, terug: float) -> float:
    """Return how long after `terug` every stream had every change that was scheduled before it."""
    nodig = [nummer for nummer, t in gepland.items() if t < terug]
    laatst = max((s.get(nummer, math.inf) for s in stromen for nummer in nodig), default=math.inf)
    return max(laatst - terug, 0.0)
