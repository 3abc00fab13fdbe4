# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read the text of a PDF as a person would: words whole, lines joined."""

import io
import re

import pypdf

# WeasyPrint breaks words with U+2010; a hyphen that someone typed is U+002D and stays.
AFBREEKSTREEPJE = "\N{HYPHEN}"


def lees_regels(pdf: bytes) -> list[str]:
    """Every line of text as it stands on the pages, with the hyphens at line ends."""
    bladen = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [regel for blad in bladen for regel in blad.extract_text().splitlines()]


def lees_tekst(pdf: bytes) -> str:
    """All text with hyphenated words made whole and white space as single spaces."""
    return re.sub(r"\s+", " ", "\n".join(lees_regels(pdf)).replace(f"{AFBREEKSTREEPJE}\n", ""))
