# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""`pdf-voorbeeld`: the travel plan of the example journey against a bare process that renders the same HTML.

Two rows: time, and the peak memory of the rendering process.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from routekaart.models import Routekaart
from routekaart.reisplan.document import naar_html, naar_pdf
from routekaart.reisplan.opstellen import stel_op
from wijkwijzer.pdf.render import FONTS

RONDES = 7
KAAL = """
import pathlib, resource, sys
import weasyprint
map_ = pathlib.Path(sys.argv[1])
html = (map_ / "plan.html").read_text(encoding="utf-8").replace("asset:", map_.as_uri() + "/")
weasyprint.HTML(string=html).write_pdf(str(map_ / "kaal.pdf"), pdf_variant="pdf/a-2a")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
# The same fonts as ours, with a cache that is warm: what is compared is the way of rendering.
LETTERS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


def meet(vergelijk: Callable[..., Any], rij: Callable[..., Any], map_: Path) -> list[Any]:
    """Render the plan of the Ossenkoppelerhoek both ways; seconds and megabytes."""
    plan = stel_op(Routekaart.objects.select_related("wijk__gemeente").get(wijk__slug="ossenkoppelerhoek"))
    (map_ / "plan.html").write_text(naar_html(plan.rapport), encoding="utf-8")
    (map_ / "treinlijn.svg").write_text(plan.treinlijn_svg, encoding="utf-8")
    (map_ / "kaart.svg").write_text(plan.kaart_svg, encoding="utf-8")
    for nr, svg in enumerate(plan.draad_svgs, 1):
        (map_ / f"draad-{nr}.svg").write_text(svg, encoding="utf-8")
    fonts = map_ / "fonts.conf"
    fonts.write_text(LETTERS.format(fonts=FONTS, cache=map_ / "cache"), encoding="utf-8")
    omgeving = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    pieken: dict[str, float] = {}

    def ons() -> float:
        begin = time.perf_counter()
        naar_pdf(plan.rapport, plan.treinlijn_svg, plan.kaart_svg, plan.draad_svgs, folder=map_)
        return time.perf_counter() - begin

    def kaal() -> float:
        begin = time.perf_counter()
        uit = subprocess.run(
            [sys.executable, "-c", KAAL, str(map_)], env=omgeving, capture_output=True, text=True, check=True
        )
        pieken["kaal"] = int(uit.stdout.split()[-1]) / 1024
        return time.perf_counter() - begin

    tijd = vergelijk("pdf-voorbeeld", "s", ons, kaal, RONDES)
    piek = piek_van_kind(plan, map_)
    return [
        tijd,
        rij("pdf-voorbeeld-geheugen", round(piek, 1), "MB", round(pieken["kaal"], 1), round(piek / pieken["kaal"], 2)),
    ]


def piek_van_kind(plan: Any, map_: Path) -> float:
    """Return the highest memory of any child so far that rendered our way, in a process that has had only that one."""
    code = (
        "import sys, resource, django; django.setup();"
        "from bench.pdf_voorbeeld import een_keer; een_keer(sys.argv[1]);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    uit = subprocess.run([sys.executable, "-c", code, str(map_)], capture_output=True, text=True, check=True)
    return int(uit.stdout.split()[-1]) / 1024


def een_keer(map_: str) -> None:
    """Render the example once, for the memory."""
    plan = stel_op(Routekaart.objects.select_related("wijk__gemeente").get(wijk__slug="ossenkoppelerhoek"))
    naar_pdf(plan.rapport, plan.treinlijn_svg, plan.kaart_svg, plan.draad_svgs, folder=Path(map_))
