# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a channel tells of the picture that its place shows: only what differs from what was told before."""

import json

from wijken.models import Rol
from wijkwijzer.live.channel import Channel
from wijkwijzer.live.pages import Piece, Place


class Vastbeeld:
    """A picture that is what the test says; it can be added to unless `moet_gelezen`."""

    def __init__(self) -> None:
        self.nu, self.moet_gelezen = {}, False

    def read(self):
        return [Piece(id_, html, 1) for id_, html in self.nu.items()]

    def add(self, lines):
        return None if self.moet_gelezen else self.read()


class Regel:
    versie = 7


def channel_met_beeld():
    channel = Channel(Place(1, "perron"), Rol.LEZER, 0)
    channel._picture = beeld = Vastbeeld()
    return channel, beeld


def namen(bericht):
    if not bericht:
        return []
    return [stuk[0] for stuk in json.loads(bericht.decode().split("data: ")[1])["s"]]


def test_only_what_differs_is_told_whether_it_was_read_or_added_to():
    channel, beeld = channel_met_beeld()
    beeld.nu = {"a": "een", "b": "een"}
    assert namen(channel.read_picture(5, everything=False)) == ["a", "b"]
    beeld.nu = {"a": "een", "b": "twee"}
    assert namen(channel.add_to_picture([Regel])) == ["b"]
    assert namen(channel.read_picture(8, everything=False)) == []
    assert namen(channel.read_picture(8, everything=True)) == ["a", "b"]


def test_a_piece_that_went_and_came_back_is_told_again():
    """In between, pages looked for themselves: they no longer show what they were told then."""
    channel, beeld = channel_met_beeld()
    beeld.nu = {"a": "een", "b": "een"}
    channel.read_picture(5, everything=False)
    beeld.nu = {"a": "een"}
    assert namen(channel.read_picture(6, everything=False)) == []
    beeld.nu = {"a": "een", "b": "een"}
    assert namen(channel.add_to_picture([Regel])) == ["b"]


def test_what_can_not_be_added_to_is_read_in_haste():
    channel, beeld = channel_met_beeld()
    beeld.nu = {"a": "een"}
    assert channel.add_to_picture([Regel])
    assert not channel.urgent
    beeld.moet_gelezen = True
    assert channel.add_to_picture([Regel]) == b""
    assert channel.urgent
    channel.read_picture(8, everything=False)
    assert not channel.urgent
    assert channel.add_to_picture([]) == b""
