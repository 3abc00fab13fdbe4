# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What apps may offer to live updates, and what a message looks like on the wire."""

import json

import pytest

from wijkwijzer.live import pages
from wijkwijzer.live.channel import message
from wijkwijzer.live.pages import LivePage, Place, offer_page, offer_source, page


def test_a_page_is_offered_once():
    with pytest.raises(ValueError, match="perron"):
        offer_page(LivePage("perron", lambda *_: ()))


def test_there_is_one_source():
    with pytest.raises(ValueError, match="already"):
        offer_source(pages.source())


def test_without_a_source_it_says_so(monkeypatch):
    monkeypatch.setattr(pages._offer, "source", None)
    with pytest.raises(LookupError):
        pages.source()


def test_a_page_that_nobody_offered_looks_for_itself():
    assert page("iets-nieuws").on_line(Place(1, "iets-nieuws"), None, None) is None


def test_arguments_are_found_by_name():
    plek = Place(1, "perron", (("perron", 3),))
    assert plek.arg("perron") == 3
    with pytest.raises(KeyError):
        plek.arg("nummer")


def test_a_message_is_one_event_whatever_it_holds():
    """A line break in the HTML must not become one in the stream."""
    ruw = message(7, {"s": [["a", "<p>\nregel\r\n\n</p>", 7, ""]]}).decode()
    kop, lijf = ruw.rstrip("\n").split("\n")
    assert kop == "id: 7"
    assert json.loads(lijf.removeprefix("data: "))["s"][0][1] == "<p>\nregel\r\n\n</p>"
    assert ruw.endswith("\n\n")


def test_who_is_here_does_not_change_where_a_page_is():
    """A browser comes back with the last id it saw: an id of 0 would send it back to the beginning."""
    assert message(0, {"hier": []}, kind="hier") == b'event: hier\ndata: {"v":0,"hier":[]}\n\n'
