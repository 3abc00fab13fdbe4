# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What apps may offer to live updates, and what a message looks like on the wire."""

import asyncio
import json

import pytest

from wijkwijzer.live import plekken
from wijkwijzer.live.abonnee import MAX_WACHT, Abonnee
from wijkwijzer.live.kamer import bericht
from wijkwijzer.live.plekken import LivePagina, Plek, Toegang, bied_bron, bied_pagina, pagina


def test_a_page_is_offered_once():
    with pytest.raises(ValueError, match="perron"):
        bied_pagina(LivePagina("perron", lambda *_: ()))


def test_there_is_one_source():
    with pytest.raises(ValueError, match="already"):
        bied_bron(plekken.bron())


def test_without_a_source_it_says_so(monkeypatch):
    monkeypatch.setattr(plekken._aanbod, "bron", None)
    with pytest.raises(LookupError):
        plekken.bron()


def test_a_page_that_nobody_offered_looks_for_itself():
    assert pagina("iets-nieuws").regel(Plek(1, "iets-nieuws"), None, None) is None


def test_arguments_are_found_by_name():
    plek = Plek(1, "perron", (("perron", 3),))
    assert plek.arg("perron") == 3
    with pytest.raises(KeyError):
        plek.arg("nummer")


def test_a_message_is_one_event_whatever_it_holds():
    """A line break in the HTML must not become one in the stream."""
    ruw = bericht(7, {"s": [["a", "<p>\nregel\r\n\n</p>", 7, ""]]}).decode()
    kop, lijf = ruw.rstrip("\n").split("\n")
    assert kop == "id: 7"
    assert json.loads(lijf.removeprefix("data: "))["s"][0][1] == "<p>\nregel\r\n\n</p>"
    assert ruw.endswith("\n\n")
    assert bericht(0, {}, soort="hier").startswith(b"event: hier\n")


def met_abonnee(proef):
    async def loop():
        return await proef(Abonnee(Toegang(Plek(1, "perron"), None, "sleutel"), asyncio.get_running_loop()))

    return asyncio.run(loop())


def test_what_waits_is_taken_together():
    async def proef(abonnee):
        abonnee.bied(b"een")
        abonnee.bied(b"twee")
        return await abonnee.neem()

    assert met_abonnee(proef) == b"eentwee"


def test_who_waits_is_woken():
    async def proef(abonnee):
        asyncio.get_running_loop().call_later(0.01, abonnee.bied, b"laat")
        return await asyncio.wait_for(abonnee.neem(), 5)

    assert met_abonnee(proef) == b"laat"


def test_last_words_come_before_the_end():
    async def proef(abonnee):
        abonnee.bied(b"een")
        abonnee.sluit(b"tot ziens")
        abonnee.bied(b"te laat")
        return [await abonnee.neem(), await abonnee.neem()]

    assert met_abonnee(proef) == [b"eentot ziens", b""]


def test_who_reads_too_slowly_is_cut_off_with_nothing_half_sent():
    async def proef(abonnee):
        for _ in range(MAX_WACHT + 1):
            abonnee.bied(b"x")
        return abonnee.dicht, await abonnee.neem()

    assert met_abonnee(proef) == (True, b"")
