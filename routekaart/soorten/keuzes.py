# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be chosen for a link to something of the same journey."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from wijken.models import Onderdeel
from wijkwijzer.accounts.models import Gebruiker


def van_de_reis(model: type[Onderdeel]) -> Callable[[Any, Gebruiker], "QuerySet[Any]"]:
    """Return the choices of a link to this kind of row: those of the journey that were not closed."""
    alle: Any = model._default_manager

    def rijen(plek: Any, gebruiker: Gebruiker) -> "QuerySet[Any]":
        open_: QuerySet[Any] = alle.filter(routekaart=plek.routekaart).open()
        return open_

    return rijen
