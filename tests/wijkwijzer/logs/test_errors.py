# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Errors go elsewhere only when asked, and then without anything of whom or what it was about."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

WORTEL = Path(__file__).resolve().parents[3]

# A process of its own: the library hooks into logging for good.
ZONDER = """
import sys, django
django.setup()
import wijkwijzer.asgi, logging
logging.getLogger("django.request").error("fout")
print([m for m in sys.modules if m.split(".")[0] in ("sentry_sdk", "urllib3")])
"""
MET = """
import asyncio, json, logging, sys
from django.conf import settings
import django
django.setup()
import sentry_sdk
begonnen = sentry_sdk.get_client().options  # by the setting
from django.urls import path
from sentry_sdk.transport import Transport
from wijkwijzer.logs import errors
from wijkwijzer.accounts.models import Gebruiker

class Vangnet(Transport):
    gevangen = []
    def capture_envelope(self, envelope):
        self.gevangen.append(envelope)
    def flush(self, *a, **k): pass
    def kill(self): pass

errors.gather_errors("https://sleutel@fouten.example/1", transport=Vangnet)

def gaat_fout(request):
    plaatselijk = "GEHEIM-lokaal"
    request.user = Gebruiker(email="geheim@voorbeeld.nl")
    request.session["x"] = "GEHEIM-sessie"
    tekst = request.POST["tekst"]
    try:
        raise KeyError(tekst)
    except KeyError as eerst:
        raise ValueError(f"{tekst} van geheim@voorbeeld.nl") from eerst

class Adressen:
    urlpatterns = [path("geheim-pad/<str:naam>/", lambda request, naam: gaat_fout(request))]
settings.ROOT_URLCONF = Adressen
settings.MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
Adressen.handler500 = "wijkwijzer.web.error_pages.server_error"
import wijkwijzer.asgi

lijf = b"tekst=GEHEIM-tekst"
scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
    "path": "/geheim-pad/GEHEIM/", "raw_path": b"/geheim-pad/GEHEIM/", "root_path": "",
    "query_string": b"q=GEHEIM-vraag",
    "headers": [(b"host", b"127.0.0.1"), (b"cookie", b"sessionid=GEHEIM-koekje"), (b"user-agent", b"GEHEIM-browser"),
        (b"content-type", b"application/x-www-form-urlencoded"), (b"content-length", str(len(lijf)).encode())],
    "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 5)}
berichten, gestuurd = [{"type": "http.request", "body": lijf}], []
async def ontvang():
    return berichten.pop() if berichten else await asyncio.Event().wait()
async def stuur(b): gestuurd.append(b)
asyncio.run(wijkwijzer.asgi.application(scope, ontvang, stuur))
logging.getLogger("wijkwijzer.proef").error("GEHEIM-zin zonder uitzondering van geheim@voorbeeld.nl")
logging.getLogger("wijkwijzer.beveiliging").info("ingelogd")
sentry_sdk.flush()
print(json.dumps({"status": gestuurd[0]["status"],
    "begonnen": [begonnen["dsn"], begonnen["send_default_pii"], begonnen["include_local_variables"]],
    "verzoek": dict(gestuurd[0]["headers"])[b"x-request-id"].decode(),
    "rauw": [e.serialize().decode() for e in Vangnet.gevangen],
    "gebeurtenissen": [i.payload.json for e in Vangnet.gevangen for i in e.items]}))
"""


def draai(script, tmp_path, **omgeving):
    vast = {"WIJKWIJZER_DATA": str(tmp_path), "WIJKWIJZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "wijkwijzer.settings"}
    kaal = {k: w for k, w in os.environ.items() if not k.startswith("WIJKWIJZER") and k != "DATABASE_URL"}
    opdracht = [sys.executable, "-c", script]
    return subprocess.run(
        opdracht, cwd=WORTEL, env={**kaal, **vast, **omgeving}, capture_output=True, text=True, check=False
    )


def test_without_the_setting_nothing_is_imported(tmp_path):
    uit = draai(ZONDER, tmp_path, WIJKWIJZER_SENTRY_DSN=" ")
    assert uit.stdout == "[]\n", uit.stderr


def test_an_event_says_kind_and_place_and_nothing_else(tmp_path):
    uit = draai(MET, tmp_path, WIJKWIJZER_SENTRY_DSN="https://sleutel@127.0.0.1:9/1")
    assert uit.returncode == 0, uit.stderr
    gevangen = json.loads(uit.stdout.splitlines()[-1])
    assert gevangen["status"] == 500
    assert gevangen["begonnen"] == ["https://sleutel@127.0.0.1:9/1", False, False]
    (gebeurtenis,) = gevangen["gebeurtenissen"]
    assert "geheim" not in "".join(gevangen["rauw"]).lower().replace("gaat_fout", "")
    fouten = gebeurtenis["exception"]["values"]
    assert [f["type"] for f in fouten] == ["KeyError", "ValueError"]
    assert fouten[-1]["stacktrace"]["frames"][-1]["function"] == "gaat_fout"
    assert gebeurtenis["tags"] == {"verzoek": gevangen["verzoek"]}
    vreemd = {"request", "user", "breadcrumbs", "extra", "contexts", "modules", "logentry", "server_name", "message"}
    assert not vreemd & set(gebeurtenis)
    velden = {veld for f in fouten for frame in f["stacktrace"]["frames"] for veld in frame}
    assert velden == {"filename", "module", "function", "lineno", "in_app"}


def test_a_bad_address_is_refused_without_repeating_it(tmp_path):
    script = "from wijkwijzer.logs.errors import gather_errors; gather_errors('geen-adres-geheim')"
    uit = draai(script, tmp_path)
    assert uit.returncode
    laatste = uit.stderr.splitlines()[-1]
    assert ImproperlyConfigured.__name__ in laatste
    assert "WIJKWIJZER_SENTRY_DSN" in laatste
    assert "geheim" not in laatste
