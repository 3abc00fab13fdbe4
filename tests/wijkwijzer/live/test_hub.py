# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hub: every change once, in the order of the versions, whatever the signals and the database do."""

import random
import threading
import time

import pytest
from django.db import OperationalError

from routekaart.perron.handelingen import BIJDRAGE_GESCHREVEN, draag_bij, trek_bijdrage_in
from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_partij
from wijken.handelingen import ROL_GEGEVEN
from wijken.live import Journaalbron
from wijken.models import Rol, Zichtbaar
from wijken.wijziging import wijziging
from wijkwijzer.live import channel as channelmodule
from wijkwijzer.live import hub as hubmodule
from wijkwijzer.live import subscriber as subscribermodule
from wijkwijzer.live.hub import Hub, hub
from wijkwijzer.live.pages import Access, Place
from wijkwijzer.live.subscriber import Subscriber
from wijkwijzer.server.admission import crowd


def schrijf(wereld, aantal, begin=0):
    for nr in range(begin, begin + aantal):
        maak_bijdrage(wereld.perron, wereld.deelname.actor, f"Bijdrage nummer {nr}.")


def test_a_change_is_seen_with_its_version(volg, wereld):
    lezer = volg(wereld.client, wereld.wijk, na=wereld.versie).open()
    bijdrage = maak_bijdrage(wereld.perron, wereld.deelname.actor, "Een <b>gedachte</b>.")
    lezer.wacht_op(lambda lezer: lezer.versies)
    bericht = next(b for b in lezer.berichten if b.soort == "message")
    assert bericht.id == str(wereld.versie) == str(bericht.lijf["v"])
    [[naam, html, versie, doos]] = bericht.lijf["s"]
    assert (naam, versie, doos) == (f"bijdrage-{bijdrage.sleutel}", bijdrage.versie, "bijdragen-rij")
    assert "&lt;b&gt;gedachte" in html
    assert "csrf" not in html


def test_signals_in_any_order_deliver_each_version_once_in_order(volg, wereld, monkeypatch):
    """Commits may reach the hub late, doubled and out of order; forced here by holding all signals back."""
    begin = wereld.versie
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    gehouden = []
    monkeypatch.setattr(hub, "call", gehouden.append)
    schrijf(wereld, 12)
    monkeypatch.undo()
    random.Random(7).shuffle(gehouden)
    for wijk in [*gehouden, *gehouden]:
        hub.call(wijk)
        time.sleep(0.002)
    lezer.wacht_op(lambda lezer: len(lezer.versies) >= 12)
    assert lezer.versies == list(range(begin + 1, begin + 13))


def test_while_requests_wait_changes_come_in_bunches_and_none_is_missed(volg, wereld, monkeypatch):
    """Telling 300 phones costs as much as handling a form: in a crowd, forms go first."""
    begin = wereld.versie
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    keren = []
    eigen = channelmodule.Channel.hand_out
    monkeypatch.setattr(channelmodule.Channel, "hand_out", lambda *a: (keren.append(a), eigen(*a)))
    monkeypatch.setattr(hubmodule, "BUNDLE", 2.0)
    monkeypatch.setattr(crowd, "waiting", 1)
    for nr in range(12):
        schrijf(wereld, 1, begin=nr)
        time.sleep(0.05)  # time enough to deliver each by itself
    monkeypatch.setattr(crowd, "waiting", 0)
    lezer.wacht_op(lambda lezer: len(lezer.versies) >= 12)
    assert lezer.versies == list(range(begin + 1, begin + 13))
    assert len([inhoud for _, _, inhoud in keren if b'"s"' in inhoud]) < 8


def test_many_writers_at_once_are_delivered_in_order(volg, wereld):
    begin = wereld.versie
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    draden = [threading.Thread(target=schrijf_en_sluit, args=(wereld, 5, nr * 100)) for nr in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    lezer.wacht_op(lambda lezer: len(lezer.versies) >= 20)
    assert lezer.versies == list(range(begin + 1, begin + 21))


def schrijf_en_sluit(wereld, aantal, begin):
    from django.db import connections

    schrijf(wereld, aantal, begin)
    connections.close_all()


def test_who_comes_late_catches_up_without_gap_or_double(volg, wereld):
    begin = wereld.versie
    schrijf(wereld, 3)
    eerste = volg(wereld.client, wereld.wijk, na=begin).open()  # nothing in memory yet: from the database
    eerste.wacht_op(lambda lezer: len(lezer.versies) >= 3)
    schrijf(wereld, 2, begin=3)
    eerste.wacht_op(lambda lezer: len(lezer.versies) >= 5)
    tweede = volg(wereld.client, wereld.wijk, na=begin + 1).open()  # all of it in memory
    tweede.wacht_op(lambda lezer: len(lezer.versies) >= 4)
    schrijf(wereld, 1, begin=5)
    for lezer, vanaf in ((eerste, begin + 1), (tweede, begin + 2)):
        lezer.wacht_op(lambda lezer: begin + 6 in lezer.versies)
        assert lezer.versies == list(range(vanaf, begin + 7))


def test_the_last_event_id_wins_over_the_address(volg, wereld):
    begin = wereld.versie
    schrijf(wereld, 3)
    lezer = volg(wereld.client, wereld.wijk, na=begin, kop={"last-event-id": str(begin + 2)}).open()
    lezer.wacht_op(lambda lezer: lezer.versies)
    assert lezer.versies == [begin + 3]


def test_after_a_long_absence_the_page_looks_for_itself(volg, wereld, monkeypatch):
    monkeypatch.setattr(channelmodule, "RING", 4)
    begin = wereld.versie
    schrijf(wereld, 6)
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    lezer.wacht_op(lambda lezer: lezer.versies)
    bericht = next(b for b in lezer.berichten if b.soort == "message")
    assert bericht.lijf["v"] == wereld.versie
    assert bericht.lijf["o"] == 1


def test_who_comes_back_gets_what_follows_from_many_lines(volg, wereld):
    schrijf(wereld, 1)
    lezer = volg(wereld.client, wereld.wijk, na=wereld.versie, terug="1").open()
    lezer.wacht_op(lambda lezer: any("nog-open" in str(b.lijf) for b in lezer.berichten))


def test_private_lines_reach_only_who_leads(volg, wereld):
    leider = ingelogd(maak_lid(wereld.wijk, Rol.REISLEIDER))
    begin = wereld.versie
    gewoon = volg(wereld.client, wereld.wijk, "/wijken/proefwijk/", na=begin).open()
    leiding = volg(leider, wereld.wijk, "/wijken/proefwijk/", na=begin).open()
    with wijziging(wereld.wijk, soort=ROL_GEGEVEN, door=None, zichtbaar=Zichtbaar.LEIDING) as v:
        v.noteer(wereld.wijk, nieuw={"rol": "lezer"})
    schrijf(wereld, 1)
    leiding.wacht_op(lambda lezer: len(lezer.versies) >= 2)
    gewoon.wacht_op(lambda lezer: lezer.versies)
    assert gewoon.versies == [begin + 2]
    laat = volg(wereld.client, wereld.wijk, "/wijken/proefwijk/", na=begin).open()
    laat.wacht_op(lambda lezer: lezer.versies)
    assert laat.versies == [begin + 2]


def test_a_change_is_rendered_once_for_each_audience(volg, wereld, monkeypatch):
    gemaakt = []
    echt = channelmodule.Channel.render
    monkeypatch.setattr(
        channelmodule.Channel, "render", lambda kamer, regel: gemaakt.append(kamer.audience) or echt(kamer, regel)
    )
    lezer_rol = ingelogd(maak_lid(wereld.wijk, Rol.LEZER))
    begin = wereld.versie
    lezers = [volg(client, wereld.wijk, na=begin).open() for client in [wereld.client] * 3 + [lezer_rol] * 2]
    schrijf(wereld, 1)
    for lezer in lezers:
        lezer.wacht_op(lambda lezer: lezer.versies)
    assert sorted(gemaakt) == [Rol.DEELNEMER, Rol.LEZER]


def test_trouble_with_the_database_skips_nothing(volg, wereld, monkeypatch):
    begin = wereld.versie
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    echt, pech = Journaalbron.lines, [OperationalError("away"), OperationalError("still away")]

    def soms(self, *args):
        if pech:
            raise pech.pop()
        return echt(self, *args)

    monkeypatch.setattr(Journaalbron, "lines", soms)
    schrijf(wereld, 3)
    lezer.wacht_op(lambda lezer: len(lezer.versies) >= 3)
    assert lezer.versies == [begin + 1, begin + 2, begin + 3]
    assert pech == []


def test_a_change_that_cannot_be_rendered_lets_the_pages_look(volg, wereld):
    begin = wereld.versie
    lezer = volg(wereld.client, wereld.wijk, na=begin).open()
    with wijziging(wereld.wijk, soort=BIJDRAGE_GESCHREVEN, door=None) as v:
        v.noteer(wereld.wijk, soort="bijdrage", nieuw={"perron": 2})  # a contribution that isn't there
    lezer.wacht_op(lambda lezer: lezer.versies)
    assert next(b for b in lezer.berichten if b.soort == "message").lijf["o"] == 1


def test_a_removed_card_is_told_as_such(volg, wereld):
    bijdrage = maak_bijdrage(wereld.perron, wereld.deelname.actor)
    lezer = volg(wereld.client, wereld.wijk, na=wereld.versie).open()
    trek_bijdrage_in(bijdrage=bijdrage, door=wereld.lid, versie=bijdrage.versie)
    lezer.wacht_op(lambda lezer: lezer.versies)
    bericht = next(b for b in lezer.berichten if b.soort == "message")
    assert bericht.lijf["s"] == [[f"bijdrage-{bijdrage.sleutel}", "", wereld.versie, ""]]


def test_other_wijken_hear_nothing(volg, wereld):
    from tests.factories import maak_perron, maak_wijk

    elders = maak_wijk("elders")
    lezer = volg(wereld.client, wereld.wijk, na=wereld.versie).open()
    draag_bij(perron=maak_perron(elders, 2), actor=maak_partij(elders).actor, tekst="Elders.", door=None)
    schrijf(wereld, 1)
    lezer.wacht_op(lambda lezer: lezer.versies)
    assert lezer.versies == [wereld.versie]
    assert "Elders." not in str(lezer.berichten)


@pytest.mark.parametrize("na", ["", "-1", "99999999999999999999", "x"])
def test_nonsense_for_a_version_starts_at_the_beginning(volg, wereld, na):
    lezer = volg(wereld.client, wereld.wijk, na=na).open()
    lezer.wacht_op(lambda lezer: lezer.versies)


def test_the_worker_ends_when_nobody_has_looked_for_a_while(volg, wereld, monkeypatch):
    from wijkwijzer.live import hub as hubmodule

    monkeypatch.setattr(hubmodule, "KEEP_EMPTY", 0.05)
    lezer = volg(wereld.client, wereld.wijk, na=wereld.versie).open()
    assert any(d.name == "live-hub" for d in threading.enumerate())
    lezer.loop.call_soon_threadsafe(lezer.vertrek.set)
    lezer.wacht_op(lambda lezer: lezer.klaar)
    lezer.wacht_op(lambda _: not any(d.name == "live-hub" for d in threading.enumerate()))
    opnieuw = volg(wereld.client, wereld.wijk, na=wereld.versie).open()
    schrijf(wereld, 1)
    opnieuw.wacht_op(lambda lezer: lezer.versies)


class Lus:
    """An event loop that has not had its turn yet."""

    def __init__(self):
        self.wacht = []

    def call_soon_threadsafe(self, doe, *args):
        self.wacht.append((doe, args))

    def create_future(self):
        return None  # the end of the connection, which this test does not reach


def test_a_change_right_behind_the_first_visitor_reaches_that_visitor(wereld, monkeypatch):
    """The worker may deliver before the loop of the very first connection has let it in."""
    hub_, lus, gestuurd = Hub(), Lus(), []

    async def stuur(bericht):
        gestuurd.append(bericht["body"])

    plek = Place(wereld.wijk.pk, "perron", (("perron", 2),))
    abonnee = Subscriber(Access(plek, Rol.LEZER, "sleutel"), lus, stuur)
    monkeypatch.setattr(subscribermodule.Subscriber, "_write", lambda abonnee, bericht: gestuurd.append(bericht))
    hub_._let_in(abonnee, wereld.versie, returning=False)
    schrijf(wereld, 1)
    hub_._deliver(wereld.wijk.pk)
    for doe, args in lus.wacht:
        doe(*args)
    assert b"Bijdrage nummer 0." in b"".join(gestuurd)
