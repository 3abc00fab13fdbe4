# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an app offers to pages that stand to its left, a module per subject.

An app may have one `aanbod.py`, imported at start-up, in which it registers panels for pages, sections of the travel
plan, kinds of structure and what it throws away at night. Its verbs are imported then as well: a kind of journal line
is declared beside the verb that writes it. There is no other hook.
"""

from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.utils.module_loading import autodiscover_modules, module_has_submodule

from wijkwijzer.registry.cleaning import cleanings, offer_cleaning
from wijkwijzer.registry.line import Regelsoort, effects, inverse, kinds, offer_effect, regelsoort, sentence
from wijkwijzer.registry.panel import Panel, offer_panel, panels
from wijkwijzer.registry.section import Section, offer_section, sections
from wijkwijzer.registry.structure import Structure, offer_structure, structures

__all__ = [
    "Panel",
    "Regelsoort",
    "Section",
    "Structure",
    "cleanings",
    "discover",
    "effects",
    "inverse",
    "kinds",
    "offer_cleaning",
    "offer_effect",
    "offer_panel",
    "offer_section",
    "offer_structure",
    "panels",
    "regelsoort",
    "sections",
    "sentence",
    "structures",
]


def discover() -> None:
    """Import the `aanbod` of every installed app that has one, and its verbs."""
    autodiscover_modules("aanbod")
    for app in apps.get_app_configs():
        if app.module and module_has_submodule(app.module, "aanbod"):
            for pad in sorted(Path(app.path).rglob("handelingen.py")):
                import_module(".".join([app.name, *pad.relative_to(app.path).with_suffix("").parts]))
