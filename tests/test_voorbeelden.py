# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A copy of an example wijk holds exactly what loading it would have brought, wherever it is put."""

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection, transaction

from actoren.models import Actor
from routekaart.models import Bijdrage, Perron
from routekaart.perron.handelingen import draag_bij
from routekaart.voorbeelden.laden import MAP, laad_bestand
from tests import voorbeelden
from tests.factories import ingelogd, maak_lid, maak_partij, maak_wijk
from tests.voorbeelden import VOORBEELDEN, eens, lees_standen, lees_tabel, tabellen, zet_voorbeeld
from tests.weigert import geweigerd
from wijken.models import Gemeente, Journaalregel, Rol, Wijk

# What differs from one load to the next: the names of rows that no person sees, and the hour.
SLEUTEL = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
TIJD = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(\+\d\d(:?\d\d)?|Z)?")


class Namen:
    """Gives every sleutel a number in the order in which they come by, so that two loads can be compared."""

    def __init__(self) -> None:
        self.gezien: dict[str, str] = {}

    def __call__(self, waarde: Any) -> Any:
        if not isinstance(waarde, str):
            return waarde
        waarde = SLEUTEL.sub(lambda m: self.gezien.setdefault(m[0].replace("-", ""), f"s{len(self.gezien)}"), waarde)
        return TIJD.sub("nu", waarde)


def inhoud() -> dict[str, Any]:
    """Every row of every table with its key, and the last key of each table.

    Django adds the links of a row from a set, so their order is nobody's: here they are sorted, without their key.
    """
    naam, beeld = Namen(), {}
    for tabel, stand in lees_standen().items():
        rijen = {pk: {k: naam(w) for k, w in rij.items()} for pk, rij in lees_tabel(tabel).items()}
        links = tabellen()[tabel]._meta.auto_created
        beeld[tabel] = (sorted(map(str, rijen.values())) if links else rijen, stand)
    return beeld


def ongedaan(doe) -> dict[str, Any]:
    """Do something, return what the database then holds, and undo it."""
    ervoor = lees_standen()
    buiten = transaction.atomic()
    buiten._from_testcase = True
    with buiten:
        doe()
        erna = inhoud()
        transaction.set_rollback(True)
    if connection.vendor == "postgresql":
        voorbeelden._zet_standen(ervoor)
    return erna


def laad(*slugs: str) -> None:
    for slug in slugs:
        laad_bestand(MAP / f"{slug}.toml")


@pytest.fixture
def vers(monkeypatch):
    """Forget what other tests of this process kept."""
    monkeypatch.setattr(voorbeelden, "_bewaard", {})


@pytest.mark.django_db
def test_a_copy_is_what_the_start_of_the_demo_loads(settings, vers):
    settings.DEMO = False
    geladen = ongedaan(lambda: call_command("begin", verbosity=0))
    for _ in range(2):  # the one that is taken, and the one that is kept
        assert ongedaan(zet_voorbeeld) == geladen
    assert sum(len(rijen) for rijen, _ in geladen.values()) > 500


@pytest.mark.django_db
def test_beside_other_rows_and_in_another_order_too():
    maak_partij(maak_wijk(), "Gemeente Almelo")  # the same party, in another wijk
    maak_lid(Wijk.objects.get(), Rol.LEZER)
    Gemeente.objects.create(naam="Elders").delete()
    geladen = ongedaan(lambda: laad("ossenkoppelerhoek", "haarwijk"))
    assert ongedaan(lambda: zet_voorbeeld("ossenkoppelerhoek", "haarwijk")) == geladen
    zet_voorbeeld("ossenkoppelerhoek")
    assert Actor.objects.filter(naam="Gemeente Almelo").count() == 1


@pytest.mark.django_db
def test_what_was_there_stays_as_it_was():
    maak_lid(maak_wijk(), Rol.LEZER)
    ervoor = {tabel: lees_tabel(tabel) for tabel in tabellen()}
    zet_voorbeeld("haarwijk")
    for tabel, rijen in ervoor.items():
        erna = lees_tabel(tabel)
        assert {pk: erna[pk] for pk in rijen} == rijen, tabel


@pytest.mark.django_db
def test_the_wijken_come_back_in_order_and_live_on():
    wijken = zet_voorbeeld("meerzicht", "haarwijk")
    assert list(wijken) == ["meerzicht", "haarwijk"]
    wijk = wijken["haarwijk"]
    assert wijk.versie == Journaalregel.objects.filter(wijk=wijk).count() > 0
    perron = Perron.objects.select_related("routekaart__wijk").get(routekaart__wijk=wijk, nummer=3)
    partij = maak_partij(wijk, "De nieuwe partij")
    bijdrage = draag_bij(perron=perron, actor=partij.actor, tekst="Iets nieuws.", door=None)
    assert bijdrage.pk == max(Bijdrage.objects.values_list("pk", flat=True))
    wijk.refresh_from_db()
    assert wijk.versie == Journaalregel.objects.filter(wijk=wijk).count()
    with geweigerd("wijk_is_er_al"):
        laad("haarwijk")
    assert list(zet_voorbeeld("ossenkoppelerhoek")) == ["ossenkoppelerhoek"]


@pytest.mark.django_db
def test_every_pointer_ends_at_a_row():
    maak_wijk()
    zet_voorbeeld()
    connection.check_constraints()
    assert Wijk.objects.count() == 1 + len(VOORBEELDEN)


@pytest.mark.django_db(transaction=True)
def test_in_a_test_that_commits_it_is_the_same(vers):
    maak_wijk()
    geladen = ongedaan(lambda: laad("haarwijk"))
    assert ongedaan(lambda: zet_voorbeeld("haarwijk")) == geladen
    zet_voorbeeld("haarwijk")
    connection.close()
    assert Wijk.objects.filter(slug="haarwijk").exists()


@pytest.mark.django_db
def test_the_order_of_the_tables_keeps_what_is_pointed_to_first():
    plaats = {tabel: nr for nr, tabel in enumerate(tabellen())}
    for tabel, model in tabellen().items():
        for doel in voorbeelden.verwijzingen(model).values():
            if doel in plaats and doel != tabel:
                assert plaats[doel] < plaats[tabel], (tabel, doel)
    assert get_user_model()._meta.db_table in plaats


def maak_lidje():
    lid = maak_lid(maak_wijk(), Rol.LEZER)
    return {"lid": lid, "client": ingelogd(lid), "namen": []}


@pytest.mark.django_db
@pytest.mark.parametrize("keer", [1, 2, 3])
def test_a_world_of_a_file_is_the_same_for_every_test(keer, request):
    """The first time it is made, after that it is copied; each test starts from it as if it were the only one."""
    wereld = eens(maak_lidje)
    lid, client = wereld["lid"], wereld["client"]
    assert client.get("/wijken/proefwijk/").status_code == 200
    assert get_user_model().objects.get() == lid
    assert wereld["namen"] == []
    wereld["namen"].append("van deze test")
    gezien = request.config.stash.setdefault(GEZIEN, [])
    gezien.append((lid.pk, lid.email, client.session.session_key))
    assert len(set(gezien)) == 1
    ander = maak_lid(Wijk.objects.get(), Rol.DEELNEMER)
    assert ander.pk > lid.pk
    connection.check_constraints()
    client.logout()
    with pytest.raises(AssertionError, match="empty database"):
        eens(lambda: None)


GEZIEN: pytest.StashKey[list[Any]] = pytest.StashKey()
