# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What routekaart offers to other pages: the journey on the wijk page, sentences for the journal."""

from typing import Any

from routekaart.live import PAGINAS
from routekaart.onderdeel.structuur import structuren_bij_vertrek
from routekaart.perrons import perronsoort
from routekaart.reis.lijn import treinlijn
from routekaart.reis.stand import reisstand
from routekaart.soorten import SOORTEN
from routekaart.toegang import huidige_routekaart
from routekaart.toezeggingen.lezen import lees_toezeggingen, per_partij
from wijken.models import Journaalregel, Wijk
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.live.pages import offer_page
from wijkwijzer.registry import Panel, offer_panel, offer_structure


def reis(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return the train line of the current journey; without one, the panel says what to do."""
    routekaart = huidige_routekaart(wijk)
    if routekaart is None:
        return {"wijk": wijk, "routekaart": None}
    stand = reisstand(routekaart)
    return {"wijk": wijk, "routekaart": routekaart, "reis": stand, "treinlijn": treinlijn(stand)}


def _plek(regel: Journaalregel) -> str:
    soort = perronsoort(regel.nieuw["perron"])
    return f"perron {soort.nummer}, {soort.korte_naam}"


for pagina in PAGINAS:
    offer_page(pagina)
offer_structure(*SOORTEN)
offer_panel(Panel("reis", 10, "routekaart/reis/paneel_reis.html", reis))


def schatten(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any] | None:
    """Return the treasures of the wijk: part of the vertrek, before perron 1."""
    if huidige_routekaart(wijk) is None:
        return None
    return {"structuren": structuren_bij_vertrek(wijk, gebruiker)}


offer_panel(Panel("schatten", 45, "routekaart/onderdeel/paneel_schatten.html", schatten))


def toezeggingen(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any] | None:
    """Return who promised something, below the parties of the wijk."""
    routekaart = huidige_routekaart(wijk)
    if routekaart is None:
        return None
    return {"groepen": per_partij(wijk.slug, lees_toezeggingen(routekaart, gebruiker))}


offer_panel(Panel("toezeggingen", 42, "routekaart/toezeggingen/paneel_toezeggingen.html", toezeggingen))
