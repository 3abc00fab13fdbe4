# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The load's side of the wire: one epoll loop over raw sockets that only writes down (moment, bytes)."""

import contextlib
import select
import socket
import time
from collections import deque
from collections.abc import Callable

EMMER = 32 * 1024  # bytes at once; from 128 KB each keeps a mapping of its own, of which a process has 65,530


class Stroom:
    """One browser that follows the page. Its connections, one after the other, are lists of (moment, bytes)."""

    def __init__(self, vraag: Callable[[int], bytes], poort: int, vervolg: bytes = b"") -> None:
        self.vraag = vraag
        self.vervolg = vervolg
        self.poort = poort
        self.verbindingen: list[list[tuple[float, bytes]]] = []
        self.sok: socket.socket | None = None
        self._gezocht = 0

    def open(self, lus: "Lus", gezien: int = 0) -> None:
        """Connect and ask, also after a cut: then with the last id that was seen."""
        self.stukken: list[tuple[float, bytes]] = []
        self.verbindingen.append(self.stukken)
        self._gezocht = 0
        self.sok = lus.verbind(self, self.poort)
        self._te_sturen = self.vraag(gezien)

    def kan_schrijven(self, lus: "Lus") -> None:
        """Send the request, once."""
        assert self.sok is not None
        self.sok.sendall(self._te_sturen)
        lus.alleen_lezen(self.sok)

    def ontving(self, lus: "Lus", moment: float, stuk: bytes) -> None:
        """Write down."""
        if not stuk:
            self.breek_af(lus)
            return
        if self.vervolg and not self.stukken and self.sok:
            self.sok.sendall(self.vervolg)
        self.stukken.append((moment, stuk))

    def breek_af(self, lus: "Lus") -> None:
        """Close, as a network that falls away."""
        if self.sok is not None:
            lus.sluit(self.sok)
            self.sok = None

    def heeft(self, tekst: bytes) -> bool:
        """Tell whether this text has come in over the last connection."""
        vanaf, self._gezocht = max(self._gezocht - 1, 0), len(self.stukken)
        return tekst in b"".join(stuk for _, stuk in self.stukken[vanaf:])


class Poster:
    """One keep-alive connection for posts, with at most one under way."""

    def __init__(self, lus: "Lus", balie: "Balie") -> None:
        self._balie = balie
        self._nummer: int | None = None
        self._antwoord = b""
        self.sok = lus.verbind(self, balie.poort)

    def kan_schrijven(self, lus: "Lus") -> None:
        """Be ready to send."""
        lus.alleen_lezen(self.sok)
        self._balie.vrij(self)

    def stuur(self, nummer: int, vraag: bytes) -> None:
        """Send one post; it fits in the socket's buffer. On a line that is gone the end of it is read next."""
        self._nummer, self._antwoord = nummer, b""
        with contextlib.suppress(OSError):
            self.sok.sendall(vraag)

    def ontving(self, lus: "Lus", moment: float, stuk: bytes) -> None:
        """Gather the answer; when it is whole, hand it over and be free again."""
        if not stuk:
            lus.sluit(self.sok)
            self._balie.verbroken(self, self._nummer)
            return
        self._antwoord += stuk
        if self._nummer is not None and _is_heel(self._antwoord):
            nummer, self._nummer = self._nummer, None
            self._balie.beantwoord(nummer, moment, int(self._antwoord[9:12]))
            self._balie.vrij(self)


def _is_heel(antwoord: bytes) -> bool:
    kop, scheiding, lijf = antwoord.partition(b"\r\n\r\n")
    _, _, rest = kop.lower().partition(b"content-length: ")
    return bool(scheiding) and len(lijf) >= int(rest.split(b"\r\n", 1)[0] or 0)


class Balie:
    """Posts in an open loop: each is sent at its moment, or as soon after it as a connection is free."""

    def __init__(self, lus: "Lus", poort: int, aantal: int, maak: Callable[[int], bytes]) -> None:
        self._lus = lus
        self.poort = poort
        self._maak = maak
        self._vrij: deque[Poster] = deque()
        self._wachtrij: deque[int] = deque()
        self.gestuurd: dict[int, float] = {}
        self.antwoorden: dict[int, tuple[float, int]] = {}
        for _ in range(aantal):
            Poster(lus, self)

    def post(self, nummer: int) -> None:
        """Send this change now, or queue it."""
        self._wachtrij.append(nummer)
        self._verzend()

    def vrij(self, poster: Poster) -> None:
        """Take back a connection that is free; the one that waited longest goes first, so that none grows stale."""
        self._vrij.append(poster)
        self._verzend()

    def _verzend(self) -> None:
        while self._wachtrij and self._vrij:
            nummer = self._wachtrij.popleft()
            vraag = self._maak(nummer)
            self.gestuurd[nummer] = time.monotonic()
            self._vrij.popleft().stuur(nummer, vraag)

    def beantwoord(self, nummer: int, moment: float, status: int) -> None:
        """Write an answer down."""
        self.antwoorden[nummer] = (moment, status)

    def verbroken(self, poster: Poster, nummer: int | None) -> None:
        """Replace a connection that the server closed; a post that was under way failed."""
        if nummer is not None:
            self.antwoorden[nummer] = (time.monotonic(), 0)
        if poster in self._vrij:
            self._vrij.remove(poster)
        Poster(self._lus, self)


class Lus:
    """epoll over all sockets of the load."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._wie: dict[int, Stroom | Poster] = {}
        self._sok: dict[int, socket.socket] = {}

    def verbind(self, wie: Stroom | Poster, poort: int) -> socket.socket:
        """Start to connect; `wie` hears when it can write."""
        sok = socket.socket()
        sok.settimeout(0)
        sok.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sok.connect_ex(("127.0.0.1", poort))
        self._wie[sok.fileno()], self._sok[sok.fileno()] = wie, sok
        self._epoll.register(sok, select.EPOLLIN | select.EPOLLOUT)
        return sok

    def alleen_lezen(self, sok: socket.socket) -> None:
        """No longer wait until this one can be written to."""
        self._epoll.modify(sok, select.EPOLLIN)

    def sluit(self, sok: socket.socket) -> None:
        """Forget and close."""
        self._epoll.unregister(sok)
        del self._wie[sok.fileno()], self._sok[sok.fileno()]
        sok.close()

    def draai(self, tot: float) -> None:
        """Handle what comes in, until this moment."""
        while True:
            rest = tot - time.monotonic()
            klaar = self._epoll.poll(max(rest, 0), 4096)
            for nr, wat in klaar:
                self._handel(nr, wat)
            if rest <= 0:
                return

    def _handel(self, nr: int, wat: int) -> None:
        wie = self._wie.get(nr)
        if wie is None:
            return
        if wat & select.EPOLLOUT:
            wie.kan_schrijven(self)
        if wat & ~select.EPOLLOUT:
            try:
                stuk = self._sok[nr].recv(EMMER)
            except BlockingIOError:
                return
            except OSError:
                stuk = b""
            wie.ontving(self, time.monotonic(), stuk)
