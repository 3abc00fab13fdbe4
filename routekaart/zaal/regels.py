# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a journal line names its meeting."""

from wijken.models import Journaalregel


def zaal(regel: Journaalregel) -> str:
    """Return the title of the meeting that a line is about, as it stands in a sentence."""
    return f"“{regel.nieuw['titel']}”"
