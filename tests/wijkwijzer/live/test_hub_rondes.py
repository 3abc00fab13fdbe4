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
from wijkwijzer.live.abonnee import EINDE, Abonnee
from wijkwijzer.live.hub import Hub
from wijkwijzer.live.kamer import Kamer
from wijkwijzer.live.plekken import Plek, Toegang

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


class Bezoeker(Abonnee):
    """A visitor of a perron who keeps what was sent."""

    def __init__(self, perron, lus=None, sleutel="een"):
        plek = Plek(perron.routekaart.wijk_id, "perron", (("perron", perron.nummer),))
        super().__init__(Toegang(plek, Rol.LEZER, sleutel), lus or Lus(), None)
        self.gehoord = b""

    def _schrijf(self, bericht):
        self.gehoord += bericht

    @property
    def teksten(self):
        return [n for n in ("Een.", "Twee.", "Drie.") if n.encode() in self.gehoord]


class Wekker:
    """A signal that never comes by itself."""

    pauze = 99.0

    def __init__(self, *, hoort=False):
        self.hoort = hoort

    def hoorde_iets(self):
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
        hub._laat_binnen(bezoeker, na, terug=False)
    return next(k for k in hub._kamers.values() if k.plek == bezoekers[-1].toegang.plek)


def test_a_call_for_one_wijk_and_a_call_for_all_bring_what_is_new(hub, wereld, perron, zeg):
    bezoeker = Bezoeker(perron)
    binnen(hub, bezoeker, na=wereld.versie)
    hub._draad = threading.current_thread()
    zeg("Een.")
    hub._kijk(Wekker())
    assert bezoeker.teksten == [], "nobody called"
    hub.roep(wereld.wijk.pk)
    assert hub._wek.is_set()
    hub._kijk(Wekker())
    zeg("Twee.")
    hub._kijk(Wekker())
    assert bezoeker.teksten == ["Een."], "a call is used once"
    hub.roep()
    hub._kijk(Wekker())
    zeg("Drie.")
    hub._kijk(Wekker())
    assert bezoeker.teksten == ["Een.", "Twee."]
    hub._kijk(Wekker(hoort=True))
    assert bezoeker.teksten == ["Een.", "Twee.", "Drie."]


def test_a_call_when_nobody_looks_leaves_nothing_behind(hub, wereld):
    hub.roep()
    hub.roep(wereld.wijk.pk)
    assert not hub._wek.is_set()
    assert (hub._geroepen, hub._alle_roepen) == (set(), False)


def test_of_several_wijken_only_those_that_changed_are_read(hub, wereld, perron, zeg, monkeypatch):
    elders = maak_perron(maak_wijk("elders"), 2)
    hier, daar = Bezoeker(perron), Bezoeker(elders)
    binnen(hub, hier, na=wereld.versie)
    binnen(hub, daar, na=0)
    zeg("Een.")
    gelezen = []
    echt = Journaalbron.regels
    monkeypatch.setattr(Journaalbron, "regels", lambda self, w, *a: gelezen.append(w) or echt(self, w, *a))
    hub._kijk(Wekker(hoort=True))
    assert gelezen == [wereld.wijk.pk]
    assert (hier.teksten, daar.teksten) == (["Een."], [])
    hub._kijk(Wekker(hoort=True))
    assert gelezen == [wereld.wijk.pk], "nothing changed since"


def test_trouble_while_somebody_comes_in_keeps_everybody_and_every_call(hub, wereld, perron, monkeypatch):
    eerste, tweede = Bezoeker(perron), Bezoeker(perron)
    hub._nieuw.extend([(eerste, 0, False), (tweede, 0, False)])
    hub._geroepen.add(wereld.wijk.pk)
    with monkeypatch.context() as weg:
        weg.setattr(Journaalbron, "versies", lambda *_: (_ for _ in ()).throw(OperationalError("away")))
        with pytest.raises(OperationalError):
            hub._kijk(Wekker())
    assert [a for a, _, _ in hub._nieuw] == [eerste, tweede]
    assert hub._geroepen == {wereld.wijk.pk}
    hub._kijk(Wekker())
    assert not hub._nieuw
    assert all(b"welkom" in b.gehoord for b in (eerste, tweede))


def test_who_saw_more_than_was_delivered_has_it_delivered_to_all_first(hub, wereld, perron, zeg):
    eerste, tweede = Bezoeker(perron), Bezoeker(perron)
    binnen(hub, eerste, na=wereld.versie)
    zeg("Een.")
    kamer = binnen(hub, tweede, na=wereld.versie)
    assert eerste.teksten == ["Een."]
    assert tweede.teksten == [], "it was on the page already"
    assert kamer.aantal == 2
    assert len(hub._kamers) == 1


def test_the_greeting_says_how_many_were_there_and_the_whole_only_to_who_was_away(hub, wereld, perron, zeg):
    zeg("Een.")
    bij, terug, achter = (Bezoeker(perron) for _ in range(3))
    hub._laat_binnen(bij, wereld.versie, terug=False)
    hub._laat_binnen(terug, wereld.versie, terug=True)
    hub._laat_binnen(achter, wereld.versie - 1, terug=False)
    assert [b"nog-open" in b.gehoord for b in (bij, terug, achter)] == [False, True, True]
    welkom = [next(r for r in b.gehoord.decode().splitlines() if r.startswith("data:")) for b in (bij, terug, achter)]
    assert [json.loads(regel.removeprefix("data:"))["n"] for regel in welkom] == [0, 1, 2]
    assert hub.wie.vuil
    assert hub._wek.is_set()


@pytest.fixture
def vol(hub, wereld, perron, zeg):
    """A room with a visitor, in which a change waits to be told as a whole."""
    bezoeker = Bezoeker(perron)
    kamer = binnen(hub, bezoeker, na=wereld.versie)
    hub._draad = threading.current_thread()
    zeg("Een.")
    hub.roep(wereld.wijk.pk)
    hub._kijk(Wekker())
    assert kamer.vuil
    assert kamer.haast, "what the line changed in the picture could not be added, so it waits to be read"
    bezoeker.gehoord = b""
    return kamer, bezoeker


def test_what_follows_from_many_lines_comes_at_once_when_there_is_haste(hub, vol):
    kamer, bezoeker = vol
    kamer.haast, kamer.volgend_geheel = True, time.monotonic() - 0.01
    voor = time.monotonic()
    hub._ververs()
    assert b"nog-open" in bezoeker.gehoord
    assert not kamer.vuil
    assert kamer.volgend_geheel >= voor + kamer.pagina.rust
    assert kamer.volgend_geheel < voor + kamer.pagina.rust + 30, "work is counted, and its time of day is not"


def test_without_haste_it_rests_a_little_longer(hub, vol, monkeypatch):
    kamer, bezoeker = vol
    monkeypatch.setattr(hubmodule, "NALEZEN", 30.0)
    kamer.haast, kamer.volgend_geheel = False, time.monotonic() - 0.01
    hub._ververs()
    assert bezoeker.gehoord == b""
    assert kamer.vuil
    kamer.volgend_geheel -= 30
    hub._ververs()
    assert b"nog-open" in bezoeker.gehoord


def test_a_costly_page_rests_longer(hub, vol, monkeypatch):
    kamer, _ = vol
    klok = iter([10.0, 11.0])
    monkeypatch.setattr(hubmodule.time, "thread_time", lambda: next(klok))
    kamer.haast, kamer.volgend_geheel = True, 0.0
    voor = time.monotonic()
    hub._ververs()
    assert kamer.volgend_geheel >= voor + max(kamer.pagina.rust, 1.0 / kamer.pagina.deel)


def test_a_room_without_visitors_is_not_read(hub, vol):
    kamer, bezoeker = vol
    kamer.eraf(bezoeker)
    kamer.haast, kamer.volgend_geheel = True, 0.0
    hub._ververs()
    assert not kamer.vuil
    assert bezoeker.gehoord == b""


def test_the_worker_looks_often_only_while_something_waits(hub, vol):
    kamer, bezoeker = vol
    hub.wie.vuil = False
    assert hub._pauze(Wekker()) == hubmodule.KORT
    kamer.vuil = False
    assert hub._pauze(Wekker()) == hubmodule.NAKIJKEN
    hub.wie.vuil = True
    assert hub._pauze(Wekker()) == hubmodule.KORT
    hub.wie.vuil, kamer.vuil = False, True
    kamer.eraf(bezoeker)
    assert hub._pauze(Wekker()) == hubmodule.NAKIJKEN
    wekker = Wekker()
    wekker.pauze = 0.001
    assert hub._pauze(wekker) == 0.001


def test_a_place_is_forgotten_a_while_after_the_last_one_left(hub, vol, monkeypatch):
    kamer, bezoeker = vol
    kamer.leeg_sinds -= 1000
    hub._ruim_op()
    assert hub._kamers
    assert time.monotonic() - kamer.leeg_sinds < 10, "the while begins when the last one leaves"
    kamer.eraf(bezoeker)
    hub._ruim_op()
    assert hub._kamers
    kamer.leeg_sinds -= hubmodule.LEEG_BEWAREN + 1
    hub._ruim_op()
    assert not hub._kamers


def test_leaving_takes_somebody_out_and_tells_who_is_there(hub, wereld, perron):
    blijft, gaat = Bezoeker(perron), Bezoeker(perron)
    kamer = binnen(hub, blijft, gaat, na=wereld.versie)
    hub._per_sleutel.update(["een", "een"])
    hub.wie.vuil = False
    hub._wek.clear()
    hub.meld_af(gaat)
    assert gaat.dicht
    assert not blijft.dicht
    assert kamer.aantal == 1
    assert hub.aantal_van("een") == 1
    assert hub.aantal_van("ander") == 0
    assert hub.wie.vuil
    assert hub._wek.is_set()


def test_closing_a_login_ends_its_connections_with_a_last_word(hub, wereld, perron):
    weg, ander, dood = Bezoeker(perron), Bezoeker(perron, sleutel="ander"), Bezoeker(perron, sleutel="weg")
    weg.toegang = Toegang(weg.toegang.plek, Rol.LEZER, "weg")
    binnen(hub, dood, weg, ander, na=wereld.versie)
    dood.loop.dicht = True
    hub.sluit("weg")
    assert weg.dicht
    assert EINDE in weg.gehoord
    assert not ander.dicht
    assert EINDE not in ander.gehoord


def test_a_loop_that_has_ended_is_forgotten_and_the_others_hear_all(hub, wereld, perron, zeg):
    dood, leeft = Bezoeker(perron), Bezoeker(perron)
    kamer = binnen(hub, dood, leeft, na=wereld.versie)
    dood.loop.dicht = True
    zeg("Een.")
    hub._lever(wereld.wijk.pk)
    assert leeft.teksten == ["Een."]
    assert list(kamer.leden) == [leeft.loop]


def test_the_end_of_a_membership_lets_every_connection_look_whether_it_may_stay(hub, wereld, perron, zeg, monkeypatch):
    bezoeker, gekeurd = Bezoeker(perron), []
    bezoeker.herkeur = lambda: gekeurd.append(1)
    binnen(hub, bezoeker, na=wereld.versie)
    zeg("Een.")
    hub._lever(wereld.wijk.pk)
    assert gekeurd == []
    monkeypatch.setattr(Journaalbron, "beeindigt", lambda self, regel: True)
    zeg("Twee.")
    hub._lever(wereld.wijk.pk)
    assert gekeurd == [1]


def test_what_was_delivered_is_remembered_for_who_comes_next(hub, wereld, perron, zeg, monkeypatch):
    eerste, tweede = Bezoeker(perron), Bezoeker(perron)
    begin = wereld.versie
    binnen(hub, eerste, na=begin)
    zeg("Een.")
    zeg("Twee.")
    hub._lever(wereld.wijk.pk)
    assert hub._geleverd == {wereld.wijk.pk: begin + 2}
    monkeypatch.setattr(Journaalbron, "regels", lambda *_: pytest.fail("it is in memory"))
    binnen(hub, tweede, na=begin + 1)
    assert tweede.teksten == ["Twee."]


class Rondewekker(Wekker):
    """A signal of a round: it tells others who is here."""

    def vertel(self, aanwezig):
        pass


def test_a_round_that_fails_waits_and_calls_again(hub, wereld, perron, monkeypatch):
    binnen(hub, Bezoeker(perron), na=wereld.versie)
    hub._draad = threading.current_thread()
    monkeypatch.setattr(hubmodule, "PECH", 0.01)
    monkeypatch.setattr(Kamer, "vuil", property(lambda _: 1 / 0, lambda *_: None), raising=False)
    assert hub._ronde(Rondewekker())
    assert hub._alle_roepen
    assert hub._wek.is_set()


def test_the_last_round_ends_the_worker_and_forgets(hub, wereld):
    hub._draad = threading.current_thread()
    hub._geleverd[wereld.wijk.pk] = 3
    hub._geroepen.add(99)
    assert hub._ronde(Rondewekker()) is False
    assert (hub._draad, hub._geleverd, hub._geroepen) == (None, {}, set())


def test_a_round_with_somebody_at_the_door_is_not_the_last(hub, wereld, perron):
    bezoeker = Bezoeker(perron)
    hub._nieuw.append((bezoeker, 0, False))
    assert hub._ronde(Rondewekker()) is True
    assert hub._kamers


def test_stopping_ends_the_worker_and_forgets_everybody(hub, wereld, perron):
    hub.meld_aan(Bezoeker(perron), na=0, terug=False)
    draad = hub._draad
    assert draad.daemon
    assert draad.name == "live-hub"
    assert hub.aantal_van("een") == 1
    hub.stop()
    assert not draad.is_alive()
    assert (hub._draad, hub._kamers, hub.aantal_van("een")) == (None, {}, 0)
    hub.stop()


def test_a_change_without_any_signal_is_found_in_a_while(hub, wereld, perron, zeg, monkeypatch):
    """The verbs call the hub of the process, not this one; and its signals never come."""
    wekker = Rondewekker()
    wekker.pauze, wekker.stop = 0.01, lambda: None
    monkeypatch.setattr(hubmodule, "maak_wekker", lambda *_: wekker)
    monkeypatch.setattr(hubmodule, "NAKIJKEN", 0.05)
    bezoeker = Bezoeker(perron)
    hub.meld_aan(bezoeker, na=wereld.versie, terug=False)
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
