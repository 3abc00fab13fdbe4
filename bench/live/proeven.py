# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The trials of the rows `live-…` and `zaal-…`, as data: a load, and the rows that come from it."""

import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bench.live.lezen import percentiel

Uitslag = Mapping[str, Any]
Lees = Callable[[Uitslag], float]


def p_ms(deel: float) -> Lees:
    """Return how to read a percentile (0-1), in milliseconds."""
    return lambda u: percentiel(u["vertragingen"], deel) * 1000


def poort_ms(poort: int) -> Lees:
    """Return how to read the p95 of those who listen at one of the ports, in milliseconds."""
    return lambda u: percentiel(u["per_poort"][poort], 0.95) * 1000


def cpu_us(u: Uitslag) -> float:
    """Return the CPU microseconds of the server per delivered event."""
    return u["cpu"] / u["geleverd"] * 1e6 if u["geleverd"] else math.inf


def kb(u: Uitslag) -> float:
    """Return the memory per stream."""
    return (u["geheugen"] - u["geheugen_leeg"]) / u["stromen"]


@dataclass(frozen=True)
class Maat:
    """How a row is read from the results of `ours`, and against whom: `floor`, `peer`, or ours read in another way."""

    eenheid: str
    lees: Lees
    tegen: str = "floor"
    anders: Lees | None = None


@dataclass(frozen=True)
class Proef:
    """A load, and the rows that come from it.

    `formulier`: the changes come to the same server as forms; otherwise another process makes them. The cards of a
    room always come as forms. `processen`: how many of ours serve one database.
    """

    soort: str
    stromen: int
    tempo: float
    seconden: float
    rijen: Mapping[str, Maat]
    knip: tuple[float, float] | None = None
    formulier: bool = False
    processen: int = 1

    @property
    def tegen(self) -> set[str]:
        """Return who else is measured: floor, peer."""
        return {maat.tegen for maat in self.rijen.values()} - {"ours"}


P95, P99 = p_ms(0.95), p_ms(0.99)

PROEVEN = [
    Proef("perron", 2, 5, 20.0, {"live-twee": Maat("ms", P95)}),
    Proef("perron", 300, 20, 15.0, {"live-300": Maat("ms", P95), "live-300-cpu": Maat("us", cpu_us)}),
    Proef("perron", 1000, 20, 15.0, {"live-1000": Maat("ms", P95), "live-1000-geheugen": Maat("KB", kb)}),
    Proef("perron", 300, 5, 15.0, {"live-formulier-300": Maat("ms", P95)}, formulier=True),
    Proef("perron", 300, 20, 14.0, {"live-inhaal-300": Maat("s", lambda u: u["bijgewerkt"])}, knip=(1.0, 11.0)),
    Proef(
        "zaal",
        300,
        20,
        15.0,
        {
            "zaal-300": Maat("ms", P95),
            "zaal-300-p99": Maat("ms", P99),
            "zaal-300-cpu": Maat("us", cpu_us),
            "zaal-300-socketio": Maat("ms", P95, tegen="peer"),
        },
        formulier=True,
    ),
    Proef("zaal", 50, 20, 15.0, {"zaal-50": Maat("ms", P95)}, formulier=True),
    Proef("zaal", 100, 20, 15.0, {"zaal-100": Maat("ms", P95)}, formulier=True),
    Proef("zaal", 600, 20, 15.0, {"zaal-600": Maat("ms", P95)}, formulier=True),
    Proef("zaal", 1000, 20, 15.0, {"zaal-1000": Maat("ms", P95), "zaal-1000-geheugen": Maat("KB", kb)}, formulier=True),
    Proef("zaal", 300, 150, 2.0, {"zaal-stoot-300": Maat("s", lambda u: u["duur"])}, formulier=True),
    Proef(
        "zaal",
        100,
        10,
        10.0,
        {"zaal-twee-processen": Maat("ms", poort_ms(1), tegen="ours", anders=poort_ms(0))},
        formulier=True,
        processen=2,
    ),
]
NAMEN = [naam for proef in PROEVEN for naam in proef.rijen]
MET_NODE = [naam for proef in PROEVEN for naam, maat in proef.rijen.items() if maat.tegen == "peer"]


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
