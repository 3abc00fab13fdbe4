# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room on the laptop's own network: a real server, and a phone that comes in by the address of the machine."""

import http.client
import re
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from routekaart.zaal.models import Kaart, Stap
from tests.factories import ingelogd, maak_lid, maak_wijk
from tests.factories_zaal import maak_sessie, ronde_van
from tests.processen import GEDULD
from wijken.models import Rol
from wijkwijzer.server.env import find_lan_address
from wijkwijzer.server.lan import NO_NETWORK
from wijkwijzer.web.qr import qr_svg

LAN = find_lan_address()
WACHTWOORD = "samen-op-reis"
DICHT = (
    "/",
    "/inloggen/",
    "/wijken/",
    "/wijken/proefwijk/",
    "/wijken/proefwijk/live/",
    "/m/../inloggen/",
    "/m/%2e%2e/inloggen/",
    "/static/../inloggen/",
    "/static/%2e%2e/inloggen/",
    "//inloggen/",
    "/m%2f..%2finloggen/",
)


class Toestel:
    """A browser without a screen at one address: it keeps cookies and says where it comes from."""

    def __init__(self, adres: str, poort: int) -> None:
        self.adres, self.poort, self.koekjes, self.gezet = adres, poort, {}, []

    def vraag(self, pad: str, velden: dict[str, str] | None = None, **kop: str) -> tuple[int, str]:
        """Ask for a page, or send a form with the token of the last one."""
        verbinding = http.client.HTTPConnection(self.adres, self.poort, timeout=GEDULD)
        koppen = {"Cookie": "; ".join(f"{k}={w}" for k, w in self.koekjes.items()), **kop}
        lijf = None
        if velden is not None:
            lijf = urlencode(velden | {"csrfmiddlewaretoken": self.koekjes.get("csrftoken", "")})
            koppen |= {"Content-Type": "application/x-www-form-urlencoded"}
            koppen.setdefault("Origin", f"http://{self.adres}:{self.poort}")
        verbinding.request("POST" if lijf else "GET", pad, lijf, koppen)
        antwoord = verbinding.getresponse()
        for waarde in antwoord.headers.get_all("Set-Cookie") or []:
            self.gezet.append(waarde)
            naam, _, rest = waarde.partition("=")
            self.koekjes[naam] = rest.partition(";")[0]
        tekst = antwoord.read().decode() if "event-stream" not in (antwoord.getheader("Content-Type") or "") else ""
        verbinding.close()
        return antwoord.status, tekst


@pytest.fixture
def sessie(transactional_db):
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


def test_a_machine_without_a_network_says_so(settings):
    """Where the tests run on a machine without a network, this is all that can be shown."""
    assert LAN or "hotspot" in NO_NETWORK


def test_only_the_room_is_reached_from_the_network(dienst, sessie):
    server = dienst(WIJKWIJZER_LAN=LAN or "0")
    hier, zaal = Toestel("127.0.0.1", server.poort), Toestel(LAN or "127.0.0.1", server.poort)
    lid = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    hier.koekjes = {"sessionid": lid.cookies["sessionid"].value}
    _schrijf_een_kaart(zaal, sessie)
    assert zaal.vraag(f"/m/{sessie.code}/live/", Accept="text/event-stream")[0] == 200
    assert {naam.partition("=")[0] for naam in zaal.gezet} == {"csrftoken", "ww_gast", "ww_toestel", "ww_kaarten"}
    assert [k for k in zaal.gezet if "secure" in k.lower()] == [], "a phone keeps no such cookie over plain http"
    pad = f"/wijken/proefwijk/zaal/{sessie.sleutel}"
    if LAN:
        for dicht in (*DICHT, f"{pad}/scherm/", f"{pad}/regie/", f"{pad}/qr.svg"):
            for kop in ({}, {"Host": "127.0.0.1"}, {"X-Forwarded-Host": "127.0.0.1"}):
                status, tekst = zaal.vraag(dicht, Cookie=f"sessionid={hier.koekjes['sessionid']}", **kop)
                assert status == 404, (dicht, kop)
                assert "inloggen" not in tekst.lower(), dicht
                assert WACHTWOORD not in tekst
        assert zaal.vraag("/inloggen/", {"username": "a", "password": WACHTWOORD})[0] == 404
        scherm = hier.vraag(f"{pad}/scherm/")[1]
        assert f"{LAN}:{server.poort}/m<" in scherm
        assert "127.0.0.1" not in scherm
        assert hier.vraag(f"{pad}/qr.svg")[1] == qr_svg(f"http://{LAN}:{server.poort}/m/{sessie.code}/").decode()
        assert WACHTWOORD not in hier.vraag("/inloggen/")[1], "the laptop's own pages may stand on the wall"
        assert f"http://{LAN}:{server.poort}/m/" in server.uitvoer
        assert "▄" in server.uitvoer
        assert WACHTWOORD not in server.uitvoer, "so may the window in which it was started"
    assert hier.vraag("/wijken/proefwijk/")[0] == 200
    assert "Traceback" not in server.uitvoer


def _schrijf_een_kaart(zaal, sessie):
    """From the typed code to a card, as a phone does; a form from another site is refused."""
    assert zaal.vraag("/m")[0] == 301
    assert zaal.vraag("/m/")[0] == 200
    assert zaal.vraag("/m/", {"code": sessie.code})[0] == 302
    status, pagina = zaal.vraag(f"/m/{sessie.code}/")
    assert status == 200
    stijl = re.search(r'href="(/static/bundels/telefoon[^"]+)"', pagina)[1]
    assert zaal.vraag(stijl)[0] == 200
    assert zaal.vraag(f"/m/{sessie.code}/", {"wie": "bewoner"})[0] == 302
    velden = {"tekst": "Elkaar groeten", "ronde": str(ronde_van(sessie).sleutel), "sleutel": str(uuid4())}
    assert zaal.vraag(f"/m/{sessie.code}/kaart/", velden, Origin="http://elders.example")[0] == 403
    assert zaal.vraag(f"/m/{sessie.code}/kaart/", velden)[0] == 302
    assert Kaart.objects.get().tekst == "Elkaar groeten"
