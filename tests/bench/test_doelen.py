# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the load asks each kind of server, against the application itself where that is ours."""

import re
import sqlite3
from contextlib import closing
from urllib.parse import parse_qs

import pytest
from django.test import Client

from bench.live.doelen import Kaal, Opdracht, Perron, Socketio, Zaal, doel, wandstand
from bench.live.gegevens import maak_gasten
from bench.live.lezen import merk
from routekaart.zaal.models import Kaart, Stap
from tests.factories_zaal import maak_sessie, ronde_van

BASIS = {"koekjes": ["a=1", "b=2", "c=3"], "stromen": 3, "tempo": 1.0, "seconden": 1.0}
PLEK = {
    "pad": "/m/CCCCCC/",
    "live": "/wijken/w/live/",
    "scherm": "/wijken/w/zaal/s/scherm/",
    "scherm_koekje": "sessionid=x",
    "ronde": "r",
    "ronde_nr": 7,
    "versie": 41,
}


def kop(vraag, naam):
    gevonden = re.search(rf"^{naam}: (.*)\r$", vraag.decode(), re.MULTILINE | re.IGNORECASE)
    return gevonden[1] if gevonden else ""


@pytest.mark.parametrize(("soort", "klasse"), [("vloer", Kaal), ("socketio", Socketio), ("perron", Perron)])
def test_each_kind_has_its_own_questions(soort, klasse):
    assert type(doel(Opdracht(soort, [1], **BASIS))) is klasse


def test_phones_spread_over_the_ports_and_each_port_has_a_wall():
    zaal = Zaal(Opdracht("zaal", [8001, 8002], plek=PLEK, **BASIS))
    assert [zaal.poort(nr) for nr in range(zaal.stromen)] == [8001, 8002, 8001, 8001, 8002]
    vragen = [zaal.stroom(nr, 0) for nr in range(zaal.stromen)]
    assert [kop(v, "Cookie") for v in vragen] == ["a=1", "b=2", "c=3", "sessionid=x", "sessionid=x"]
    assert b"GET /m/CCCCCC/live/?plek=%2Fm%2FCCCCCC%2F&na=41 " in vragen[0]
    assert b"GET /wijken/w/live/?plek=%2Fwijken%2Fw%2Fzaal%2Fs%2Fscherm%2F&na=41 " in vragen[-1]


def test_every_guest_posts_in_turn_and_every_card_has_a_key_of_its_own():
    zaal = Zaal(Opdracht("zaal", [1], plek=PLEK, vanaf=900, **BASIS))
    posts = [zaal.post(900 + nr) for nr in range(4)]
    assert [kop(p, "Cookie").split(";")[0] for p in posts] == ["a=1", "b=2", "c=3", "a=1"]
    assert len({parse_qs(p.decode().split("\r\n\r\n")[1])["sleutel"][0] for p in posts}) == 4
    assert all(int(kop(p, "Content-Length")) == len(p.split(b"\r\n\r\n")[1]) for p in posts)


def test_the_floor_sends_events_as_large_as_ours():
    kaal = Kaal(Opdracht("vloer", [1], maat=300, **BASIS))
    lijf = kaal.post(7).split(b"\r\n\r\n")[1]
    assert len(b"id: 7\ndata: %s\n\n" % lijf) == 300
    assert kaal.rond_af({1, 7}, 0.0) == 0
    assert kaal.slot(0) == merk(7).encode()


def test_who_comes_back_says_what_was_seen():
    assert kop(Kaal(Opdracht("vloer", [1], **BASIS)).stroom(0, 12), "Last-Event-ID") == "12"
    assert not kop(Kaal(Opdracht("vloer", [1], **BASIS)).stroom(0, 0), "Last-Event-ID")


def test_the_wall_counts_all_cards_and_the_rows_of_this_run():
    kaarten = [(40, "Er al", 5), (41, f"{merk(1)} x", 1), (43, f"{merk(2)} x", 1), (44, f"{merk(9)} x", 1)]
    stand = wandstand(kaarten, {1, 2})
    assert (stand.versies, stand.tellers, stand.rijen) == ({1: 41, 2: 43}, {1: 6, 2: 7}, 2)
    assert wandstand([*kaarten, (45, f"{merk(2)} x", 1)], {1, 2}).rijen == 3, "stored twice is seen"


def test_the_rows_are_read_beside_the_application(tmp_path):
    pad = tmp_path / "w.sqlite3"
    with closing(sqlite3.connect(pad)) as verbinding:
        verbinding.execute("CREATE TABLE zaal_kaart (ronde_id, versie, tekst, aantal)")
        rijen = [(7, 42, f"{merk(2)} x", 1), (7, 41, f"{merk(1)} x", 1), (8, 43, f"{merk(1)} x", 1)]
        verbinding.executemany("INSERT INTO zaal_kaart VALUES (?, ?, ?, ?)", rijen)
        verbinding.commit()
    zaal = Zaal(Opdracht("zaal", [1], plek=PLEK | {"database": str(pad)}, **BASIS))
    assert zaal.rond_af({1, 2}, 1e12) == 0
    assert [zaal.slot(nr) for nr in (0, 3)] == [b'{"v":42}', b"<strong>2</strong> kaart"]
    assert zaal.rond_af({1, 2, 3}, 0.0) == 3, "nothing was read in time"


@pytest.mark.django_db
def test_the_application_takes_the_cards_of_guests_made_in_bulk():
    from tests.factories import maak_wijk

    sessie = maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)
    koekjes = maak_gasten(sessie, 3)
    plek = PLEK | {"pad": f"/m/{sessie.code}/", "ronde": str(ronde_van(sessie).sleutel)}
    zaal = Zaal(Opdracht("zaal", [1], plek=plek, **(BASIS | {"koekjes": koekjes})))
    client = Client(enforce_csrf_checks=True)
    for nummer in range(3):
        rauw, lijf = zaal.post(nummer).decode().split("\r\n\r\n")
        client.cookies.clear()
        pad = rauw.split(" ")[1]
        kopje = re.search(r"Cookie: (.*)", rauw)[1].strip()
        antwoord = client.post(pad, lijf, content_type="application/x-www-form-urlencoded", headers={"cookie": kopje})
        assert antwoord.status_code == 302, antwoord.text
    assert sorted(k.tekst[:12] for k in Kaart.objects.all()) == [merk(n) for n in range(3)]
