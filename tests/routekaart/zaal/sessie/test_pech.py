# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong in a room, on real servers: everything at once, everybody at once, and a server that is killed."""

import http.client
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from bench.live.gegevens import maak_gasten
from routekaart.zaal.models import Gast, Kaart, Stap, Zaalstap
from routekaart.zaal.programma.stand import zaalstand
from tests.factories import ingelogd, maak_lid, maak_wijk
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, naar, ronde_van, telefoon
from tests.lijn import Lijn, Lus, post
from wijken.models import Journaalregel, Rol

ZAAL = 300


@pytest.fixture
def sessie(transactional_db):
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


@pytest.fixture
def lus():
    een = Lus()
    yield een
    een.stop()


def kaart(sessie, tekst="Elkaar groeten", sleutel=None):
    return {"tekst": tekst, "ronde": str(ronde_van(sessie).sleutel), "sleutel": str(sleutel or uuid4())}


def tegelijk(*werk):
    with ThreadPoolExecutor(len(werk)) as ploeg:
        return [taak.result() for taak in [ploeg.submit(doe) for doe in werk]]


def test_the_same_card_three_times_at_once_is_one_card(dienst, sessie):
    server, client, velden = dienst(), telefoon(sessie), kaart(sessie)
    pad = f"/m/{sessie.code}/kaart/"
    assert tegelijk(*[lambda: post(server.poort, client, pad, **velden)] * 3) == [302] * 3
    assert Kaart.objects.get().tekst == "Elkaar groeten"
    assert Journaalregel.objects.filter(soort="kaart_ingeleverd").count() == 1
    assert post(server.poort, client, pad, **velden | {"tekst": "Later veranderd"}) == 302
    assert Kaart.objects.get().tekst == "Elkaar groeten", "what was acknowledged stays as it was"
    assert "Traceback" not in server.uitvoer


def test_two_facilitators_press_at_once_and_one_is_told_kindly(dienst, sessie):
    server, gezien, stappen = dienst(), zaalstand(sessie).versie, Zaalstap.objects.count()
    pad = f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/stap/"
    leiders = [ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR)) for _ in range(2)]
    stap = {"doe": "verder", "gezien": str(gezien)}
    assert tegelijk(*[lambda c=c: post(server.poort, c, pad, **stap) for c in leiders]) == [303] * 2
    stand = zaalstand(sessie)
    assert stand.stap is Stap.ONTHUL
    assert Zaalstap.objects.count() == stappen + 1, "one step, not two"
    for doe in ("verder", "terug"):  # also a step back, on what was seen too long ago
        pagina = leiders[0].post(pad, {"doe": doe, "gezien": gezien}, follow=True)
        assert "Iemand anders zette net een stap. Kijk waar de zaal nu is." in pagina.text
    assert zaalstand(sessie).versie == stand.versie


def test_killed_before_the_answer_the_card_is_there_and_sent_again_it_is_the_same(dienst, sessie):
    client, velden = telefoon(sessie), kaart(sessie)
    server = dienst(sterfelijk=True)
    with pytest.raises((OSError, http.client.HTTPException)):
        post(server.poort, client, f"/m/{sessie.code}/kaart/", **velden)
    assert server.wacht_op_einde() == -signal.SIGKILL
    server.herstart()
    assert post(server.poort, client, f"/m/{sessie.code}/kaart/", **velden) == 302
    assert Kaart.objects.count() == 1


def test_a_script_forgets_the_text_only_when_its_own_key_comes_back(sessie):
    client, velden = telefoon(sessie), kaart(sessie)
    pad, json = f"/m/{sessie.code}/kaart/", {"accept": "application/json"}
    antwoord = client.post(pad, velden, headers=json)
    assert antwoord.json() == {"sleutel": velden["sleutel"]}
    assert "ww_kaarten" in antwoord.cookies
    assert client.post(pad, velden, headers=json).json() == antwoord.json()
    assert client.post(pad, kaart(sessie, "x" * 301), headers=json).status_code == 422
    assert client.post(pad, velden, headers={"accept": "text/html,*/*;q=0.8"}).status_code == 302
    client.cookies.pop("ww_gast")
    assert client.post(pad, kaart(sessie), headers=json).status_code == 302, "not stored, so no key"
    assert Kaart.objects.count() == 1


def wacht_op_allen(lijnen, klopt, geduld=60.0):
    begin = time.monotonic()
    while open_ := [lijn for lijn in lijnen if not klopt(lijn)]:
        assert time.monotonic() - begin < geduld, f"{len(open_)} not yet: {open_[0].status} {open_[0].fouten}"
        time.sleep(0.05)
    return time.monotonic() - begin


class Toestel:
    """No more of a client than a line needs: its cookies."""

    def __init__(self, koekje):
        self.cookies = {}
        for deel in koekje.split("; "):
            naam, _, waarde = deel.partition("=")
            self.cookies[naam] = type("Koekje", (), {"value": waarde})


def kaal(lijn):
    """Return the versions that a phone was told, without what follows from many lines."""
    return [b.lijf["v"] for b in lijn.berichten if b.soort == "message" and "s" not in b.lijf]


def test_300_guests_come_back_at_once(dienst, sessie, lus):
    """The network of the hall falls away while the room goes on; all are let in again and have every version, once."""
    server, code = dienst(), sessie.code
    koekjes = maak_gasten(sessie, ZAAL)
    schrijver = maak_gast(sessie)
    assert Gast.objects.count() == ZAAL + 1
    sessie.wijk.refresh_from_db()
    begin = sessie.wijk.versie
    plek = {"na": begin, "pad": f"/m/{code}/live/", "plek": f"/m/{code}/"}
    lijnen = [Lijn(lus, server.poort, Toestel(koekje), **plek) for koekje in koekjes]
    wacht_op_allen(lijnen, lambda lijn: lijn.kreeg("welkom"))
    maak_kaart(schrijver, "Voor de onderbreking")
    wacht_op_allen(lijnen, lambda lijn: lijn.kreeg(f'"v":{begin + 1}'))
    for een in lijnen:
        een.breek()
    wacht_op_allen(lijnen, lambda lijn: lijn.klaar)
    for nr in range(3):
        maak_kaart(schrijver, f"Tijdens de onderbreking {nr}")
    for een in lijnen:
        een.verbind()
    duur = wacht_op_allen(lijnen, lambda lijn: lijn.kreeg("welkom", 2) and lijn.kreeg(f'"v":{begin + 4}'))
    assert {lijn.status for lijn in lijnen} == {200}
    assert {tuple(kaal(lijn)) for lijn in lijnen} == {tuple(range(begin + 1, begin + 5))}
    assert duur < 30, "the aim is 5 seconds on a quiet machine; `make bench` measures that"
    naar(sessie, Stap.ONTHUL)
    wacht_op_allen(lijnen, lambda lijn: lijn.kreeg('"o":1'))
    assert "Traceback" not in server.uitvoer
