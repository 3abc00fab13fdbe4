# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an app offers to pages that stand to its left, a module per subject.

An app may have one `aanbod.py`, imported at start-up, in which it registers panels for pages, kinds of structure and
sentences for its kinds of journal lines. There is no other hook.
"""

from django.utils.module_loading import autodiscover_modules

from wijkwijzer.registry.panel import Panel, offer_panel, panels
from wijkwijzer.registry.line import kinds, offer_sentence, sentence
from wijkwijzer.registry.structure import Structure, offer_structure, structures

__all__ = [
    "Panel",
    "Structure",
    "discover",
    "kinds",
    "offer_panel",
    "offer_sentence",
    "offer_structure",
    "panels",
    "sentence",
    "structures",
]


def discover() -> None:
    """Import the `aanbod` of every installed app."""
    autodiscover_modules("aanbod")
