# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document that takes a while, followed in a browser: with a script, and without one."""

from pathlib import Path

import pytest

from tests.browser.test_paginas import keur
from tests.factories import maak_lid
from tests.werk import werkend
from wijken.models import Rol
from wijkwijzer.pdf import response

ADRES = "/wijken/haarwijk/routekaart/"


@pytest.fixture(autouse=True)
def ongeduldig(monkeypatch):
    monkeypatch.setattr(response, "PATIENCE", 0.0)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "zonder"])
def test_the_page_follows_the_document_until_it_is_there(wijken, open_pagina, javascript):
    pagina = open_pagina(maak_lid(wijken["haarwijk"], Rol.LEZER), javascript=javascript)
    pagina.goto(ADRES)
    pagina.goto(f"{ADRES}reisplan.pdf")
    pagina.get_by_role("heading", name="Uw document wordt gemaakt").wait_for()
    pagina.get_by_role("status").get_by_text("Uw document staat in de rij.").wait_for()
    if javascript:
        assert keur(pagina, "document") == []
    with pagina.expect_download(timeout=60_000) as wacht, werkend():
        bestand = wacht.value
    assert bestand.suggested_filename == "reisplan-haarwijk.pdf"
    assert Path(bestand.path()).read_bytes().startswith(b"%PDF-")
