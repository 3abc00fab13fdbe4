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
_VERSIE = re.compile(rb'id: \d+\ndata: \{"v":(\d+)\}')  # a phone that need not know more
_TELLER = re.compile(rb"<strong>(\d+)</strong> kaart")
_MASKER = 0x80  # a server masks nothing, so this bit is none of the length

Gebeurtenissen = list[tuple[float, bytes]]


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
        if b"upgrade: websocket" in self.kop:
            self._pak_frames_uit(moment)
            return
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

    def _pak_frames_uit(self, moment: float) -> None:
        """Move whole WebSocket frames to the events."""
        while len(self._rauw) >= 2:
            lengte, begin = self._rauw[1] & ~_MASKER, 2
            if lengte > 125:
                begin = 4 if lengte == 126 else 10
                lengte = int.from_bytes(self._rauw[2:begin])
            if len(self._rauw) < begin + lengte:
                return
            self.gebeurtenissen.append((moment, bytes(self._rauw[begin : begin + lengte])))
            del self._rauw[: begin + lengte]


def ontleed(stukken: Iterable[tuple[float, bytes]]) -> Gebeurtenissen:
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


def ontvangst(*verbindingen: Gebeurtenissen) -> Ontvangst:
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


@dataclass
class Wandstand:
    """What the database holds of a room: of each change its version, and how many cards there are with it."""

    versies: dict[int, int]
    tellers: dict[int, int]
    rijen: int = 0


def telefoon(stand: Wandstand, *verbindingen: Gebeurtenissen) -> Ontvangst:
    """Gather what a phone received: the version of each card, once."""
    uit, nummers = Ontvangst(), {versie: nummer for nummer, versie in stand.versies.items()}
    for moment, gebeurtenis in (g for v in verbindingen for g in v):
        uit.bytes_totaal += len(gebeurtenis) + 2
        gevonden = _VERSIE.fullmatch(gebeurtenis)
        nummer = nummers.get(int(gevonden[1])) if gevonden else None
        if nummer is not None:
            uit.maten.append(len(gebeurtenis) + 2)
            uit.dubbel += nummer in uit.momenten
            uit.momenten.setdefault(nummer, moment)
    return uit


def wand(stand: Wandstand, *verbindingen: Gebeurtenissen) -> Ontvangst:
    """Gather what the wall received: a card is there when it is counted. The newest must also stand there as text."""
    uit, wacht = Ontvangst(), sorted(stand.tellers, key=lambda nummer: stand.tellers[nummer], reverse=True)
    nieuwste, laatste_wand = wacht[:1], b""
    for moment, gebeurtenis in (g for v in verbindingen for g in v):
        uit.bytes_totaal += len(gebeurtenis) + 2
        laatste_wand = gebeurtenis if b'"scherm-wand"' in gebeurtenis else laatste_wand
        merken = MERK.findall(gebeurtenis)
        uit.dubbel += len(merken) - len(set(merken))
        geteld = max(map(int, _TELLER.findall(gebeurtenis)), default=0)
        while wacht and stand.tellers[wacht[-1]] <= geteld:
            uit.momenten[wacht.pop()] = moment
    for nummer in nieuwste:
        if merk(nummer).encode() not in laatste_wand:
            uit.momenten.pop(nummer, None)
    return uit


def vertragingen(gepland: Mapping[int, float], stromen: Collection[Mapping[int, float]]) -> list[float]:
    """Return for each change the time from its scheduled moment until all streams had it; never is infinite."""
    return [max((s.get(nummer, math.inf) for s in stromen), default=math.inf) - t for nummer, t in gepland.items()]


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """Return the smallest value that at least this part (0-1) does not exceed; infinite when there is none."""
    return sorted(waarden)[max(math.ceil(deel * len(waarden)), 1) - 1] if waarden else math.inf


def duur(gepland: Mapping[int, float], stromen: Collection[Mapping[int, float]]) -> float:
    """Return the time from the first scheduled moment until all streams had all changes."""
    wachttijden = vertragingen(gepland, stromen)
    return max(t + wacht for t, wacht in zip(gepland.values(), wachttijden, strict=True)) - min(gepland.values())


def bijgewerkt(gepland: Mapping[int, float], stromen: Collection[Mapping[int, float]], *, terug: float) -> float:
    """Return how long after `terug` every stream had every change that was scheduled before it."""
    nodig = [nummer for nummer, t in gepland.items() if t < terug]
    laatst = max((s.get(nummer, math.inf) for s in stromen for nummer in nodig), default=math.inf)
    return max(laatst - terug, 0.0)
