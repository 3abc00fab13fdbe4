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

WORTEL = Path(__file__).resolve().parent.parent
RESULTAAT = WORTEL / "bench" / "resultaat.json"
sys.path.insert(0, str(WORTEL))


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


def main() -> None:
    """Run all rows in a scratch database, print them and write them down."""
    with tempfile.TemporaryDirectory(prefix="wijkwijzer-bench-") as map_:
        os.environ |= {"WIJKWIJZER_DEMO": "1", "WIJKWIJZER_DATA": map_, "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        from bench import pdf_voorbeeld, perronpagina, rode_draad

        call_command("begin", verbosity=0)
        rijen = [
            perronpagina.meet(vergelijk),
            rode_draad.meet(vergelijk),
            *pdf_voorbeeld.meet(vergelijk, Rij, Path(map_)),
        ]
    for rij in rijen:
        print(f"{rij.naam:<24} {rij.waarde:>10} {rij.eenheid:<4} vloer {rij.vloer:>10}  x {rij.verhouding}")
    RESULTAAT.write_text(json.dumps([asdict(r) for r in rijen], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
