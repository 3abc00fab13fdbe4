# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room offers to other pages: its place on the wijk page, sentences for the journal."""

from typing import Any

from routekaart.models import Perron
from routekaart.zaal.gasten.handelingen import vergeet_oude_gasten
from routekaart.zaal.models import Besluit
from routekaart.zaal.navraag.lezen import open_navragen
from routekaart.zaal.schermen.live import PAGINAS
from routekaart.zaal.sessie.staat import sessies_van
from wijken.models import Journaalregel, Wijk
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.live.pages import offer_page
from wijkwijzer.registry import Panel, offer_cleaning, offer_panel

LAATSTE = 3
PERRONS_WIE = {4, 5}


def bijeenkomsten(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return the last meetings; without one, the panel says what a meeting is for."""
    sessies = sessies_van(wijk).filter(afgelasting=None)[:LAATSTE]
    return {"wijk": wijk, "sessies": sessies, "mag_leiden": mag(gebruiker, wijk, "leiden")}


def bronkaarten(perron: Perron, gebruiker: Gebruiker) -> dict[str, Any] | None:
    """Return the cards that the agreed answer of a perron came from; None when it was not agreed in the room."""
    laatste = perron.antwoorden.order_by("-versie").values("pk")[:1]
    besluit = Besluit.objects.filter(antwoord__in=laatste).select_related("ronde__sessie").first()
    if besluit is None:
        return None
    return {"besluit": besluit, "sessie": besluit.ronde.sessie, "kaarten": list(besluit.kaarten.order_by("versie"))}


def navragen_perron(perron: Perron, gebruiker: Gebruiker) -> dict[str, Any] | None:
    """Return what is still to be asked of who was not in the room, at the perrons about who takes part."""
    return navragen_wijk(perron.wijk, gebruiker) if perron.nummer in PERRONS_WIE else None


def navragen_wijk(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any] | None:
    """Return what is still to be asked of who was not in the room; None when there is nothing."""
    rijen = open_navragen(wijk)
    return {"wijk": wijk, "navragen": rijen} if rijen else None


def _zaal(regel: Journaalregel) -> str:
    return f"“{regel.nieuw['titel']}”"


def _partijen(regel: Journaalregel) -> str:
    return ", ".join(regel.nieuw["partijen"]) or "niemand in het bijzonder"


for pagina in PAGINAS:
    offer_page(pagina)
offer_cleaning("gasten", vergeet_oude_gasten)
offer_panel(Panel("bronkaarten", 10, "zaal/kaarten/paneel_bronkaarten.html", bronkaarten, plek="perron"))
offer_panel(Panel("zaal", 15, "zaal/sessie/paneel_zaal.html", bijeenkomsten))
offer_panel(Panel("navragen", 16, "zaal/navraag/paneel.html", navragen_wijk))
offer_panel(Panel("navragen_perron", 20, "zaal/navraag/paneel.html", navragen_perron, plek="perronwerk"))
