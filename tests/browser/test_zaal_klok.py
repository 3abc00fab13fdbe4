# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The timer of the room in a real browser: the same on wall, desk and phones, whatever their own clocks say."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from routekaart.zaal.models import Stap
from routekaart.zaal.programma.handelingen import verleng
from routekaart.zaal.programma.stand import zaalstand
from tests.browser.test_paginas import keur
from tests.factories import maak_lid
from tests.factories_zaal import maak_sessie
from wijken.models import Rol


@pytest.fixture
def sessie(wijken):
    return maak_sessie(wijken["haarwijk"], stap=Stap.SCHRIJF)


def gast(open_pagina, sessie, *, loopt_voor=timedelta(0), **soort):
    pagina = open_pagina(telefoon=True, **soort)
    if soort.get("javascript", True):
        pagina.clock.install(time=timezone.now() + loopt_voor)
    pagina.goto(f"/m/{sessie.code}/")
    pagina.get_by_label("Ik woon in de wijk").check()
    pagina.get_by_role("button", name="Meedoen").click()
    pagina.get_by_role("textbox").wait_for()
    return pagina


def seconden(pagina):
    minuten, seconden = pagina.locator("[role=timer]").inner_text().split(":")
    return int(minuten) * 60 + int(seconden)


def toont(pagina, patroon):
    pagina.locator("[role=timer]", has_text=re.compile(patroon)).wait_for()


def over(sessie):
    return (zaalstand(sessie).eindigt - timezone.now()).total_seconds()


def test_wall_desk_and_phones_count_down_together(sessie, open_pagina):
    regisseur, pad = maak_lid(sessie.wijk, Rol.WIJKREGISSEUR), f"/wijken/haarwijk/zaal/{sessie.sleutel}"
    scherm, regie = open_pagina(regisseur), open_pagina(regisseur)
    scherm.goto(f"{pad}/scherm/")
    regie.goto(f"{pad}/regie/")
    fout = gast(open_pagina, sessie, loopt_voor=timedelta(hours=1))
    traag = gast(open_pagina, sessie, loopt_voor=-timedelta(hours=1))
    for pagina in (scherm, regie, fout, traag):
        assert abs(seconden(pagina) - over(sessie)) < 3
        assert "tot" in pagina.locator("[data-klok]").inner_text()
    assert keur(scherm, "wall") + keur(regie, "desk") + keur(fout, "phone") == []

    fout.get_by_role("textbox").fill("Nog bezig")
    verleng(sessie=sessie, door=None)
    for pagina in (scherm, regie, fout, traag):
        toont(pagina, "^0[56]:")
        assert abs(seconden(pagina) - over(sessie)) < 3
        assert pagina.locator("[role=timer]").count() == 1
    assert fout.get_by_role("textbox").input_value() == "Nog bezig"


def test_a_minute_left_and_the_end_are_said_once(sessie, open_pagina):
    pagina = gast(open_pagina, sessie)
    gezegd = pagina.locator("[role=status].ww-verborgen")
    assert "1 minuut" not in "".join(gezegd.all_inner_texts())
    pagina.clock.fast_forward(int(over(sessie) - 58) * 1000)
    toont(pagina, "^00:5")
    assert "Nog 1 minuut." in gezegd.all_inner_texts()
    pagina.clock.fast_forward(65_000)
    toont(pagina, "^De tijd is om")
    assert "De tijd is om." in gezegd.all_inner_texts()


def test_the_figures_change_once_a_second_at_most(sessie, open_pagina):
    pagina = gast(open_pagina, sessie)
    aantal = pagina.evaluate("""() => new Promise((klaar) => {
        let keer = 0;
        new MutationObserver(() => { keer += 1; }).observe(document.querySelector("[role=timer]"), {childList: true});
        setTimeout(() => klaar(keer), 3500);
    })""")
    assert 2 <= aantal <= 4


def test_without_a_script_the_end_stays(sessie, open_pagina):
    pagina = gast(open_pagina, sessie, javascript=False)
    assert pagina.locator("[data-klok]").inner_text() == f"tot {timezone.localtime(zaalstand(sessie).eindigt):%H:%M}"
