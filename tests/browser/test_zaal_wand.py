# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Grouping by drag on the desk, and one group large on the wall, in a real browser."""

import pytest

from routekaart.zaal.kaarten.handelingen import groepeer, vergroot
from routekaart.zaal.models import Plaatsing, Stap
from tests.browser.test_paginas import keur
from tests.browser.test_zaal import KLEINSTE_LETTER, LANG, PAST, kaarten
from tests.factories import maak_lid
from tests.factories_zaal import maak_sessie, ronde_van
from wijken.models import Rol


@pytest.fixture
def sessie(wijken):
    return maak_sessie(wijken["haarwijk"], stap=Stap.GROEPEER)


def midden(el):
    doos = el.bounding_box()
    return doos["x"] + doos["width"] / 2, doos["y"] + doos["height"] / 2


def test_a_card_is_dragged_to_a_group(sessie, open_pagina):
    groepeer(ronde=ronde_van(sessie), kaarten=kaarten(sessie, "Boom"), naam="Groen", door=None)
    kaarten(sessie, "Struik", "Stilte")
    regie = open_pagina(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    regie.goto(f"/wijken/haarwijk/zaal/{sessie.sleutel}/regie/")
    greep = regie.locator(".ww-regie-kaart", has_text="Struik").locator("[data-greep]")
    groep = regie.locator("[data-groep=Groen]")
    greep.scroll_into_view_if_needed()
    regie.mouse.move(*midden(greep))
    regie.mouse.down()
    regie.mouse.move(5, 5)
    regie.mouse.up()
    assert Plaatsing.objects.count() == 1
    regie.mouse.move(*midden(greep))
    regie.mouse.down()
    regie.mouse.move(*midden(groep))
    regie.locator(".ww-groep--doel", has_text="Groen").wait_for()
    assert keur(regie, "while dragging") == []
    regie.mouse.up()
    regie.locator(".ww-regie-kaart", has_text="Struik").get_by_text("Groep: Groen.").wait_for()
    assert Plaatsing.objects.count() == 2
    assert not regie.locator(".ww-sleept").count()


def test_a_large_group_reads_from_across_the_room(sessie, open_pagina):
    groep = groepeer(
        ronde=ronde_van(sessie), kaarten=kaarten(sessie, *[LANG[:290]] * 6, *["Kort"] * 9), naam="Groen", door=None
    )
    for nr in range(11):
        groepeer(ronde=ronde_van(sessie), kaarten=kaarten(sessie, LANG[:290], "Kort"), naam=f"G{nr}", door=None)
    scherm = open_pagina(maak_lid(sessie.wijk, Rol.LEZER))
    scherm.goto(f"/wijken/haarwijk/zaal/{sessie.sleutel}/scherm/")
    scherm.get_by_text("En nog 4 groepen.").wait_for()
    for maat in ((1024, 768), (1920, 1080)):
        scherm.set_viewport_size({"width": maat[0], "height": maat[1]})
        meer = scherm.get_by_text("En nog 4 groepen.").bounding_box()
        assert meer["y"] + meer["height"] <= maat[1]
        assert scherm.evaluate(PAST)
    vergroot(groep=groep, door=None)
    scherm.get_by_text("En nog 3.").wait_for()
    assert scherm.evaluate(KLEINSTE_LETTER) <= 50
    assert scherm.evaluate(PAST)
    assert keur(scherm, "large") == []
