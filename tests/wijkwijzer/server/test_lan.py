# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address for phones: found, given, or honestly not there; and what may come in by it."""

import ipaddress
import socket

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from wijkwijzer.server import env
from wijkwijzer.server.demo import refusal
from wijkwijzer.server.env import find_lan_address, read_lan
from wijkwijzer.server.lan import CannotListen, listen
from wijkwijzer.web.qr import qr_text

LAN = "192.168.1.20"


@pytest.mark.parametrize(("waarde", "adres"), [("", None), ("0", None), (LAN, LAN), (f" {LAN} ", LAN)])
def test_the_address_is_asked_for_or_given(waarde, adres):
    assert read_lan({"WIJKWIJZER_LAN": waarde}) == adres
    assert read_lan({}) is None


@pytest.mark.parametrize("waarde", ["misschien", "127.0.0.1", "0.0.0.0", "192.168.1", "fe80::1"])
def test_an_address_that_phones_can_not_reach_is_refused(waarde):
    with pytest.raises(ImproperlyConfigured, match="WIJKWIJZER_LAN"):
        read_lan({"WIJKWIJZER_LAN": waarde})


def test_the_machine_says_its_own_address_or_that_it_has_none():
    adres = find_lan_address()
    assert adres == "" or not ipaddress.ip_address(adres).is_loopback
    assert read_lan({"WIJKWIJZER_LAN": "1"}) == adres


def test_a_machine_on_no_network_has_no_address(monkeypatch):
    monkeypatch.setattr(env, "_FAR_SIDE", ("127.0.0.9",))  # only itself to be reached
    assert read_lan({"WIJKWIJZER_LAN": "1"}) == ""


def test_without_a_network_it_says_what_to_do(settings):
    settings.LAN_ADRES = ""
    with pytest.raises(CommandError, match=r"op geen netwerk.*Zet wifi aan"):
        call_command("serveer")


def test_a_server_for_many_needs_no_lan(settings):
    settings.DEMO, settings.LAN_ADRES = False, LAN
    with pytest.raises(CommandError, match="alleen met make run"):
        call_command("serveer")


def test_an_address_of_another_machine(settings):
    settings.LAN_ADRES = "192.0.2.77"
    with pytest.raises(CommandError, match="geen adres van deze computer"):
        call_command("serveer", poort=0)


def test_a_port_that_is_taken_leaves_no_other_one_taken():
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        with pytest.raises(CannotListen, match=f"Poort {poort} op 127.0.0.1 is al in gebruik"):
            listen(["127.0.0.2", "127.0.0.1"], poort)
        [weer] = listen(["127.0.0.2"], poort)
        weer.close()


def test_the_terminal_shows_a_square():
    regels = qr_text(f"http://{LAN}:8000/m/").splitlines()
    assert len({len(r) for r in regels}) == 1
    assert len(regels) * 2 - 1 == len(regels[0])


def scope(server, pad, soort="http"):
    return {"type": soort, "server": server, "path": pad}


@pytest.mark.parametrize("pad", ["/m", "/m/", "/m/CCCCCC/", "/m/CCCCCC/live/", "/static/bundels/telefoon.css"])
def test_phones_reach_the_room(settings, pad):
    settings.LAN_ADRES = LAN
    assert refusal(scope((LAN, 8000), pad)) is None


@pytest.mark.parametrize(
    "pad", ["/", "/inloggen/", "/wijken/", "/wijken/w/live/", "/mm/", "/M/", "//m/", "", "/wijken/m/", "/staticx/"]
)
def test_phones_reach_nothing_else(settings, pad):
    settings.LAN_ADRES = LAN
    assert refusal(scope((LAN, 8000), pad))[0] == 404
    assert refusal(scope(("127.0.0.1", 8000), pad)) is None


@pytest.mark.parametrize("lan", [None, "", "192.168.1.21"])
def test_another_address_of_the_machine_gets_nothing_at_all(settings, lan):
    settings.LAN_ADRES = lan
    assert refusal(scope((LAN, 8000), "/m/"))[0] == 403


def test_a_real_installation_has_no_such_door(settings):
    settings.DEMO = False
    assert refusal(scope((LAN, 8000), "/inloggen/")) is None
