# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Start, measure and stop: the product as it is served, floor and peer, and the load, each in a process of its own."""

import contextlib
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psutil

from bench.live.belasting import naar_json
from bench.live.doelen import Opdracht

WORTEL = Path(__file__).resolve().parent.parent.parent


def verruim() -> None:
    """Allow as many open files as this machine does; the processes started from here inherit it."""
    _, hoogst = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hoogst, hoogst))


@dataclass
class Server:
    """A running server: where it listens and what it uses."""

    poort: int
    proces: psutil.Popen
    map: str = ""
    database: str = ""

    @property
    def cpu(self) -> float:
        """CPU seconds so far, of the process and of those it started."""
        return sum(sum(p.cpu_times()[:2]) for p in [self.proces, *self.proces.children(recursive=True)])

    @property
    def cpu_lus(self) -> float:
        """CPU seconds so far of the first thread: the event loop."""
        return next(t.user_time + t.system_time for t in self.proces.threads() if t.id == self.proces.pid)

    @property
    def geheugen(self) -> float:
        """KB of RSS."""
        return self.proces.memory_info().rss / 1024


def omgeving(map_: Path, database: str = "") -> dict[str, str]:
    """Return the environment of the product with its data in this folder; without a database, SQLite there."""
    eigen = {"WIJKWIJZER_DEMO": "1", "WIJKWIJZER_DATA": str(map_), "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings"}
    return dict(os.environ) | eigen | {"DATABASE_URL": database}


def maak_gegevens(map_: Path, soort: str, aantal: int, database: str = "") -> dict[str, Any]:
    """Fill a new data folder (see gegevens.py) and return what the load has to know of it."""
    map_.mkdir()
    opdracht = [sys.executable, "-m", "bench.live.gegevens", soort, str(aantal)]
    env = omgeving(map_, database)
    uit = subprocess.run(opdracht, cwd=WORTEL, env=env, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(uit.stdout.splitlines()[-1])


def node() -> str | None:
    """Return where node is: on the PATH, or where set-up put it."""
    return shutil.which("node", path=f"{os.environ.get('PATH', '')}:{WORTEL / '.tools' / 'node' / 'bin'}")


def _vrije_poort() -> int:
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        return sok.getsockname()[1]


@contextlib.contextmanager
def draai(opdracht: list[str], env: dict[str, str]) -> Generator[Server]:
    """Run a server whose last argument becomes its port, from when it answers until the end of the block.

    What it complained of is shown in short at the end: at 20 posts a second a traceback each hides the numbers.
    """
    poort = _vrije_poort()
    bevel = [*opdracht, str(poort)]
    with tempfile.TemporaryFile("w+") as log:
        proces = psutil.Popen(bevel, cwd=WORTEL, env=env, stdout=subprocess.DEVNULL, stderr=log)
        try:
            _wacht_op(proces, poort)
            yield Server(poort, proces)
        finally:
            proces.terminate()
            try:
                proces.wait(10)
            except psutil.TimeoutExpired:
                proces.kill()
                proces.wait()
            log.seek(0)
            if regels := log.read().splitlines():
                print(f"  stderr of {opdracht}: {len(regels)} lines, the last: {regels[-1]}")


def _wacht_op(proces: psutil.Popen, poort: int) -> None:
    tot = time.monotonic() + 60
    while True:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", poort)):
            return
        if proces.poll() is not None or time.monotonic() > tot:
            raise RuntimeError("The server did not start.")
        time.sleep(0.05)


def vloer() -> contextlib.AbstractContextManager[Server]:
    """Run the floor."""
    return draai([sys.executable, "-m", "bench.live.vloer"], dict(os.environ))


def socketio() -> contextlib.AbstractContextManager[Server]:
    """Run the peer. Needs node."""
    return draai([str(node()), "bench/live/socketio.js"], dict(os.environ) | {"NODE_ENV": "production"})


@contextlib.contextmanager
def ons(gegevens: Path) -> Generator[Server]:
    """Run the product as it is started, on a copy of this data folder."""
    map_ = gegevens.with_name(f"{gegevens.name}-nu")
    shutil.copytree(gegevens, map_)
    try:
        with draai(_SERVEER, omgeving(map_)) as server:
            server.map, server.database = str(map_), str(map_ / "wijkwijzer.sqlite3")
            yield server
    finally:
        shutil.rmtree(map_)


_SERVEER = [sys.executable, "manage.py", "serveer", "--poort"]


@contextlib.contextmanager
def twee(gegevens: Path, database: str) -> Generator[tuple[Server, Server]]:
    """Run the product in two processes on a copy of this database (PostgreSQL)."""
    import psycopg

    kopie = f"{urlsplit(database).path.lstrip('/')}_nu"
    adres = urlunsplit(urlsplit(database)._replace(path=f"/{kopie}"))
    beheer = urlunsplit(urlsplit(database)._replace(path="/postgres"))
    with psycopg.connect(beheer, autocommit=True) as verbinding:
        verbinding.execute(f"CREATE DATABASE {kopie} TEMPLATE {urlsplit(database).path.lstrip('/')}")
        try:
            env = omgeving(gegevens, adres)
            with draai(_SERVEER, env) as een, draai(_SERVEER, env) as ander:
                een.database = ander.database = adres
                yield een, ander
        finally:
            verbinding.execute(f"DROP DATABASE {kopie} WITH (FORCE)")


def belast(server: Server, opdracht: Opdracht) -> dict[str, Any]:
    """Run the load; return its result with the server's CPU seconds while it ran and its memory at the end (KB)."""
    env = dict(os.environ) | {"PYTHONPATH": str(WORTEL)}
    bevel = [sys.executable, "-m", "bench.live.belasting"]
    with subprocess.Popen(bevel, cwd=WORTEL, env=env, stdin=-1, stdout=-1, text=True, bufsize=1) as proces:
        assert proces.stdin is not None
        assert proces.stdout is not None

        def zeg(regel: str) -> dict[str, Any]:
            proces.stdin.write(regel)
            antwoord = proces.stdout.readline()
            if not antwoord:
                raise RuntimeError("The load ended early; what it printed says why.")
            return json.loads(antwoord)

        open_ = zeg(naar_json(opdracht))
        cpu, lus = server.cpu, server.cpu_lus
        zeg("\n")
        meting = {"cpu": server.cpu - cpu, "cpu_lus": server.cpu_lus - lus, "geheugen": server.geheugen}
        meting["open_s"] = open_["open_s"]
        return meting | zeg("\n")
