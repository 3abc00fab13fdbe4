# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The settings of `make dev`: only with the demo, only when asked, and nothing of them in an installation."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processen import WORTEL

ALLEEN_HIER = {"ontwikkeling", "debug_toolbar", "django_browser_reload", "watchfiles"}
GEHEIM = "een-geheim-van-een-echte-installatie-met-genoeg-tekens-voor-django"
ECHT = {"WIJKWIJZER_DEMO": "0", "WIJKWIJZER_SECRET_KEY": GEHEIM, "WIJKWIJZER_HOSTS": "wijkwijzer.example"}
DEMO = {"WIJKWIJZER_DEMO": "1", "WIJKWIJZER_SECRET_KEY": "", "WIJKWIJZER_HOSTS": ""}
GEVRAAGD = {"WIJKWIJZER_ONTWIKKELING": "1"}
LAAD = """
import json, sys
import wijkwijzer.asgi
from django.conf import settings
from django.urls import get_resolver
get_resolver().url_patterns
print(json.dumps([sorted({m.partition(".")[0] for m in sys.modules}), settings.DEBUG, settings.INSTALLED_APPS]))
"""


def laad(map_: Path, settings: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Start the application in a process of its own, as a server does."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("WIJKWIJZER_")}
    eigen = {"DJANGO_SETTINGS_MODULE": settings, "WIJKWIJZER_DATA": str(map_), "DATABASE_URL": ""}
    opdracht = [sys.executable, "-c", LAAD]
    env = schoon | eigen | omgeving
    return subprocess.run(opdracht, cwd=WORTEL, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("omgeving", [ECHT, DEMO, ECHT | GEVRAAGD], ids=["real", "demo", "real, asked"])
def test_what_is_served_loads_nothing_of_it(tmp_path, omgeving):
    modules, debug, apps = json.loads(laad(tmp_path, "wijkwijzer.settings", **omgeving).stdout)
    assert set(modules) & ALLEEN_HIER == set()
    assert set(apps) & ALLEEN_HIER == set()
    assert "wijken" in apps
    assert not debug


@pytest.mark.parametrize("omgeving", [ECHT | GEVRAAGD, DEMO, DEMO | {"WIJKWIJZER_ONTWIKKELING": "0"}])
def test_it_is_refused_without_the_demo_or_without_asking(tmp_path, omgeving):
    klaar = laad(tmp_path, "ontwikkeling.settings", **omgeving)
    assert klaar.returncode == 1
    assert "ImproperlyConfigured" in klaar.stderr
    assert "make dev" in klaar.stderr


def test_it_is_refused_where_phones_can_look(tmp_path):
    klaar = laad(tmp_path, "ontwikkeling.settings", **DEMO, **GEVRAAGD, WIJKWIJZER_LAN="192.168.1.20")
    assert klaar.returncode == 1
    assert "make run LAN=1" in klaar.stderr


def test_who_asks_has_it(tmp_path):
    klaar = laad(tmp_path, "ontwikkeling.settings", **DEMO, **GEVRAAGD)
    modules, debug, apps = json.loads(klaar.stdout)
    assert {"ontwikkeling", "debug_toolbar", "django_browser_reload"} <= set(modules) & set(apps)
    assert debug


def test_its_packages_are_those_of_the_tests():
    gewoon, proef = ((WORTEL / naam).read_text("utf-8") for naam in ("requirements.txt", "requirements-dev.txt"))
    for pakket in ("django-debug-toolbar", "django-browser-reload", "watchfiles"):
        assert f"{pakket}==" not in gewoon
        assert f"{pakket}==" in proef
