# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type, taken apart."""

from wijkwijzer.text.clean import alineas


def test_paragraphs_are_split_at_blank_lines():
    assert alineas("Een.\r\n\r\nTwee\nregels.\n\n\n\n Drie. ") == ["Een.", "Twee\nregels.", "Drie."]
    assert alineas(" \n\n ") == []
