# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stylesheet of a document that carries it inside."""

from pathlib import Path

from django.utils.safestring import SafeString, mark_safe


def lees_stijl(stijl: Path) -> SafeString:
    """Return a stylesheet of our own; `</` would end the style element early, and never belongs in it.

    Raises ValueError when it does.
    """
    css = stijl.read_text(encoding="utf-8")
    if "</" in css:
        raise ValueError(f"'</' in {stijl}")
    return mark_safe(css)  # noqa: S308 - a file of our own, no user text
