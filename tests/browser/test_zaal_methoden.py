# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The methods on a real phone and the wall, with and without scripts: a treasure, a slogan, and talking in twos."""

import pytest

from routekaart.zaal.models import Kaartgroep, Stap, Vondst
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from tests.browser.test_paginas import keur
from tests.browser.test_zaal import KLEINSTE_LETTER, PAST
from tests.factories import maak_lid
from tests.factories_zaal import maak_sessie, naar
from wijken.models import Rol


@pytest.fixture
def sessie(wijken):
    return maak_sessie(wijken["haarwijk"])


def begin(sessie, methode, stap):
    ronde = voeg_vraag_toe(sessie=sessie, vraag="Wat past bij ons?", methode=methode, door=None)
    ga_naar(ronde=ronde, stap=Stap.WACHT, gezien=zaalstand(sessie).versie, door=None)
    naar(sessie, stap)


def kom_binnen(pagina, sessie):
    pagina.goto(f"/m/{sessie.code}/")
    pagina.get_by_label("Ik woon in de wijk").check()
    pagina.get_by_role("button", name="Meedoen").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_phone_names_a_treasure_and_a_slogan(sessie, open_pagina, toezicht, javascript):
    toezicht.verwacht.add(422)
    begin(sessie, Methode.SCHATTEN, Stap.SCHRIJF)
    pagina = open_pagina(telefoon=True, javascript=javascript)
    kom_binnen(pagina, sessie)
    pagina.get_by_label("Hoe heet het?").fill("Moestuin")
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_role("alert").get_by_text("Kies wat voor soort het is.").wait_for()
    if javascript:
        assert keur(pagina, "treasure") == []
    pagina.get_by_label("Wat voor soort is het?").select_option("plek")
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert Vondst.objects.get().naam == "Moestuin"

    begin(sessie, Methode.ASSOCIATIE, Stap.GROEPEER)
    pagina.goto(f"/m/{sessie.code}/")
    if javascript:
        assert keur(pagina, "slogan") == []
    pagina.get_by_label("Uw slogan").fill("Samen thuis")
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert Kaartgroep.objects.get().naam == "Samen thuis"


def test_wall_and_phone_say_what_to_do_together(sessie, open_pagina):
    begin(sessie, Methode.EEN_TWEE_VIER, Stap.ALLEEN)
    scherm, telefoon = open_pagina(maak_lid(sessie.wijk, Rol.LEZER)), open_pagina(telefoon=True)
    scherm.goto(f"/wijken/haarwijk/zaal/{sessie.sleutel}/scherm/")
    kom_binnen(telefoon, sessie)
    for stap, zin in ((Stap.TWEE, "Praat met uw buurman"), (Stap.SCHRIJF, "Eén van u levert het in")):
        naar(sessie, stap)
        scherm.get_by_text(zin).wait_for()
        telefoon.get_by_text(zin).wait_for()
        assert scherm.evaluate(KLEINSTE_LETTER) <= 50
        assert scherm.evaluate(PAST)
        assert keur(scherm, stap) + keur(telefoon, stap) == []
