# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a document is made from: one text, and the pictures and styles that came along with it."""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple


class Order(NamedTuple):
    """A whole document in HTML, and the only files that it can reach (see `make_pdf`)."""

    html: str
    middelen: Mapping[str, bytes]

    def write(self) -> str:
        """Return the order as text of ASCII only; the same order gives the same text."""
        middelen = {naam: base64.b64encode(inhoud).decode("ascii") for naam, inhoud in self.middelen.items()}
        return json.dumps([self.html, middelen], sort_keys=True)

    @classmethod
    def read(cls, tekst: str) -> "Order":
        """Return the order that `write` wrote. Raises ValueError for anything else."""
        html, middelen = json.loads(tekst)
        return cls(html, {naam: base64.b64decode(inhoud) for naam, inhoud in middelen.items()})


def key_of(adres: str, opdracht: str) -> str:
    """Return the key of a document: the same for the same order at the same address, and for nothing else."""
    return hashlib.sha256(f"{adres}\n{opdracht}".encode("ascii", "backslashreplace")).hexdigest()
