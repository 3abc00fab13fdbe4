# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A phone on a weak network: few bytes, usable at 400 kbit/s and 400 ms, no library; a whole round without scripts."""

import time

import pytest

from routekaart.zaal.kaarten.handelingen import groepeer
from routekaart.zaal.models import Kaart, Stap, Stem
from tests.factories import maak_partij, maak_wijk
from tests.factories_zaal import maak_sessie, naar, ronde_van

EERSTE, VOLGENDE = 150_000, 75_000  # bytes with everything that is loaded: the promise, and what a step may add
KBIT, WACHT_MS = 400, 400
VEEL = 25  # parties to choose from


@pytest.fixture
def sessie(server):
    wijk = maak_wijk()
    for nr in range(VEEL):
        maak_partij(wijk, f"Partij met een lange naam, nummer {nr}")
    return maak_sessie(wijk, stap=Stap.SCHRIJF)


class Weegschaal:
    """Every byte that a page takes over the wire, headers too, as the browser counted them."""

    def __init__(self, pagina) -> None:
        self._cdp = pagina.context.new_cdp_session(pagina)
        self._cdp.send("Network.enable")
        self._cdp.on("Network.responseReceived", lambda e: self.adressen.append(e["response"]["url"]))
        self._cdp.on("Network.loadingFinished", lambda e: self.bytes.append(e["encodedDataLength"]))
        self.adressen, self.bytes = [], []

    @property
    def totaal(self) -> int:
        """The sum so far."""
        return round(sum(self.bytes))

    def knijp(self) -> None:
        """Make the line slow, both ways."""
        snelheid = KBIT * 1000 / 8
        wat = {"latency": WACHT_MS, "downloadThroughput": snelheid, "uploadThroughput": snelheid, "offline": False}
        self._cdp.send("Network.emulateNetworkConditions", wat)


def doe_mee(pagina, sessie):
    pagina.get_by_label("Ik woon in de wijk").check()
    pagina.get_by_role("button", name="Meedoen").click()
    pagina.get_by_role("textbox").wait_for()


def test_the_pages_of_a_phone_are_light(sessie, open_pagina):
    pagina = open_pagina(telefoon=True)
    schaal = Weegschaal(pagina)
    pagina.goto(f"/m/{sessie.code}/", wait_until="networkidle")
    # Chromium without windows has no tab to show the icon on; a phone has.
    teken = pagina.request.get(pagina.locator("link[rel=icon]").get_attribute("href"))
    assert 5_000 < schaal.totaal + len(teken.body()) < EERSTE, sorted(zip(schaal.bytes, schaal.adressen, strict=False))
    eerste = schaal.totaal
    doe_mee(pagina, sessie)
    pagina.wait_for_timeout(500)
    assert schaal.totaal - eerste < VOLGENDE, "the second page finds its files on the phone"
    soorten = {adres.rpartition(".")[2] for adres in schaal.adressen if "/static/" in adres}
    assert soorten - {"svg"} == {"css", "js"}, "the letters are the phone's own"
    scripts = {adres.rpartition("/")[2].split(".")[0] for adres in schaal.adressen if adres.endswith(".js")}
    assert scripts == {"telefoon"}, "our own, which a test reads as ES2018; no htmx"


def test_it_works_on_a_slow_line(sessie, open_pagina):
    pagina = open_pagina(telefoon=True)
    schaal = Weegschaal(pagina)
    schaal.knijp()
    begin = time.monotonic()
    pagina.goto(f"/m/{sessie.code}/", wait_until="commit")
    pagina.get_by_label("Ik woon in de wijk").wait_for()
    assert time.monotonic() - begin < 8, "three trips and some bytes; the rest is for a busy machine"
    doe_mee(pagina, sessie)
    pagina.get_by_role("textbox").fill("Elkaar groeten")
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_text("Ingeleverd.").wait_for()
    naar(sessie, Stap.ONTHUL)
    pagina.locator("#telefoon-wand", has_text="Elkaar groeten").wait_for()
    assert Kaart.objects.count() == 1


def test_a_whole_round_without_scripts(sessie, open_pagina):
    """From the typed code to the vote; the page looks again by itself, and never where somebody types."""
    pagina = open_pagina(telefoon=True, javascript=False)
    vernieuwt = pagina.locator("noscript meta[http-equiv=refresh]")
    pagina.goto("/m/")
    pagina.get_by_role("textbox").fill(f"{sessie.code[:3]} {sessie.code[3:]}")
    pagina.get_by_role("button", name="Meedoen").click()
    doe_mee(pagina, sessie)
    assert not vernieuwt.count()
    pagina.get_by_role("textbox").fill("Elkaar groeten")
    pagina.get_by_role("button", name="Inleveren").click()
    pagina.get_by_text("Ingeleverd.").wait_for()
    assert vernieuwt.count() == 1
    naar(sessie, Stap.ONTHUL)
    pagina.get_by_text("Wat er op het scherm staat").wait_for()  # nobody pressed anything
    assert pagina.get_by_text("Elkaar groeten").count() == 2
    groepeer(ronde=ronde_van(sessie), kaarten=list(Kaart.objects.all()), naam="Samen leven", door=None)
    naar(sessie, Stap.STEM)
    pagina.get_by_label("Samen leven").check()
    assert not vernieuwt.count()
    pagina.get_by_role("button", name="Stemmen").click()
    pagina.get_by_text("Uw stem is geteld.").wait_for()
    naar(sessie, Stap.BESLUIT)
    pagina.get_by_text("Kijk naar het scherm in de zaal.").wait_for()
    assert (Kaart.objects.count(), Stem.objects.count()) == (1, 1)
