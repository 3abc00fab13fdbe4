# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The load, in a process of its own: streams that listen and posts in an open loop.

It reads an Opdracht as one line of JSON and reports one line per phase: `open` (all streams are), `klaar` (all changes
came in, or patience ended) and `uitslag`. After the first two it waits for a line, so that the server can be measured.
"""

import gc
import http.client
import json
import re
import sys
import time
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any
from urllib.parse import urlencode

from bench.live.lezen import bijgewerkt, laatste_id, merk, ontleed, ontvangst, percentiel, vertragingen
from bench.live.lus import WELKOM, Balie, Lus, Stroom
from bench.live.schrijver import Schrijver

TEKST = "Wij willen dat iedereen in de wijk zich thuis voelt, en dat wij elkaar blijven vragen wat er nodig is."
GEDULD_OPEN, GEDULD, NASLEEP = 90.0, 20.0, 0.5
GELUKT = frozenset({204, 303})  # the floor; "stored, go and look at the page" (a form with errors comes back as 422)
PER_VERBINDING = 3.0  # seconds between two posts on one connection: uvicorn closes one that is idle for 5


@dataclass(frozen=True)
class Opdracht:
    """What to do. `perron` is the page; None: the floor, which gets and sends events of `maat` bytes.

    `knip`: cut all streams after so many seconds, and let them come back at once after so many. `map`: the data
    folder in which another process makes the changes; without it they come as forms.
    """

    poort: int
    koekjes: list[str]
    stromen: int
    tempo: float
    seconden: float
    perron: str | None = None
    partij: str = ""
    maat: int = 0
    vanaf: int = 0
    knip: tuple[float, float] | None = None
    map: str = ""


class Vragen:
    """The requests, as bytes."""

    def __init__(self, op: Opdracht) -> None:
        self.op = op
        self.versie = self.csrf_koekje = self.csrf = ""
        if op.perron:
            self._lees_pagina(op.perron)

    def _lees_pagina(self, perron: str) -> None:
        """Open the page as its reader does: it holds the version to follow from and the token to post with."""
        verbinding = http.client.HTTPConnection("127.0.0.1", self.op.poort, timeout=60)
        verbinding.request("GET", perron, headers={"Cookie": f"sessionid={self.op.koekjes[0]}"})
        antwoord = verbinding.getresponse()
        html = antwoord.read().decode()
        assert antwoord.status == 200, antwoord.status
        self.csrf_koekje = re.findall(r"csrftoken=(\w+)", antwoord.getheader("Set-Cookie") or "")[0]
        self.csrf = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[0]
        self.versie = re.findall(r'data-live-versie="(\d+)"', html)[0]
        verbinding.close()

    def stroom(self, nummer: int, gezien: int) -> bytes:
        """Return the request of one stream; each is another login."""
        wijk = (self.op.perron or "/x/routekaart/").split("routekaart/")[0]
        kop = f"Last-Event-ID: {gezien}\r\n" if gezien else ""
        return (
            f"GET {wijk}live/?{urlencode({'plek': self.op.perron or '', 'na': self.versie})} HTTP/1.1\r\n"
            f"Host: 127.0.0.1\r\nAccept: text/event-stream\r\n{kop}"
            f"Cookie: sessionid={self.op.koekjes[nummer]}\r\n\r\n"
        ).encode()

    def post(self, nummer: int) -> bytes:
        """Return the request that makes one change."""
        tekst = f"{merk(nummer)} {TEKST}"
        if self.op.perron:
            lijf = urlencode({"csrfmiddlewaretoken": self.csrf, "partij": self.op.partij, "tekst": tekst})
        else:
            lijf = tekst.ljust(self.op.maat - len(f"id: {nummer}\ndata: \n\n"), "x")
        return (
            f"POST {self.op.perron or '/'}bijdragen/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Cookie: sessionid={self.op.koekjes[0]}; csrftoken={self.csrf_koekje}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(lijf)}\r\n\r\n{lijf}"
        ).encode()


def meld(fase: str, **wat: Any) -> None:
    """Report to who started this process."""
    print(json.dumps({"fase": fase, **wat}), flush=True)


def wacht(lus: Lus, stromen: list[Stroom], tekst: bytes, geduld: float) -> bool:
    """Run until every stream has received this text. False when that took too long."""
    tot, open_ = time.monotonic() + geduld, stromen
    while open_ and time.monotonic() < tot:
        lus.draai(time.monotonic() + 0.1)
        open_ = [s for s in open_ if not s.heeft(tekst)]
    return not open_


def post_alles(
    lus: Lus, balie: Balie, stromen: list[Stroom], op: Opdracht, schrijver: Schrijver | None
) -> tuple[dict[int, float], float]:
    """Post at the scheduled moments, cut and mend; return the schedule and the moment at which streams came back."""
    begin = time.monotonic() + 0.1
    gepland = {op.vanaf + n: begin + n / op.tempo for n in range(int(op.tempo * op.seconden))}
    werk: list[tuple[float, int]] = sorted((t, n) for n, t in gepland.items())
    if schrijver:
        schrijver.begin(gepland)
        werk = [(max(gepland.values()), 0)] if not op.knip else []
    knip = [begin + t for t in op.knip or ()]
    terug = 0.0
    while werk or knip:
        lus.draai(min([*knip[:1], *(t for t, _ in werk[:1])]))
        nu = time.monotonic()
        while werk and werk[0][0] <= nu:
            nummer = werk.pop(0)[1]
            if not schrijver:
                balie.post(nummer)
        if knip and knip[0] <= nu:
            if len(knip) == 2:
                [s.breek_af(lus) for s in stromen]
            else:
                gezien = [laatste_id(ontleed(s.stukken)) for s in stromen]
                terug = time.monotonic()
                [s.open(lus, id_) for s, id_ in zip(stromen, gezien, strict=True)]
            knip.pop(0)
    return gepland, terug


def main() -> None:
    """Do one Opdracht."""
    op = Opdracht(**json.loads(sys.stdin.readline()))
    vragen, lus = Vragen(op), Lus(("127.0.0.1", op.poort))
    stromen = [Stroom(lambda gezien, n=n: vragen.stroom(n, gezien)) for n in range(op.stromen)]
    gc.disable()  # what is written down has no cycles, and a pause would look like the server's
    begin = time.monotonic()
    for stroom in stromen:
        stroom.open(lus)
    if not wacht(lus, stromen, WELKOM, GEDULD_OPEN):
        koppen = sorted({bytes(s.stukken[0][1][:60]).decode() if s.stukken else "nothing" for s in stromen})
        raise SystemExit(f"Not every stream opened; first lines: {koppen}")
    open_s = time.monotonic() - begin
    balie = Balie(lus, max(round(op.tempo * PER_VERBINDING), 2), vragen.post)
    lus.draai(time.monotonic() + 1.0)
    schrijver = Schrijver(op.map, TEKST) if op.map else None
    meld("open", open_s=open_s)
    sys.stdin.readline()
    begin, cpu = time.monotonic(), time.process_time()
    gepland, terug = post_alles(lus, balie, stromen, op, schrijver)
    wacht(lus, stromen, merk(max(gepland)).encode(), GEDULD)
    lus.draai(time.monotonic() + NASLEEP)
    eigen_cpu = (time.process_time() - cpu) / (time.monotonic() - begin)
    for nummer, (van, tot) in (schrijver.einde() if schrijver else {}).items():
        balie.gestuurd[nummer], balie.antwoorden[nummer] = van, (tot, 204)
    meld("klaar")
    sys.stdin.readline()
    for stroom in stromen:
        stroom.breek_af(lus)
    meld("uitslag", eigen_cpu=eigen_cpu, **uitslag(gepland, terug, balie, stromen))


def uitslag(gepland: dict[int, float], terug: float, balie: Balie, stromen: list[Stroom]) -> dict[str, Any]:
    """Read what was written down."""
    gelezen = [ontvangst(*map(ontleed, s.verbindingen)) for s in stromen]
    momenten = [o.momenten for o in gelezen]
    statussen = {n: balie.antwoorden.get(n, (0.0, 0))[1] for n in gepland}
    return {
        "vertragingen": vertragingen(gepland, momenten),
        "mislukt": sum(status not in GELUKT for status in statussen.values()),
        "statussen": sorted(set(statussen.values())),
        "niet_geleverd": sum(nummer not in m for m in momenten for nummer in gepland),
        "geleverd": sum(nummer in m for m in momenten for nummer in gepland),
        "dubbel": sum(o.dubbel for o in gelezen),
        "maat": round(median([m for o in gelezen for m in o.maten] or [0])),
        "bytes_per_stroom": median(o.bytes_totaal for o in gelezen),
        "bijgewerkt": bijgewerkt(gepland, momenten, terug=terug),
        "te_laat_p95": percentiel([balie.gestuurd.get(n, t + 99) - t for n, t in gepland.items()], 0.95),
        "antwoord_p95": percentiel([balie.antwoorden.get(n, (t + 99, 0))[0] - t for n, t in gepland.items()], 0.95),
    }


def naar_json(op: Opdracht) -> str:
    """Return an Opdracht as the line that this process reads."""
    return json.dumps(asdict(op)) + "\n"


if __name__ == "__main__":
    main()
