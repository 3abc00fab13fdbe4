# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gallery of `make dev`: every part and state is accessible and stays inside its screen."""

import re

import pytest
from playwright.sync_api import Page

from ontwikkeling.bouwdoos import schermen, telefoons, vakken
from ontwikkeling.documenten import DOCUMENTEN
from routekaart.zaal.models import Stap
from tests.browser.test_paginas import keur, valideer
from tests.factories_zaal import maak_sessie

ADRES = "/bouwdoos/"


@pytest.fixture
def server(dienst):
    """The application with the settings of `make dev`, in a process of its own; returns its address."""
    een = dienst(DJANGO_SETTINGS_MODULE="ontwikkeling.settings", WIJKWIJZER_ONTWIKKELING="1")
    return f"http://127.0.0.1:{een.poort}"


def loop(pagina: Page, paden: list[str]) -> list[str]:
    """Open each page; return what is wrong there."""
    fouten = []
    for pad in paden:
        antwoord = pagina.goto(pad)
        fouten += [f"{pad}: {antwoord.status}"] if antwoord.status != 200 else keur(pagina, pad)
    return fouten


@pytest.mark.parametrize("telefoon", [False, True], ids=["projector", "telefoon"])
def test_the_parts_of_the_pages_of_members(open_pagina, telefoon):
    pagina = open_pagina(telefoon=telefoon)
    assert loop(pagina, [ADRES]) == []
    for vak in vakken():
        assert pagina.get_by_role("heading", name=vak.kop, exact=True).count() == 1
    assert pagina.get_by_role("alert").count() == 1, "the summary of errors"
    assert pagina.locator("[aria-invalid=true]").count() > 5
    assert not pagina.locator("#djDebug").count(), "no toolbar: it has parts of its own"


def test_the_gallery_is_valid_html(open_pagina, tmp_path):
    map_ = tmp_path / "paginas"  # the process has its database in the other
    map_.mkdir()
    assert valideer({ADRES: open_pagina().goto(ADRES).text()}, map_) == []


@pytest.mark.parametrize("telefoon", [False, True], ids=["projector", "telefoon"])
def test_the_states_of_a_phone(open_pagina, telefoon):
    assert loop(open_pagina(telefoon=telefoon), [f"{ADRES}telefoon/{naam}/" for naam in telefoons()]) == []


def test_the_states_of_the_wall(open_pagina):
    assert loop(open_pagina(), [f"{ADRES}scherm/{naam}/" for naam in schermen()]) == []


def test_every_link_of_the_gallery_leads_somewhere(open_pagina, wijken):
    maak_sessie(wijken["ossenkoppelerhoek"], stap=Stap.SCHRIJF)
    pagina = open_pagina()
    pagina.goto(ADRES)
    adressen = pagina.locator("main a").evaluate_all("rij => rij.map((a) => a.getAttribute('href'))")
    eigen = sorted({adres for adres in adressen if adres.startswith(ADRES)})
    assert len(eigen) == len(telefoons()) + len(schermen()) + len(DOCUMENTEN)
    assert [a for a in eigen if pagina.request.get(a).status != 200] == []


@pytest.mark.parametrize("naam", DOCUMENTEN)
def test_a_document_has_its_style_and_pictures(open_pagina, wijken, naam):
    maak_sessie(wijken["ossenkoppelerhoek"], stap=Stap.SCHRIJF)
    pagina = open_pagina()
    antwoord = pagina.goto(f"{ADRES}documenten/{naam}/")
    assert antwoord.status == 200
    assert "asset:" not in antwoord.text()
    assert "'unsafe-inline'" in antwoord.headers["content-security-policy"].split("style-src")[1].split(";")[0]
    assert pagina.evaluate("[...document.images].every((i) => i.complete && i.naturalWidth > 0)")
    assert re.search("Source Sans", pagina.evaluate("getComputedStyle(document.body).fontFamily"))
