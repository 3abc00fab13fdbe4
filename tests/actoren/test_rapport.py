# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What actoren brings to the travel plan."""

import pytest

from actoren.rapport import PartijRegel, partijen, schatten
from tests.factories import maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.onderdelen.handelingen import sluit

pytestmark = pytest.mark.django_db


def test_the_parties_of_this_wijk_with_their_kind():
    wijk, elders = maak_wijk(), maak_wijk("elders")
    actor = maak_partij(wijk, "De School").actor
    maak_partij(elders, "De Bakker")
    assert partijen(wijk) == [PartijRegel("De School", actor.get_soort_display())]
    assert partijen(maak_wijk("leeg")) == []


def test_the_open_treasures_with_where_their_energy_comes_from():
    perron = maak_perron(maak_wijk())
    assert schatten(perron.wijk) is None
    rij = maak_onderdeel("schatten", perron, energie="Van de buurt.")
    [blok] = schatten(perron.wijk).blokken
    assert (blok.kop, blok.regels[-1]) == ("Buurttuin 1", ("Waar de energie vandaan komt", "Van de buurt."))
    sluit(rij=rij, reden="Weg.", versie=rij.versie, door=None)
    assert schatten(perron.wijk) is None
