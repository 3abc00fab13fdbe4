# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Access for many at once: the same answers as one at a time, for the price of one."""

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import DisallowedHost
from django.db import OperationalError
from django.http import Http404
from django.test import Client
from django.urls import Resolver404, resolve

from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_zaal import maak_sessie, telefoon
from wijken.models import Rol
from wijkwijzer.live import access as accessmodule
from wijkwijzer.live.access import answer
from wijkwijzer.live.pages import Access
from wijkwijzer.web.login_required import NotLoggedIn

pytestmark = pytest.mark.django_db
PERRON = "/wijken/proefwijk/routekaart/perron/2/"


@pytest.fixture(autouse=True)
def _houd_de_verbinding(monkeypatch):
    """Keep the test's own connection open: the desk closes those of its threads."""
    monkeypatch.setattr(accessmodule.connections, "close_all", lambda: None)


def vraag(client, pad="/wijken/proefwijk/live/", plek=PERRON, host="127.0.0.1"):
    koekjes = "; ".join(f"{k}={m.value}" for k, m in client.cookies.items())
    scope = {
        "type": "http",
        "method": "GET",
        "path": pad,
        "query_string": f"plek={plek}".encode(),
        "headers": [(b"host", host.encode()), (b"cookie", koekjes.encode())],
        "client": ("127.0.0.1", 5),
    }
    return scope, resolve(pad)


def leden(aantal, rol=Rol.DEELNEMER):
    wijk = maak_wijk()
    maak_perron(wijk, 2)
    return wijk, [ingelogd(maak_lid(wijk, rol, voor=maak_partij(wijk, f"Partij {nr}"))) for nr in range(aantal)]


def wat(antwoord):
    """Return an answer so that two can be laid side by side."""
    return antwoord if isinstance(antwoord, Access) else type(antwoord)


def test_thirty_members_cost_as_many_queries_as_one(django_assert_num_queries):
    _, clients = leden(30)
    with django_assert_num_queries(5):  # session, user, role, wijk, who speaks for whom
        een = answer([vraag(clients[0])])
    with django_assert_num_queries(5):
        alle = answer([vraag(client) for client in clients])
    assert all(isinstance(antwoord, Access) for antwoord in een + alle)
    assert [list(antwoord.speaks_for.values()) for antwoord in alle] == [[f"Partij {nr}"] for nr in range(30)]


def test_thirty_guests_cost_as_many_queries_as_one(django_assert_num_queries):
    sessie = maak_sessie(maak_wijk())
    gasten = [telefoon(sessie) for _ in range(30)]
    pad = f"/m/{sessie.code}/live/"
    with django_assert_num_queries(2):  # the meeting with its closing, the guests
        assert isinstance(answer([vraag(gasten[0], pad)])[0], Access)
    with django_assert_num_queries(2):
        alle = answer([vraag(gast, pad) for gast in gasten])
    assert len({antwoord.key for antwoord in alle}) == 30


def test_each_gets_the_answer_that_it_would_get_alone():
    """One bad apple spoils nothing: strangers, roles, gone logins, odd hosts and guests, asked together and apart."""
    wijk, [lid] = leden(1)
    verlopen, uitgezet = ingelogd(maak_lid(wijk, Rol.LEZER)), ingelogd(geblokkeerd := maak_lid(wijk, Rol.LEZER))
    Session.objects.get(session_key=verlopen.session.session_key).delete()
    geblokkeerd.is_active = False
    geblokkeerd.save()
    sessie = maak_sessie(maak_wijk("elders"))
    gast = telefoon(sessie)
    vragen = [
        vraag(lid),
        vraag(ingelogd(maak_lid(wijk, Rol.WIJKREGISSEUR))),
        vraag(ingelogd(maak_lid(maak_wijk("ver"), Rol.LEZER))),
        vraag(Client()),
        vraag(verlopen),
        vraag(uitgezet),
        vraag(lid, host="vreemd.example"),
        vraag(lid, plek="/bestaat/niet/"),
        vraag(gast, f"/m/{sessie.code}/live/"),
        vraag(Client(), f"/m/{sessie.code}/live/"),
        vraag(gast, "/m/ZZZZZZ/live/"),
        vraag(lid),
    ]
    samen = [wat(antwoord) for antwoord in answer(vragen)]
    apart = [wat(answer([een])[0]) for een in vragen]
    assert samen == apart
    assert samen[0] == samen[-1]
    assert [samen[0].audience, samen[1].audience] == [Rol.DEELNEMER, Rol.WIJKREGISSEUR]
    assert samen[2:8] == [Http404, NotLoggedIn, NotLoggedIn, NotLoggedIn, DisallowedHost, Resolver404]
    assert isinstance(samen[8], Access)
    assert samen[9:11] == [Http404, Http404]


def test_without_a_database_all_hear_the_same(monkeypatch):
    _, clients = leden(2)

    def weg(keys):
        raise OperationalError("away")

    monkeypatch.setattr(accessmodule, "load_sessions", weg)
    assert [type(a) for a in answer([vraag(c) for c in clients])] == [OperationalError] * 2
