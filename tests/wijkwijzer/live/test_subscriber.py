# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One connection: everything once and in order, at once where it can, and no further than a slow reader allows."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer.live.pages import Access, Place
from wijkwijzer.live.subscriber import MAX_WAITING, Subscriber


class Lijn:
    """The sending side of an ASGI server: it waits, before it writes, while the line is full."""

    def __init__(self) -> None:
        self.geschreven = b""
        self.vrij = asyncio.Event()
        self.vrij.set()
        self.stuk = False

    async def stuur(self, bericht) -> None:
        await self.vrij.wait()
        if self.stuk:
            raise ConnectionResetError
        self.geschreven += bericht["body"]


def proef(verloop):
    """Run a scenario `verloop(subscriber, lijn)` and return the line."""

    async def loop():
        lijn = Lijn()
        subscriber = Subscriber(Access(Place(1, "perron"), None, "sleutel"), asyncio.get_running_loop(), lijn.stuur)
        await asyncio.wait_for(verloop(subscriber, lijn), 10)
        return lijn

    return asyncio.run(loop())


def test_a_message_is_written_at_once():
    async def verloop(subscriber, lijn):
        subscriber.offer(b"een")
        assert lijn.geschreven == b"een"  # without giving the loop a turn

    proef(verloop)


def test_what_waits_is_sent_in_order_when_the_line_is_free():
    async def verloop(subscriber, lijn):
        lijn.vrij.clear()
        for deel in (b"een", b"twee", b"drie"):
            subscriber.offer(deel)
            await asyncio.sleep(0)
        assert lijn.geschreven == b""
        lijn.vrij.set()
        subscriber.offer(b"vier")
        await asyncio.sleep(0.01)
        subscriber.offer(b"vijf")
        assert lijn.geschreven == b"eentweedrieviervijf"

    proef(verloop)


def test_last_words_come_after_what_waits_and_nothing_after_them():
    async def verloop(subscriber, lijn):
        lijn.vrij.clear()
        subscriber.offer(b"een")
        subscriber.close(b"tot ziens")
        subscriber.offer(b"te laat")
        lijn.vrij.set()
        await subscriber.wait_closed()

    assert proef(verloop).geschreven == b"eentot ziens"


def test_closing_an_idle_connection_ends_it():
    async def verloop(subscriber, lijn):
        subscriber.close(b"tot ziens")
        await subscriber.wait_closed()

    assert proef(verloop).geschreven == b"tot ziens"


def test_who_reads_too_slowly_is_cut_off_with_nothing_half_sent():
    async def verloop(subscriber, lijn):
        subscriber.offer(b"heel")
        lijn.vrij.clear()
        for _ in range(MAX_WAITING + 2):
            subscriber.offer(b"x")
        assert subscriber.closed
        await subscriber.wait_closed()

    assert proef(verloop).geschreven == b"heel"


@pytest.mark.parametrize("vol", [True, False])
def test_a_broken_line_ends_the_connection(vol):
    async def verloop(subscriber, lijn):
        lijn.stuk = True
        if vol:
            lijn.vrij.clear()
        subscriber.offer(b"een")
        lijn.vrij.set()
        await subscriber.wait_closed()
        assert subscriber.closed

    proef(verloop)


@given(st.lists(st.sampled_from(["bied", "vol", "vrij", "beurt"]), max_size=60))
def test_whatever_the_line_does_every_message_arrives_once_and_in_order(stappen):
    async def verloop(subscriber, lijn):
        verwacht = b""
        for nr, stap in enumerate(stappen):
            if stap == "bied":
                verwacht += f"[{nr}]".encode()
                subscriber.offer(f"[{nr}]".encode())
            elif stap == "vol":
                lijn.vrij.clear()
            elif stap == "vrij":
                lijn.vrij.set()
            else:
                await asyncio.sleep(0)
        lijn.vrij.set()
        subscriber.close(b".")
        await subscriber.wait_closed()
        assert lijn.geschreven == verwacht + b"."

    proef(verloop)
