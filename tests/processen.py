# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Other processes on the database of the test: servers that are started, killed and started again, and writers."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.db import connection

WORTEL = Path(__file__).resolve().parent.parent
GEDULD = 60.0  # a process that starts on a busy machine

SCHRIJF = """
import sys, time, django
from uuid import uuid4
django.setup()
from actoren.models import Actor
from routekaart.perron.handelingen import draag_bij
from routekaart.models import Perron
perron = Perron.objects.select_related("routekaart__wijk").get(pk=sys.argv[1])
actor = Actor.objects.get(pk=sys.argv[2])
for nr in range(int(sys.argv[3])):
    draag_bij(perron=perron, actor=actor, tekst=f"Van elders, nummer {nr} ({uuid4()}).", door=None)
    time.sleep(float(sys.argv[4]))
"""
# The server as it is, on a machine that loses its power as soon as a change has been committed.
SERVEER_EN_STERF = """
import os, signal, sys, django
django.setup()
from django.core.management import call_command
from wijkwijzer.live.hub import hub
def sterf(wijk=None):
    if wijk is not None:
        os.kill(os.getpid(), signal.SIGKILL)
hub.call = sterf
call_command("serveer", poort=int(sys.argv[1]), zonder_werker=True)
"""


def vrije_poort() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        return sok.getsockname()[1]


def omgeving(map_: Path, **extra: str) -> dict[str, str]:
    """Return the environment of a process with a data folder of its own on the database of this test."""
    map_.mkdir(exist_ok=True)
    (map_ / "geheim-demo").write_text(settings.SECRET_KEY, encoding="ascii")
    naam = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        (map_ / "wijkwijzer.sqlite3").unlink(missing_ok=True)
        (map_ / "wijkwijzer.sqlite3").symlink_to(naam)
        adres = ""
    else:
        voor, _, vraag = os.environ["DATABASE_URL"].partition("?")
        adres = f"{voor.rpartition('/')[0]}/{naam}?{vraag}"
    eigen = {"WIJKWIJZER_DATA": str(map_), "WIJKWIJZER_DEMO": "1", "DATABASE_URL": adres, "PYTHONUNBUFFERED": "1"}
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings", **eigen, **extra}


def schrijf_elders(map_: Path, perron, actor, aantal: int, *, rust: float = 0.0) -> subprocess.Popen[bytes]:
    """Start a process that adds contributions through the verb, with some rest after each."""
    argumenten = [str(perron.pk), str(actor.pk), str(aantal), str(rust)]
    return subprocess.Popen([sys.executable, "-c", SCHRIJF, *argumenten], cwd=WORTEL, env=omgeving(map_))


class Dienst:
    """`manage.py serveer` as a process. `sterfelijk`: it kills itself right after the first commit of its own.

    Only with `werker` does it do tasks: a second process is work for the machine, and looks at the same rows.
    """

    def __init__(
        self, map_: Path, *, poort: int = 0, sterfelijk: bool = False, werker: bool = False, **extra: str
    ) -> None:
        self.poort = poort or vrije_poort()
        self._werker = werker
        self._uitvoer = map_.with_suffix(".uitvoer")
        self._env = omgeving(map_, **extra)
        self._start(sterfelijk)

    def _start(self, sterfelijk: bool) -> None:
        zonder = [] if self._werker else ["--zonder-werker"]
        opdracht = ["-c", SERVEER_EN_STERF] if sterfelijk else ["manage.py", "serveer", *zonder, "--poort"]
        with self._uitvoer.open("ab") as uit:
            self.proces = subprocess.Popen(
                [sys.executable, *opdracht, str(self.poort)], cwd=WORTEL, env=self._env, stdout=uit, stderr=uit
            )
        tot = time.monotonic() + GEDULD
        while not self._bereikbaar():
            assert self.proces.poll() is None, self.uitvoer
            assert time.monotonic() < tot, self.uitvoer
            time.sleep(0.05)

    def _bereikbaar(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.poort), timeout=1).close()
        except OSError:
            return False
        return True

    @property
    def uitvoer(self) -> str:
        """What it wrote so far, in all its lives."""
        return self._uitvoer.read_text(encoding="utf-8", errors="replace")

    def stop(self, hoe: signal.Signals = signal.SIGKILL) -> float:
        """End it with this signal and return how long that took."""
        begin = time.monotonic()
        if self.proces.poll() is None:
            self.proces.send_signal(hoe)
        self.wacht_op_einde()
        return time.monotonic() - begin

    def wacht_op_einde(self) -> int:
        """Wait until it is gone; returns its exit code, negative for a signal."""
        return self.proces.wait(20)

    def herstart(self) -> "Dienst":
        """Start it again on the same port, mortal no longer."""
        self.stop()
        self._start(sterfelijk=False)
        return self
