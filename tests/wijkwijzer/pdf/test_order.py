# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a document is made from, written down and read again."""

import pytest

from wijkwijzer.pdf.order import Order, key_of


def test_what_was_written_is_read_again():
    order = Order("<p>Één \ud83d en \x00 en </style></p>", {"lijn.svg": b"<svg/>", "qr.png": bytes(range(256))})
    tekst = order.write()
    assert tekst.isascii()
    assert Order.read(tekst) == order


def test_the_key_follows_text_pictures_and_address_and_nothing_else():
    een = Order("<p>Een</p>", {"a.svg": b"a", "b.svg": b"b"})
    zelfde = Order("<p>Een</p>", {"b.svg": b"b", "a.svg": b"a"})
    assert key_of("/plan.pdf", een.write()) == key_of("/plan.pdf", zelfde.write())
    anders = [
        key_of("/plan.pdf", Order("<p>Twee</p>", een.assets).write()),
        key_of("/plan.pdf", Order(een.html, {"a.svg": b"a", "b.svg": b"c"}).write()),
        key_of("/ander.pdf", een.write()),
    ]
    assert len({key_of("/plan.pdf", een.write()), *anders}) == 4
    assert all(len(k) == 64 for k in anders)


@pytest.mark.parametrize("tekst", ["", "geen json", "[1]"])
def test_anything_else_is_refused(tekst):
    with pytest.raises(ValueError, match=r".+"):
        Order.read(tekst)
