# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts from people in the room, made safe to stand on a wall.

Escaping is the work of the templates. This takes away what can't be seen and changes how the rest is read: marks that
turn the direction of writing, that take no room, and heaps of accents that grow over the neighbours.
"""

import re
import unicodedata

# Kept: U+200C and U+200D, which Persian and some other scripts need.
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_HEAP = 3  # accents on one letter; no language needs more after normalising


def _limit_accents(text: str) -> str:
    out, in_a_row = [], 0
    for char in text:
        in_a_row = in_a_row + 1 if unicodedata.combining(char) else 0
        if in_a_row <= _HEAP:
            out.append(char)
    return "".join(out)


def clean_text(text: str) -> str:
    """Return a text on one line without invisible marks, control characters and double spaces."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    visible = "".join(t if unicodedata.category(t)[0] != "C" or t in "\u200c\u200d" else " " for t in visible)
    text = " ".join(_limit_accents(visible).split())
    return text if text.strip("\u200c\u200d") else ""


def paragraphs(text: str) -> list[str]:
    """Split a text into paragraphs at its blank lines."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [block.strip() for block in blocks if block.strip()]
