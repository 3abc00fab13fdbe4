# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker in a test: what is in line gets done, by the real worker on the real table."""

import contextlib
import re
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django_tasks_db.models import DBTaskResult

from wijkwijzer.server.worker import Work


def doe_taken() -> list[DBTaskResult]:
    """Do what is in line, in the transaction of the test; return the tasks as they ended.

    As the worker does it, without its loop: that closes the connection, and with it the data of the test.
    """
    werker = Work()._worker
    gedaan = []
    while (taak := DBTaskResult.objects.ready().first()) is not None:
        taak.claim(werker.worker_id)
        werker.run_task(taak)
        gedaan.append(taak)
    return gedaan


def haal_document(client: Client, adres: str) -> HttpResponse:
    """Ask for a document as a browser does: what is on its way is made by the worker, and then got."""
    antwoord = client.get(adres)
    if antwoord.status_code != 202:
        return antwoord
    doe_taken()
    return client.get(volgadres(antwoord.text))


def volgadres(pagina: str) -> str:
    """Return where a page that says that a document is being made will look for it."""
    assert "Uw document wordt gemaakt" in pagina
    gevonden = re.search(r'content="\d+; url=([^"]+)"', pagina)
    assert gevonden
    return gevonden[1]


@contextlib.contextmanager
def werkend(**opties) -> Iterator[Work]:
    """Let a worker work in a thread of its own, as long as the block lasts. Needs a test with real transactions."""
    werk = Work(**opties)

    def draai() -> None:
        try:
            werk.run()
        finally:
            connections.close_all()

    draad = threading.Thread(target=draai, name="werker")
    draad.start()
    try:
        yield werk
    finally:
        werk.stop()
        draad.join(30)
        assert not draad.is_alive()


def wacht_tot(klopt: Callable[[], object], geduld: float = 60.0) -> None:
    """Wait until something is so."""
    tot = time.monotonic() + geduld
    while not klopt():
        assert time.monotonic() < tot, "it did not come"
        time.sleep(0.05)


def haal_pdf(request: Any, adres: str) -> bytes:
    """Get a document with the requests of a browser (Playwright's), while a worker works."""
    with werkend():
        antwoord = request.get(adres, timeout=60_000)
        for _ in range(100):
            if antwoord.status != 202:
                break
            time.sleep(0.5)
            antwoord = request.get(volgadres(antwoord.text()), timeout=60_000)
    assert (antwoord.status, antwoord.headers["content-type"]) == (200, "application/pdf")
    return antwoord.body()
