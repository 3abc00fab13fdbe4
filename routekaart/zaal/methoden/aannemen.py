# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what a phone handed in to the verb that takes it."""

from typing import Any

from routekaart.zaal.gasten.beperking import PER_GAST, tempo
from routekaart.zaal.kaarten.forms import KaartForm, TafelkaartForm
from routekaart.zaal.kaarten.handelingen import lever_in, lever_tafel_in
from routekaart.zaal.methoden.forms import SloganForm
from routekaart.zaal.methoden.handelingen import stel_slogan_voor
from routekaart.zaal.models import Gast, Ronde


def neem_aan(form: KaartForm, *, ronde: Ronde, gast: Gast, gegevens: dict[str, Any]) -> None:
    """Take a card, a slogan or the cards of a table. Raises as the verbs do, and Geweigerd for too much in a minute."""
    tempo.tel(str(gast.sleutel), PER_GAST)
    if isinstance(form, TafelkaartForm):
        lever_tafel_in(ronde=ronde, gast=gast, regels=gegevens["regels"], sleutel=gegevens["sleutel"])
        return
    vast = {"ronde": ronde, "gast": gast, "tekst": gegevens["tekst"], "apparaatsleutel": gegevens["sleutel"]}
    if isinstance(form, SloganForm):
        stel_slogan_voor(**vast)
    else:
        lever_in(**vast, vondst=gegevens.get("vondst"))
