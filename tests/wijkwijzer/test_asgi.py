# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application in demo mode: whoever reaches it from outside gets nothing."""

import asyncio

import pytest

from wijkwijzer.asgi import application


def vraag(server):
    """Send one request as if it had arrived at this address; return status and body."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/inloggen/",
        "raw_path": b"/inloggen/",
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1")],
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
