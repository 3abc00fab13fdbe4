# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parties take part, and members speak for them."""

import pytest

from actoren.handelingen import laat_spreken_voor, voeg_partij_toe
from actoren.models import Actor, Deelname, Domein, Soort, Vertegenwoordiging
from actoren.toegang import partijen_van
from tests.factories import maak_lid, maak_partij, maak_wijk
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol

pytestmark = pytest.mark.django_db


def voeg_toe(wijk, naam="Woningstichting Proef"):
    return voeg_partij_toe(wijk=wijk, naam=naam, soort=Soort.CORPORATIE, domein=Domein.FYSIEK, door=None)


def test_a_party_takes_part():
    wijk = maak_wijk()
    deelname = voeg_toe(wijk)
    assert str(deelname) == "Woningstichting Proef"
    regel = Journaalregel.objects.get()
    assert (regel.soort, regel.onderwerp, regel.nieuw) == (
        "partij_toegevoegd",
        deelname.sleutel,
        {"naam": "Woningstichting Proef"},
    )


def test_one_organisation_serves_several_wijken():
    een, twee = voeg_toe(maak_wijk("een")), voeg_toe(maak_wijk("twee"), "woningstichting proef")
    assert een.actor == twee.actor
    assert Actor.objects.count() == 1


def test_a_party_takes_part_once():
    wijk = maak_wijk()
    voeg_toe(wijk)
    with geweigerd("partij_doet_al_mee", "Woningstichting Proef doet al mee in deze wijk.") as nee:
        voeg_toe(wijk)
    assert nee.value.veld == "naam"
    assert Deelname.objects.count() == 1


def test_a_member_speaks_for_a_party():
    wijk = maak_wijk()
    deelname, ander = maak_partij(wijk), maak_partij(wijk)
    lid = maak_lid(wijk, Rol.DEELNEMER)
    rij = laat_spreken_voor(lidmaatschap=lid.lidmaatschappen.get(), deelname=deelname, door=None)
    assert list(partijen_van(lid, wijk)) == [deelname.actor]
    assert Journaalregel.objects.order_by("pk").last().onderwerp == rij.sleutel
    laat_spreken_voor(lidmaatschap=lid.lidmaatschappen.get(), deelname=deelname, door=None)
    assert Vertegenwoordiging.objects.count() == 1
    laat_spreken_voor(lidmaatschap=lid.lidmaatschappen.get(), deelname=ander, door=None)
    assert set(partijen_van(lid, wijk)) == {deelname.actor, ander.actor}


def test_a_party_of_another_wijk_is_refused():
    wijk, elders = maak_wijk("een"), maak_wijk("twee")
    lid = maak_lid(wijk)
    with geweigerd("partij_van_andere_wijk", "andere wijk"):
        laat_spreken_voor(lidmaatschap=lid.lidmaatschappen.get(), deelname=maak_partij(elders), door=None)


@pytest.mark.parametrize(
    ("rol", "aantal"), [(Rol.WIJKREGISSEUR, 2), (Rol.REISLEIDER, 2), (Rol.DEELNEMER, 0), (Rol.LEZER, 0)]
)
def test_who_leads_writes_down_what_any_party_says(rol, aantal):
    wijk = maak_wijk()
    maak_partij(wijk)
    maak_partij(wijk)
    maak_partij(maak_wijk("elders"))
    assert partijen_van(maak_lid(wijk, rol), wijk).count() == aantal


def test_a_reader_who_speaks_for_a_party_still_only_reads():
    wijk = maak_wijk()
    lezer = maak_lid(wijk, Rol.LEZER, voor=maak_partij(wijk))
    assert not partijen_van(lezer, wijk).exists()


def test_speaking_in_one_wijk_is_not_speaking_in_another():
    een, twee = maak_wijk("een"), maak_wijk("twee")
    lid = maak_lid(een, voor=voeg_toe(een))
    voeg_toe(twee)
    from wijken.handelingen import geef_rol

    geef_rol(wijk=twee, gebruiker=lid, rol=Rol.DEELNEMER, door=None)
    assert partijen_van(lid, een).count() == 1
    assert partijen_van(lid, twee).count() == 0
