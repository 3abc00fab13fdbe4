# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make meetings that were prepared, through the verbs that the application itself uses."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from routekaart.models import Leervraag, Routekaart
from routekaart.zaal.models import Sessie, Sessiesoort
from routekaart.zaal.sessie.handelingen import bereid_voor
from wijken.models import Wijk
from wijken.onderdelen.handelingen import voeg_toe


def morgen() -> date:
    """The day after today."""
    return timezone.localdate() + timedelta(days=1)


def maak_voorbereid(wijk: Wijk, titel: str = "Startsessie", **anders: Any) -> Sessie:
    """A startsessie for tomorrow, unless said otherwise."""
    vast: dict[str, Any] = {"soort": Sessiesoort.STARTSESSIE, "datum": morgen(), "door": None}
    return bereid_voor(wijk=wijk, titel=titel, **(vast | anders))


def maak_leervraag(reis: Routekaart, vraag: str = "Wat bindt ons?") -> Leervraag:
    """A learning question of a journey."""
    return voeg_toe(rij=Leervraag(routekaart=reis, vraag=vraag), door=None)
