# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure what costs, each row against a floor in the same run, and write bench/resultaat.json.

A row is {"naam", "waarde", "eenheid", "vloer", "verhouding"}: the medians of interleaved rounds, and their ratio.
Only the ratio says something about the code; the bare times say something about the machine.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

WORTEL = Path(__file__).resolve().parent.parent
RESULTAAT = WORTEL / "bench" / "resultaat.json"
sys.path.insert(0, str(WORTEL))

from bench.live import meet as live  # noqa: E402  (the path is right only now)

PDF = {"pdf-voorbeeld", "pdf-voorbeeld-geheugen"}
IN_PROCES = ["perronpagina-500", "rode-draad-200", "pdf-voorbeeld", "pdf-voorbeeld-geheugen"]


@dataclass(frozen=True)
class Rij:
    """One line of the result."""

    naam: str
    waarde: float
    eenheid: str
    vloer: float
    verhouding: float


def vergelijk(naam: str, eenheid: str, meet: Callable[[], float], vloer: Callable[[], float], rondes: int) -> Rij:
    """Measure both in turn, `rondes` times after one round to warm up; return the medians and their ratio."""
    meet(), vloer()
    paren = [(meet(), vloer()) for _ in range(rondes)]
    boven, onder = median(p[0] for p in paren), median(p[1] for p in paren)
    return Rij(naam, round(boven, 3), eenheid, round(onder, 3), round(boven / onder, 2))


def in_proces(map_: Path, namen: list[str]) -> list[Rij]:
    """Run the rows that are measured inside this process, in a scratch database."""
    os.environ |= {
        "WIJKWIJZER_DEMO": "1",
        "WIJKWIJZER_DATA": str(map_),
        "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings",
    }
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    from bench import pdf_voorbeeld, perronpagina, rode_draad

    call_command("begin", verbosity=0)
    rijen: list[Rij] = []
    if "perronpagina-500" in namen:
        rijen.append(perronpagina.meet(vergelijk))
    if "rode-draad-200" in namen:
        rijen.append(rode_draad.meet(vergelijk))
    if PDF & set(namen):
        rijen += pdf_voorbeeld.meet(vergelijk, Rij, map_)
    return [rij for rij in rijen if rij.naam in namen]


def kies(vraag: list[str]) -> list[str]:
    """Return the rows whose name starts with one of these; all without any. Exits when one fits no row."""
    alle = [*IN_PROCES, *live.NAMEN]
    vreemd = [v for v in vraag if not any(naam.startswith(v) for naam in alle)]
    if vreemd:
        raise SystemExit(f"No row starts with {', '.join(vreemd)}. Rows: {', '.join(alle)}")
    return [naam for naam in alle if not vraag or naam.startswith(tuple(vraag))]


def voeg_samen(oud: list[dict[str, Any]], nieuw: list[dict[str, Any]], volgorde: list[str]) -> list[dict[str, Any]]:
    """Return the new rows, and the old ones that were not measured now, in a fixed order."""
    alle = {rij["naam"]: rij for rij in [*oud, *nieuw]}
    return [alle[naam] for naam in volgorde if naam in alle]


def main() -> None:
    """Run the rows that were asked for, print them and write them down; rows that were not run keep their value."""
    namen = live.zonder_node(kies(sys.argv[1:]))
    with tempfile.TemporaryDirectory(prefix="wijkwijzer-bench-") as map_:
        rijen = live.meet(Rij, Path(map_), namen) if set(live.NAMEN) & set(namen) else []
        if set(IN_PROCES) & set(namen):
            rijen += in_proces(Path(map_), namen)
    for rij in rijen:
        print(f"{rij.naam:<24} {rij.waarde:>10} {rij.eenheid:<4} vloer {rij.vloer:>10}  x {rij.verhouding}")
    oud = json.loads(RESULTAAT.read_text(encoding="utf-8")) if RESULTAAT.exists() else []
    samen = voeg_samen(oud, [asdict(r) for r in rijen], [*IN_PROCES, *live.NAMEN])
    doel = Path(os.environ.get("BENCH_RESULTAAT") or RESULTAAT)
    doel.write_text(json.dumps(samen, indent=2) + "\n", encoding="utf-8")
    if weg := sorted(set(namen) - {rij.naam for rij in rijen}):
        raise SystemExit(f"Failed: {', '.join(weg)}")


if __name__ == "__main__":
    main()
