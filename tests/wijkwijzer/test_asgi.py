# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application in demo mode: whoever reaches it from outside gets nothing."""

import asyncio
import threading

import pytest
from django.core.signals import request_finished, request_started
from django.db.backends.signals import connection_created
from django.db.models.signals import post_init

from tests.factories import ingelogd, maak_lid, maak_perron, maak_wijk
from wijken.models import Rol, Wijk
from wijkwijzer.asgi import application


def vraag(server, pad="/inloggen/", koekjes=""):
    """Send one request as if it had arrived at this address; return status and body."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": pad,
        "raw_path": pad.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), (b"cookie", koekjes.encode())],
        "server": server,
        "client": ("127.0.0.1", 5),
    }
    gestuurd = []

    berichten = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive():
        if not berichten:
            await asyncio.Event().wait()  # a client that stays
        return berichten.pop()

    async def send(bericht):
        gestuurd.append(bericht)

    asyncio.run(application(scope, receive, send))
    lijf = b"".join(b.get("body", b"") for b in gestuurd if b["type"] == "http.response.body")
    return gestuurd[0]["status"], lijf.decode()


@pytest.mark.parametrize("adres", ["192.168.1.10", "0.0.0.0", "2001:db8::1"])
def test_demo_refuses_an_address_that_others_can_reach(adres):
    status, lijf = vraag((adres, 8000))
    assert status == 403
    assert "alleen op deze computer" in lijf
    assert "samen-op-reis" not in lijf


def test_demo_serves_its_own_machine():
    status, lijf = vraag(("127.0.0.1", 8000))
    assert status == 200
    assert 'name="username"' in lijf


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "pad", ["/bestaat-niet/", "/wijken/elders/", "/wijken/proefwijk/routekaart/perron/1/antwoord/"]
)
def test_an_error_page_leaves_no_connection_open(pad):
    """A connection that is left in a thread which nobody uses again would never come back to the pool."""
    wijk = maak_wijk()
    maak_perron(wijk)
    sessie = ingelogd(maak_lid(wijk, Rol.LEZER)).cookies["sessionid"].value
    geopend = []

    def onthoud(connection, **rest):
        geopend.append(connection)

    connection_created.connect(onthoud)
    try:
        status, lijf = vraag(("127.0.0.1", 8000), pad, f"sessionid={sessie}")
    finally:
        connection_created.disconnect(onthoud)
    assert status in {403, 404}
    assert "Uitloggen" in lijf
    assert geopend
    assert [c for c in geopend if c.connection is not None] == []


@pytest.mark.django_db(transaction=True)
def test_all_of_a_request_happens_in_one_thread():
    """Going to the event loop and back between middleware and view would cost as much as handling a form."""
    wijk = maak_wijk()
    sessie = ingelogd(maak_lid(wijk, Rol.LEZER)).cookies["sessionid"].value
    draden = {"begin": set(), "view": set(), "einde": set()}

    def luister(waar):
        return lambda **rest: draden[waar].add(threading.get_ident())

    luisteraars = {"begin": luister("begin"), "view": luister("view"), "einde": luister("einde")}
    post_init.connect(luisteraars["view"], sender=Wijk)
    request_started.connect(luisteraars["begin"])
    request_finished.connect(luisteraars["einde"])
    try:
        assert vraag(("127.0.0.1", 8000), f"/wijken/{wijk.slug}/", f"sessionid={sessie}")[0] == 200
    finally:
        post_init.disconnect(luisteraars["view"], sender=Wijk)
        request_started.disconnect(luisteraars["begin"])
        request_finished.disconnect(luisteraars["einde"])
    [draad] = set().union(*draden.values())
    assert all(draden.values())
    assert draad != threading.get_ident(), "the event loop waits for nobody"
