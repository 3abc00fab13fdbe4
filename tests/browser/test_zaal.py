# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room in a real browser: a wall that reads from across the room, light phones, and a round without scripts."""

from uuid import uuid4

import pytest

from routekaart.zaal.kaarten.handelingen import groepeer, schrijf_op
from routekaart.zaal.models import Kaart, Stap
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.browser.test_paginas import keur, valideer
from tests.factories import maak_lid
from tests.factories_zaal import maak_sessie, naar, ronde_van
from wijken.models import Rol

LANG = "Minder regels die elkaar tegenspreken, want nu vertel ik bij drie loketten hetzelfde. " * 3
KLEINSTE_LETTER = """() => {
    const loper = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let kleinst = 1e9;
    while (loper.nextNode()) {
        const doos = loper.currentNode.parentElement;
        if (loper.currentNode.data.trim() && doos.getClientRects().length)
            kleinst = Math.min(kleinst, parseFloat(getComputedStyle(doos).fontSize));
    }
    return window.innerHeight / kleinst;
}"""
KAART = "() => window.innerHeight / parseFloat(getComputedStyle(document.querySelector('.scherm-kaart')).fontSize)"
PAST = """() => document.documentElement.scrollHeight <= innerHeight
    && document.documentElement.scrollWidth <= innerWidth
    && document.querySelector('.scherm-zij').getBoundingClientRect().bottom <= innerHeight + 1"""


@pytest.fixture
def sessie(wijken):
    return maak_sessie(wijken["haarwijk"], stap=Stap.SCHRIJF)


def kaarten(sessie, *teksten):
    return schrijf_op(ronde=ronde_van(sessie), regels=[(t, 1) for t in teksten], sleutel=uuid4(), door=None)


@pytest.mark.parametrize("maat", [(1024, 768), (1920, 1080), (3840, 2160)], ids=str)
def test_the_wall_reads_from_across_the_room(sessie, open_pagina, maat):
    pagina = open_pagina(maak_lid(sessie.wijk, Rol.LEZER))
    pagina.set_viewport_size({"width": maat[0], "height": maat[1]})
    pad = f"/wijken/haarwijk/zaal/{sessie.sleutel}/scherm/"

    def kijk(wat):
        pagina.goto(pad)
        assert pagina.evaluate(KLEINSTE_LETTER) <= 50, wat
        assert pagina.evaluate(PAST), wat
        assert pagina.get_by_text(f"{sessie.code[:3]} {sessie.code[3:]}").is_visible(), wat
        assert keur(pagina, wat) == []

    kijk("empty")
    kaarten(sessie, *[LANG[:290]] * 10, *["Kort"] * 10)
    kijk("face down")
    naar(sessie, Stap.GROEPEER)
    kijk("cards")
    assert pagina.evaluate(KAART) <= 40
    for nr in range(7):
        groepeer(ronde=ronde_van(sessie), kaarten=kaarten(sessie, LANG[:290], "Kort", "Rust"), naam=f"G{nr}", door=None)
    kijk("groups")
    assert pagina.evaluate(KAART) <= 40


def test_the_first_page_of_a_phone_is_light_and_without_scripts(sessie, open_pagina):
    pagina = open_pagina(telefoon=True)
    verzoeken = []
    pagina.on("requestfinished", lambda verzoek: verzoeken.append(verzoek))  # noqa: PLW0108  (the driver marks the function)
    pagina.goto(f"/m/{sessie.code}/", wait_until="networkidle")
    totaal = sum(v.sizes()["responseBodySize"] for v in verzoeken)
    assert 5_000 < totaal < 150_000
    assert [v.url for v in verzoeken if "htmx" in v.url] == []


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_phone_plays_a_round(sessie, open_pagina, toezicht, tmp_path, javascript):
    toezicht.verwacht.add(422)
    pagina = open_pagina(telefoon=True, javascript=javascript)

    def keurt(naam):
        if javascript:
            assert keur(pagina, naam) == []

    pagina.goto("/m/")
    keurt("code")
    pagina.get_by_role("textbox").fill(sessie.code.lower())
    pagina.get_by_role("button", name="Meedoen").click()
    keurt("door")
    pagina.get_by_role("button", name="Meedoen").click()
    pagina.get_by_text("Kies bij wie u hoort.").wait_for()
    keurt("wrong door")
    pagina.get_by_label("Ik woon in de wijk").check()
    pagina.get_by_role("button", name="Meedoen").click()
    pagina.get_by_role("textbox").fill("Elkaar groeten")
    keurt("write")
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_text("Ingeleverd.").wait_for()
    keurt("sent")
    naar(sessie, Stap.ONTHUL)
    pagina.goto(f"/m/{sessie.code}/")
    assert pagina.get_by_text("Elkaar groeten").count() == 2
    keurt("see")
    assert Kaart.objects.get().tekst == "Elkaar groeten"
    antwoord = pagina.goto(f"/m/{sessie.code}/")
    assert valideer({"see": antwoord.text()}, tmp_path) == []


def test_the_desk_is_accessible_at_every_step(sessie, open_pagina, tmp_path):
    pagina = open_pagina(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    bronnen = {}
    kaarten(sessie, "Meer groen", "Rust")
    paden = ["/wijken/haarwijk/zaal/", f"/wijken/haarwijk/zaal/{sessie.sleutel}/regie/"]
    for stap in (Stap.SCHRIJF, Stap.GROEPEER):
        naar(sessie, stap)
        for pad in [*paden, paden[1].replace("regie", "scherm")]:
            bronnen[f"{stap} {pad}"] = pagina.goto(pad).text()
            assert keur(pagina, f"{stap} {pad}") == []
    assert valideer(bronnen, tmp_path) == []


@pytest.mark.beide_databases
def test_wall_desk_and_phones_move_together(sessie, open_pagina, toezicht):
    """Nobody reloads: a card comes to the wall, a step of the desk to every phone, and what is typed stays."""
    toezicht.verwacht.add(404)  # the stream of a meeting that has closed
    pad = f"/wijken/haarwijk/zaal/{sessie.sleutel}"
    regisseur = maak_lid(sessie.wijk, Rol.WIJKREGISSEUR)
    scherm, regie = open_pagina(regisseur), open_pagina(regisseur)
    scherm.goto(f"{pad}/scherm/")
    regie.goto(f"{pad}/regie/")
    een, engels = open_pagina(telefoon=True), open_pagina(telefoon=True)
    for pagina, taal, wie in ((een, "nl", "Ik woon in de wijk"), (engels, "en", "I live in this neighbourhood")):
        pagina.goto(f"/m/{sessie.code}/?taal={taal}")
        pagina.get_by_label(wie).check()
        pagina.locator("form button[type=submit]").click()
        pagina.get_by_role("textbox").wait_for()
    scherm.locator("#scherm-tellen", has_text="2 telefoons doen mee").wait_for()

    papier = regie.get_by_label("Kaarten van papier")
    papier.fill("Nog niet klaar")
    een.get_by_role("textbox").fill("Elkaar groeten")
    een.get_by_role("button", name="Inleveren").click()
    scherm.locator("#scherm-wand", has_text="1 kaart ingeleverd").wait_for()
    regie.get_by_text("Elkaar groeten").first.wait_for()
    assert papier.input_value() == "Nog niet klaar"
    assert not regie.get_by_text("Hier heeft iemand iets veranderd.").count()

    engels.get_by_role("textbox").fill("A place to me")
    regie.locator("button[name=doe][value=verder]").click()
    scherm.locator(".scherm-kaart", has_text="Elkaar groeten").wait_for()
    een.locator("#telefoon-wand", has_text="Elkaar groeten").wait_for()
    engels.get_by_text("The room has moved on. Your text stays here.").wait_for()
    assert engels.get_by_role("textbox").input_value() == "A place to me"
    engels.get_by_role("textbox").fill("A place to meet")
    engels.get_by_role("button", name="Send").click()
    scherm.locator(".scherm-kaart", has_text="A place to meet").wait_for()
    een.locator("#telefoon-wand", has_text="A place to meet").wait_for()
    assert Kaart.objects.count() == 2

    sluit_sessie(sessie=sessie, reden="Wij spreken nog iets af.", door=regisseur)
    scherm.get_by_text("Deze bijeenkomst is gesloten.").wait_for()
    een.get_by_text("Deze bijeenkomst is afgelopen.").wait_for()
    engels.get_by_text("This meeting is over.").wait_for()
    assert not een.locator(".ww-live-balk").inner_text()


def test_a_phone_that_was_away_when_the_meeting_closed(sessie, open_pagina, toezicht):
    """Its stream is gone by then; the page tells how it ended, not that something is wrong."""
    toezicht.verwacht |= {404, "ERR_INTERNET_DISCONNECTED"}
    pagina = open_pagina(telefoon=True)
    pagina.goto(f"/m/{sessie.code}/")
    pagina.get_by_label("Ik woon in de wijk").check()
    pagina.locator("form button[type=submit]").click()
    pagina.get_by_role("textbox").wait_for()
    pagina.context.set_offline(True)
    pagina.get_by_text("Geen verbinding.").wait_for()
    sluit_sessie(sessie=sessie, reden="Wij spreken nog iets af.", door=None)
    pagina.context.set_offline(False)
    pagina.get_by_text("Deze bijeenkomst is afgelopen.").wait_for()
    assert not pagina.locator(".ww-live-balk").inner_text()
