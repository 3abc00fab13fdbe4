# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the method that a question was stored with to the class that knows it.

The classes use the forms and verbs of the other slices, which ask here. So a class is found by its name when it is
first needed, and nothing here imports one.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from routekaart.zaal.models import Ronde
from routekaart.zaal.models.methode import Methode

if TYPE_CHECKING:
    from routekaart.zaal.methoden.basis import Basismethode

# What a question is worked on with when nobody chose, and what can be chosen.
STANDAARD = Methode.OPEN
KEUZES = Methode.choices


@cache
def methoden() -> Mapping[str, "Basismethode"]:
    """Return all methods by the word that is stored. Raises ModuleNotFoundError for one without a module."""
    return MappingProxyType({m.value: import_module(f"{__package__}.{m.value}").METHODE for m in Methode})


def methode_van(ronde: Ronde) -> "Basismethode":
    """Return the method of a question."""
    return methoden()[ronde.methode]
