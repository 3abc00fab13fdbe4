# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole hall that comes back at once: everybody is let in, has everything, and the database is not drained."""

import time

from django.db import connection

from tests.factories import ingelogd, maak_bijdrage, maak_lid
from wijken.models import Rol
from wijkwijzer.live.stream import PER_LOGIN

ZAAL, LOGINS = 300, 15


def backends():
    """Return how many connections there are to this database; on SQLite there is nothing to drain."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return cursor.fetchone()[0]


def wacht_op_allen(lijnen, klopt):
    """Wait until it holds for all; return how many connections to the database were seen at most."""
    tot, meeste = time.monotonic() + 60, 0
    while open_ := [lijn for lijn in lijnen if not klopt(lijn)]:
        assert time.monotonic() < tot, f"{len(open_)} are not there yet: {open_[0].status} {open_[0].fouten}"
        meeste = max(meeste, backends())
        time.sleep(0.1)
    return meeste


def test_300_streams_come_back_at_once(dienst, lijn, wereld):
    assert ZAAL / LOGINS <= PER_LOGIN
    clienten = [ingelogd(maak_lid(wereld.wijk, Rol.LEZER)) for _ in range(LOGINS)]
    begin = wereld.versie
    server = dienst()
    lijnen = [lijn(server.poort, na=begin, client=clienten[nr % LOGINS]) for nr in range(ZAAL)]
    wacht_op_allen(lijnen, lambda lijn: lijn.kreeg("welkom"))
    maak_bijdrage(wereld.perron, wereld.deelname.actor, "Voor de onderbreking.")
    wacht_op_allen(lijnen, lambda lijn: lijn.kreeg(f'"v":{begin + 1},"s"'))

    for een in lijnen:
        een.breek()
    wacht_op_allen(lijnen, lambda lijn: lijn.klaar)
    for nr in range(4):
        maak_bijdrage(wereld.perron, wereld.deelname.actor, f"Tijdens de onderbreking, nummer {nr}.")
    voor = backends()
    for een in lijnen:
        een.verbind()
    maak_bijdrage(wereld.perron, wereld.deelname.actor, "Terwijl iedereen terugkomt.")
    meeste = wacht_op_allen(lijnen, lambda lijn: lijn.kreeg("welkom", 2) and lijn.kreeg(f'"v":{begin + 6},"s"'))

    assert {lijn.begroetingen for lijn in lijnen} == {2}
    assert {lijn.status for lijn in lijnen} == {200}
    assert {tuple(lijn.versies) for lijn in lijnen} == {tuple(range(begin + 1, begin + 7))}
    assert meeste - voor <= 8, "the pool of one process, however many come"
    assert "Traceback" not in server.uitvoer
