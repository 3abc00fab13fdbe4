# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules that the database itself holds, by name."""

import pytest

from actoren.models import Actor, Deelname, Domein, Soort, Vertegenwoordiging
from tests.factories import maak_lid, maak_partij, maak_wijk
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


def test_kind_and_domain_exist():
    weigert("actor_soort_bestaat", lambda: Actor.objects.create(naam="A", soort="bank", domein=Domein.BEIDE))
    weigert("actor_domein_bestaat", lambda: Actor.objects.create(naam="A", soort=Soort.ZORG, domein="digitaal"))


def test_a_name_comes_once():
    maak_partij(maak_wijk(), "Zelfde")
    weigert("naam", lambda: Actor.objects.create(naam="Zelfde", soort=Soort.ZORG, domein=Domein.BEIDE))


def test_one_participation_per_wijk():
    deelname = maak_partij(maak_wijk())
    weigert("deelname_een_per_wijk", lambda: Deelname.objects.create(wijk=deelname.wijk, actor=deelname.actor))


def test_speaking_for_a_party_comes_once():
    wijk = maak_wijk()
    deelname = maak_partij(wijk)
    rol = maak_lid(wijk, voor=deelname).lidmaatschappen.get()
    weigert("vertegenwoordiging_uniek", lambda: Vertegenwoordiging.objects.create(lidmaatschap=rol, deelname=deelname))
