# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Streams that are closed after the test, on a hub that forgets."""

import pytest

from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.lijn import Lijn, Lus
from tests.stroom import lezers
from wijken.models import Rol


@pytest.fixture
def volg(transactional_db):
    """Return a function that follows a place: `volg(client, wijk, pad, **vraag)`."""
    with lezers() as maak:
        yield lambda client, wijk, pad="", **opties: maak(
            client,
            f"/wijken/{wijk.slug}/live/",
            **({"plek": pad or f"/wijken/{wijk.slug}/routekaart/perron/2/"} | opties),
        )


@pytest.fixture
def wereld(transactional_db):
    """A wijk with a journey at perron 2, a party, and a member of it."""
    wijk = maak_wijk()
    deelname = maak_partij(wijk, "De Corporatie")
    perron = maak_perron(wijk, 2)
    lid = maak_lid(wijk, Rol.DEELNEMER, voor=deelname)
    wijk.refresh_from_db()
    return Wereld(wijk, deelname, perron, lid, ingelogd(lid))


class Wereld:
    """What the tests of live updates start from."""

    def __init__(self, wijk, deelname, perron, lid, client) -> None:
        self.wijk, self.deelname, self.perron, self.lid, self.client = wijk, deelname, perron, lid, client

    @property
    def versie(self) -> int:
        """The version of the wijk now."""
        self.wijk.refresh_from_db(fields=["versie"])
        return self.wijk.versie


@pytest.fixture
def lijn(wereld):
    """Return a function that follows the perron over a socket: `lijn(poort, na=versie)`."""
    lus = Lus()

    def lijn_(poort, *, na, client=None) -> Lijn:
        return Lijn(lus, poort, client or wereld.client, na=na)

    yield lijn_
    lus.stop()
