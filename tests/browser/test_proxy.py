# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nginx configuration of docs/proxy, as it stands there: streams come through at once and last, over HTTP/2."""

import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from routekaart.models import Perron
from tests.browser.conftest import _sessie
from tests.factories import maak_bijdrage, maak_lid, maak_partij
from tests.processen import vrije_poort
from wijken.models import Rol
from wijkwijzer.live import stream as streammodule

CONF = (Path(__file__).resolve().parents[2] / "docs" / "proxy" / "nginx.conf").read_text(encoding="utf-8")
PAD = "/wijken/haarwijk/routekaart/perron/3/"
# The read time-out and the sign of life in the same ratio as in earnest (60 and 15 seconds), twenty times as fast.
LEESTIJD, HARTSLAG = 3.0, 0.75
OM_HEEN = """
daemon off;
master_process off;
pid {map}/nginx.pid;
error_log {map}/fouten.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {map}/body;
    proxy_temp_path {map}/proxy;
    fastcgi_temp_path {map}/fastcgi;
    uwsgi_temp_path {map}/uwsgi;
    scgi_temp_path {map}/scgi;
{conf}
}}
"""


def vervang(tekst: str, oud: str, nieuw: str) -> str:
    """Replace what must be there exactly once."""
    assert tekst.count(oud) == 1, oud
    return tekst.replace(oud, nieuw)


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory) -> Path:
    """A folder with a certificate for this machine."""
    map_ = tmp_path_factory.mktemp("certificaat")
    opdracht = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    uit = ["-keyout", str(map_ / "privkey.pem"), "-out", str(map_ / "fullchain.pem")]
    subprocess.run([*opdracht, *uit], check=True, capture_output=True)
    return map_


@pytest.fixture
def proxy(server, certificaat, tmp_path, settings, monkeypatch):
    """nginx with the documented configuration; returns its port."""
    programma = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    assert programma, "nginx is missing; `make test` installs it (apt-get install nginx-light)."
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # WIJKWIJZER_ACHTER_PROXY=1
    monkeypatch.setattr(streammodule, "HEART", HARTSLAG)
    poort = vrije_poort()
    conf = vervang(CONF, "server 127.0.0.1:8000;", f"server {urlsplit(server).netloc};")
    conf = vervang(conf, "listen 80;", f"listen 127.0.0.1:{vrije_poort()};")
    conf = vervang(conf, "listen 443 ssl http2;", f"listen 127.0.0.1:{poort} ssl http2;")
    conf = vervang(conf, "proxy_read_timeout 60s;", f"proxy_read_timeout {int(LEESTIJD)}s;")
    conf = conf.replace("/etc/ssl/wijkwijzer/", f"{certificaat}/")
    bestand = tmp_path / "nginx.conf"
    bestand.write_text(OM_HEEN.format(map=tmp_path, conf=conf), encoding="utf-8")
    with subprocess.Popen([programma, "-p", str(tmp_path), "-c", str(bestand)], stderr=subprocess.PIPE) as proces:
        tot = time.monotonic() + 20
        while not _bereikbaar(poort):
            assert proces.poll() is None, proces.stderr.read()
            assert time.monotonic() < tot
            time.sleep(0.05)
        yield poort
        proces.terminate()


def _bereikbaar(poort: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", poort), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.fixture
def schrijf(wijken):
    perron = Perron.objects.select_related("routekaart__wijk").get(routekaart__wijk=wijken["haarwijk"], nummer=3)
    partij = maak_partij(wijken["haarwijk"])
    return lambda tekst: maak_bijdrage(perron, partij.actor, tekst)


class Stroom:
    """A stream over TLS and HTTP/1.1, read by hand: when something came, and whether it ended."""

    def __init__(self, poort: int, sessie: str) -> None:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.sok = context.wrap_socket(socket.create_connection(("127.0.0.1", poort), timeout=10))
        vraag = f"GET /wijken/haarwijk/live/?plek={PAD} HTTP/1.1\r\nHost: 127.0.0.1:{poort}\r\n"
        self.sok.sendall(f"{vraag}Accept: text/event-stream\r\nCookie: sessionid={sessie}\r\n\r\n".encode())
        self.tekst = ""

    def wacht_op(self, woord: str, seconden: float) -> bool:
        """Read until this came; False when the stream ended first or it took longer."""
        tot = time.monotonic() + seconden
        while woord not in self.tekst:
            self.sok.settimeout(max(0.01, tot - time.monotonic()))
            try:
                stuk = self.sok.recv(65536)
            except TimeoutError:
                return False
            if not stuk:
                return False
            self.tekst += stuk.decode()
        return True


@pytest.fixture
def stroom(proxy, wijken):
    open_: list[Stroom] = []

    def stroom_() -> Stroom:
        open_.append(Stroom(proxy, _sessie(maak_lid(wijken["haarwijk"], Rol.LEZER))))
        assert open_[-1].wacht_op("event: welkom", 10)
        return open_[-1]

    yield stroom_
    for een in open_:
        een.sok.close()


def test_a_stream_comes_through_at_once_and_outlives_the_read_time_out(stroom, schrijf):
    lijn = stroom()
    assert not lijn.wacht_op("komt nooit", 2.5 * LEESTIJD)
    assert lijn.tekst.count("event: hart") > 2 * LEESTIJD / HARTSLAG / 2
    for nr in range(3):
        tekst = f"Over dezelfde stroom, nummer {nr}."
        schrijf(tekst)
        assert lijn.wacht_op(tekst, 1.0), "within a second after it was stored"


def test_without_a_sign_of_life_the_proxy_ends_it(stroom, monkeypatch):
    """So the time-out of the test above is real."""
    monkeypatch.setattr(streammodule, "HEART", 600.0)
    lijn, begin = stroom(), time.monotonic()
    assert not lijn.wacht_op("komt nooit", 10 * LEESTIJD)
    assert time.monotonic() - begin < 9 * LEESTIJD


def test_many_tabs_of_one_browser_over_http_2(chromium, proxy, wijken, schrijf, toezicht):
    """Over HTTP/1.1 the seventh tab would hang: six streams take all connections to one host."""
    toezicht.basis = adres = f"https://127.0.0.1:{proxy}"
    context = chromium.new_context(base_url=adres, locale="nl-NL", ignore_https_errors=True)
    sessie = _sessie(maak_lid(wijken["haarwijk"], Rol.WIJKREGISSEUR))
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": adres}])
    tabs = []
    for _ in range(8):
        tabs.append(context.new_page())
        toezicht.volg(tabs[-1])
        tabs[-1].goto(PAD)
    assert tabs[-1].evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol") == "h2"
    eerste = tabs[0]
    eerste.get_by_label("Namens welke partij?").select_option(index=1)
    eerste.get_by_label("Wat draagt u bij?").fill("Door de proxy heen opgeslagen.")
    eerste.get_by_role("button", name="Bijdrage opslaan").click()
    for tab in tabs:
        tab.locator("#bijdrage-lijst").get_by_text("Door de proxy heen opgeslagen.").wait_for()
    context.close()
