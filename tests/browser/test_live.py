# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Three people at one perron, each in a browser: nobody reloads, and all end with the same page."""

import pytest

from routekaart.perron.handelingen import draag_bij, trek_bijdrage_in
from tests.factories import maak_bijdrage, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.models import Rol
from wijken.onderdelen.handelingen import wijzig

PAD = "/wijken/proefwijk/routekaart/perron/2/"
GEDEELD = [
    "#bijdragen-rij",
    "#bijdragen-leeg",
    "#nog-open",
    "#antwoord-tekst",
    "#nummers",
    "#perron-staat",
    "#uitdagingen",
]


@pytest.fixture
def zaal(server):
    """A wijk at perron 2 with two parties, and three people."""
    wijk = maak_wijk()
    een, twee = maak_partij(wijk, "De Corporatie"), maak_partij(wijk, "De School")
    perron = maak_perron(wijk, 2)
    return {
        "wijk": wijk,
        "perron": perron,
        "een": een,
        "twee": twee,
        "regisseur": maak_lid(wijk, Rol.WIJKREGISSEUR),
        "lid": maak_lid(wijk, Rol.DEELNEMER, voor=een),
        "telefoon": maak_lid(wijk, Rol.DEELNEMER, voor=twee),
    }


@pytest.fixture
def open_perron(open_pagina):
    """Open the perron as somebody and wait until it follows."""

    def open_(wie, pad=PAD, **opties):
        pagina = open_pagina(wie, **opties)
        pagina.goto(pad)
        pagina.evaluate("window.nooitHerladen = true")
        if pad == PAD:
            pagina.locator("#live-wie:not([hidden])").wait_for()
        return pagina

    return open_


def schrijf(pagina, tekst, partij=None):
    if partij:
        pagina.locator("#bijdrage-nieuw select").select_option(label=partij)
    pagina.locator("#bijdrage-nieuw textarea").fill(tekst)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.locator("#bijdragen-rij").get_by_text(tekst).wait_for()


def ziet(pagina, tekst):
    pagina.locator("main").get_by_text(tekst).first.wait_for()


def gedeelde_tekst(pagina):
    """Return what all should see the same, without the links and buttons that only some have."""
    return pagina.evaluate(
        """(plekken) => plekken.map((plek) => {
            const kopie = document.querySelector(plek).cloneNode(true);
            kopie.querySelectorAll("a, button, form, td:last-child, .ww-verborgen").forEach((el) => el.remove());
            return kopie.textContent.split(/\\s+/).join(" ");
        })""",
        GEDEELD,
    )


@pytest.mark.beide_databases
def test_three_people_fill_in_a_perron_together(zaal, open_perron, toezicht):
    toezicht.verwacht.add("ERR_INTERNET_DISCONNECTED")
    regisseur, lid = open_perron(zaal["regisseur"]), open_perron(zaal["lid"])
    telefoon = open_perron(zaal["telefoon"], telefoon=True)
    paginas = [regisseur, lid, telefoon]
    for pagina in paginas:
        pagina.get_by_text("Nu op deze bladzijde: De Corporatie, De School, wijkregisseur.").wait_for()

    schrijf(lid, "Mensen kennen elkaar niet.")
    for pagina in paginas:
        ziet(pagina, "Mensen kennen elkaar niet.")

    # One loses the line while typing; the others go on.
    telefoon.locator("#bijdrage-nieuw textarea").fill("Ouders komen niet op school.")
    telefoon.context.set_offline(True)
    schrijf(regisseur, "De huizen zijn koud.", partij="De Corporatie")
    maak_onderdeel("uitdagingen", zaal["perron"], naam="Eenzaamheid")
    ziet(lid, "Eenzaamheid")
    regisseur.locator("#antwoord-doen textarea").first.fill("Wij zoeken elkaar op.")
    stel_vast(regisseur)
    ziet(lid, "Wij zoeken elkaar op.")
    assert not telefoon.get_by_text("De huizen zijn koud.").count()

    telefoon.context.set_offline(False)
    ziet(telefoon, "De huizen zijn koud.")
    ziet(telefoon, "Wij zoeken elkaar op.")
    ziet(telefoon, "Eenzaamheid")
    assert telefoon.locator("#bijdrage-nieuw textarea").input_value() == "Ouders komen niet op school."
    telefoon.get_by_role("button", name="Bijdrage opslaan").click()
    for pagina in paginas:
        ziet(pagina, "Ouders komen niet op school.")
        pagina.locator("#perron-staat").get_by_text("Vastgesteld").wait_for()
        assert pagina.evaluate("window.nooitHerladen")

    for pagina in paginas:
        pagina.wait_for_function("() => document.querySelectorAll('#bijdragen-rij > li').length === 3")
    levend = [gedeelde_tekst(pagina) for pagina in paginas]
    assert levend[0] == levend[1] == levend[2]
    for pagina, tekst in zip(paginas, levend, strict=True):
        pagina.reload()
        assert gedeelde_tekst(pagina) == tekst


def stel_vast(pagina):
    """Agree, and give a reason where one is asked for."""
    reden = pagina.locator("#antwoord-doen [name=ondanks]")
    if reden.count():
        reden.fill("Wij willen verder.")
    pagina.get_by_role("button", name="Vaststellen").click()


def test_what_somebody_types_is_never_replaced(zaal, open_perron):
    bijdrage = maak_bijdrage(zaal["perron"], zaal["een"].actor, "Eerst dit.")
    lid, regisseur = open_perron(zaal["lid"]), open_perron(zaal["regisseur"])
    lid.get_by_role("link", name="Wijzigen").click()
    veld = lid.locator(f"#bijdrage-{bijdrage.sleutel} textarea")
    veld.fill("Eerst dit, en dan dat.")
    trek_bijdrage_in(bijdrage=bijdrage, door=zaal["regisseur"], versie=bijdrage.versie)
    regisseur.wait_for_function("() => !document.querySelector('#bijdragen-rij > li')")
    lid.get_by_text("Hier heeft iemand iets veranderd. Uw tekst blijft staan.").wait_for()
    assert veld.input_value() == "Eerst dit, en dan dat."
    assert veld.evaluate("el => el === document.activeElement")
    # Another look of the page keeps both the text and what is said about it, once.
    maak_onderdeel("uitdagingen", zaal["perron"], naam="Eenzaamheid")
    ziet(lid, "Eenzaamheid")
    assert lid.get_by_text("Hier heeft iemand iets veranderd.").count() == 1
    assert veld.input_value() == "Eerst dit, en dan dat."


def test_a_choice_in_a_list_is_not_replaced_either(zaal, open_perron):
    """A list that was changed and left has neither focus nor text, and holds what somebody chose."""
    activiteit = maak_onderdeel("activiteiten", zaal["perron"], naam="Samen eten")
    pagina = open_perron(zaal["regisseur"], f"/wijken/proefwijk/routekaart/perron/6/activiteiten/{activiteit.sleutel}/")
    keuze = pagina.locator("select[name=domein]")
    gekozen = keuze.evaluate("el => Array.from(el.options).find((o) => o.value && !o.defaultSelected).value")
    keuze.select_option(gekozen)
    pagina.locator("h1").click()
    wijzig(rij=activiteit, waarden={"naam": "Samen koken"}, versie=activiteit.versie, door=None)
    pagina.get_by_text("Hier heeft iemand iets veranderd.").first.wait_for()
    assert keuze.input_value() == gekozen


@pytest.mark.beide_databases
def test_the_answer_form_says_that_it_changed(zaal, open_perron):
    een, twee = open_perron(zaal["regisseur"]), open_perron(zaal["regisseur"])
    veld = een.locator("#antwoord-doen textarea").first
    veld.fill("Mijn eigen woorden.")
    twee.locator("#antwoord-doen textarea").first.fill("Woorden van een ander.")
    stel_vast(twee)
    ziet(een, "Woorden van een ander.")
    een.get_by_text("Hier heeft iemand iets veranderd.").wait_for()
    assert veld.input_value() == "Mijn eigen woorden."
    # Emptied again, and left: the form becomes what it is for everybody.
    veld.fill("")
    een.locator("#bijdrage-nieuw textarea").focus()
    een.get_by_text("Dit perron heropenen").wait_for()
    assert not een.get_by_text("Hier heeft iemand iets veranderd.").count()


def test_what_came_back_to_be_mended_is_not_replaced(zaal, open_perron, toezicht):
    """A refused form is saved nowhere yet: also untouched, it keeps what was typed when the page follows others."""
    toezicht.verwacht.add(422)
    lid = open_perron(zaal["regisseur"], "/wijken/proefwijk/routekaart/perron/2/uitdagingen/nieuw/")
    lid.get_by_label("Toelichting").fill("Mijn uitleg, nog zonder kop.")
    lid.get_by_role("button", name="Opslaan").click()
    lid.get_by_text("Het is nog niet opgeslagen.").wait_for()
    lid.locator("#live-verbinding").wait_for(state="attached")
    lid.evaluate("document.activeElement.blur()")
    draag_bij(perron=zaal["perron"], actor=zaal["een"].actor, tekst="Elders gebeurt iets.", door=None)
    with lid.expect_response(lambda r: "X-Live" in {k.title() for k in r.request.headers}, timeout=10000):
        lid.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    lid.get_by_text("Hier heeft iemand iets veranderd.").first.wait_for()
    assert lid.get_by_label("Toelichting").input_value() == "Mijn uitleg, nog zonder kop."


def test_own_cards_come_in_with_the_link_to_change_them(zaal, open_perron):
    lid = open_perron(zaal["lid"])
    draag_bij(perron=zaal["perron"], actor=zaal["een"].actor, tekst="Van een collega.", door=None)
    draag_bij(perron=zaal["perron"], actor=zaal["twee"].actor, tekst="Van een ander.", door=None)
    ziet(lid, "Van een ander.")
    lid.get_by_role("link", name="Wijzigen van de bijdrage van De Corporatie").wait_for()
    assert lid.get_by_role("link", name="Wijzigen van").count() == 1
    lid.get_by_role("link", name="Wijzigen van").click()  # htmx knows the new link too
    lid.locator("#bijdragen-rij textarea").wait_for()


@pytest.mark.parametrize("pad", ["", "journaal/", "routekaart/", "routekaart/rode-draad/"])
def test_the_other_pages_follow_too(zaal, open_perron, pad):
    pagina = open_perron(zaal["lid"], f"/wijken/proefwijk/{pad}")
    voor = pagina.locator("#live-inhoud").inner_text()
    pagina.wait_for_timeout(300)
    maak_bijdrage(zaal["perron"], zaal["een"].actor, "Nieuwe bijdrage.")
    maak_onderdeel("uitdagingen", zaal["perron"], naam="Eenzaamheid")
    pagina.wait_for_function("(voor) => document.querySelector('#live-inhoud').innerText !== voor", arg=voor)
    pagina.wait_for_timeout(500)
    levend = pagina.locator("#live-inhoud").inner_text()
    assert pagina.evaluate("window.nooitHerladen")
    pagina.reload()
    assert pagina.locator("#live-inhoud").inner_text() == levend


def test_a_hidden_tab_rests_and_catches_up(zaal, open_perron):
    lid = open_perron(zaal["lid"])
    verberg = """(weg) => {
        Object.defineProperty(document, "hidden", { value: weg, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    lid.evaluate(verberg, True)
    lid.wait_for_timeout(300)
    maak_bijdrage(zaal["perron"], zaal["twee"].actor, "Terwijl u weg was.")
    lid.wait_for_timeout(500)
    assert not lid.get_by_text("Terwijl u weg was.").count()
    lid.evaluate(verberg, False)
    ziet(lid, "Terwijl u weg was.")


def test_after_logging_out_elsewhere_the_page_says_so(zaal, open_perron, toezicht):
    lid = open_perron(zaal["lid"])
    ander = lid.context.new_page()
    ander.goto("/wijken/")
    ander.get_by_role("button", name="Uitloggen").click()
    lid.get_by_text("Deze bladzijde wordt niet meer bijgewerkt.").wait_for()
