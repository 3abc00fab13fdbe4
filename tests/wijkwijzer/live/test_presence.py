# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is here: per party, once per login, and the other processes' visitors for as long as they say so."""

from django.db import connection

from tests.factories import ingelogd, maak_lid, maak_partij
from wijken.models import Rol
from wijkwijzer.live.hub import hub
from wijkwijzer.live.presence import FORGET, Presence
from wijkwijzer.live.signals import Listener, Poller, make_signals


def hier(lezer):
    """Return the last that was said about who is here."""
    gezegd = [b.lijf["hier"] for b in lezer.berichten if b.soort == "hier"]
    return gezegd[-1] if gezegd else None


def test_everybody_sees_which_parties_are_here(volg, wereld):
    school = maak_partij(wereld.wijk, "De School")
    eerste = volg(wereld.client, wereld.wijk).open()
    volg(wereld.client, wereld.wijk).open()  # a second window of the same login
    volg(ingelogd(maak_lid(wereld.wijk, voor=school)), wereld.wijk).open()
    volg(ingelogd(maak_lid(wereld.wijk, voor=school)), wereld.wijk).open()
    regisseur = volg(ingelogd(maak_lid(wereld.wijk, Rol.WIJKREGISSEUR)), wereld.wijk).open()
    verwacht = [["De Corporatie", 1], ["De School", 2], ["wijkregisseur", 1]]
    eerste.wacht_op(lambda lezer: hier(lezer) == verwacht)
    regisseur.loop.call_soon_threadsafe(regisseur.vertrek.set)
    eerste.wacht_op(lambda lezer: hier(lezer) == verwacht[:2])


def test_another_perron_is_another_place(volg, wereld):
    school = maak_partij(wereld.wijk, "De School")
    hier_ = volg(wereld.client, wereld.wijk).open()
    daar = volg(ingelogd(maak_lid(wereld.wijk, voor=school)), wereld.wijk, "/wijken/proefwijk/routekaart/perron/3/")
    daar.open().wacht_op(lambda lezer: hier(lezer) == [["De School", 1]])
    hier_.wacht_op(lambda lezer: hier(lezer) == [["De Corporatie", 1]])


def test_pages_that_do_not_show_it_are_not_told(volg, wereld):
    lezer = volg(wereld.client, wereld.wijk, "/wijken/proefwijk/").open()
    perron = volg(wereld.client, wereld.wijk).open()
    perron.wacht_op(hier)
    assert hier(lezer) is None


def test_visitors_of_another_process_count_until_it_is_silent(volg, wereld):
    lezer = volg(wereld.client, wereld.wijk).open()
    lezer.wacht_op(hier)
    plek = f"{wereld.wijk.pk}/perron/perron=2"
    hub.presence.from_elsewhere("ander", {plek: {"De School": 3}, "999/perron/perron=2": {"Elders": 1}})
    hub.call()
    lezer.wacht_op(lambda lezer: hier(lezer) == [["De Corporatie", 1], ["De School", 3]])
    hub.presence._clock = lambda klok=hub.presence._clock: klok() + FORGET + 1
    hub.presence.dirty = True
    hub.call()
    lezer.wacht_op(lambda lezer: hier(lezer) == [["De Corporatie", 1]])


def test_nothing_is_told_when_nothing_happened():
    gezegd = []
    wie = Presence(clock=lambda: 1000.0)
    wie.tell_all([], lambda *_: gezegd.append("hier"), gezegd.append)
    wie.tell_all([], lambda *_: gezegd.append("hier"), gezegd.append)
    assert gezegd == []


def test_the_source_of_signals_fits_the_database(transactional_db):
    signals = make_signals(lambda wijk: None, Presence())
    try:
        assert isinstance(signals, Listener if connection.vendor == "postgresql" else Poller)
        signals.tell({"1/perron/perron=2": {"De School": 1}})
        signals.tell({"1/perron/perron=2": {"x" * 9000: 1}})  # too much for a notification: left out, no error
    finally:
        signals.stop()
