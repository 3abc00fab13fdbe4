# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preparing in a real browser: with the keyboard, without scripts, on a phone; accessible in every state."""

from datetime import time

import pytest

from routekaart.zaal.models import Sessie, Sessiesoort, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import voeg_vraag_toe
from routekaart.zaal.sessie.handelingen import begin, last_af, wijzig_gegevens
from tests.browser.test_paginas import keur, valideer
from tests.browser.test_toetsenbord import tab_tot
from tests.factories import maak_lid
from tests.factories_voorbereiding import maak_voorbereid, morgen
from tests.factories_zaal import naar
from wijken.models import Rol


@pytest.fixture
def wijk(wijken):
    return wijken["haarwijk"]


def pad(sessie, deel="voorbereiding/"):
    return f"/wijken/haarwijk/zaal/{sessie.sleutel}/{deel}"


def teksten(pagina):
    return pagina.locator(".ww-programmaregel:not(.ww-programmaregel--vast) .ww-programmavraag").all_inner_texts()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_meeting_is_prepared_and_begun_with_the_keyboard(wijk, open_pagina, javascript):
    pagina = open_pagina(maak_lid(wijk, Rol.WIJKREGISSEUR), javascript=javascript)
    pagina.goto("/wijken/haarwijk/zaal/voorbereiden/")
    pagina.get_by_role("radio", name="Startsessie").focus()
    pagina.keyboard.press("ArrowDown")  # a verdieping
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("Perron 4")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("Verdieping met de buurt")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("Buurthuis")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/voorbereiding/")
    sessie = Sessie.objects.get(titel="Verdieping met de buurt")
    assert (sessie.soort, sessie.uitnodigingen.count()) == (Sessiesoort.VERDIEPING, 3)
    voor = teksten(pagina)
    tweede = sessie.rondes.all()[1]
    knop = pagina.locator(f"#vraag-{tweede.sleutel} button[value=omlaag]")
    knop.focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(f"**/voorbereiding/#vraag-{tweede.sleutel}")
    assert teksten(pagina) == [voor[0], voor[2], voor[1], *voor[3:]]
    pagina.keyboard.press("Tab")  # on from where the question went, not from the top of the page
    assert pagina.evaluate("document.activeElement.closest('li').id") == f"vraag-{tweede.sleutel}"
    pagina.get_by_role("button", name="De bijeenkomst beginnen").focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/regie/")
    assert pagina.get_by_text("Vraag 1 van").is_visible()


def test_everything_is_reached_with_tab(wijk, open_pagina):
    sessie = maak_voorbereid(wijk)
    pagina = open_pagina(maak_lid(wijk, Rol.REISLEIDER))
    pagina.goto(pad(sessie))
    for doel in ("De bijeenkomst beginnen", "Een vraag toevoegen", "Leervragen kiezen", "Genodigden wijzigen"):
        tab_tot(pagina, doel)
    pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Space")
    pagina.get_by_role("button", name="Genodigden bewaren").focus()
    pagina.keyboard.press("Enter")
    pagina.get_by_text("De uitnodigingen zijn bewaard.").wait_for()
    assert sessie.uitnodigingen.count() == 1


@pytest.mark.parametrize("telefoon", [False, True], ids=["1024", "360"])
def test_the_pages_of_preparing_are_accessible(wijk, open_pagina, toezicht, tmp_path, telefoon):
    toezicht.verwacht.add(422)
    sessie = maak_voorbereid(wijk, plaats="Buurthuis", begintijd=time(19, 30))
    af, bezig = maak_voorbereid(wijk, "Af"), maak_voorbereid(wijk, "Bezig")
    last_af(sessie=af, reden="De zaal is dicht.", door=None)
    begin(sessie=bezig, door=None)
    naar(bezig, Stap.SCHRIJF)
    ronde = sessie.rondes.first()
    pagina, bronnen = open_pagina(maak_lid(wijk, Rol.WIJKREGISSEUR), telefoon=telefoon), {}
    paden = [pad(sessie), pad(af), pad(bezig), pad(sessie, "voorbereiding/gegevens/"), "/wijken/haarwijk/zaal/"]
    paden += [pad(sessie, f"voorbereiding/vragen/{ronde.sleutel}/"), pad(sessie, "voorbereiding/opnieuw/")]
    for waar in [*paden, "/wijken/haarwijk/zaal/voorbereiden/"]:
        bronnen[waar] = pagina.goto(waar).text()
        pagina.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
        assert keur(pagina, waar) == []
    pagina.get_by_role("button", name="Klaarzetten").click()
    pagina.get_by_text("Het is nog niet opgeslagen.").wait_for()
    assert keur(pagina, "wrong") == []
    assert valideer(bronnen, tmp_path) == []


def test_a_phone_before_the_meeting_waits_in_two_languages(wijk, open_pagina, tmp_path):
    sessie = maak_voorbereid(wijk, plaats="Buurthuis", begintijd=time(19, 30))
    pagina, bronnen = open_pagina(telefoon=True), {}
    for taal, zin in (("nl", "We beginnen nog niet."), ("en", "We have not started yet.")):
        bronnen[taal] = pagina.goto(f"/m/{sessie.code}/?taal={taal}").text()
        assert pagina.get_by_role("heading", name=zin).is_visible()
        assert pagina.get_by_text(str(morgen().year)).is_visible()
        assert keur(pagina, taal) == []
    begin(sessie=sessie, door=None)
    pagina.get_by_role("link", name="See if it has started").click()
    pagina.get_by_role("heading", name="Who are you with?").wait_for()
    assert valideer(bronnen, tmp_path) == []


def test_a_phone_that_waits_comes_in_by_itself_when_it_begins(wijk, open_pagina, monkeypatch, toezicht):
    toezicht.verwacht.add(404)  # there is nothing to wait for any more
    monkeypatch.setattr("routekaart.zaal.gasten.toegang.PEILT", 300)
    sessie = maak_voorbereid(wijk)
    pagina = open_pagina(telefoon=True)
    pagina.goto(f"/m/{sessie.code}/?taal=en")
    pagina.get_by_role("heading", name="We have not started yet.").wait_for()
    gegevens = {"titel": sessie.titel, "datum": sessie.datum, "begintijd": None, "casus": None, "versie": sessie.versie}
    wijzig_gegevens(sessie=sessie, plaats="De Ontmoeting", door=None, **gegevens)
    pagina.get_by_text("De Ontmoeting").wait_for()
    begin(sessie=sessie, door=None)
    pagina.get_by_role("heading", name="Who are you with?").wait_for()
    assert pagina.locator(".ww-live-balk").inner_text() == ""
    pagina.get_by_role("radio").first.check()
    pagina.get_by_role("button").click()
    pagina.get_by_role("heading", name="Who are you with?").wait_for(state="detached")
    assert sessie.gasten.count() == 1


def test_two_who_prepare_see_each_other_and_lose_nothing(wijk, open_pagina):
    sessie = maak_voorbereid(wijk)
    pagina = open_pagina(maak_lid(wijk, Rol.WIJKREGISSEUR))
    pagina.goto(pad(sessie))
    pagina.get_by_text("Een vraag toevoegen").click()
    veld = pagina.get_by_label("Wat is de vraag of de stelling?")
    veld.fill("Nog niet klaar")
    voeg_vraag_toe(sessie=sessie, vraag="Van een ander?", methode=Methode.OPEN, door=None)
    pagina.locator(".ww-programmavraag", has_text="Van een ander?").wait_for()
    assert veld.is_visible()
    assert veld.input_value() == "Nog niet klaar"
