# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk in a real browser: its folded forms are opened with the keyboard, filled in, and taken by the server."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from actoren.models import Actor, Schat
from routekaart.models import Bestemming, Standpunt, Toezegging
from routekaart.zaal.kaarten.handelingen import lever_in
from routekaart.zaal.methoden.vondst import Gevonden
from routekaart.zaal.models import Actie, Besluit, Doorlating, Navraag, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from tests.browser.test_paginas import keur
from tests.factories import maak_lid, maak_partij
from tests.factories_zaal import maak_gast, maak_kaart, maak_navraag, maak_sessie, naar, ronde_van
from wijken.models import Rol


@pytest.fixture
def sessie(wijken):
    maak_partij(wijken["haarwijk"], "De School")
    sessie = maak_sessie(wijken["haarwijk"])
    sessie.rondes.update(perron=8)
    return sessie


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def bureau(request, sessie, open_pagina):
    pagina = open_pagina(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR), javascript=request.param)
    pagina.goto(f"/wijken/haarwijk/zaal/{sessie.sleutel}/regie/")
    if request.param:
        assert keur(pagina, "folded") == []
    return pagina


def knop(bureau, tekst, bij):
    """The button with this text beside this name; the name is there for who hears the page."""
    return bureau.get_by_role("button", name=re.compile(rf"^{tekst}\s*: {bij}$"))


def vul(bureau, kop, actie, velden):
    """Open a folded form, fill it in and send it."""
    lade = bureau.locator("details").filter(has=bureau.get_by_text(kop, exact=True))
    assert not lade.get_by_role("button", name=actie).is_visible()
    lade.locator("summary").press("Enter")
    for label, waarde in velden.items():
        veld = lade.get_by_label(label)
        veld.select_option(label=waarde) if veld.evaluate("v => v.nodeName") == "SELECT" else veld.fill(waarde)
    lade.get_by_role("button", name=actie).press("Enter")
    bureau.wait_for_load_state()
    expect(lade.get_by_role("button", name=actie)).to_be_hidden()  # back at the desk, folded again


def test_what_parties_say_what_they_do_and_who_is_missing(bureau, sessie):
    wie = {"Welke partij": "De School"}
    vul(bureau, "Een standpunt opschrijven", "Standpunt opschrijven", wie | {"Wat vindt deze partij?": "eens"})
    vul(
        bureau,
        "Een toezegging opschrijven",
        "Toezegging opschrijven",
        wie | {"Wat zegt deze partij toe?": "De zaal", "Hoe staat het ermee?": "toegezegd"},
    )
    vul(bureau, "Een vraag voor hen noteren", "Vraag noteren", {"Wie ontbreekt?": "De School", "hun vragen": "Komt u?"})
    vul(
        bureau,
        "Een actie afspreken",
        "Actie afspreken",
        wie | {"Wat gaat zij doen?": "Bellen", "Wanneer is het klaar?": "2031-05-09"},
    )
    knop(bureau, "Is er", "De School").press("Enter")
    expect(knop(bureau, "Is er toch niet", "De School")).to_be_visible()
    for soort in (Standpunt, Toezegging, Actie):
        assert soort.objects.filter(actor__naam="De School").count() == 1, soort
    assert Navraag.objects.get(sessie=sessie).tekst == "Komt u?"


def test_a_question_is_handed_out_and_answered(bureau, sessie):
    navraag = maak_navraag(sessie, Actor.objects.get(naam="De School"))
    bureau.goto(f"/wijken/haarwijk/zaal/{sessie.sleutel}/navragen/")
    bureau.get_by_label("Wie vraagt dit?").select_option(label="De School")
    bureau.get_by_label("Voor wanneer?").fill("2031-05-09")
    knop(bureau, "Afspreken", "De School").press("Enter")
    bureau.get_by_text("De School vraagt dit, voor 9 mei 2031.").wait_for()
    bureau.get_by_text("Het antwoord opschrijven", exact=True).press("Enter")
    bureau.get_by_label("Hoe is het gegaan?").select_option(index=0)
    bureau.get_by_label("Wat was het antwoord").fill("Zij komen graag.")
    knop(bureau, "Opslaan", "De School").press("Enter")
    bureau.get_by_text("Zij komen graag.").wait_for()
    navraag.refresh_from_db()
    assert navraag.afsluiting.tekst == "Zij komen graag."


def test_what_the_room_chose_becomes_the_slogan(bureau, sessie):
    ronde = voeg_vraag_toe(sessie=sessie, vraag="Wie zijn wij?", methode=Methode.ASSOCIATIE, door=None, perron=1)
    ga_naar(ronde=ronde, stap=Stap.WACHT, gezien=zaalstand(sessie).versie, door=None)
    naar(sessie, Stap.BESLUIT)
    zet = zaalstand(sessie).zet
    Besluit.objects.create(ronde=ronde, tekst="Samen thuis", versie=zet.versie, moment=zet.moment)
    bureau.reload()
    bureau.get_by_role("button", name="Overnemen als slogan").press("Enter")
    bureau.get_by_text("Dit is de slogan van de reis.").wait_for()
    assert Bestemming.objects.get(routekaart=sessie.routekaart).slogan == "Samen thuis"


def test_what_the_room_found_and_what_waits_to_be_read(bureau, sessie):
    ronde = voeg_vraag_toe(sessie=sessie, vraag="Wat is er al?", methode=Methode.SCHATTEN, door=None, keuring=True)
    ga_naar(ronde=ronde, stap=Stap.WACHT, gezien=zaalstand(sessie).versie, door=None)
    naar(sessie, Stap.SCHRIJF)
    gevonden = Gevonden(naam="Moestuin", soort="plek", plaats="Kerkplein")
    gast = maak_gast(sessie)
    lever_in(ronde=ronde_van(sessie), gast=gast, tekst="Moestuin", apparaatsleutel=uuid4(), vondst=gevonden)
    maak_kaart(gast, "Speeltuin")
    bureau.reload()
    knop(bureau, "Doorlaten", "Moestuin").press("Enter")
    expect(knop(bureau, "Doorlaten", "Moestuin")).to_have_count(0)
    assert Doorlating.objects.get().kaart.tekst == "Moestuin"
    naar(sessie, Stap.BESLUIT)
    bureau.reload()
    knop(bureau, "Overnemen", "Moestuin").press("Enter")
    expect(knop(bureau, "Overnemen", "Moestuin")).to_have_count(0)
    assert Schat.objects.get(wijk=sessie.wijk, naam="Moestuin").plaats == "Kerkplein"
