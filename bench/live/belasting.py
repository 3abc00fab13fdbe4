# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The load, in a process of its own: streams that listen and posts in an open loop.

It reads an Opdracht as one line of JSON and reports one line per phase: `open` (all streams are), `klaar` (all changes
came in, or patience ended) and `uitslag`. After the first two it waits for a line, so that the server can be measured.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from statistics import median
from typing import Any

from bench.live.doelen import TEKST, Kaal, Opdracht, doel
from bench.live.lezen import bijgewerkt, duur, laatste_id, ontleed, percentiel, vertragingen
from bench.live.lus import Balie, Lus, Stroom
from bench.live.schrijver import Schrijver

GEDULD_OPEN, GEDULD, NASLEEP = 90.0, 20.0, 0.5
GELUKT = frozenset({204, 302, 303})  # floor and peer; "stored, go and look" (a form with errors comes back as 422)
PER_VERBINDING = 3.0  # seconds between two posts on one connection: uvicorn closes one that is idle for 5


def meld(stap: str, **wat: Any) -> None:
    """Report to who started this process."""
    print(json.dumps({"stap": stap, **wat}), flush=True)


def wacht(lus: Lus, stromen: list[Stroom], tekst: Callable[[int], bytes], geduld: float) -> bool:
    """Run until every stream has received its text. False when that took too long."""
    tot, open_ = time.monotonic() + geduld, list(enumerate(stromen))
    while open_ and time.monotonic() < tot:
        lus.draai(time.monotonic() + 0.1)
        open_ = [(nr, s) for nr, s in open_ if not s.heeft(tekst(nr))]
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


def open_alles(lus: Lus, aan: Kaal) -> list[Stroom]:
    """Open all streams and wait until each was greeted. Exits when one was not."""
    stromen = [Stroom(lambda gezien, n=n: aan.stroom(n, gezien), aan.poort(n), aan.vervolg) for n in range(aan.stromen)]
    for stroom in stromen:
        stroom.open(lus)
    if not wacht(lus, stromen, lambda _: aan.welkom, GEDULD_OPEN):
        koppen = sorted({bytes(s.stukken[0][1][:60]).decode() if s.stukken else "nothing" for s in stromen})
        raise SystemExit(f"Not every stream opened; first lines: {koppen}")
    return stromen


def wacht_af(lus: Lus, aan: Kaal, balie: Balie, stromen: list[Stroom], nummers: set[int]) -> int:
    """Run until every post was answered and every stream has the last change; return the rows too many or too few."""
    tot = time.monotonic() + GEDULD
    while balie.gestuurd and balie.antwoorden.keys() < nummers and time.monotonic() < tot:
        lus.draai(time.monotonic() + 0.05)
    rijen_mis = aan.rond_af(nummers, tot)
    wacht(lus, stromen, aan.slot, GEDULD)
    lus.draai(time.monotonic() + NASLEEP)
    return rijen_mis


def main() -> None:
    """Do one Opdracht."""
    op = Opdracht(**json.loads(sys.stdin.readline()))
    aan, lus = doel(op), Lus()
    gc.disable()  # what is written down has no cycles, and a pause would look like the server's
    begin = time.monotonic()
    stromen = open_alles(lus, aan)
    open_s = time.monotonic() - begin
    verbindingen = min(round(op.tempo * PER_VERBINDING), round(op.tempo * op.seconden))
    balie = Balie(lus, op.poorten[0], max(verbindingen, 2), aan.post)
    lus.draai(time.monotonic() + 1.0)
    schrijver = Schrijver(op.map, TEKST) if op.map else None
    meld("open", open_s=open_s)
    sys.stdin.readline()
    begin, cpu = time.monotonic(), time.process_time()
    gepland, terug = post_alles(lus, balie, stromen, op, schrijver)
    rijen_mis = wacht_af(lus, aan, balie, stromen, set(gepland))
    eigen_cpu = (time.process_time() - cpu) / (time.monotonic() - begin)
    for nummer, (van, tot) in (schrijver.einde() if schrijver else {}).items():
        balie.gestuurd[nummer], balie.antwoorden[nummer] = van, (tot, 204)
    meld("klaar")
    sys.stdin.readline()
    for stroom in stromen:
        stroom.breek_af(lus)
    meld("uitslag", eigen_cpu=eigen_cpu, rijen_mis=rijen_mis, **uitslag(aan, gepland, terug, balie, stromen))


def uitslag(aan: Kaal, gepland: dict[int, float], terug: float, balie: Balie, stromen: list[Stroom]) -> dict[str, Any]:
    """Read what was written down."""
    gelezen = [aan.ontvangst(nr, [ontleed(v) for v in s.verbindingen]) for nr, s in enumerate(stromen)]
    momenten = [o.momenten for o in gelezen]
    statussen = {n: balie.antwoorden.get(n, (0.0, 0))[1] for n in gepland}
    telefoons = list(enumerate(momenten))[: aan.op.stromen]  # a wall has more to do than a phone, wherever it is
    per_poort = [[m for nr, m in telefoons if aan.poort(nr) == poort] for poort in aan.op.poorten]
    return {
        "vertragingen": vertragingen(gepland, momenten),
        "per_poort": [vertragingen(gepland, deel) for deel in per_poort],
        "duur": duur(gepland, momenten),
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
