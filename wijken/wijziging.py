# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one context in which everything is written.

A change locks the row of its wijk first, always; takes one version; and leaves one line in the journal. Taking
another lock first deadlocks on PostgreSQL, so nothing else may write.
"""

import contextlib
import threading
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from django.db import OperationalError, connection, models, transaction
from django.utils import timezone

from wijken.models import Journaalregel, Wijk, Zichtbaar
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Verouderd
from wijkwijzer.live.hub import hub
from wijkwijzer.live.signals import notify
from wijkwijzer.registry import Regelsoort

# SQLite has one writer. Waiting here is orderly; waiting in SQLite is polling (300 posts: 0.33 s instead of 1.4 s).
_een_schrijver = threading.RLock()
_GEDULD = 10  # seconds, the same as SQLite's own busy timeout


class Partij(Protocol):
    """What the journal needs of a party, which this app does not know."""

    sleutel: UUID
    naam: str


class Versierij(Protocol):
    """A row with an optimistic lock: `versie` is the version of the wijk at its last change."""

    pk: Any
    versie: int


@dataclass
class Wijziging:
    """A change under way. Made by `wijziging`; the verbs use `versie`, `moment`, `vers` and `noteer`."""

    wijk: Wijk
    soort: Regelsoort
    door: Gebruiker | None
    versie: int
    namens: Partij | None = None
    zichtbaar: Zichtbaar = Zichtbaar.ALLEN
    moment: Any = field(default_factory=timezone.now)
    _regel: Journaalregel | None = None

    def vers[R: models.Model](self, rij: R, *, versie: int | None = None) -> R:
        """Re-read a row under the lock. Raises Verouderd when `versie` is given and the row has moved on."""
        nieuw = type(rij)._default_manager.get(pk=rij.pk)
        if versie is not None and nieuw.versie != versie:  # type: ignore[attr-defined]
            raise Verouderd(nieuw)
        return nieuw

    def noteer(
        self,
        onderwerp: Any,
        *,
        soort: str | None = None,
        oud: Mapping[str, Any] | None = None,
        nieuw: Mapping[str, Any] | None = None,
    ) -> None:
        """Say what changed: the row it is about (anything with a sleutel), and the changed fields before and after.

        Raises RuntimeError when called twice: a change is one line.
        """
        if self._regel is not None:
            raise RuntimeError(f"The change {self.soort.woord!r} was noted twice.")
        self._regel = Journaalregel(
            wijk=self.wijk,
            versie=self.versie,
            moment=self.moment,
            door=self.door,
            namens=self.namens.sleutel if self.namens else None,
            namens_naam=self.namens.naam if self.namens else "",
            soort=self.soort.woord,
            onderwerp_soort=soort or onderwerp._meta.model_name,
            onderwerp=onderwerp.sleutel,
            oud=dict(oud or {}),
            nieuw=dict(nieuw or {}),
            zichtbaar=self.zichtbaar,
        )

    def sluit_af(self) -> None:
        """Write the line and the version, and tell who is looking; called once, by `wijziging`."""
        if self._regel is None:
            raise RuntimeError(f"The change {self.soort.woord!r} was not noted in the journal.")
        self._regel.save(force_insert=True)
        Wijk.objects.filter(pk=self.wijk.pk).update(versie=self.versie)
        self.wijk.versie = self.versie
        notify(self.wijk.pk, self.versie)
        transaction.on_commit(partial(hub.call, self.wijk.pk), robust=True)


@contextlib.contextmanager
def _beurt() -> Generator[None]:
    """Wait for this process's turn to write, on SQLite. Raises OperationalError as SQLite itself would."""
    if connection.vendor != "sqlite":
        yield
        return
    if not _een_schrijver.acquire(timeout=_GEDULD):
        raise OperationalError("database is locked by another change in this process")
    try:
        yield
    finally:
        _een_schrijver.release()


@contextlib.contextmanager
def wijziging(
    wijk: Wijk,
    *,
    soort: Regelsoort,
    door: Gebruiker | None,
    namens: Partij | None = None,
    zichtbaar: Zichtbaar = Zichtbaar.ALLEN,
) -> Generator[Wijziging]:
    """Open the outermost transaction, lock the wijk, take a version; at the end write the journal line.

    `soort` is the kind of the line, `door` who does it (None: nobody in particular), `namens` the party.
    An exception inside leaves nothing behind. Raises RuntimeError inside another transaction or change.
    """
    with _beurt(), transaction.atomic(durable=True):
        vast = Wijk.objects.select_for_update().get(pk=wijk.pk)
        v = Wijziging(wijk=vast, soort=soort, door=door, versie=vast.versie + 1, namens=namens, zichtbaar=zichtbaar)
        yield v
        v.sluit_af()


@contextlib.contextmanager
def vast_beeld(wijk: Wijk) -> Generator[Wijk]:
    """Hold the lock of a wijk to read it as it is at one moment; yields the wijk, fresh.

    For exports and documents: READ COMMITTED alone gives no consistent picture. Nothing may be written in it.
    """
    with _beurt(), transaction.atomic():
        Wijk.objects.select_for_update().get(pk=wijk.pk)
        yield Wijk.objects.select_related("gemeente").get(pk=wijk.pk)
