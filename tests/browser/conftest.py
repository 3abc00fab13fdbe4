# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real server on a real port and a real browser that can reach nothing else."""

import contextlib
import importlib
import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

# Playwright's sync API leaves an event loop running in this thread; the ORM calls of the tests are safe all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import pytest
import uvicorn
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.voorbeelden import VOORBEELDEN, zet_voorbeeld
from wijken.models import Wijk
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.live.hub import hub

PROJECTOR, TELEFOON = {"width": 1024, "height": 768}, {"width": 360, "height": 740}
GEDULD_MS = 10_000  # Playwright's own 30 s hide a page that answered 500
VLAGGEN = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass
class Toezicht:
    """What the pages of a test did that they shouldn't: messages on the console, requests to elsewhere, errors."""

    basis: str
    verwacht: set[int] = field(default_factory=set)
    fouten: list[str] = field(default_factory=list)

    def volg(self, pagina: Page) -> None:
        """Watch a page. Statuses in `verwacht` (a 422 writes a console line) are allowed."""
        pagina.on("pageerror", lambda fout: self.fouten.append(f"script: {fout}"))
        pagina.on("console", self._console)
        pagina.on("request", self._verzoek)
        pagina.on("response", self._antwoord)

    def _console(self, bericht) -> None:
        if bericht.type in {"error", "warning"} and not any(str(s) in bericht.text for s in self.verwacht):
            self.fouten.append(f"console: {bericht.text}")

    def _verzoek(self, verzoek) -> None:
        if not verzoek.url.startswith((self.basis, "data:")):
            self.fouten.append(f"request: {verzoek.url}")

    def _antwoord(self, antwoord) -> None:
        if antwoord.status >= 400 and antwoord.status not in self.verwacht:
            self.fouten.append(f"{antwoord.status}: {antwoord.url}")


@pytest.fixture
def server(transactional_db) -> Iterator[str]:
    """The application on uvicorn, as it is served; returns its address."""
    with override_settings(WHITENOISE_AUTOREFRESH=False):  # as in production; made once per process
        importlib.import_module("wijkwijzer.asgi")
    poort = socket.socket()
    poort.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        "wijkwijzer.asgi:application", lifespan="off", log_level="warning", timeout_graceful_shutdown=1
    )
    uvi = uvicorn.Server(config)
    draad = threading.Thread(target=uvi.run, kwargs={"sockets": [poort]}, daemon=True)
    draad.start()
    until = time.monotonic() + 20
    while not uvi.started:
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{poort.getsockname()[1]}"
    uvi.should_exit = True
    draad.join(10)
    hub.stop()
    poort.close()
    if connection.vendor == "postgresql":
        connections.close_all()
        with contextlib.suppress(AttributeError):
            connection.close_pool()  # the flush after the test, and the end of the run, need the database alone


class Wijken(dict[str, Wijk]):
    """The wijken of `fixtures/` by slug, each there when a test first asks for it.

    Only what a test asks for exists. Whoever needs all of them says so: `wijken.alle()`.
    """

    def __missing__(self, slug: str) -> Wijk:
        self |= zet_voorbeeld(slug)
        return self[slug]

    def alle(self) -> list[Wijk]:
        """Bring what is not there yet; return every wijk."""
        return [self[slug] for slug in VOORBEELDEN]


@pytest.fixture
def wijken(server) -> Wijken:
    """The wijken of `fixtures/`, brought on demand."""
    return Wijken()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without windows, which `make test` installs, or else a whole one.

    The pages are made by the same engine; without the browser around them the tests take a quarter less time.
    """
    pad = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)
    assert pad, "Chromium is missing; `make test` installs it (apt-get install chromium-headless-shell)."
    with sync_playwright() as pw:
        browser = pw.chromium.launch(executable_path=pad, args=VLAGGEN)
        yield browser
        browser.close()


@pytest.fixture
def toezicht(server) -> Iterator[Toezicht]:
    """Fail the test for anything wrong that its pages did, also when the test itself did not look."""
    wacht = Toezicht(server)
    yield wacht
    assert wacht.fouten == []


@pytest.fixture
def open_pagina(chromium, server, toezicht):
    """Return a function that opens a page as a user: `open_pagina(gebruiker, telefoon=False, javascript=True)`."""
    contexten: list[BrowserContext] = []

    def open_(gebruiker: Gebruiker | None = None, *, telefoon: bool = False, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=server,
            locale="nl-NL",
            viewport=TELEFOON if telefoon else PROJECTOR,
            has_touch=telefoon,
            java_script_enabled=javascript,
        )
        contexten.append(context)
        context.set_default_timeout(GEDULD_MS)
        if gebruiker:
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _sessie(gebruiker), "url": server}])
        pagina = context.new_page()
        toezicht.volg(pagina)
        return pagina

    yield open_
    for context in contexten:
        context.close()


def _sessie(gebruiker: Gebruiker) -> str:
    """Log a user in without the login page, which has a test of its own."""
    sessie = SessionStore()
    sessie[SESSION_KEY] = str(gebruiker.pk)
    sessie[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    sessie[HASH_SESSION_KEY] = gebruiker.get_session_auth_hash()
    sessie.save()
    return sessie.session_key
