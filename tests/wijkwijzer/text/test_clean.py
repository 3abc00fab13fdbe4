# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type, taken apart."""

from wijkwijzer.text.clean import paragraphs


def test_paragraphs_are_split_at_blank_lines():
    assert paragraphs("Een.\r\n\r\nTwee\nregels.\n\n\n\n Drie. ") == ["Een.", "Twee\nregels.", "Drie."]
    assert paragraphs(" \n\n ") == []
