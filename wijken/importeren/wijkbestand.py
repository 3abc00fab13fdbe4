# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read the part of a wijk file (see fixtures/README.md) that wijken knows: place, figures, opgaven, past."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from wijken.handelingen import WIJK_GELADEN
from wijken.models import Bron, Gebied, Gemeente, Kerncijfer, Opgave, Programma, Wijk
from wijken.wijziging import wijziging
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "wijk_is_er_al": "De wijk {naam} is er al.",
}
offer_refusals(WEIGERINGEN)


def laad_bronnen(gegevens: Mapping[str, Any]) -> dict[str, Bron]:
    """Return the sources that a file names, by their key in it; known sources are used again."""
    return {
        sleutel: Bron.objects.get_or_create(
            titel=b["titel"],
            uitgever=b["uitgever"],
            jaar=b["jaar"],
            defaults={"licentie": b["licentie"], "adres": b["adres"]},
        )[0]
        for sleutel, b in gegevens["bronnen"].items()
    }


def laad_wijk(gegevens: Mapping[str, Any], *, map_: Path) -> Wijk:
    """Create a wijk from a parsed file; `map_` is the folder its boundary stands in. One journal line in all.

    Raises Geweigerd when there is a wijk with this slug already.
    """
    w = gegevens["wijk"]
    if Wijk.objects.filter(slug=w["slug"]).exists():
        raise Geweigerd("wijk_is_er_al", naam=w["naam"])
    grens = json.loads((map_ / w["grens"]).read_text(encoding="utf-8")) if w["grens"] else {}
    gemeente, _ = Gemeente.objects.get_or_create(naam=w["gemeente"])
    wijk = Wijk.objects.create(
        gemeente=gemeente,
        naam=w["naam"],
        slug=w["slug"],
        code=w["code"],
        code_jaar=w["code_jaar"],
        beschrijving=w["beschrijving"].strip(),
        grens=grens,
    )
    with wijziging(wijk, soort=WIJK_GELADEN, door=None) as v:
        bronnen = laad_bronnen(gegevens)
        aantallen = {
            "opgaven": _opgaven(wijk, gegevens, bronnen),
            "gebieden": _gebieden(wijk, gegevens, bronnen),
            "kerncijfers": _kerncijfers(wijk, gegevens, bronnen),
            "programmas": _programmas(wijk, gegevens, bronnen),
        }
        v.noteer(wijk, nieuw={"naam": wijk.naam, **aantallen})
    return wijk


def _opgaven(wijk: Wijk, gegevens: Mapping[str, Any], bronnen: Mapping[str, Bron]) -> int:
    rijen = [
        Opgave(
            wijk=wijk, volgorde=nr, naam=o["naam"], toelichting=o["toelichting"].strip(), bron=bronnen.get(o["bron"])
        )
        for nr, o in enumerate(gegevens.get("opgaven", []))
    ]
    return len(Opgave.objects.bulk_create(rijen))


def _gebieden(wijk: Wijk, gegevens: Mapping[str, Any], bronnen: Mapping[str, Bron]) -> int:
    rijen = [
        Gebied(
            wijk=wijk,
            naam=g["naam"],
            soort=g["soort"],
            code=g["code"],
            casus=g["casus"],
            beschrijving=g["beschrijving"].strip(),
            bron=bronnen.get(g["bron"]),
        )
        for g in gegevens.get("gebieden", [])
    ]
    return len(Gebied.objects.bulk_create(rijen))


def _kerncijfers(wijk: Wijk, gegevens: Mapping[str, Any], bronnen: Mapping[str, Bron]) -> int:
    """A missing figure stays missing: "" becomes None, never 0. The city's figures are shared by its wijken."""
    aantal = 0
    for k in gegevens.get("kerncijfers", []):
        vast = {"onderwerp": k["onderwerp"], "jaar": k["jaar"]}
        for plaats, waarde in (({"wijk": wijk}, k["wijk"]), ({"gemeente": wijk.gemeente}, k["stad"])):
            getal = Decimal(waarde) if waarde else None
            Kerncijfer.objects.get_or_create(**plaats, **vast, defaults={"waarde": getal, "bron": bronnen[k["bron"]]})
            aantal += 1
    return aantal


def _programmas(wijk: Wijk, gegevens: Mapping[str, Any], bronnen: Mapping[str, Bron]) -> int:
    rijen = [
        Programma(
            wijk=wijk,
            naam=p["naam"],
            soort=p["soort"],
            van=p.get("van"),
            tot=p.get("tot"),
            beschrijving=p["beschrijving"].strip(),
            gewaardeerd=p["gewaardeerd"].strip(),
            geleerd=p["geleerd"].strip(),
            gestopt_omdat=p["gestopt_omdat"].strip(),
            bron=bronnen.get(p["bron"]),
        )
        for p in gegevens.get("programmas", [])
    ]
    return len(Programma.objects.bulk_create(rijen))
