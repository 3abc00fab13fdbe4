# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what a phone handed in to the verb that takes it."""

from typing import Any

from routekaart.zaal.beperking import PER_GAST, tempo
from routekaart.zaal.forms import KaartForm
from routekaart.zaal.handelingen import lever_in
from routekaart.zaal.methoden.forms import SloganForm
from routekaart.zaal.methoden.handelingen import stel_slogan_voor
from routekaart.zaal.models import Gast, Kaart, Ronde


def neem_aan(form: KaartForm, *, ronde: Ronde, gast: Gast, gegevens: dict[str, Any]) -> Kaart:
    """Take a card or a slogan. Raises as the verbs do, and Geweigerd when this phone sends too much."""
    tempo.tel(str(gast.sleutel), PER_GAST)
    vast = {"ronde": ronde, "gast": gast, "tekst": gegevens["tekst"], "apparaatsleutel": gegevens["sleutel"]}
    if isinstance(form, SloganForm):
        return stel_slogan_voor(**vast)
    return lever_in(**vast, vondst=gegevens.get("vondst"))
