# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one context in which everything is written."""

import threading

import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction

from tests.factories import maak_gebruiker, maak_wijk
from wijken import wijziging as module
from wijken.models import Journaalregel, Opgave, Wijk, Zichtbaar
from wijken.wijziging import vast_beeld, wijziging
from wijkwijzer.errors import Geweigerd, Verouderd
from wijkwijzer.registry import Regelsoort

PROEF = Regelsoort("proef", str)


def voeg_opgave_toe(wijk, naam="Jeugd", **kw):
    with wijziging(wijk, soort=PROEF, door=None, **kw) as v:
        opgave = Opgave.objects.create(wijk=v.wijk, naam=naam)
        v.noteer(opgave, nieuw={"naam": naam})
    return opgave


@pytest.mark.django_db
def test_a_change_takes_one_version_and_leaves_one_line():
    wijk, door = maak_wijk(), maak_gebruiker()
    with wijziging(wijk, soort=PROEF, door=door, zichtbaar=Zichtbaar.LEIDING) as v:
        opgave = Opgave.objects.create(wijk=wijk, naam="Jeugd")
        v.noteer(opgave, oud={"naam": ""}, nieuw={"naam": "Jeugd"})
    assert Wijk.objects.get().versie == wijk.versie + 1 == v.versie
    regel = Journaalregel.objects.get()
    assert (regel.versie, regel.soort, regel.door, regel.zichtbaar) == (v.versie, "proef", door, "leiding")
    assert (regel.onderwerp_soort, regel.onderwerp) == ("opgave", opgave.sleutel)
    assert (regel.oud, regel.nieuw) == ({"naam": ""}, {"naam": "Jeugd"})
    assert regel.moment == v.moment


@pytest.mark.django_db
def test_versions_count_up_per_wijk():
    een, twee = maak_wijk("een"), maak_wijk("twee")
    for wijk, naam in [(een, "a"), (twee, "b"), (een, "c")]:
        voeg_opgave_toe(wijk, naam)
    assert list(Journaalregel.objects.filter(wijk=een).values_list("versie", flat=True)) == [1, 2]
    assert list(Journaalregel.objects.filter(wijk=twee).values_list("versie", flat=True)) == [1]


@pytest.mark.django_db
def test_an_exception_leaves_nothing_behind():
    wijk = maak_wijk()
    with pytest.raises(Geweigerd), wijziging(wijk, soort=PROEF, door=None) as v:
        opgave = Opgave.objects.create(wijk=wijk, naam="Jeugd")
        v.noteer(opgave)
        raise Geweigerd("nee")
    assert not Opgave.objects.exists()
    assert not Journaalregel.objects.exists()
    assert Wijk.objects.get().versie == 0


@pytest.mark.django_db
def test_a_change_without_a_line_is_refused_and_undone():
    wijk = maak_wijk()
    with pytest.raises(RuntimeError, match="not noted"), wijziging(wijk, soort=PROEF, door=None):
        Opgave.objects.create(wijk=wijk, naam="Jeugd")
    assert not Opgave.objects.exists()


@pytest.mark.django_db
def test_a_change_is_noted_once():
    wijk = maak_wijk()
    with pytest.raises(RuntimeError, match="twice"), wijziging(wijk, soort=PROEF, door=None) as v:
        v.noteer(wijk)
        v.noteer(wijk)


def test_what_went_wrong_says_so_in_a_log_too():
    wijk = Wijk(naam="Proefwijk")
    assert str(Geweigerd("dat_mag_niet")) == "dat_mag_niet"
    assert "Proefwijk" in str(Verouderd(wijk))
    assert Verouderd(wijk).huidig is wijk


@pytest.mark.django_db
def test_a_change_inside_a_change_is_refused():
    wijk = maak_wijk()
    with pytest.raises(RuntimeError, match="durable"), wijziging(wijk, soort=PROEF, door=None):
        voeg_opgave_toe(wijk)
    assert not Journaalregel.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_change_inside_another_transaction_is_refused():
    wijk = maak_wijk()
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        voeg_opgave_toe(wijk)


@pytest.mark.django_db
def test_vers_reads_the_row_again_and_compares_versions():
    wijk = maak_wijk()
    Wijk.objects.filter(pk=wijk.pk).update(naam="Nieuwe naam", versie=4)
    with wijziging(wijk, soort=PROEF, door=None) as v:
        assert v.vers(wijk).naam == "Nieuwe naam"
        assert v.vers(wijk, versie=4).versie == 4
        with pytest.raises(Verouderd) as te_laat:
            v.vers(wijk, versie=3)
        assert te_laat.value.huidig.naam == "Nieuwe naam"
        v.noteer(wijk)


@pytest.mark.django_db
def test_the_journal_refuses_the_same_version_twice():
    wijk = maak_wijk()
    voeg_opgave_toe(wijk)
    Wijk.objects.filter(pk=wijk.pk).update(versie=0)
    with pytest.raises(IntegrityError):
        voeg_opgave_toe(wijk, "Wonen")


def _in_threads(doe, aantal):
    fouten = []

    def loop(nr):
        try:
            doe(nr)
        except Exception as fout:  # noqa: BLE001 - whatever went wrong is reported by the test
            fouten.append(fout)
        finally:
            connections.close_all()

    draden = [threading.Thread(target=loop, args=(nr,)) for nr in range(aantal)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return fouten


@pytest.mark.django_db(transaction=True)
def test_thirty_changes_at_once_all_land_without_gaps():
    wijk = maak_wijk()
    assert _in_threads(lambda nr: voeg_opgave_toe(wijk, f"Opgave {nr}"), 30) == []
    versies = list(Journaalregel.objects.filter(wijk=wijk).order_by("versie").values_list("versie", flat=True))
    assert versies == list(range(1, 31))
    assert Opgave.objects.count() == 30


@pytest.mark.django_db(transaction=True)
def test_on_sqlite_waiting_too_long_is_an_operational_error(monkeypatch):
    """The screen then says that the database is busy; on PostgreSQL the row lock waits instead."""
    if connection.vendor != "sqlite":
        assert module._beurt().__enter__() is None  # no turn to wait for
        return
    monkeypatch.setattr(module, "_GEDULD", 0.05)
    wijk, bezet, klaar = maak_wijk(), threading.Event(), threading.Event()

    def houd_vast():
        with module._een_schrijver:
            bezet.set()
            klaar.wait(10)

    draad = threading.Thread(target=houd_vast)
    draad.start()
    bezet.wait(10)
    try:
        with pytest.raises(OperationalError):
            voeg_opgave_toe(wijk)
    finally:
        klaar.set()
        draad.join()
    voeg_opgave_toe(wijk)
    assert Journaalregel.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_nothing_is_written_to_a_wijk_while_it_is_read_as_a_whole():
    wijk, gelezen, geschreven = maak_wijk(), threading.Event(), threading.Event()

    def schrijf(_):
        gelezen.wait(10)
        voeg_opgave_toe(wijk)
        geschreven.set()

    draad = threading.Thread(target=_in_threads, args=(schrijf, 1))
    with vast_beeld(wijk):
        draad.start()
        gelezen.set()
        assert not geschreven.wait(0.3)
        assert not Opgave.objects.exists()
    draad.join()
    assert geschreven.is_set()
    assert Opgave.objects.count() == 1
