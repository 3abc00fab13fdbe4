# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Networks as they are in a community centre: one that holds back streams, and one that is gone for a while.

The page stays open all the time: a mark on its window tells that it was never loaded again.
"""

import time
from urllib.parse import urlsplit

import pytest

from routekaart.models import Perron
from tests.doorgeef import Doorgeef
from tests.factories import maak_bijdrage, maak_lid, maak_partij
from wijken.models import Rol

PAD = "/wijken/haarwijk/routekaart/perron/3/"
GEEN = "Geen verbinding. Uw tekst blijft hier staan."
TEKST = "Een zin die nog niet af is"
# What Chromium writes on the console when a request does not arrive.
STORING = {
    "ERR_INTERNET_DISCONNECTED",
    "ERR_FAILED",
    "ERR_EMPTY_RESPONSE",
    "ERR_CONNECTION",
    "ERR_INCOMPLETE",
    "ERR_SOCKET",
}
MET_TELLER = """(() => {
    const echt = window.fetch;
    window.vragen = 0;
    window.fetch = (...alles) => {
        if (String(alles[0]).includes("/live/")) window.vragen += 1;
        return echt(...alles);
    };
})()"""


@pytest.fixture
def net(server, toezicht):
    een = Doorgeef(urlsplit(server).port)
    toezicht.basis = een.adres
    yield een
    een.stop()


@pytest.fixture
def schrijf(wijken):
    """Return a function by which somebody else adds a contribution."""
    perron = Perron.objects.select_related("routekaart__wijk").get(routekaart__wijk=wijken["haarwijk"], nummer=3)
    partij = maak_partij(wijken["haarwijk"])
    return lambda tekst: maak_bijdrage(perron, partij.actor, tekst)


@pytest.fixture
def lid(wijken):
    return maak_lid(wijken["haarwijk"], Rol.WIJKREGISSEUR)


@pytest.fixture
def open_perron(net, open_pagina, lid):
    def open_(*, eigen_klok=False):
        pagina = open_pagina(lid)
        if eigen_klok:
            pagina.clock.install()
        pagina.add_init_script(MET_TELLER)
        pagina.goto(f"{net.adres}{PAD}")
        pagina.evaluate("window.nietHerladen = true")
        return pagina

    return open_


def kaart(pagina, tekst):
    return pagina.locator("#bijdrage-lijst").get_by_text(tekst)


def nooit_herladen(pagina):
    return pagina.evaluate("window.nietHerladen === true")


def stroom_is_er(net, pagina, schrijf, tekst):
    """Show that a change comes over the stream: bytes pass there, and nobody asks for the version."""
    voor, vragen = net.doorgelaten, pagina.evaluate("window.vragen")
    schrijf(tekst)
    kaart(pagina, tekst).wait_for()
    assert net.doorgelaten > voor
    pagina.wait_for_timeout(5000)  # longer than the time between two looks of who polls
    assert pagina.evaluate("window.vragen") == vragen


def test_a_proxy_that_holds_back_streams(net, open_perron, schrijf):
    net.houd_streams_op()
    pagina = open_perron()
    schrijf("Gezien door te vragen.")
    kaart(pagina, "Gezien door te vragen.").wait_for(timeout=20_000)
    assert net.doorgelaten == 0
    assert pagina.evaluate("window.vragen") > 0
    schrijf("Gezien door nog eens te vragen.")
    kaart(pagina, "Gezien door nog eens te vragen.").wait_for()
    assert not pagina.get_by_text(GEEN).count(), "there is a connection"

    net.herstel()
    pagina.wait_for_timeout(4000)  # what is on its way when the stream comes may still ask once
    stroom_is_er(net, pagina, schrijf, "Gezien over de stroom.")
    assert kaart(pagina, "Gezien door te vragen.").count() == 1
    assert nooit_herladen(pagina)


def breek(pagina, net, hoe):
    """Cut the network: the browser knows, it is told no, or it has to find out by the silence."""
    if hoe == "offline":
        pagina.context.set_offline(True)
    elif hoe == "verbroken":
        net.verbreek()
    else:
        net.zwijg()
        for stap in (50_000, 7_000, 11_000):  # the watchdog; then polling; then that one gets no answer
            pagina.clock.run_for(stap)
            pagina.wait_for_timeout(200)


@pytest.mark.parametrize("hoe", ["offline", "verbroken", "stil"])
def test_a_cut_of_some_seconds(net, open_perron, schrijf, toezicht, hoe):
    toezicht.verwacht |= STORING
    pagina = open_perron(eigen_klok=hoe == "stil")
    schrijf("Voor de onderbreking.")
    kaart(pagina, "Voor de onderbreking.").wait_for()
    veld = pagina.get_by_label("Wat draagt u bij?")
    veld.press_sequentially(TEKST)
    breek(pagina, net, hoe)
    pagina.get_by_text(GEEN).wait_for(timeout=20_000)
    for nr in range(3):
        schrijf(f"Tijdens de onderbreking, nummer {nr}.")
    veld.press_sequentially(", ook niet zonder net")
    time.sleep(2)
    assert not kaart(pagina, "Tijdens de onderbreking, nummer 0.").count()

    pagina.context.set_offline(False)
    net.herstel()
    for nr in range(3):
        kaart(pagina, f"Tijdens de onderbreking, nummer {nr}.").wait_for(timeout=20_000)
    pagina.get_by_text(GEEN).wait_for(state="detached", timeout=20_000)
    assert veld.input_value() == f"{TEKST}, ook niet zonder net"
    assert pagina.evaluate("document.activeElement.name") == "tekst"
    stroom_is_er(net, pagina, schrijf, "Na de onderbreking.")
    assert kaart(pagina, "Tijdens de onderbreking, nummer 2.").count() == 1
    assert nooit_herladen(pagina)


@pytest.mark.parametrize("hoe", ["continue_", "abort"])
def test_a_question_under_way_when_the_stream_comes(net, open_perron, schrijf, toezicht, hoe):
    """Its answer does not keep the asking alive; and when it fails, that says nothing about the connection."""
    toezicht.verwacht |= STORING
    net.houd_streams_op()
    pagina = open_perron()
    onderweg = []
    pagina.route(
        lambda adres: "/live/" in adres,
        lambda route: onderweg.append(route) if "json" in route.request.headers["accept"] else route.continue_(),
    )
    tot = time.monotonic() + 20
    while not onderweg:
        assert time.monotonic() < tot
        pagina.wait_for_timeout(100)
    net.herstel()
    schrijf("Terwijl de vraag onderweg is.")
    kaart(pagina, "Terwijl de vraag onderweg is.").wait_for()
    vragen = pagina.evaluate("window.vragen")
    getattr(onderweg[0], hoe)()
    pagina.wait_for_timeout(5000)
    assert pagina.evaluate("window.vragen") == vragen
    assert not pagina.get_by_text(GEEN).count()
