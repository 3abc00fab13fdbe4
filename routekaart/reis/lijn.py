# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the state of a journey to its train line."""

from routekaart.reis.adressen import perron_url
from routekaart.reis.stand import ReisStand
from routekaart.reis.treinlijn import Station, Treinlijn, teken


def treinlijn(reis: ReisStand, *, is_huidig: bool = True) -> Treinlijn:
    """Return the picture of a journey, ready for the template, the PDF and the text beside it."""
    routekaart = reis.routekaart
    stations = [
        Station(
            nummer=p.nummer,
            fase=p.soort.fase.value,
            fase_label=p.soort.fase.label,
            korte_naam=p.soort.korte_naam,
            kop=p.soort.kop,
            staat=p.staat.value,
            staat_label=p.staat.label,
            url=perron_url(routekaart, p.nummer, is_huidig=is_huidig),
            open_zinnen=p.open_zinnen,
        )
        for p in reis.perrons
    ]
    return teken(
        stations,
        wijk_naam=routekaart.wijk.naam,
        laatst=reis.laatst,
        volgende_stap=reis.volgende_zin if is_huidig else "",
    )
