#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cut the link between two hosts for 20 seconds while changes come, and show that nobody misses or doubles one.

    sudo .venv/bin/python bench/netsnede.py [--seconden 20]

Two network namespaces stand for two hosts, with a link of their own between them. Host A has PostgreSQL and a server;
host B has a second server on that database. Three browsers follow one perron: one at each server on its own host, and
one on host B at the server of host A, across the link. It needs root, and is therefore no part of `make test`; there
tests/wijkwijzer/live/test_net.py cuts a forwarder instead.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(WORTEL))

A, B, KABEL = "wijkwijzer-a", "wijkwijzer-b", ("wwkabel-a", "wwkabel-b")
HOST_A, POORT = "10.203.7.1", 8181
PER_SECONDE, NA_HERSTEL, GEDULD = 2, 5, 120


def ip(*wat: str) -> None:
    """Run ip, which must succeed."""
    subprocess.run(["ip", *wat], check=True)


@contextmanager
def twee_hosts() -> Iterator[None]:
    """Make two namespaces with a link between them; remove them afterwards."""
    try:
        for ns in (A, B):
            ip("netns", "add", ns)
        ip("link", "add", KABEL[0], "netns", A, "type", "veth", "peer", "name", KABEL[1], "netns", B)
        for ns, kabel, adres in ((A, KABEL[0], f"{HOST_A}/24"), (B, KABEL[1], "10.203.7.2/24")):
            ip("-n", ns, "address", "add", adres, "dev", kabel)
            for naam in ("lo", kabel):
                ip("-n", ns, "link", "set", naam, "up")
        yield
    finally:
        for ns in (A, B):
            subprocess.run(["ip", "netns", "delete", ns], check=False, stderr=subprocess.DEVNULL)


def in_host(ns: str) -> Any:
    """Return a function that moves the thread that calls it to a host."""

    def ga() -> None:
        with Path(f"/run/netns/{ns}").open("rb") as naam:
            os.setns(naam.fileno(), os.CLONE_NEWNET)

    return ga


async def geef_door(poort: int, naar: Any) -> None:
    """Let host A answer on the link for what listens elsewhere: a socket in a folder, or its own 127.0.0.1."""

    async def pomp(van: asyncio.StreamReader, heen: asyncio.StreamWriter) -> None:
        while stuk := await van.read(65536):
            heen.write(stuk)
            await heen.drain()
        heen.close()

    async def verbinding(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        try:
            verder, binnen = await naar()
        except OSError:  # that server is still starting
            schrijver.close()
            return
        await asyncio.gather(pomp(lezer, binnen), pomp(verder, schrijver), return_exceptions=True)

    await (await asyncio.start_server(verbinding, HOST_A, poort)).serve_forever()


@contextmanager
def server(ns: str, map_: Path, adres: str) -> Iterator[Path]:
    """Run the application on a host; returns where its messages go."""
    uitvoer = map_.with_suffix(".uitvoer")
    env = {**os.environ, "WIJKWIJZER_DATA": str(map_), "DATABASE_URL": adres}
    opdracht = ["ip", "netns", "exec", ns, sys.executable, "manage.py", "serveer", "--poort", str(POORT)]
    with uitvoer.open("wb") as uit, subprocess.Popen(opdracht, cwd=WORTEL, env=env, stdout=uit, stderr=uit) as proces:
        try:
            yield uitvoer
        except BaseException:
            print(f"{ns} wrote:", uitvoer.read_text()[-3000:])
            raise
        finally:
            proces.terminate()


def schrijf(wereld: Any, seconden: float) -> None:
    """Add contributions at a steady rate for some time."""
    from tests.factories import maak_bijdrage

    for nr in range(round(seconden * PER_SECONDE)):
        maak_bijdrage(wereld.perron, wereld.deelname.actor, f"Bijdrage {nr} van {time.monotonic_ns()}.")
        time.sleep(1 / PER_SECONDE)


def wacht(klopt: Any, wat: str) -> float:
    """Wait until it holds and return how long that took. Raises SystemExit when it takes too long."""
    begin = time.monotonic()
    while not klopt():
        if time.monotonic() - begin > GEDULD:
            raise SystemExit(f"after {GEDULD} s still not: {wat}")
        time.sleep(0.05)
    return time.monotonic() - begin


def proef(map_: Path, seconden: float, socket: str) -> None:
    """The experiment itself, when hosts and database are there."""
    from django.conf import settings

    from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_wijk
    from tests.lijn import Lijn, Lus
    from wijken.models import Rol

    class Wereld:
        wijk = maak_wijk()
        deelname = maak_partij(wijk)
        perron = maak_perron(wijk, 2)
        client = ingelogd(maak_lid(wijk, Rol.LEZER))

    wereld = Wereld()
    wereld.wijk.refresh_from_db()
    begin = wereld.wijk.versie
    doorgeef = Lus(in_host(A))
    doorgeef.doe(geef_door(5432, lambda: asyncio.open_unix_connection(f"{socket}/.s.PGSQL.5432")))
    doorgeef.doe(geef_door(POORT, lambda: asyncio.open_connection("127.0.0.1", POORT)))
    for naam in ("a", "b"):
        (map_ / naam).mkdir()
        (map_ / naam / "geheim-demo").write_text(settings.SECRET_KEY, encoding="ascii")
    over_kabel = f"postgresql://postgres:@{HOST_A}:5432/postgres"
    with server(A, map_ / "a", os.environ["DATABASE_URL"]) as een, server(B, map_ / "b", over_kabel) as twee:
        lussen = {A: Lus(in_host(A)), B: Lus(in_host(B))}
        browsers = {
            naam: Lijn(lussen[ns], POORT, wereld.client, na=begin, host=host)
            for naam, ns, host in (
                ("A, at server A", A, "127.0.0.1"),
                ("B, at server B", B, "127.0.0.1"),
                ("B, at server A over the link", B, HOST_A),
            )
        }
        for naam, browser in browsers.items():
            wacht(lambda b=browser: b.begroetingen or (b.klaar and b.verbind()), f"{naam} connects")
        schrijf(wereld, 3)
        for naam, browser in browsers.items():
            wacht(lambda b=browser: len(b.versies) == 3 * PER_SECONDE, f"{naam} sees the first changes")
        ip("-n", A, "link", "set", KABEL[0], "down")
        schrijf(wereld, seconden)
        tijdens = {naam: len(browser.versies) for naam, browser in browsers.items()}
        ip("-n", A, "link", "set", KABEL[0], "up")
        hersteld = time.monotonic()
        schrijf(wereld, NA_HERSTEL)
        wereld.wijk.refresh_from_db()
        alles = list(range(begin + 1, wereld.wijk.versie + 1))
        print(f"{len(alles)} changes, the link was down for {seconden} s")
        for naam, browser in browsers.items():
            wacht(lambda b=browser: alles[-1] in b.versies, f"{naam} has the last change")
            duur = time.monotonic() - hersteld
            goed = "each once, in order" if browser.versies == alles else f"WRONG: {browser.versies}"
            print(f"  {naam:<30} {tijdens[naam]:>4} before the link was back; all after {duur:4.1f} s; {goed}")
        print(*(f"{p.name}: {p.read_text().count('Traceback')} errors noted" for p in (een, twee)), sep="\n")
        if any(browser.versies != alles for browser in browsers.values()):
            raise SystemExit(1)


def main() -> None:
    """Set up database and hosts, then cut."""
    from scripts.postgres_for_tests import running_postgres

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconden", type=float, default=20)
    seconden = parser.parse_args().seconden
    with tempfile.TemporaryDirectory(prefix="wijkwijzer-netsnede-") as tijdelijk, twee_hosts():
        map_ = Path(tijdelijk)
        with running_postgres(map_) as url:
            eigen = {"WIJKWIJZER_DEMO": "1", "WIJKWIJZER_DATA": tijdelijk, "DATABASE_URL": url}
            os.environ |= {**eigen, "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings"}
            import django

            django.setup()
            from django.core.management import call_command
            from django.db import connection

            call_command("migrate", verbosity=0)
            proef(map_, seconden, connection.settings_dict["HOST"] or connection.settings_dict["OPTIONS"]["host"])
            connection.close_pool()


if __name__ == "__main__":
    main()
