# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the load is aimed at: how each kind of server is asked for a stream and a post, and how its streams are read."""

import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from bench.live.lezen import Gebeurtenissen, Ontvangst, Wandstand, merk, ontvangst, telefoon, wand

TEKST = "Wij willen dat iedereen in de wijk zich thuis voelt, en dat wij elkaar blijven vragen wat er nodig is."
WELKOM = b"event: welkom"
TEKEN = "a" * 32  # a token against forged forms may be any secret that cookie and form agree on


@dataclass(frozen=True)
class Opdracht:
    """What to do. `soort` is the kind of server and `plek` what has to be known of its data (see gegevens.py).

    With more than one port the streams are spread over them; the posts go to the first. `knip`: cut all streams after
    so many seconds, and let them come back at once after so many. `map`: the data folder in which another process
    makes the changes; without it they come as forms. `maat`: the bytes of one event, for a server that stores nothing.
    """

    soort: str
    poorten: list[int]
    koekjes: list[str]
    stromen: int
    tempo: float
    seconden: float
    plek: Mapping[str, Any] = field(default_factory=dict)
    maat: int = 0
    vanaf: int = 0
    knip: tuple[float, float] | None = None
    map: str = ""


def _get(pad: str, koekje: str, gezien: int) -> bytes:
    kop = f"Last-Event-ID: {gezien}\r\n" if gezien else ""
    return (
        f"GET {pad} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n{kop}Cookie: {koekje}\r\n\r\n"
    ).encode()


def _post(pad: str, koekje: str, lijf: str) -> bytes:
    return (
        f"POST {pad} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {koekje}; csrftoken={TEKEN}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(lijf)}\r\n\r\n{lijf}"
    ).encode()


class Kaal:
    """A server that stores nothing: it sends each post to each stream as an event."""

    welkom = WELKOM
    vervolg = b""  # what a stream says as soon as it hears something

    def __init__(self, op: Opdracht) -> None:
        self.op = op

    @property
    def stromen(self) -> int:
        """How many streams there are in all."""
        return self.op.stromen

    def poort(self, stroom: int) -> int:
        """Return where a stream is opened."""
        return self.op.poorten[stroom % len(self.op.poorten)]

    def stroom(self, nummer: int, gezien: int) -> bytes:
        """Return the request of one stream."""
        return _get("/", self.op.koekjes[nummer % len(self.op.koekjes)], gezien)

    def post(self, nummer: int) -> bytes:
        """Return the request that makes one change."""
        return _post("/", "x=x", f"{merk(nummer)} {TEKST}".ljust(self.op.maat - len(f"id: {nummer}\ndata: \n\n"), "x"))

    def rond_af(self, nummers: Iterable[int], tot: float) -> int:
        """Get ready to read, when all posts were answered; return how many rows are too many or too few."""
        self.laatste = max(nummers)
        return 0

    def slot(self, stroom: int) -> bytes:
        """Return what a stream has received when nothing more is to come."""
        return merk(self.laatste).encode()

    def ontvangst(self, stroom: int, verbindingen: list[Gebeurtenissen]) -> Ontvangst:
        """Read what one stream received."""
        return ontvangst(*verbindingen)


class Socketio(Kaal):
    """The peer: socket.io over WebSocket. After the handshake a stream asks to join, in a frame with an empty mask."""

    welkom = b'40{"sid"'
    vervolg = b"\x81\x82\0\0\0\x0040"

    def stroom(self, nummer: int, gezien: int) -> bytes:
        """Return the handshake of one stream."""
        return (
            b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            b"Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )


class Perron(Kaal):
    """A page of members: each stream is another login, a change is a contribution."""

    def stroom(self, nummer: int, gezien: int) -> bytes:
        """Return the request of one stream."""
        plek = self.op.plek
        vraag = urlencode({"plek": plek["pad"], "na": plek["versie"]})
        return _get(f"{plek['pad'].split('routekaart/')[0]}live/?{vraag}", self.op.koekjes[nummer], gezien)

    def post(self, nummer: int) -> bytes:
        """Return the form of a contribution."""
        tekst = f"{merk(nummer)} {TEKST}"
        velden = {"csrfmiddlewaretoken": TEKEN, "partij": self.op.plek["partij"], "tekst": tekst}
        return _post(f"{self.op.plek['pad']}bijdragen/", self.op.koekjes[0], urlencode(velden))


class Zaal(Kaal):
    """A room: a stream for each guest's phone, then one for the wall at each port. A change is a guest's own card.

    While people write, a phone is told the version that the room is at, and the wall gets the cards. Which version
    holds which card is read from the database afterwards.
    """

    @property
    def stromen(self) -> int:
        """The phones and the walls."""
        return self.op.stromen + len(self.op.poorten)

    def _is_wand(self, stroom: int) -> bool:
        return stroom >= self.op.stromen

    def poort(self, stroom: int) -> int:
        """Return where a stream is opened: each port has a wall."""
        return self.op.poorten[(stroom - self.op.stromen if self._is_wand(stroom) else stroom) % len(self.op.poorten)]

    def stroom(self, nummer: int, gezien: int) -> bytes:
        """Return the request of a phone or of the wall."""
        plek = self.op.plek
        koekje = plek["scherm_koekje"] if self._is_wand(nummer) else self.op.koekjes[nummer]
        pad, volgt = (plek["live"], plek["scherm"]) if self._is_wand(nummer) else (f"{plek['pad']}live/", plek["pad"])
        return _get(f"{pad}?{urlencode({'plek': volgt, 'na': plek['versie']})}", koekje, gezien)

    def post(self, nummer: int) -> bytes:
        """Return the form of a card, from each guest in turn."""
        velden = {
            "csrfmiddlewaretoken": TEKEN,
            "taal": "nl",
            "ronde": self.op.plek["ronde"],
            "sleutel": uuid4(),
            "tekst": f"{merk(nummer)} {TEKST}",
        }
        gast = (nummer - self.op.vanaf) % self.op.stromen
        return _post(f"{self.op.plek['pad']}kaart/", self.op.koekjes[gast], urlencode(velden))

    def rond_af(self, nummers: Iterable[int], tot: float) -> int:
        """Read which version holds which card, and how many cards stand on the wall by then."""
        nummers, self.stand = set(nummers), Wandstand({}, {})
        while time.monotonic() < tot and self.stand.versies.keys() < nummers:
            self.stand = wandstand(self._kaarten(), nummers)
            time.sleep(0.1)
        return abs(len(nummers) - self.stand.rijen)

    def _kaarten(self) -> list[tuple[int, str, int]]:
        """Return version, text and count of all cards, in order. Read-only, beside the application."""
        vraag = f"SELECT versie, tekst, aantal FROM zaal_kaart WHERE ronde_id = {self.op.plek['ronde_nr']} ORDER BY 1"
        adres = self.op.plek["database"]
        if not adres.startswith("postgresql"):
            with closing(sqlite3.connect(f"file:{adres}?mode=ro", uri=True, timeout=10)) as verbinding:
                return verbinding.execute(vraag).fetchall()
        import psycopg

        with psycopg.connect(adres) as verbinding:
            return verbinding.execute(vraag).fetchall()

    def slot(self, stroom: int) -> bytes:
        """Return the last version, or on the wall the last count."""
        if self._is_wand(stroom):
            return b"<strong>%d</strong> kaart" % max(self.stand.tellers.values(), default=0)
        return b'{"v":%d}' % max(self.stand.versies.values(), default=0)

    def ontvangst(self, stroom: int, verbindingen: list[Gebeurtenissen]) -> Ontvangst:
        """Read what a phone or the wall received."""
        return (wand if self._is_wand(stroom) else telefoon)(self.stand, *verbindingen)


def wandstand(kaarten: Iterable[tuple[int, str, int]], nummers: set[int]) -> Wandstand:
    """Return for each change its version and how many cards there are with it; `rijen` counts the rows of all."""
    stand, totaal = Wandstand({}, {}), 0
    merken = {merk(nummer): nummer for nummer in nummers}
    for versie, tekst, aantal in kaarten:
        totaal += aantal
        nummer = merken.get(tekst[: len(merk(0))])
        if nummer is not None:
            stand.rijen += 1
            stand.versies[nummer], stand.tellers[nummer] = versie, totaal
    return stand


DOELEN = {"vloer": Kaal, "socketio": Socketio, "perron": Perron, "zaal": Zaal}


def doel(op: Opdracht) -> Kaal:
    """Return what this Opdracht is aimed at."""
    return DOELEN[op.soort](op)
