# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague elsewhere: a process of its own that makes changes through the verb, at scheduled moments.

Says `klaar` when it is ready, reads a schedule (change -> moment of the machine's monotonic clock) as one line of
JSON, and prints when it began and ended each change. With this the server under test does nothing but hear of a
change, render it and deliver it; what it costs to handle a form is another row.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from bench.live.gegevens import PERRON, SLUG
from bench.live.lezen import merk

WORTEL = Path(__file__).resolve().parent.parent.parent


class Schrijver:
    """The process, seen from the load."""

    def __init__(self, map_: str, tekst: str) -> None:
        env = dict(os.environ) | {
            "DATABASE_URL": "",
            "WIJKWIJZER_DEMO": "1",
            "WIJKWIJZER_DATA": map_,
            "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings",
        }
        bevel = [sys.executable, "-m", "bench.live.schrijver", tekst]
        self._proces = subprocess.Popen(bevel, cwd=WORTEL, env=env, stdin=-1, stdout=-1, text=True, bufsize=1)
        if self._regel() != "klaar":
            raise RuntimeError("The writer did not start.")

    def _regel(self) -> str:
        assert self._proces.stdout is not None
        return self._proces.stdout.readline().strip()

    def begin(self, gepland: Mapping[int, float]) -> None:
        """Hand over the schedule."""
        assert self._proces.stdin is not None
        self._proces.stdin.write(json.dumps(gepland) + "\n")

    def einde(self) -> dict[int, tuple[float, float]]:
        """Wait until it is done; return when each change began and was stored."""
        gedaan = {int(nr): (van, tot) for nr, (van, tot) in json.loads(self._regel()).items()}
        self._proces.wait(30)
        return gedaan


def main(tekst: str) -> None:
    """Make the changes."""
    import django

    django.setup()
    from actoren.models import Deelname
    from routekaart.models import Perron
    from routekaart.perron.handelingen import draag_bij

    perron = Perron.objects.select_related("routekaart__wijk").get(routekaart__wijk__slug=SLUG, nummer=PERRON)
    deelname = Deelname.objects.filter(wijk=perron.wijk).select_related("actor")[0]
    print("klaar", flush=True)
    gepland = {int(nr): moment for nr, moment in json.loads(sys.stdin.readline()).items()}
    gedaan = {}
    for nr, moment in gepland.items():
        time.sleep(max(0.0, moment - time.monotonic()))
        van = time.monotonic()
        draag_bij(perron=perron, actor=deelname.actor, tekst=f"{merk(nr)} {tekst}", door=None)
        gedaan[nr] = (van, time.monotonic())
    print(json.dumps(gedaan), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
