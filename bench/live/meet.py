# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows `live-…`: from a change to all who look at the page, ours and the floor in turn with the same load.

One trial (Proef) gives one row or more. Every round starts both servers anew, ours on a fresh copy of the database.
"""

import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from bench.live.belasting import Opdracht
from bench.live.lezen import percentiel
from bench.live.server import Server, belast, maak_gegevens, ons, verruim, vloer

RONDES = int(os.environ.get("LIVE_RONDES", "3"))
OPWARMEN = {"stromen": 2, "tempo": 10, "seconden": 2.0, "vanaf": 900_000, "knip": None}
FIJN = 4  # digits of the values


def _p95_ms(u: Mapping[str, Any]) -> float:
    return percentiel(u["vertragingen"], 0.95) * 1000


def _cpu_us(u: Mapping[str, Any]) -> float:
    return u["cpu"] / u["geleverd"] * 1e6 if u["geleverd"] else math.inf


def _kb(u: Mapping[str, Any]) -> float:
    return (u["geheugen"] - u["geheugen_leeg"]) / u["stromen"]


@dataclass(frozen=True)
class Proef:
    """A load, and the rows (name -> unit, how to read it from a result) that come from it.

    `formulier`: the changes come to the same server as forms; otherwise another process makes them.
    """

    stromen: int
    tempo: float
    seconden: float
    rijen: Mapping[str, tuple[str, Callable[[Mapping[str, Any]], float]]]
    knip: tuple[float, float] | None = None
    formulier: bool = False


PROEVEN = [
    Proef(2, 5, 20.0, {"live-twee": ("ms", _p95_ms)}),
    Proef(300, 20, 15.0, {"live-300": ("ms", _p95_ms), "live-300-cpu": ("us", _cpu_us)}),
    Proef(1000, 20, 15.0, {"live-1000": ("ms", _p95_ms), "live-1000-geheugen": ("KB", _kb)}),
    Proef(300, 5, 15.0, {"live-formulier-300": ("ms", _p95_ms)}, formulier=True),
    Proef(300, 20, 14.0, {"live-inhaal-300": ("s", lambda u: u["bijgewerkt"])}, knip=(1.0, 11.0)),
]
NAMEN = [naam for proef in PROEVEN for naam in proef.rijen]


def verklein(proef: Proef) -> Proef:
    """Return a trial as the environment asks for: LIVE_STROMEN and LIVE_SECONDEN try the bench out at a small scale."""
    stromen, seconden = os.environ.get("LIVE_STROMEN"), os.environ.get("LIVE_SECONDEN")
    if stromen:
        proef = replace(proef, stromen=min(int(stromen), proef.stromen))
    if seconden:
        deel = min(float(seconden) / proef.seconden, 1.0)
        knip = (proef.knip[0] * deel, proef.knip[1] * deel) if proef.knip else None
        proef = replace(proef, seconden=proef.seconden * deel, knip=knip)
    return proef


def _een_keer(server: Server, opdracht: Opdracht, wie: str) -> dict[str, Any]:
    """Warm up, then run the load; print what the rows do not tell."""
    belast(server, replace(opdracht, **OPWARMEN))
    leeg = server.geheugen
    u = belast(server, opdracht) | {"geheugen_leeg": leeg, "stromen": opdracht.stromen}
    print(
        f"  {wie:<6} p50 {percentiel(u['vertragingen'], 0.5) * 1000:.1f} p95 {_p95_ms(u):.1f} ms, answer p95 "
        f"{u['antwoord_p95'] * 1000:.1f} ms, {_cpu_us(u):.1f} us/event "
        f"({u['cpu_lus'] / u['cpu']:.0%} in the event loop), {_kb(u):.1f} KB/stream, opened in "
        f"{u['open_s']:.2f} s, event {u['maat']} bytes, {u['bytes_per_stroom'] / 1000:.0f} kB per stream; load: "
        f"{u['eigen_cpu']:.0%} CPU, posts late p95 {u['te_laat_p95'] * 1000:.1f} ms; failed posts {u['mislukt']} "
        f"{u['statussen']}, undelivered {u['niet_geleverd']}, twice {u['dubbel']}",
        flush=True,
    )
    return u


def gezond(u: Mapping[str, Any]) -> bool:
    """Tell whether a result may become a row: every post answered, nothing lost, nothing twice."""
    return not (u["mislukt"] or u["niet_geleverd"] or u["dubbel"])


def _proef(proef: Proef, map_: Path, rij: Callable[..., Any], namen: list[str]) -> list[Any]:
    bekend = maak_gegevens(map_, proef.stromen)
    basis = {"stromen": proef.stromen, "tempo": proef.tempo, "seconden": proef.seconden, "knip": proef.knip}
    paren = []
    for _ in range(RONDES):
        with ons(map_) as server:
            map_nu = "" if proef.formulier else server.map
            hoog = _een_keer(server, Opdracht(poort=server.poort, map=map_nu, **basis, **bekend), "ours")
        with vloer() as server:
            kaal = Opdracht(poort=server.poort, **basis, koekjes=bekend["koekjes"], maat=max(hoog["maat"], 200))
            paren.append((hoog, _een_keer(server, kaal, "floor")))
    if not all(gezond(u) for paar in paren for u in paar):
        print(f"  FAILED: {', '.join(namen)} not written")
        return []
    uit = []
    for naam in namen:
        eenheid, lees = proef.rijen[naam]
        boven, onder = median(lees(p[0]) for p in paren), median(lees(p[1]) for p in paren)
        uit.append(rij(naam, round(boven, FIJN), eenheid, round(onder, FIJN), round(boven / onder, 2)))
    return uit


def meet(rij: Callable[..., Any], map_: Path, namen: list[str]) -> list[Any]:
    """Run the trials that these rows come from. A row that failed is not returned."""
    verruim()
    uit = []
    for nr, proef in enumerate(PROEVEN):
        gevraagd = [naam for naam in proef.rijen if naam in namen]
        if gevraagd:
            klein = verklein(proef)
            print(
                f"{', '.join(gevraagd)}: {klein.stromen} streams, {klein.tempo:g}/s for {klein.seconden:g} s",
                flush=True,
            )
            uit += _proef(klein, map_ / f"live-{nr}", rij, gevraagd)
    return uit
