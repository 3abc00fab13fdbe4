# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the desk shows for single methods: what can be taken over, and the slogan."""

from typing import Any

from actoren.models import Deelname, Schat
from routekaart.zaal.kaarten.lezen import op_de_wand
from routekaart.zaal.methoden.handelingen import bestemming_van
from routekaart.zaal.methoden.vondst import SOORTEN
from routekaart.zaal.models import Methode, Stap, Vondst
from routekaart.zaal.programma.stand import Zaalstand


def _vondsten(stand: Zaalstand) -> list[dict[str, Any]]:
    """Return the cards that name something, oldest first, with what is there under that name already."""
    ronde = stand.ronde
    vondsten = (
        Vondst.objects.filter(kaart__in=op_de_wand(ronde=ronde))
        .select_related("kaart__overname__schat", "kaart__overname__actor")
        .order_by("kaart__versie", "kaart__pk")
    )
    if ronde.methode == Methode.SCHATTEN:
        namen = list(Schat.objects.filter(wijk=ronde.wijk).values_list("naam", flat=True))
    else:
        namen = list(Deelname.objects.filter(wijk=ronde.wijk).values_list("actor__naam", flat=True))
    bekend = {n.casefold(): n for n in namen}
    return [
        {
            "kaart": v.kaart,
            "naam": v.naam,
            "is": str(v.kaart.overname) if hasattr(v.kaart, "overname") else "",
            "er_al": bekend.get(v.naam.casefold()),
        }
        for v in vondsten
    ]


def methoderegie(stand: Zaalstand) -> dict[str, Any]:
    """Return what the desk adds for this method, in a fixed number of queries."""
    ronde = stand.ronde
    return {
        "vondsten": _vondsten(stand) if ronde.methode in SOORTEN and stand.stap is Stap.BESLUIT else None,
        "verzamelt_schatten": ronde.methode == Methode.SCHATTEN,
        "verzamelt": ronde.methode in SOORTEN,
        "maakt_slogan": ronde.methode == Methode.ASSOCIATIE and ronde.perron == 1,
        "bestemming": bestemming_van(ronde),
    }
