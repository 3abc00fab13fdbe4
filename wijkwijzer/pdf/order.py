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
    assets: Mapping[str, bytes]

    def write(self) -> str:
        """Return the order as text of ASCII only; the same order gives the same text."""
        assets = {name: base64.b64encode(content).decode("ascii") for name, content in self.assets.items()}
        return json.dumps([self.html, assets], sort_keys=True)

    @classmethod
    def read(cls, text: str) -> "Order":
        """Return the order that `write` wrote. Raises ValueError for anything else."""
        html, assets = json.loads(text)
        return cls(html, {name: base64.b64decode(content) for name, content in assets.items()})


def key_of(adres: str, opdracht: str) -> str:
    """Return the key of a document: the same for the same order at the same address, and for nothing else."""
    return hashlib.sha256(f"{adres}\n{opdracht}".encode("ascii", "backslashreplace")).hexdigest()
