# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make dev` in a browser: the toolbar and the reload work under the policy that an installation has."""

import re

import pytest
from django.conf import settings

from tests.factories import maak_lid
from wijken.models import Rol

PAD = "/wijken/meerzicht/"


@pytest.fixture
def proces(dienst):
    """The application with the settings of `make dev`, in a process of its own."""
    return dienst(DJANGO_SETTINGS_MODULE="ontwikkeling.settings", WIJKWIJZER_ONTWIKKELING="1")


@pytest.fixture
def server(proces):
    """Its address."""
    return f"http://127.0.0.1:{proces.poort}"


def test_a_page_has_the_toolbar_under_the_same_policy(wijken, open_pagina):
    pagina = open_pagina(maak_lid(wijken["meerzicht"], Rol.LEZER))
    beleid = pagina.goto(PAD).headers["content-security-policy"]
    assert beleid.split("; ") == [f"{wat} {' '.join(wie)}" for wat, wie in settings.SECURE_CSP.items()]
    pagina.locator("#djShowToolBarButton").click()
    pagina.get_by_role("link", name=re.compile("SQL")).click()
    pagina.get_by_role("heading", name=re.compile("SQL queries from 1")).wait_for()


def test_a_server_that_started_anew_has_the_page_loaded_again(proces, open_pagina):
    pagina = open_pagina()
    pagina.goto("/inloggen/")
    pagina.wait_for_timeout(2500)  # until the worker of the reload knows which server this is
    with pagina.expect_event("load", timeout=60_000):
        proces.herstart()
    pagina.get_by_role("button", name="Inloggen").wait_for()


def test_files_have_their_own_names_and_maps(wijken, open_pagina):
    pagina = open_pagina(maak_lid(wijken["meerzicht"], Rol.LEZER))
    pagina.goto(PAD)
    for naam in ("leden.css", "leden.js"):
        assert pagina.content().count(f'"/static/bundels/{naam}"') == 1
        assert f"sourceMappingURL={naam}.map" in pagina.request.get(f"/static/bundels/{naam}").text()
    bronnen = pagina.request.get("/static/bundels/leden.js.map").json()["sources"]
    assert "../js/concept.js" in bronnen
