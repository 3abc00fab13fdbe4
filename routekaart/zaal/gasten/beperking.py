# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Limits that do not lock out a room behind one address: on guessing codes, and on what one phone sends.

Of codes only failures count. Who guesses a hundred times in ten minutes from one address gets no further answers
there, except for the rooms that this address found before: those who are in the room come in, a guesser learns nothing
new. At that pace the 64 million codes take centuries. A phone sends as much as a quick hand can, and a script no more
than that. The counts live in the memory of this process and are gone after a restart.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from wijkwijzer.errors import Geweigerd
from wijkwijzer.logs.security import report
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "te_snel": _("U stuurt erg veel achter elkaar. Wacht een minuut en probeer het dan weer. Uw tekst staat er nog."),
}
offer_refusals(WEIGERINGEN)

MISLUKT_PER_ADRES, VENSTER, ADRESSEN = 100, 600.0, 10_000
PER_GAST, BINNEN_PER_ADRES, MINUUT = 40, 600, 60.0


class Beperking:
    """The failures per address."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        """Take a clock in seconds."""
        self._klok = klok
        self._slot = threading.Lock()
        self._mislukt: dict[str, deque[float]] = {}
        self._gevonden: dict[str, set[str]] = {}

    def is_vol(self, adres: str, code: str) -> bool:
        """Tell whether this address gets no answer about this code now."""
        with self._slot:
            if code in self._gevonden.get(adres, ()):
                return False
            rij = self._mislukt.get(adres, deque())
            while rij and rij[0] < self._klok() - VENSTER:
                rij.popleft()
            return len(rij) >= MISLUKT_PER_ADRES

    def mislukt(self, adres: str) -> None:
        """Count a code that opened nothing."""
        with self._slot:
            self._krimp()
            self._mislukt.setdefault(adres, deque(maxlen=MISLUKT_PER_ADRES)).append(self._klok())

    def gelukt(self, adres: str, code: str) -> None:
        """Remember that this address knows this room."""
        with self._slot:
            self._krimp()
            self._gevonden.setdefault(adres, set()).add(code)

    def vergeet(self) -> None:
        """Start again with nothing counted."""
        with self._slot:
            self._mislukt.clear()
            self._gevonden.clear()

    def _krimp(self) -> None:
        """Forget the addresses that came first, so that memory has a bound."""
        tabellen: tuple[dict[str, Any], ...] = (self._mislukt, self._gevonden)
        for tabel in tabellen:
            while len(tabel) >= ADRESSEN:
                tabel.pop(next(iter(tabel)))


class Tempo:
    """How often somebody sent something in the last minute."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        """Take a clock in seconds."""
        self._klok = klok
        self._slot = threading.Lock()
        self._keren: dict[str, deque[float]] = {}

    def tel(self, wie: str, hoogstens: int) -> None:
        """Count one more. Raises Geweigerd when it is one too many."""
        nu = self._klok()
        with self._slot:
            while len(self._keren) >= ADRESSEN and wie not in self._keren:
                self._keren.pop(next(iter(self._keren)))
            rij = self._keren.setdefault(wie, deque())
            while rij and rij[0] < nu - MINUUT:
                rij.popleft()
            if len(rij) >= hoogstens:
                report("grens_bereikt", reden="te_snel")
                raise Geweigerd("te_snel")
            rij.append(nu)


beperking = Beperking()
tempo = Tempo()
