# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker in a test: what is in line gets done, by the real worker on the real table."""

import contextlib
import re
import threading
import time
from collections.abc import Callable, Iterator

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
    assert "Uw document wordt gemaakt" in antwoord.text
    volg = re.search(r'content="\d+; url=([^"]+)"', antwoord.text)
    assert volg
    doe_taken()
    return client.get(volg[1])


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
