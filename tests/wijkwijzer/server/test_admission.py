# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A crowd is served a few at a time, in order, and nobody waits for who is slow or fell over."""

import asyncio

import pytest

from wijkwijzer.server.admission import AHEAD, in_turn, pass_on_turn


class App:
    """Serves a number until it is told to go on; remembers who is being served."""

    def __init__(self):
        self.bezig, self.klaar, self.meest = set(), [], 0
        self.verder = {}

    async def __call__(self, nummer, receive, send):
        self.bezig.add(nummer)
        self.gelezen = []
        while not self.gelezen or self.gelezen[-1].get("more_body"):
            self.gelezen.append(await receive())
        self.meest = max(self.meest, len(self.bezig))
        try:
            await self.verder.setdefault(nummer, asyncio.Event()).wait()
            if nummer < 0:
                raise ValueError(nummer)
        finally:
            self.bezig.discard(nummer)
            self.klaar.append(nummer)


async def leeg():
    return {"type": "http.request", "body": b"", "more_body": False}


async def tot(klopt):
    while not klopt():  # noqa: ASYNC110 - the turn comes by the clock
        await asyncio.sleep(0.001)


async def rust():
    for _ in range(5):
        await asyncio.sleep(0)


def test_a_few_at_a_time_in_the_order_in_which_they_came():
    async def speel():
        app = App()
        deur = in_turn(app, at_once=2)
        taken = [asyncio.create_task(deur(nr, leeg, None)) for nr in range(6)]
        await rust()
        assert app.bezig == {0, 1}
        for nr in range(6):
            app.verder[nr].set()
            await rust()
        await asyncio.gather(*taken)
        assert app.klaar == [0, 1, 2, 3, 4, 5]
        assert app.meest == 2

    asyncio.run(speel())


def test_who_takes_long_no_longer_counts_and_gives_its_turn_away_once():
    async def speel():
        app = App()
        deur = in_turn(app, at_once=1, long=0.2)
        lang, tweede, derde = (asyncio.create_task(deur(nr, leeg, None)) for nr in range(3))
        await tot(lambda: 1 in app.bezig)
        assert app.bezig >= {0, 1}
        app.verder[0].set()
        await lang
        app.verder[1].set()
        await tweede
        await tot(lambda: 2 in app.bezig)
        vierde = asyncio.create_task(deur(3, leeg, None))
        await rust()
        assert app.bezig == {2}, "one turn was given, not two"
        app.verder[2].set()
        await derde
        await rust()
        app.verder[3].set()
        await vierde

    asyncio.run(speel())


@pytest.mark.parametrize("hoe", ["fout", "weg"])
def test_a_turn_comes_back_when_a_request_fails_or_its_browser_leaves(hoe):
    async def speel():
        app = App()
        deur = in_turn(app, at_once=1)
        eerste, tweede = (asyncio.create_task(deur(nr, leeg, None)) for nr in (-1, 2))
        await rust()
        if hoe == "fout":
            app.verder[-1].set()
        else:
            eerste.cancel()
        await asyncio.gather(eerste, return_exceptions=True)
        await rust()
        assert app.bezig == {2}
        app.verder[2].set()
        await tweede

    asyncio.run(speel())


def test_who_leaves_while_waiting_takes_no_turn():
    async def speel():
        app = App()
        deur = in_turn(app, at_once=1)
        eerste, weg, derde = (asyncio.create_task(deur(nr, leeg, None)) for nr in range(3))
        await rust()
        weg.cancel()
        await rust()
        app.verder[0].set()
        await eerste
        await rust()
        assert app.bezig == {2}
        app.verder[2].set()
        await asyncio.gather(derde, weg, return_exceptions=True)
        assert app.klaar == [0, 2]

    asyncio.run(speel())


def test_every_event_loop_has_its_own_turns():
    app = App()
    deur = in_turn(app, at_once=1)

    async def speel(nummer):
        taak = asyncio.create_task(deur(nummer, leeg, None))
        await rust()
        app.verder[nummer].set()
        await taak

    for nummer in range(3):
        asyncio.run(speel(nummer))
    assert app.klaar == [0, 1, 2]


def test_who_sends_slowly_takes_no_turn_and_all_that_was_sent_arrives():
    async def speel():
        app, lijn = App(), asyncio.Queue()
        deur = in_turn(app, at_once=1)
        traag = asyncio.create_task(deur(0, lijn.get, None))
        stukken = [{"body": b"tekst=", "more_body": True}, {"body": b"hallo", "more_body": False}]
        lijn.put_nowait(stukken[0])
        await rust()
        vlug = asyncio.create_task(deur(1, leeg, None))
        await rust()
        assert app.bezig == {1}
        app.verder[1].set()
        await vlug
        lijn.put_nowait(stukken[1])
        await rust()
        app.verder[0].set()
        await traag
        assert app.gelezen == stukken

    asyncio.run(speel())


def test_no_more_of_a_large_form_is_kept_than_it_says():
    async def speel():
        app, lijn = App(), asyncio.Queue()
        deur = in_turn(app)
        stukken = [{"body": b"x" * AHEAD, "more_body": True}, {"body": b"rest", "more_body": False}]
        groot = asyncio.create_task(deur(0, lijn.get, None))
        lijn.put_nowait(stukken[0])
        await rust()
        assert app.bezig == {0}, "its turn came before its end"
        lijn.put_nowait(stukken[1])
        await rust()
        app.verder[0].set()
        await groot
        assert app.gelezen == stukken

    asyncio.run(speel())


def test_who_is_going_to_wait_lets_the_next_begin():
    async def speel():
        app = App()

        async def wacht_even(nummer, receive, send):
            if nummer == 0:
                await asyncio.to_thread(pass_on_turn)  # as in a request
            await app(nummer, receive, send)

        deur = in_turn(wacht_even, at_once=1, long=60)
        taken = [asyncio.create_task(deur(nr, leeg, None)) for nr in range(3)]
        await tot(lambda: app.bezig == {0, 1})
        await rust()
        assert app.bezig == {0, 1}, "one turn was passed on, once"
        for nr in range(3):
            app.verder.setdefault(nr, asyncio.Event()).set()
        await asyncio.gather(*taken)
        assert sorted(app.klaar) == [0, 1, 2]

    asyncio.run(speel())


def test_outside_a_request_there_is_no_turn_to_pass_on():
    pass_on_turn()
