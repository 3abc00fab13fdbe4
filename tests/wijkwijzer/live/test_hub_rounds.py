# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker of the hub by hand, one step at a time: what the tests with real streams can't hold still."""

import json
import threading
import time

import pytest
from django.db import OperationalError

from tests.factories import maak_bijdrage, maak_perron, maak_wijk
from wijken.live import Journaalbron
from wijken.models import Rol
from wijkwijzer.live import hub as hubmodule
from wijkwijzer.live.channel import Channel
from wijkwijzer.live.hub import Hub
from wijkwijzer.live.pages import Access, Place
from wijkwijzer.live.subscriber import END, Subscriber

pytestmark = pytest.mark.django_db(transaction=True)


class Lus:
    """An event loop that runs at once, until it has ended."""

    def __init__(self):
        self.dicht = False

    def call_soon_threadsafe(self, doe, *args):
        if self.dicht:
            raise RuntimeError("Event loop is closed")
        doe(*args)

    def create_future(self):
        return Einde()


class Einde:
    """The end of a connection."""

    def __init__(self):
        self.bereikt = False

    def done(self):
        return self.bereikt

    def set_result(self, _):
        self.bereikt = True


class Bezoeker(Subscriber):
    """A visitor of a perron who keeps what was sent."""

    def __init__(self, perron, lus=None, sleutel="een"):
        plek = Place(perron.routekaart.wijk_id, "perron", (("perron", perron.nummer),))
        super().__init__(Access(plek, Rol.LEZER, sleutel), lus or Lus(), None)
        self.gehoord = b""

    def _write(self, bericht):
        self.gehoord += bericht

    @property
    def teksten(self):
        return [n for n in ("Een.", "Twee.", "Drie.") if n.encode() in self.gehoord]


class Signal:
    """A signal that never comes by itself."""

    pause = 99.0

    def __init__(self, *, hoort=False):
        self.hoort = hoort

    def heard(self):
        return self.hoort


@pytest.fixture
def hub():
    return Hub()


@pytest.fixture
def perron(wereld):
    return wereld.perron


@pytest.fixture
def zeg(wereld):
    return lambda tekst, perron=None: maak_bijdrage(perron or wereld.perron, wereld.deelname.actor, tekst)


def binnen(hub, *bezoekers, na):
    for bezoeker in bezoekers:
        hub._let_in(bezoeker, na, returning=False)
    return next(k for k in hub._channels.values() if k.place == bezoekers[-1].access.place)


def test_a_call_for_one_wijk_and_a_call_for_all_bring_what_is_new(hub, wereld, perron, zeg):
    bezoeker = Bezoeker(perron)
    binnen(hub, bezoeker, na=wereld.versie)
    hub._thread = threading.current_thread()
    zeg("Een.")
    hub._look(Signal())
    assert bezoeker.teksten == [], "nobody called"
    hub.call(wereld.wijk.pk)
    assert hub._wake.is_set()
    hub._look(Signal())
    zeg("Twee.")
    hub._look(Signal())
    assert bezoeker.teksten == ["Een."], "a call is used once"
    hub.call()
    hub._look(Signal())
    zeg("Drie.")
    hub._look(Signal())
    assert bezoeker.teksten == ["Een.", "Twee."]
    hub._look(Signal(hoort=True))
    assert bezoeker.teksten == ["Een.", "Twee.", "Drie."]


def test_a_call_when_nobody_looks_leaves_nothing_behind(hub, wereld):
    hub.call()
    hub.call(wereld.wijk.pk)
    assert not hub._wake.is_set()
    assert (hub._called, hub._all_called) == (set(), False)


def test_of_several_wijken_only_those_that_changed_are_read(hub, wereld, perron, zeg, monkeypatch):
    elders = maak_perron(maak_wijk("elders"), 2)
    hier, daar = Bezoeker(perron), Bezoeker(elders)
    binnen(hub, hier, na=wereld.versie)
    binnen(hub, daar, na=0)
    zeg("Een.")
    gelezen = []
    echt = Journaalbron.lines
    monkeypatch.setattr(Journaalbron, "lines", lambda self, w, *a: gelezen.append(w) or echt(self, w, *a))
    hub._look(Signal(hoort=True))
    assert gelezen == [wereld.wijk.pk]
    assert (hier.teksten, daar.teksten) == (["Een."], [])
    hub._look(Signal(hoort=True))
    assert gelezen == [wereld.wijk.pk], "nothing changed since"


def test_trouble_while_somebody_comes_in_keeps_everybody_and_every_call(hub, wereld, perron, monkeypatch):
    eerste, tweede = Bezoeker(perron), Bezoeker(perron)
    hub._joining.extend([(eerste, 0, False), (tweede, 0, False)])
    hub._called.add(wereld.wijk.pk)
    with monkeypatch.context() as weg:
        weg.setattr(Journaalbron, "versions", lambda *_: (_ for _ in ()).throw(OperationalError("away")))
        with pytest.raises(OperationalError):
            hub._look(Signal())
    assert [a for a, _, _ in hub._joining] == [eerste, tweede]
    assert hub._called == {wereld.wijk.pk}
    hub._look(Signal())
    assert not hub._joining
    assert all(b"welkom" in b.gehoord for b in (eerste, tweede))


def test_who_saw_more_than_was_delivered_has_it_delivered_to_all_first(hub, wereld, perron, zeg):
    eerste, tweede = Bezoeker(perron), Bezoeker(perron)
    binnen(hub, eerste, na=wereld.versie)
    zeg("Een.")
    channel = binnen(hub, tweede, na=wereld.versie)
    assert eerste.teksten == ["Een."]
    assert tweede.teksten == [], "it was on the page already"
    assert channel.count == 2
    assert len(hub._channels) == 1


def test_the_greeting_says_how_many_were_there_and_the_whole_only_to_who_was_away(hub, wereld, perron, zeg):
    zeg("Een.")
    bij, terug, achter = (Bezoeker(perron) for _ in range(3))
    hub._let_in(bij, wereld.versie, returning=False)
    hub._let_in(terug, wereld.versie, returning=True)
    hub._let_in(achter, wereld.versie - 1, returning=False)
    assert [b"nog-open" in b.gehoord for b in (bij, terug, achter)] == [False, True, True]
    welkom = [next(r for r in b.gehoord.decode().splitlines() if r.startswith("data:")) for b in (bij, terug, achter)]
    assert [json.loads(regel.removeprefix("data:"))["n"] for regel in welkom] == [0, 1, 2]
    assert hub.presence.dirty
    assert hub._wake.is_set()


@pytest.fixture
def vol(hub, wereld, perron, zeg):
    """A channel with a visitor, in which a change waits to be told as a whole."""
    bezoeker = Bezoeker(perron)
    channel = binnen(hub, bezoeker, na=wereld.versie)
    hub._thread = threading.current_thread()
    zeg("Een.")
    hub.call(wereld.wijk.pk)
    hub._look(Signal())
    assert channel.dirty
    assert channel.urgent, "what the line changed in the picture could not be added, so it waits to be read"
    bezoeker.gehoord = b""
    return channel, bezoeker


def test_what_follows_from_many_lines_comes_at_once_when_there_is_haste(hub, vol):
    channel, bezoeker = vol
    channel.urgent, channel.next_reading = True, time.monotonic() - 0.01
    voor = time.monotonic()
    hub._refresh()
    assert b"nog-open" in bezoeker.gehoord
    assert not channel.dirty
    assert channel.next_reading >= voor + channel.page.rest
    assert channel.next_reading < voor + channel.page.rest + 30, "work is counted, and its time of day is not"


def test_without_haste_it_rests_a_little_longer(hub, vol, monkeypatch):
    channel, bezoeker = vol
    monkeypatch.setattr(hubmodule, "REREAD", 30.0)
    channel.urgent, channel.next_reading = False, time.monotonic() - 0.01
    hub._refresh()
    assert bezoeker.gehoord == b""
    assert channel.dirty
    channel.next_reading -= 30
    hub._refresh()
    assert b"nog-open" in bezoeker.gehoord


def test_a_costly_page_rests_longer(hub, vol, monkeypatch):
    channel, _ = vol
    klok = iter([10.0, 11.0])
    monkeypatch.setattr(hubmodule.time, "thread_time", lambda: next(klok))
    channel.urgent, channel.next_reading = True, 0.0
    voor = time.monotonic()
    hub._refresh()
    assert channel.next_reading >= voor + max(channel.page.rest, 1.0 / channel.page.share)


def test_a_channel_without_visitors_is_not_read(hub, vol):
    channel, bezoeker = vol
    channel.let_out(bezoeker)
    channel.urgent, channel.next_reading = True, 0.0
    hub._refresh()
    assert not channel.dirty
    assert bezoeker.gehoord == b""


def test_the_worker_looks_often_only_while_something_waits(hub, vol):
    channel, bezoeker = vol
    hub.presence.dirty = False
    assert hub._pause(Signal()) == hubmodule.SHORT
    channel.dirty = False
    assert hub._pause(Signal()) == hubmodule.LOOK_AGAIN
    hub.presence.dirty = True
    assert hub._pause(Signal()) == hubmodule.SHORT
    hub.presence.dirty, channel.dirty = False, True
    channel.let_out(bezoeker)
    assert hub._pause(Signal()) == hubmodule.LOOK_AGAIN
    signal = Signal()
    signal.pause = 0.001
    assert hub._pause(signal) == 0.001


def test_a_place_is_forgotten_a_while_after_the_last_one_left(hub, vol, monkeypatch):
    channel, bezoeker = vol
    channel.empty_since -= 1000
    hub._tidy()
    assert hub._channels
    assert time.monotonic() - channel.empty_since < 10, "the while begins when the last one leaves"
    channel.let_out(bezoeker)
    hub._tidy()
    assert hub._channels
    channel.empty_since -= hubmodule.KEEP_EMPTY + 1
    hub._tidy()
    assert not hub._channels


def test_leaving_takes_somebody_out_and_tells_who_is_there(hub, wereld, perron):
    blijft, gaat = Bezoeker(perron), Bezoeker(perron)
    channel = binnen(hub, blijft, gaat, na=wereld.versie)
    hub._per_key.update(["een", "een"])
    hub.presence.dirty = False
    hub._wake.clear()
    hub.leave(gaat)
    assert gaat.closed
    assert not blijft.closed
    assert channel.count == 1
    assert hub.count_of("een") == 1
    assert hub.count_of("ander") == 0
    assert hub.presence.dirty
    assert hub._wake.is_set()


def test_closing_a_login_ends_its_connections_with_a_last_word(hub, wereld, perron):
    weg, ander, dood = Bezoeker(perron), Bezoeker(perron, sleutel="ander"), Bezoeker(perron, sleutel="weg")
    weg.access = Access(weg.access.place, Rol.LEZER, "weg")
    binnen(hub, dood, weg, ander, na=wereld.versie)
    dood.loop.dicht = True
    hub.close("weg")
    assert weg.closed
    assert END in weg.gehoord
    assert not ander.closed
    assert END not in ander.gehoord


def test_a_loop_that_has_ended_is_forgotten_and_the_others_hear_all(hub, wereld, perron, zeg):
    dood, leeft = Bezoeker(perron), Bezoeker(perron)
    channel = binnen(hub, dood, leeft, na=wereld.versie)
    dood.loop.dicht = True
    zeg("Een.")
    hub._deliver(wereld.wijk.pk)
    assert leeft.teksten == ["Een."]
    assert list(channel.members) == [leeft.loop]


def test_the_end_of_a_membership_lets_every_connection_look_whether_it_may_stay(hub, wereld, perron, zeg, monkeypatch):
    bezoeker, gekeurd = Bezoeker(perron), []
    bezoeker.recheck = lambda: gekeurd.append(1)
    binnen(hub, bezoeker, na=wereld.versie)
    zeg("Een.")
    hub._deliver(wereld.wijk.pk)
    assert gekeurd == []
    monkeypatch.setattr(Journaalbron, "ends_access", lambda self, line: True)
    zeg("Twee.")
    hub._deliver(wereld.wijk.pk)
    assert gekeurd == [1]


def test_what_was_delivered_is_remembered_for_who_comes_next(hub, wereld, perron, zeg, monkeypatch):
    eerste, tweede = Bezoeker(perron), Bezoeker(perron)
    begin = wereld.versie
    binnen(hub, eerste, na=begin)
    zeg("Een.")
    zeg("Twee.")
    hub._deliver(wereld.wijk.pk)
    assert hub._delivered == {wereld.wijk.pk: begin + 2}
    monkeypatch.setattr(Journaalbron, "lines", lambda *_: pytest.fail("it is in memory"))
    binnen(hub, tweede, na=begin + 1)
    assert tweede.teksten == ["Twee."]


class RoundSignal(Signal):
    """A signal of a round: it tells others who is here."""

    def tell(self, present):
        pass


def test_a_round_that_fails_waits_and_calls_again(hub, wereld, perron, monkeypatch):
    binnen(hub, Bezoeker(perron), na=wereld.versie)
    hub._thread = threading.current_thread()
    monkeypatch.setattr(hubmodule, "TROUBLE", 0.01)
    monkeypatch.setattr(Channel, "dirty", property(lambda _: 1 / 0, lambda *_: None), raising=False)
    assert hub._round(RoundSignal())
    assert hub._all_called
    assert hub._wake.is_set()


def test_the_last_round_ends_the_worker_and_forgets(hub, wereld):
    hub._thread = threading.current_thread()
    hub._delivered[wereld.wijk.pk] = 3
    hub._called.add(99)
    assert hub._round(RoundSignal()) is False
    assert (hub._thread, hub._delivered, hub._called) == (None, {}, set())


def test_a_round_with_somebody_at_the_door_is_not_the_last(hub, wereld, perron):
    bezoeker = Bezoeker(perron)
    hub._joining.append((bezoeker, 0, False))
    assert hub._round(RoundSignal()) is True
    assert hub._channels


def test_stopping_ends_the_worker_and_forgets_everybody(hub, wereld, perron):
    hub.join(Bezoeker(perron), seen=0, returning=False)
    draad = hub._thread
    assert draad.daemon
    assert draad.name == "live-hub"
    assert hub.count_of("een") == 1
    hub.stop()
    assert not draad.is_alive()
    assert (hub._thread, hub._channels, hub.count_of("een")) == (None, {}, 0)
    hub.stop()


def test_a_change_without_any_signal_is_found_in_a_while(hub, wereld, perron, zeg, monkeypatch):
    """The verbs call the hub of the process, not this one; and its signals never come."""
    signal = RoundSignal()
    signal.pause, signal.stop = 0.01, lambda: None
    monkeypatch.setattr(hubmodule, "make_signals", lambda *_: signal)
    monkeypatch.setattr(hubmodule, "LOOK_AGAIN", 0.05)
    bezoeker = Bezoeker(perron)
    hub.join(bezoeker, seen=wereld.versie, returning=False)
    try:
        wacht_op(lambda: b"welkom" in bezoeker.gehoord)
        zeg("Een.")
        wacht_op(lambda: bezoeker.teksten == ["Een."])
    finally:
        hub.stop()


def wacht_op(gebeurd):
    tot = time.monotonic() + 20
    while not gebeurd():
        assert time.monotonic() < tot
        time.sleep(0.005)
