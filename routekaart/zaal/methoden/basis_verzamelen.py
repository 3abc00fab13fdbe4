# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Collecting what is in the wijk: what treasures and parties have in common."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import models

from routekaart.zaal.kaarten.lezen import op_de_wand
from routekaart.zaal.methoden.basis import KAART, Basismethode, Inlevering, neem_kaart_aan
from routekaart.zaal.methoden.forms import VondstForm
from routekaart.zaal.methoden.vondst import Gevonden, lees_vondst
from routekaart.zaal.models import Stap, Vondst
from routekaart.zaal.programma.stand import Zaalstand
from wijken.models import Wijk


class Verzamelmethode(Basismethode):
    """Phones name something, of a kind, with its place. At the end the desk takes over into the wijk what is right."""

    stappen = (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL, Stap.BESLUIT)
    knoppen = {Stap.BESLUIT: "Samen besluiten"}
    # The kinds that can be named, and what the desk takes them over into.
    soorten: type[models.TextChoices]
    bij: str

    def __init__(self) -> None:
        self.papierhulp = (
            f"Elke regel is één kaart: “naam · soort · plaats”. Soort: {', '.join(k.label for k in self.soorten)}."
        )
        self.inleveringen = {KAART: Inlevering(partial(VondstForm, soorten=self.soorten), neem_kaart_aan)}

    def namen(self, wijk: Wijk) -> Iterable[str]:
        """Return the names of what is in the wijk already."""
        raise NotImplementedError

    def lees_papier(self, regel: str) -> Gevonden:
        """Return name, kind and place. Raises GeenVondst, with what is wrong in the line."""
        return lees_vondst(regel, self.soorten)

    def bij_regie(self, stand: Zaalstand) -> dict[str, Any]:
        """Return the cards that name something, oldest first, with what is there under that name already."""
        if stand.stap is not Stap.BESLUIT or stand.sluiting:
            return {}
        vondsten = (
            Vondst.objects.filter(kaart__in=op_de_wand(ronde=stand.ronde))
            .select_related("kaart__overname__schat", "kaart__overname__actor")
            .order_by("kaart__versie", "kaart__pk")
        )
        bekend = {n.casefold(): n for n in self.namen(stand.ronde.wijk)}
        return {
            "boven": "zaal/methoden/vondsten.html",
            "bij": self.bij,
            "vondsten": [
                {
                    "kaart": v.kaart,
                    "naam": v.naam,
                    "is": str(v.kaart.overname) if hasattr(v.kaart, "overname") else "",
                    "er_al": bekend.get(v.naam.casefold()),
                }
                for v in vondsten
            ],
        }
