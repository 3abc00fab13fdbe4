# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a room tells of the picture that its place shows: only what differs from what was told before."""

import json

from wijken.models import Rol
from wijkwijzer.live.channel import Channel
from wijkwijzer.live.pages import Piece, Place


class Vastbeeld:
    """A picture that is what the test says; it can be added to unless `moet_gelezen`."""

    def __init__(self) -> None:
        self.nu, self.moet_gelezen = {}, False

    def geheel(self):
        return [Piece(id_, html, 1) for id_, html in self.nu.items()]

    def vul_aan(self, regels):
        return None if self.moet_gelezen else self.geheel()


class Regel:
    versie = 7


def kamer_met_beeld():
    kamer = Channel(Place(1, "perron"), Rol.LEZER, 0)
    kamer._beeld = beeld = Vastbeeld()
    return kamer, beeld


def namen(bericht):
    if not bericht:
        return []
    return [stuk[0] for stuk in json.loads(bericht.decode().split("data: ")[1])["s"]]


def test_only_what_differs_is_told_whether_it_was_read_or_added_to():
    kamer, beeld = kamer_met_beeld()
    beeld.nu = {"a": "een", "b": "een"}
    assert namen(kamer.geheel(5, alles=False)) == ["a", "b"]
    beeld.nu = {"a": "een", "b": "twee"}
    assert namen(kamer.vul_aan([Regel])) == ["b"]
    assert namen(kamer.geheel(8, alles=False)) == []
    assert namen(kamer.geheel(8, alles=True)) == ["a", "b"]


def test_a_piece_that_went_and_came_back_is_told_again():
    """In between, pages looked for themselves: they no longer show what they were told then."""
    kamer, beeld = kamer_met_beeld()
    beeld.nu = {"a": "een", "b": "een"}
    kamer.geheel(5, alles=False)
    beeld.nu = {"a": "een"}
    assert namen(kamer.geheel(6, alles=False)) == []
    beeld.nu = {"a": "een", "b": "een"}
    assert namen(kamer.vul_aan([Regel])) == ["b"]


def test_what_can_not_be_added_to_is_read_in_haste():
    kamer, beeld = kamer_met_beeld()
    beeld.nu = {"a": "een"}
    assert kamer.vul_aan([Regel])
    assert not kamer.haast
    beeld.moet_gelezen = True
    assert kamer.vul_aan([Regel]) == b""
    assert kamer.haast
    kamer.geheel(8, alles=False)
    assert not kamer.haast
    assert kamer.vul_aan([]) == b""
