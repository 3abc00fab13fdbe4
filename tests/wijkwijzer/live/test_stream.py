# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stream: who gets one, and when it ends. It bypasses the middleware, so all of that is shown here."""

import time

import psutil
import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_wijk
from tests.stroom import Lezer
from wijken import live as wijklive
from wijken.handelingen import geef_rol
from wijken.models import Lidmaatschap, Rol
from wijkwijzer.live import stream as streammodule
from wijkwijzer.live import subscriber as subscribermodule
from wijkwijzer.live.hub import hub


@pytest.fixture
def vlugge_hartslag(monkeypatch):
    monkeypatch.setattr(streammodule, "HEART", 0.1)


def geweigerd(lezer):
    lezer.wacht_op(lambda lezer: lezer.klaar)
    assert lezer.berichten == []
    return lezer.status


def geeindigd(lezer):
    lezer.wacht_op(lambda lezer: lezer.klaar)
    return [b.soort for b in lezer.berichten][-1] == "einde"


def test_who_is_not_logged_in_gets_none(volg, wereld):
    assert geweigerd(volg(Client(), wereld.wijk)) == 401


def test_a_member_of_another_wijk_gets_none(volg, wereld):
    vreemd = ingelogd(maak_lid(maak_wijk("elders"), Rol.WIJKREGISSEUR))
    assert geweigerd(volg(vreemd, wereld.wijk)) == 404


@pytest.mark.parametrize("pad", ["/wijken/elders/", "/bestaat/niet/", "/wijken/", "https://elders.example/"])
def test_only_pages_of_the_wijk_can_be_followed(volg, wereld, pad):
    maak_wijk("elders")
    assert geweigerd(volg(wereld.client, wereld.wijk, pad)) == 404


def test_an_unknown_host_gets_none(volg, wereld, settings):
    settings.ALLOWED_HOSTS = ["wijkwijzer.example"]
    assert geweigerd(volg(wereld.client, wereld.wijk)) == 400


def test_the_answer_may_not_be_kept_or_held_back(volg, wereld):
    koppen = dict(streammodule.HEADERS)
    assert koppen[b"content-type"].startswith(b"text/event-stream")
    assert b"no-store" in koppen[b"cache-control"]
    assert koppen[b"x-accel-buffering"] == b"no"
    assert volg(wereld.client, wereld.wijk).open().status == 200


def test_without_asking_for_a_stream_the_version_comes_back(wereld):
    antwoord = wereld.client.get("/wijken/proefwijk/live/", {"plek": "/wijken/proefwijk/routekaart/"})
    assert antwoord.json() == {"v": wereld.versie}
    assert "no-store" in antwoord["Cache-Control"]


def test_there_is_a_sign_of_life(volg, wereld, vlugge_hartslag):
    volg(wereld.client, wereld.wijk).wacht_op(lambda lezer: [b.soort for b in lezer.berichten].count("hart") > 2)


def test_it_ends_when_the_membership_does(volg, wereld, vlugge_hartslag):
    lid = maak_lid(wereld.wijk, Rol.DEELNEMER)
    lezer = volg(ingelogd(lid), wereld.wijk).open()
    Lidmaatschap.objects.filter(gebruiker=lid).delete()
    assert geeindigd(lezer)


def test_when_it_ends_between_role_and_parties_the_browser_comes_back_and_is_refused(
    volg, wereld, vlugge_hartslag, monkeypatch
):
    """Role and parties are two questions; the answer that belongs to neither moment lets nobody stay."""
    lezer = volg(wereld.client, wereld.wijk).open()
    echt = wijklive.rol_in

    def net_ervoor(gebruiker, wijk):
        rol = echt(gebruiker, wijk)
        Lidmaatschap.objects.filter(gebruiker=wereld.lid).delete()
        return rol

    monkeypatch.setattr(wijklive, "rol_in", net_ervoor)
    lezer.wacht_op(lambda lezer: lezer.klaar)
    monkeypatch.undo()
    assert "einde" not in [b.soort for b in lezer.berichten], "it is asked to come back"
    assert geweigerd(volg(wereld.client, wereld.wijk)) == 404


def test_it_ends_when_the_session_has_expired(volg, wereld, vlugge_hartslag):
    lezer = volg(wereld.client, wereld.wijk).open()
    Session.objects.all().delete()
    assert geeindigd(lezer)


def test_it_ends_when_the_password_changes(volg, wereld, vlugge_hartslag):
    lezer = volg(wereld.client, wereld.wijk).open()
    wereld.lid.set_password("een heel ander wachtwoord")
    wereld.lid.save()
    assert geeindigd(lezer)


def test_it_ends_at_once_when_the_user_logs_out(volg, wereld):
    lezer = volg(wereld.client, wereld.wijk).open()
    Client.post(_zelfde_login(wereld.client), "/uitloggen/")
    assert geeindigd(lezer)


def _zelfde_login(client):
    """Return the same login in another window: force_login's client forgets its cookies when it logs out."""
    ander = Client()
    ander.cookies.update(client.cookies)
    return ander


def test_another_role_starts_anew_at_once(volg, wereld):
    """Without waiting for a heartbeat: the line that gives the role makes every stream of the wijk ask again."""
    lezer = volg(wereld.client, wereld.wijk).open()
    geef_rol(wijk=wereld.wijk, gebruiker=wereld.lid, rol=Rol.LEZER, door=None)
    lezer.wacht_op(lambda lezer: lezer.klaar)
    assert "einde" not in [b.soort for b in lezer.berichten]  # the browser comes back by itself


def test_a_check_without_a_database_ends_nothing(volg, wereld, vlugge_hartslag, monkeypatch):
    from django.db import OperationalError

    from wijken import live

    lezer = volg(wereld.client, wereld.wijk).open()

    def weg(*args, **kwargs):
        raise OperationalError("away")

    monkeypatch.setattr(live, "rol_in", weg)
    time.sleep(0.5)
    assert not lezer.klaar


def test_a_slow_reader_is_cut_off_and_the_others_go_on(volg, wereld, monkeypatch):
    monkeypatch.setattr(subscribermodule, "MAX_WAITING", 5)
    traag = volg(wereld.client, wereld.wijk, na=wereld.versie, traag=True)
    traag.wacht_op(lambda lezer: lezer.berichten)
    vlug = volg(wereld.client, wereld.wijk, na=wereld.versie).open()
    for nr in range(12):
        maak_bijdrage(wereld.perron, wereld.deelname.actor, f"Bijdrage {nr}.")
        vlug.wacht_op(
            lambda lezer, nr=nr: len(lezer.versies) > nr
        )  # each by itself: what comes together is one message
    kanaal = next(iter(hub._channels.values()))
    traag.wacht_op(lambda _: [a.closed for leden in kanaal.members.values() for a in leden].count(True) == 1)


def test_one_login_has_a_limited_number_of_streams(volg, wereld, monkeypatch):
    monkeypatch.setattr(streammodule, "PER_LOGIN", 2)
    eerste, _ = volg(wereld.client, wereld.wijk).open(), volg(wereld.client, wereld.wijk).open()
    assert geweigerd(volg(wereld.client, wereld.wijk)) == 429
    eerste.loop.call_soon_threadsafe(eerste.vertrek.set)
    eerste.wacht_op(lambda lezer: lezer.klaar)
    volg(wereld.client, wereld.wijk).open()


def test_streams_hold_no_connections(volg, wereld):
    voor = _open_verbindingen()
    for _ in range(12):
        volg(wereld.client, wereld.wijk).open()
    assert _open_verbindingen() - voor <= 4  # the worker, the listener, and what the counter was busy with


def _open_verbindingen():
    """Return how many connections to the test database are open in this process."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
            return cursor.fetchone()[0]
    naam = str(connection.settings_dict["NAME"])
    return sum(bestand.path == naam for bestand in psutil.Process().open_files())


def test_other_addresses_are_left_to_django(wereld):
    lezer = Lezer(wereld.client, "/wijken/")
    lezer.wacht_op(lambda lezer: lezer.status == 200)
    lezer.sluit()
