# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room offers to other pages: its place on the wijk page, sentences for the journal."""

from typing import Any

from routekaart.models import Perron
from routekaart.zaal.models import ActieUitkomst, Besluit, NavraagUitkomst, Stap
from routekaart.zaal.navraag.lezen import open_navragen
from routekaart.zaal.schermen.live import PAGINAS
from routekaart.zaal.sessie.staat import sessies_van
from wijken.models import Journaalregel, Wijk
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.live.pages import offer_page
from wijkwijzer.registry import Panel, offer_panel, offer_sentence

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
offer_panel(Panel("bronkaarten", 10, "zaal/kaarten/paneel_bronkaarten.html", bronkaarten, plek="perron"))
offer_panel(Panel("zaal", 15, "zaal/sessie/paneel_zaal.html", bijeenkomsten))
offer_sentence("sessie_begonnen", lambda r: f"Een bijeenkomst is begonnen: {_zaal(r)}.")
offer_sentence(
    "sessie_verder",
    lambda r: f"In {_zaal(r)}, vraag {r.nieuw['vraag']}: {Stap(r.nieuw['stap']).label}.",
)
offer_sentence("sessie_verlengd", lambda r: f"In {_zaal(r)} kwam er een minuut bij.")
offer_sentence("sessie_gesloten", lambda r: f"De bijeenkomst {_zaal(r)} is gesloten.")
offer_sentence("gast_binnen", lambda r: f"{r.namens_naam or 'Iemand'} kwam binnen bij {_zaal(r)}.")
offer_sentence(
    "kaarten_opgeschreven",
    lambda r: f"Kaarten van papier bij {_zaal(r)}: {sum(n for _, n in r.nieuw['kaarten'])}.",
)
offer_sentence(
    "tafel_ingeleverd",
    lambda r: f"Een tafel leverde kaarten in bij {_zaal(r)}: {sum(n for _, n in r.nieuw['kaarten'])}.",
)
offer_sentence("kaart_verborgen", lambda r: f"Bij {_zaal(r)} is een kaart van het scherm gehaald.")
offer_sentence("kaart_getoond", lambda r: f"Bij {_zaal(r)} staat een kaart weer op het scherm.")
offer_sentence("kaarten_gegroepeerd", lambda r: f"Bij {_zaal(r)} liggen kaarten in de groep “{r.nieuw['naam']}”.")
offer_sentence("kaarten_losgemaakt", lambda r: f"Bij {_zaal(r)} zijn kaarten uit hun groep gehaald.")
offer_sentence("groep_vergroot", lambda r: f"Bij {_zaal(r)} staat de groep “{r.nieuw['naam']}” groot op het scherm.")
offer_sentence("groepen_getoond", lambda r: f"Bij {_zaal(r)} staan alle groepen weer op het scherm.")
offer_sentence("kaarten_doorgelaten", lambda r: f"Bij {_zaal(r)} zijn kaarten doorgelaten: {len(r.nieuw['kaarten'])}.")
offer_sentence("kaart_vertaald", lambda r: f"Bij {_zaal(r)} staat Nederlands bij een kaart.")
offer_sentence("slogan_voorgesteld", lambda r: f"Bij {_zaal(r)} is een slogan voorgesteld.")
offer_sentence("vondst_gekoppeld", lambda r: f"Bij {_zaal(r)} hoort een kaart bij “{r.nieuw['naam']}”, dat er al was.")
offer_sentence(
    "partij_gezien",
    lambda r: f"{r.namens_naam} is {'' if r.nieuw['er'] else 'toch niet '}in de zaal bij {_zaal(r)}.",
)
offer_sentence("vraag_toegevoegd", lambda r: f"Bij {_zaal(r)} is een vraag toegevoegd: {r.nieuw['vraag']}")
offer_sentence("stem_uitgebracht", lambda r: f"Bij {_zaal(r)} heeft iemand gestemd.")
offer_sentence("tafel_gestemd", lambda r: f"Bij {_zaal(r)} stemde een tafel: {r.nieuw['aantal']}.")
offer_sentence("zaal_besloten", lambda r: f"Besloten bij {_zaal(r)}: {r.nieuw['tekst']}")
offer_sentence("actie_afgesproken", lambda r: f"{r.namens_naam} gaat dit doen: {r.nieuw['wat']}")
offer_sentence("sessie_voorbereid", lambda r: f"De bijeenkomst {_zaal(r)} is voorbereid.")
offer_sentence("sessie_gewijzigd", lambda r: f"Dag, tijd of plaats van de bijeenkomst {_zaal(r)} is gewijzigd.")
offer_sentence("sessie_afgelast", lambda r: f"De bijeenkomst {_zaal(r)} gaat niet door: {r.nieuw['reden']}")
offer_sentence("partijen_uitgenodigd", lambda r: f"Uitgenodigd voor {_zaal(r)}: {_partijen(r)}.")
offer_sentence(
    "leervragen_gekozen", lambda r: f"De leervragen van {_zaal(r)} zijn gekozen: {len(r.nieuw['leervragen'])}."
)
offer_sentence("vraag_gewijzigd", lambda r: f"Bij {_zaal(r)} is een vraag gewijzigd: {r.nieuw['vraag']}")
offer_sentence("vraag_verplaatst", lambda r: f"Bij {_zaal(r)} is een vraag verplaatst: {r.nieuw['vraag']}")
offer_sentence("vraag_verwijderd", lambda r: f"Bij {_zaal(r)} is een vraag weggehaald: {r.oud['vraag']}")
offer_panel(Panel("navragen", 16, "zaal/navraag/paneel.html", navragen_wijk))
offer_panel(Panel("navragen_perron", 20, "zaal/navraag/paneel.html", navragen_perron, plek="perronwerk"))
offer_sentence(
    "navraag_genoteerd", lambda r: f"Bij {_zaal(r)} is genoteerd: vraag aan {r.nieuw['aan']}: {r.nieuw['tekst']}"
)
offer_sentence(
    "navraag_verdeeld",
    lambda r: (
        f"{r.nieuw['wie'][:1].upper()}{r.nieuw['wie'][1:]} vraagt {r.nieuw['aan']} wat in {_zaal(r)} is genoteerd."
    ),
)
offer_sentence(
    "navraag_afgerond",
    lambda r: f"Een vraag aan {r.nieuw['aan']} uit {_zaal(r)}: {NavraagUitkomst(r.nieuw['uitkomst']).label}.",
)
offer_sentence("actie_afgerond", lambda r: f"{ActieUitkomst(r.nieuw['uitkomst']).label.capitalize()}: {r.nieuw['wat']}")
offer_sentence("actie_weer_open", lambda r: f"Toch nog te doen: {r.nieuw['wat']}")
offer_sentence("terugkomst_gemaakt", lambda r: f"Bij {_zaal(r)} kan iemand opnieuw binnenkomen.")
offer_sentence("gast_terug", lambda r: f"Bij {_zaal(r)} kwam iemand opnieuw binnen.")
offer_sentence("gasten_vergeten", lambda r: f"De gasten van {_zaal(r)} zijn vergeten: {r.nieuw['aantal']}.")
offer_sentence("kaart_ingeleverd", lambda r: f"Een kaart is ingeleverd bij {_zaal(r)}.")
