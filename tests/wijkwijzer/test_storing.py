# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database is locked or gone, or the server dies in the middle: a plain page, and never half a change."""

import os
import signal
import subprocess
import sys
import threading

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client
from django.urls import path

from routekaart.models import Antwoord
from tests.factories import ingelogd, maak_lid, maak_perron, maak_wijk
from wijken.models import Journaalregel, Rol, Wijk
from wijkwijzer.web import error_pages


def gaat_stuk(request):
    raise OperationalError("server closed the connection")


def gaat_fout(request):
    raise ValueError("geheim-detail")


urlpatterns = [path("stuk/", gaat_stuk), path("fout/", gaat_fout)]
handler500 = error_pages.server_error


@pytest.fixture
def stil():
    """A client that shows the error page, as a server does, instead of raising in the test."""
    return Client(raise_request_exception=False)


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_database_that_is_gone_gives_a_plain_page(stil):
    antwoord = stil.get("/stuk/")
    assert antwoord.status_code == 503
    assert antwoord["Retry-After"]
    tekst = antwoord.content.decode()
    assert "Traceback" not in tekst
    assert "OperationalError" not in tekst
    assert '<html lang="nl"' in tekst


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_mistake_of_ours_gives_another_plain_page(stil):
    antwoord = stil.get("/fout/")
    assert antwoord.status_code == 500
    assert "geheim-detail" not in antwoord.content.decode()


@pytest.mark.urls(__name__)
def test_the_page_itself_needs_no_database(stil):
    """Without the mark django_db every query raises: none is made."""
    assert stil.get("/stuk/").status_code == 503


@pytest.mark.django_db
def test_a_session_that_cannot_be_read_is_caught_as_well(monkeypatch):
    client = ingelogd(maak_lid(maak_wijk(), Rol.LEZER))
    client.raise_request_exception = False

    def weg(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", weg)
    assert client.get("/wijken/").status_code == 503


def houd_slot_vast(wijk, bezet, klaar):
    """Hold the lock that every change needs, in a connection of its own."""
    from django.db import transaction

    try:
        with transaction.atomic():
            Wijk.objects.select_for_update().get(pk=wijk.pk)
            bezet.set()
            klaar.wait(30)
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_a_locked_database_says_so_and_writes_nothing(settings):
    wijk = maak_wijk()
    perron = maak_perron(wijk)
    client = ingelogd(maak_lid(wijk, Rol.REISLEIDER))
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout = 100")
        else:
            cursor.execute("SET lock_timeout = 100")
    bezet, klaar = threading.Event(), threading.Event()
    draad = threading.Thread(target=houd_slot_vast, args=(wijk, bezet, klaar))
    draad.start()
    try:
        assert bezet.wait(30)
        velden = {"tekst": "Ons antwoord.", "versie": perron.versie}
        antwoord = client.post("/wijken/proefwijk/routekaart/perron/1/antwoord/", velden)
        assert antwoord.status_code == 503
    finally:
        klaar.set()
        draad.join()
    connection.close()
    assert not Antwoord.objects.exists()


MIDDEN_IN_EEN_VERANDERING = """
import os, sys
import django
django.setup()
from django.conf import settings
from django.db import connection
settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = sys.argv[1]
from routekaart.models import Antwoord, Perron
from routekaart.perron.handelingen import PERRON_VASTGESTELD
from wijken.models import Wijk
from wijken.wijziging import wijziging
wijk = Wijk.objects.get(slug="proefwijk")
perron = Perron.objects.get(routekaart__wijk=wijk, nummer=1)
with wijziging(wijk, soort=PERRON_VASTGESTELD, door=None) as v:
    Antwoord.objects.create(perron=perron, tekst="Half.", versie=v.versie, moment=v.moment)
    v.noteer(perron, nieuw={"perron": 1})
    Wijk.objects.filter(pk=wijk.pk).update(naam="Half")
    print("midden", flush=True)
    sys.stdin.read()
"""


@pytest.mark.django_db(transaction=True)
def test_a_server_killed_in_the_middle_leaves_nothing_half():
    wijk = maak_wijk()
    maak_perron(wijk)
    voor = (Wijk.objects.get().versie, Journaalregel.objects.count())
    naam = str(connection.settings_dict["NAME"])
    proces = subprocess.Popen(
        [sys.executable, "-c", MIDDEN_IN_EEN_VERANDERING, naam],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "wijkwijzer.settings"},
    )
    try:
        assert proces.stdout.readline() == b"midden\n"
    finally:
        proces.send_signal(signal.SIGKILL)
        proces.communicate()
    connection.close()
    assert not Antwoord.objects.exists()
    assert Wijk.objects.get().naam == "Proefwijk"
    assert (Wijk.objects.get().versie, Journaalregel.objects.count()) == voor
    # and the lock is free again
    perron = wijk.routekaarten.get().perrons.select_related("routekaart__wijk").get(nummer=1)
    from routekaart.perron.handelingen import stel_vast

    stel_vast(perron=perron, tekst="Heel.", door=None, versie=perron.versie)
    assert Antwoord.objects.get().tekst == "Heel."
