# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong in a room, in real browsers: no line, a server that falls over, a lost answer, a wrong clock.

Nothing that was acknowledged is lost, nothing comes twice, and what was typed stays on the phone until it is stored.
"""

import signal
import time
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.utils import timezone

from routekaart.zaal.kaarten.handelingen import groepeer
from routekaart.zaal.models import Kaart, Stap, Stem
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.browser.test_net import STORING
from tests.doorgeef import Doorgeef
from tests.factories import maak_lid, maak_wijk
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, naar, ronde_van, telefoon
from wijken.models import Rol

WACHT = "Nog niet verstuurd: er is geen verbinding. Uw tekst is bewaard."
KNIP = 20.0
VERBERG = """(weg) => {
    Object.defineProperty(document, "hidden", { value: weg, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
CONCEPTEN = (
    "() => Object.keys(localStorage).filter((k) => k.startsWith('ww-kaart:')).map((k) => JSON.parse(localStorage[k]))"
)


@pytest.fixture
def sessie(server):
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


@pytest.fixture
def open_telefoon(open_pagina, server, sessie, toezicht):
    """Return a function that opens the page of a guest who is in: `open_telefoon(basis=adres)`."""
    toezicht.verwacht |= STORING

    def open_(basis=server, vooraf=lambda pagina: None, **opties):
        pagina = open_pagina(telefoon=True, **opties)
        koekjes = telefoon(sessie).cookies.items()
        pagina.context.add_cookies(
            [{"name": n, "value": k.value, "url": f"{server}/m/{sessie.code}/"} for n, k in koekjes]
        )
        vooraf(pagina)
        pagina.goto(f"{basis}/m/{sessie.code}/")
        pagina.evaluate("window.nietHerladen = true")
        return pagina

    return open_


def schrijf(pagina, tekst, *, verstuur=True):
    pagina.get_by_role("textbox").fill(tekst)
    if verstuur:
        pagina.get_by_role("button", name="Inleveren").click()


def laat_stemmen(sessie):
    sessie.rondes.update(methode=Methode.STELLING)
    stand = zaalstand(sessie)
    ga_naar(ronde=stand.ronde, stap=Stap.STEM, gezien=stand.versie, door=None)


def teksten():
    return sorted(Kaart.objects.values_list("tekst", flat=True))


def test_what_is_typed_survives_a_reload_and_is_forgotten_when_it_is_stored(sessie, open_telefoon):
    pagina = open_telefoon()
    schrijf(pagina, "Een zin die nog niet af", verstuur=False)
    [concept] = pagina.evaluate(CONCEPTEN)
    pagina.reload()
    assert pagina.get_by_role("textbox").input_value() == "Een zin die nog niet af"
    assert pagina.locator("[name=sleutel]").input_value() == concept["sleutel"]
    schrijf(pagina, "Een zin die nu af is")
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert pagina.evaluate(CONCEPTEN) == []
    assert Kaart.objects.get().apparaatsleutel == UUID(concept["sleutel"])
    pagina.get_by_role("link", name="Nog een kaart").click()
    assert pagina.get_by_role("textbox").input_value() == ""
    schrijf(pagina, "Nog een")
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert teksten() == ["Een zin die nu af is", "Nog een"]


def test_a_refused_text_comes_back_with_the_reason(sessie, open_telefoon, toezicht):
    toezicht.verwacht.add(422)
    pagina = open_telefoon()
    schrijf(pagina, "x" * 301)
    pagina.get_by_text("Uw tekst is te lang: 301 tekens").wait_for()
    assert pagina.get_by_role("textbox").is_editable()
    schrijf(pagina, "x" * 300)
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert teksten() == ["x" * 300]


@pytest.mark.beide_databases
def test_an_answer_that_is_lost_three_times_makes_one_card(sessie, open_telefoon):
    pagina, gezien = open_telefoon(), []

    def verlies(route):
        gezien.append(route.fetch(max_redirects=0).status)  # the server has it; the phone hears nothing
        if len(gezien) < 3:
            route.abort()
        else:
            route.fulfill(status=200, json={"sleutel": pagina.locator("[name=sleutel]").input_value()})

    pagina.route("**/kaart/", verlies)
    schrijf(pagina, "Drie keer verstuurd")
    pagina.get_by_text(WACHT).wait_for()
    assert not pagina.get_by_role("textbox").is_editable(), "it may have been stored already"
    pagina.get_by_role("button", name="Inleveren").click()  # one press sends it again at once
    tot = time.monotonic() + 20
    while len(gezien) < 3:
        assert time.monotonic() < tot
        pagina.wait_for_timeout(200)
    pagina.wait_for_function(f"() => ({CONCEPTEN})().length === 0")
    assert set(gezien) == {200}
    assert teksten() == ["Drie keer verstuurd"]


def test_who_is_no_longer_in_keeps_the_text_and_joins_again(sessie, open_telefoon):
    pagina = open_telefoon()
    schrijf(pagina, "Mijn koekje raakte weg", verstuur=False)
    pagina.context.clear_cookies(name="ww_gast")
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_label("Ik woon in de wijk").check()
    pagina.get_by_role("button", name="Meedoen").click()
    pagina.get_by_role("textbox").wait_for()
    assert pagina.get_by_role("textbox").input_value() == "Mijn koekje raakte weg"
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert teksten() == ["Mijn koekje raakte weg"]


@pytest.mark.beide_databases
def test_the_server_falls_over_while_it_stores_a_card(dienst, sessie, open_telefoon, open_pagina, toezicht):
    """It dies between storing and answering. Wall and phones come back by themselves; the card is there once."""
    al_er = maak_kaart(maak_gast(sessie), "Al opgeslagen")
    lid = maak_lid(sessie.wijk, Rol.LEZER)
    dood = dienst(sterfelijk=True)
    toezicht.basis = basis = f"http://127.0.0.1:{dood.poort}"
    scherm, pagina = open_pagina(lid), open_telefoon(basis)
    scherm.goto(f"{basis}/wijken/{sessie.wijk.slug}/zaal/{sessie.sleutel}/scherm/")
    scherm.evaluate("window.nietHerladen = true")
    scherm.locator("#scherm-tellen", has_text="1 kaart").wait_for()
    schrijf(pagina, "Net op tijd opgeslagen")
    pagina.get_by_text(WACHT).wait_for()
    assert dood.wacht_op_einde() == -signal.SIGKILL
    dood.herstart()
    pagina.get_by_text("Ingeleverd.").wait_for(timeout=30_000)
    scherm.locator("#scherm-tellen", has_text="2 kaarten").wait_for(timeout=20_000)
    assert scherm.evaluate("window.nietHerladen")
    naar(sessie, Stap.ONTHUL)
    for tekst in (al_er.tekst, "Net op tijd opgeslagen"):
        scherm.locator("#scherm-wand", has_text=tekst).wait_for(timeout=20_000)
        pagina.locator("#telefoon-wand", has_text=tekst).wait_for(timeout=20_000)
    assert teksten() == ["Al opgeslagen", "Net op tijd opgeslagen"]
    assert "Traceback" not in dood.uitvoer


def test_twenty_seconds_without_a_network_a_proxy_and_a_wrong_clock(sessie, server, open_telefoon, toezicht):
    """Three phones in one room: one without a line, one behind a proxy that holds streams back, one an hour fast."""
    net = Doorgeef(urlsplit(server).port)
    net.houd_streams_op()
    toezicht.basis = "http://127.0.0.1:"  # the pages are at two addresses of ours
    weg, traag = open_telefoon(), open_telefoon(net.adres)
    fout = timezone.now() + timedelta(hours=1)
    voor = open_telefoon(vooraf=lambda pagina: pagina.clock.install(time=fout))
    assert voor.evaluate("Date.now()") > (time.time() + 3000) * 1000
    einde = ronde_van(sessie).stappen.latest("versie").eindigt
    assert voor.get_by_text(f"tot {timezone.localtime(einde):%H:%M}").is_visible(), "the server's time"

    schrijf(weg, "Zonder net geschreven", verstuur=False)
    weg.context.set_offline(True)
    begin = time.monotonic()
    weg.get_by_role("button", name="Inleveren").click()
    weg.get_by_text(WACHT).wait_for()
    schrijf(traag, "Door de proxy heen")
    traag.get_by_text("Ingeleverd.").wait_for(timeout=20_000)
    schrijf(voor, "Een uur te vroeg")
    voor.get_by_text("Ingeleverd.").wait_for()
    naar(sessie, Stap.ONTHUL)
    for pagina in (traag, voor):
        pagina.locator("#telefoon-wand", has_text="Een uur te vroeg").wait_for(timeout=20_000)
    assert net.doorgelaten == 0, "polling did it"
    assert teksten() == ["Door de proxy heen", "Een uur te vroeg"]
    time.sleep(max(0.0, KNIP - (time.monotonic() - begin)))
    assert weg.get_by_role("textbox").input_value() == "Zonder net geschreven"
    assert weg.evaluate("window.nietHerladen")

    weg.context.set_offline(False)
    for pagina in (weg, traag, voor):
        pagina.locator("#telefoon-wand", has_text="Zonder net geschreven").wait_for(timeout=20_000)
    assert teksten() == ["Door de proxy heen", "Een uur te vroeg", "Zonder net geschreven"]
    net.stop()


def test_more_tabs_than_a_browser_has_connections(sessie, open_telefoon):
    """Over HTTP/1.1 six streams take all connections to one host, and the seventh page would not even open."""
    tabs = [open_telefoon()]
    for _ in range(7):
        tabs[-1].evaluate(VERBERG, True)
        tabs.append(tabs[0].context.new_page())
        tabs[-1].goto(f"/m/{sessie.code}/")
    schrijf(tabs[-1], "Vanaf het achtste tabblad")
    tabs[-1].get_by_text("Ingeleverd.").wait_for()
    naar(sessie, Stap.ONTHUL)
    tabs[-1].locator("#telefoon-wand", has_text="Vanaf het achtste tabblad").wait_for()
    assert not tabs[0].locator("#telefoon-wand", has_text="Vanaf het achtste tabblad").count()
    tabs[0].evaluate(VERBERG, False)
    tabs[0].locator("#telefoon-wand", has_text="Vanaf het achtste tabblad").wait_for()


def test_a_meeting_that_closes_while_a_phone_is_away(sessie, open_telefoon, toezicht):
    """There is no stream to come back to; the phone finds its last page all the same, without a reload."""
    toezicht.verwacht.add(404)
    pagina = open_telefoon()
    pagina.context.set_offline(True)
    pagina.get_by_text("Geen verbinding.").wait_for(timeout=20_000)
    sluit_sessie(sessie=sessie, reden="Het was een kennismaking.", door=None)
    pagina.context.set_offline(False)
    pagina.get_by_text("Deze bijeenkomst is afgelopen.").wait_for(timeout=20_000)
    assert not pagina.locator(".ww-live-balk").inner_text()
    assert pagina.evaluate("window.nietHerladen")


def test_the_cards_of_a_table_and_a_text_of_its_writer_are_kept_apart(sessie, open_telefoon):
    pagina = open_telefoon()
    schrijf(pagina, "Mijn eigen zin", verstuur=False)
    pagina.get_by_role("link", name="Schrijft u voor een hele tafel?").click()
    assert pagina.get_by_role("textbox").input_value() == ""
    schrijf(pagina, "Meer groen · 4×\nElkaar groeten", verstuur=False)
    pagina.reload()
    assert pagina.get_by_role("textbox").input_value() == "Meer groen · 4×\nElkaar groeten"
    pagina.context.set_offline(True)
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_text(WACHT).wait_for()
    pagina.context.set_offline(False)
    pagina.get_by_text("Ingeleverd.").wait_for(timeout=20_000)
    assert sorted(Kaart.objects.values_list("tekst", "aantal")) == [("Elkaar groeten", 1), ("Meer groen", 4)]
    assert pagina.get_by_text("4×").is_visible()
    pagina.get_by_role("link", name="Nog een kaart").click()
    assert pagina.get_by_role("textbox").input_value() == "Mijn eigen zin"


def test_a_refused_table_comes_back_line_by_line(sessie, open_telefoon, toezicht):
    toezicht.verwacht.add(422)
    pagina = open_telefoon()
    pagina.get_by_role("link", name="Schrijft u voor een hele tafel?").click()
    schrijf(pagina, "Meer groen\nElkaar groeten · 1200×")
    pagina.get_by_text("Regel 2 is geen tekst met een aantal").wait_for()
    assert pagina.get_by_role("textbox").input_value() == "Meer groen\nElkaar groeten · 1200×"
    schrijf(pagina, "Meer groen\nElkaar groeten · 12×")
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert teksten() == ["Elkaar groeten", "Meer groen"]


@pytest.mark.beide_databases
def test_a_vote_waits_for_the_line_and_counts_once(sessie, open_telefoon):
    laat_stemmen(sessie)
    pagina = open_telefoon()
    pagina.context.set_offline(True)
    pagina.get_by_label("Twijfel").check()
    pagina.get_by_role("button", name="Stemmen").click()
    pagina.get_by_text(WACHT).wait_for()
    assert pagina.get_by_label("Twijfel").is_checked()
    assert pagina.get_by_label("Twijfel").is_disabled(), "it may have been counted already"
    pagina.context.set_offline(False)
    pagina.get_by_text("Uw stem is geteld.").wait_for(timeout=20_000)
    assert list(Stem.objects.values_list("keuze", flat=True)) == ["twijfel"]
    pagina.get_by_role("link", name="Mijn stem wijzigen").click()
    assert not pagina.get_by_label("Twijfel").is_checked()
    pagina.get_by_label("Oneens").check()
    pagina.get_by_role("button", name="Stemmen").click()
    pagina.get_by_text("Uw stem is geteld.").wait_for()
    assert list(Stem.objects.values_list("keuze", flat=True)) == ["oneens"]
    assert pagina.evaluate(CONCEPTEN) == []


def test_a_form_that_makes_place_for_a_vote_leaves_nothing_of_itself(server, open_telefoon, sessie):
    """The phone stands on the form of a slogan when the room goes on to vote."""
    sessie.rondes.update(methode=Methode.ASSOCIATIE)
    kaart = maak_kaart(maak_gast(sessie), "Samen")
    groepeer(ronde=kaart.ronde, kaarten=[kaart], naam="Samen", door=None)
    stand = zaalstand(sessie)
    ga_naar(ronde=stand.ronde, stap=Stap.GROEPEER, gezien=stand.versie, door=None)
    pagina = open_telefoon()
    pagina.get_by_label("Uw slogan").wait_for()
    stand = zaalstand(sessie)
    ga_naar(ronde=stand.ronde, stap=Stap.STEM, gezien=stand.versie, door=None)
    pagina.get_by_label("Samen").check()
    assert pagina.locator("form [name=sleutel]").count() == 0
    pagina.get_by_role("button", name="Stemmen").click()
    pagina.get_by_text("Uw stem is geteld.").wait_for()
    assert Stem.objects.count() == 1


def test_a_vote_that_comes_too_late_says_so(sessie, open_telefoon, toezicht):
    toezicht.verwacht.add(422)
    laat_stemmen(sessie)
    pagina = open_telefoon()
    pagina.context.set_offline(True)
    pagina.get_by_label("Twijfel").check()
    pagina.get_by_role("button", name="Stemmen").click()
    pagina.get_by_text(WACHT).wait_for()
    naar(sessie, Stap.ONTHUL)
    pagina.context.set_offline(False)
    pagina.get_by_text("Er wordt nu niet gestemd.").wait_for(timeout=20_000)
    assert not Stem.objects.exists()
    assert pagina.evaluate(CONCEPTEN) == []
