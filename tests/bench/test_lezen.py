# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the bench makes of the bytes that it recorded."""

import math

import pytest

from bench.live.lezen import (
    Wandstand,
    bijgewerkt,
    duur,
    laatste_id,
    merk,
    ontleed,
    ontvangst,
    percentiel,
    telefoon,
    vertragingen,
    wand,
)

KOP = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
WEBSOCKET = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
STAND = Wandstand(versies={1: 51, 2: 52, 3: 54}, tellers={1: 201, 2: 202, 3: 207}, rijen=3)
IN_STUKKEN = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def chunk(lijf):
    return b"%x\r\n%s\r\n" % (len(lijf), lijf)


def verandering(nummer):
    return f"id: {nummer + 6}\ndata: {merk(nummer)} tekst\n\n".encode()


def test_an_event_counts_from_its_last_byte():
    eerste, tweede = verandering(1), verandering(2)
    stukken = [(1.0, KOP + eerste[:9]), (2.0, eerste[9:-1]), (3.0, eerste[-1:] + tweede), (4.0, b"id: 3\n")]
    assert ontleed(stukken) == [(3.0, eerste[:-2]), (3.0, tweede[:-2])]


@pytest.mark.parametrize("stap", [1, 2, 3, 7, 1000])
def test_chunks_may_be_cut_anywhere(stap):
    rauw = IN_STUKKEN + chunk(verandering(1) + verandering(2)) + chunk(verandering(3)[:5]) + chunk(verandering(3)[5:])
    stukken = [(float(i), rauw[i : i + stap]) for i in range(0, len(rauw), stap)]
    lijven = [g for _, g in ontleed(stukken)]
    assert lijven == [verandering(n)[:-2] for n in (1, 2, 3)]
    assert ontvangst(ontleed(stukken)).momenten.keys() == {1, 2, 3}


def test_a_header_alone_is_no_event():
    assert ontleed([(1.0, KOP[:20])]) == []
    assert ontleed([(1.0, KOP)]) == []


def test_the_last_id_is_that_of_a_whole_event():
    assert laatste_id(ontleed([(1.0, KOP + verandering(1) + verandering(2) + b"id: 99\ndata: half")])) == 8
    assert laatste_id([(1.0, b"event: welkom\ndata: {}")]) == 0


def test_what_came_before_and_after_a_cut_is_one_stream_and_what_came_twice_is_counted():
    voor = ontleed([(1.0, KOP + verandering(1) + verandering(2))])
    na = ontleed([(5.0, KOP + verandering(2) + verandering(3))])
    uit = ontvangst(voor, na)
    assert uit.momenten == {1: 1.0, 2: 1.0, 3: 5.0}
    assert uit.dubbel == 1
    assert uit.maten == [len(verandering(1))] * 4


def test_a_mark_that_stands_twice_in_one_event_is_one_change():
    assert ontvangst([(1.0, f"data: {merk(1)} {merk(1)}".encode())]).dubbel == 0


def test_a_change_is_there_when_the_last_stream_has_it():
    assert vertragingen({1: 10.0, 2: 11.0}, [{1: 10.1, 2: 11.5}, {1: 10.3, 2: 11.2}]) == pytest.approx([0.3, 0.5])


def test_undelivered_is_infinite():
    assert vertragingen({1: 10.0}, [{1: 10.1}, {}]) == [math.inf]
    assert vertragingen({1: 10.0}, []) == [math.inf]
    assert percentiel([0.1] * 94 + [math.inf] * 6, 0.95) == math.inf
    assert percentiel([0.1] * 95 + [math.inf] * 5, 0.95) == 0.1


@pytest.mark.parametrize(("deel", "waarde"), [(0.0, 1), (0.5, 10), (0.95, 19), (0.951, 20), (1.0, 20)])
def test_percentile(deel, waarde):
    assert percentiel(list(range(20, 0, -1)), deel) == waarde


def test_the_percentile_of_nothing_is_infinite():
    assert percentiel([], 0.95) == math.inf


def test_caught_up_is_when_the_last_stream_has_the_last_change_from_before():
    gepland = {1: 1.0, 2: 2.0, 3: 9.0}
    assert bijgewerkt(gepland, [{1: 1.1, 2: 5.5}, {1: 5.2, 2: 5.2}], terug=5.0) == 0.5
    assert bijgewerkt(gepland, [{1: 1.1, 2: 2.1}], terug=5.0) == 0.0
    assert bijgewerkt(gepland, [{1: 1.1, 2: 2.1}, {2: 2.1}], terug=5.0) == math.inf


def frame(lijf):
    if len(lijf) < 126:
        lengte = bytes([len(lijf)])
    else:
        lengte = b"\x7e" + len(lijf).to_bytes(2) if len(lijf) < 65536 else b"\x7f" + len(lijf).to_bytes(8)
    return b"\x81" + lengte + lijf


@pytest.mark.parametrize("stap", [1, 3, 1000])
def test_frames_of_a_websocket_are_events(stap):
    lijven = [b'40{"sid":"a"}', merk(1).encode() + b"x" * 300, merk(2).encode() + b"y" * 70_000]
    rauw = WEBSOCKET + b"".join(map(frame, lijven))
    stukken = [(float(i), rauw[i : i + stap]) for i in range(0, len(rauw), stap)]
    gebeurtenissen = ontleed(stukken)
    assert [g for _, g in gebeurtenissen] == lijven
    assert ontvangst(gebeurtenissen).momenten.keys() == {1, 2}


def versie(nummer):
    return f'id: {nummer}\ndata: {{"v":{nummer}}}'.encode()


def test_a_phone_has_a_card_when_it_was_told_its_version():
    uit = telefoon(STAND, [(1.0, versie(51)), (1.5, versie(53)), (2.0, versie(52))], [(3.0, versie(52))])
    assert uit.momenten == {1: 1.0, 2: 2.0}
    assert uit.dubbel == 1
    assert uit.maten == [len(versie(51)) + 2] * 3


def test_what_follows_from_many_lines_is_no_card_on_a_phone():
    geheel = b'id: 52\ndata: {"v":52,"s":[["telefoon-wand","<div></div>",52,""]]}'
    assert telefoon(STAND, [(1.0, b'event: welkom\nid: 51\ndata: {"v":51,"n":1}'), (2.0, geheel)]).momenten == {}


def wandstuk(aantal, *nummers):
    kaarten = "".join(f"<li>{merk(n)} tekst</li>" for n in nummers)
    tellen = f"<p><strong>3</strong> telefoons <strong>{aantal}</strong> kaarten"
    stukken = f'[["scherm-tellen","{tellen}"],["scherm-wand","{kaarten}"]]'
    return f'id: 9\ndata: {{"v":9,"s":{stukken}}}'.encode()


def test_a_card_is_on_the_wall_when_it_is_counted_and_the_newest_as_text():
    uit = wand(STAND, [(1.0, wandstuk(201, 1)), (2.0, wandstuk(203, 2, 1)), (4.0, wandstuk(207, 3, 2))])
    assert uit.momenten == {1: 1.0, 2: 2.0, 3: 4.0}
    assert uit.dubbel == 0
    assert wand(STAND, [(1.0, wandstuk(207, 2, 1))]).momenten == {1: 1.0, 2: 1.0}, "the newest does not stand there"
    assert wand(STAND, [(1.0, wandstuk(207, 3, 3))]).dubbel == 1


def test_a_burst_lasts_from_the_first_moment_until_the_last_arrival():
    assert duur({1: 10.0, 2: 11.0}, [{1: 10.1, 2: 11.5}, {1: 12.5, 2: 11.2}]) == pytest.approx(2.5)
    assert duur({1: 10.0}, [{}]) == math.inf
