# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run the trials: from a change to all who look, ours, the floor and sometimes a peer in turn with the same load.

Every round starts all servers anew, ours on a fresh copy of the database.
"""

import contextlib
import os
import tempfile
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from bench.live.doelen import Opdracht
from bench.live.lezen import percentiel
from bench.live.proeven import MET_NODE, NAMEN, PROEVEN, Proef, Uitslag, cpu_us, kb, verklein
from bench.live.server import Server, belast, maak_gegevens, node, ons, socketio, twee, verruim, vloer
from scripts.postgres_for_tests import running_postgres

__all__ = ["NAMEN", "meet"]
RONDES = int(os.environ.get("LIVE_RONDES", "3"))
OPWARMEN = {"stromen": 2, "tempo": 10, "seconden": 2.0, "vanaf": 900_000, "knip": None}
FIJN = 4  # digits of the values
FOUTEN = ("mislukt", "niet_geleverd", "dubbel", "rijen_mis")


def _een_keer(server: Server, opdracht: Opdracht, wie: str) -> dict[str, Any]:
    """Warm up, then run the load; print what the rows do not tell."""
    belast(server, replace(opdracht, **OPWARMEN))
    leeg = server.geheugen
    u = belast(server, opdracht) | {"geheugen_leeg": leeg, "stromen": opdracht.stromen}
    p50, p95, p99 = (percentiel(u["vertragingen"], deel) * 1000 for deel in (0.5, 0.95, 0.99))
    print(
        f"  {wie:<6} p50 {p50:.1f} p95 {p95:.1f} p99 {p99:.1f} ms, all within {u['duur']:.2f} s, answer p95 "
        f"{u['antwoord_p95'] * 1000:.1f} ms, {cpu_us(u):.1f} us/event "
        f"({u['cpu_lus'] / u['cpu']:.0%} in the event loop), {kb(u):.1f} KB/stream, opened in "
        f"{u['open_s']:.2f} s, event {u['maat']} bytes, {u['bytes_per_stroom'] / 1000:.0f} kB per stream; load: "
        f"{u['eigen_cpu']:.0%} CPU, posts late p95 {u['te_laat_p95'] * 1000:.1f} ms; failed posts {u['mislukt']} "
        f"{u['statussen']}, undelivered {u['niet_geleverd']}, twice {u['dubbel']}, rows wrong {u['rijen_mis']}",
        flush=True,
    )
    return u


def gezond(u: Uitslag) -> bool:
    """Tell whether a result may become a row: every post answered and stored once, nothing lost, nothing twice."""
    return not any(u[fout] for fout in FOUTEN)


@dataclass(frozen=True)
class Bron:
    """The data that each round starts from a copy of. `database`: on PostgreSQL."""

    map: Path
    bekend: Mapping[str, Any]
    database: str = ""


@contextlib.contextmanager
def _bron(proef: Proef, map_: Path) -> Generator[Bron]:
    """Make the data of a trial; more than one process needs PostgreSQL."""
    if proef.processen == 1:
        yield Bron(map_, maak_gegevens(map_, proef.soort, proef.stromen))
        return
    with tempfile.TemporaryDirectory(prefix="wijkwijzer-pg-") as pg, running_postgres(Path(pg)) as adres:
        yield Bron(map_, maak_gegevens(map_, proef.soort, proef.stromen, adres), adres)


@contextlib.contextmanager
def _onze(bron: Bron) -> Generator[list[Server]]:
    """Run ours, in one process or in two."""
    if bron.database:
        with twee(bron.map, bron.database) as servers:
            yield list(servers)
    else:
        with ons(bron.map) as server:
            yield [server]


def _ronde(proef: Proef, bron: Bron) -> dict[str, Uitslag]:
    """Run ours once, and who it is compared with."""
    basis = {"tempo": proef.tempo, "seconden": proef.seconden, "knip": proef.knip, "koekjes": bron.bekend["koekjes"]}
    uit: dict[str, Uitslag] = {}
    with _onze(bron) as servers:
        eerste, poorten = servers[0], [server.poort for server in servers]
        plek = {**bron.bekend["plek"], "database": eerste.database}
        opdracht = Opdracht(
            soort=proef.soort,
            poorten=poorten,
            stromen=proef.stromen,
            plek=plek,
            map="" if proef.formulier else eerste.map,
            **basis,
        )
        uit["ours"] = _een_keer(eerste, opdracht, "ours")
    maat, alle = max(uit["ours"]["maat"], 200), proef.stromen + (proef.soort == "zaal")  # the wall is a stream too
    anderen: dict[str, tuple[str, Callable[[], AbstractContextManager[Server]]]] = {
        "floor": ("vloer", vloer),
        "peer": ("socketio", socketio),
    }
    for wie in sorted(proef.tegen):
        soort, draai = anderen[wie]
        with draai() as server:
            kaal = Opdracht(soort=soort, poorten=[server.poort], stromen=alle, maat=maat, **basis)
            uit[wie] = _een_keer(server, kaal, wie)
    return uit


def _proef(proef: Proef, map_: Path, rij: Callable[..., Any]) -> list[Any]:
    with _bron(proef, map_) as bron:
        rondes = [_ronde(proef, bron) for _ in range(RONDES)]
    if not all(gezond(u) for ronde in rondes for u in ronde.values()):
        print(f"  FAILED: {', '.join(proef.rijen)} not written")
        return []
    uit = []
    for naam, maat in proef.rijen.items():
        boven = median(maat.lees(ronde["ours"]) for ronde in rondes)
        onder = median((maat.anders or maat.lees)(ronde[maat.tegen]) for ronde in rondes)
        uit.append(rij(naam, round(boven, FIJN), maat.eenheid, round(onder, FIJN), round(boven / onder, 2)))
    return uit


def zonder_node(namen: list[str]) -> list[str]:
    """Return the rows that can be run here, and say which can't: the peer needs node and its package."""
    weg = [] if node() and _pakket() else [naam for naam in namen if naam in MET_NODE]
    if weg:
        print(f"{', '.join(weg)}: left out, node or socket.io is not here")
    return [naam for naam in namen if naam not in weg]


def _pakket() -> bool:
    return (Path(__file__).resolve().parent.parent.parent / "node_modules" / "socket.io").is_dir()


def meet(rij: Callable[..., Any], map_: Path, namen: list[str]) -> list[Any]:
    """Run the trials that these rows come from. A row that failed is not returned."""
    verruim()
    uit = []
    for nr, proef in enumerate(PROEVEN):
        gevraagd = {naam: maat for naam, maat in proef.rijen.items() if naam in namen}
        if gevraagd:
            klein = replace(verklein(proef), rijen=gevraagd)
            print(
                f"{', '.join(gevraagd)}: {klein.stromen} streams, {klein.tempo:g}/s for {klein.seconden:g} s",
                flush=True,
            )
            uit += _proef(klein, map_ / f"live-{nr}", rij)
    return uit
