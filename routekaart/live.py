# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a perron page follows the journal: which pieces a line changes there, and how they read for one role."""

from collections.abc import Sequence
from functools import partial

from django.template.loader import render_to_string
from django.urls import reverse

from actoren.models import Vertegenwoordiging
from routekaart.models import Bijdrage, Perron
from routekaart.onderdeel.structuur import gedeelde_structuur
from routekaart.perron.nogopen import open_punten
from routekaart.perron.pagina import SJABLOON, gedeeld, kaartje
from routekaart.reis.stand import perrongeschiedenis
from wijken.models import Journaalregel, Rol, Wijk
from wijken.onderdelen.soort import OnderdeelSoort, soort_van, soorten_bij
from wijken.toegang import RECHTEN, rol_in
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.live.pages import LivePage, Piece, Place, ReadPicture
from wijkwijzer.registry import offer_effect
from wijkwijzer.web.prefetch import once

raakt_alle_perrons = offer_effect("alle_perrons", "Every perron page looks for itself.")
raakt_perron = offer_effect("perron", "The page of the perron that the line names looks for itself.")
raakt_bijdrage = offer_effect("bijdrage", "The contribution is drawn again at its perron, or added.")
haalt_bijdrage_weg = offer_effect("bijdrage_weg", "The contribution disappears at its perron.")
raakt_onderdeel = offer_effect("onderdeel", "The kind of the row is drawn again at its perron.")
GEHEEL = {
    "perron-staat": "staat",
    "nummers": "nummers",
    "nog-open": "open",
    "bijdragen-leeg": "leeg",
    "antwoord-tekst": "antwoordtekst",
    "antwoord-geschiedenis": "antwoordgeschiedenis",
}
BIJ_VASTSTELLEN = {"antwoord-open": "antwoordopen"}


def _perron(plek: Place) -> Perron:
    perrons = Perron.objects.select_related("routekaart__wijk__gemeente")
    return perrons.filter(routekaart__wijk=plek.wijk, nummer=plek.arg("perron")).order_by("-routekaart__nummer")[0]


def regel(plek: Place, publiek: Rol, regel: Journaalregel) -> Sequence[Piece] | None:
    """Return the pieces of a perron page that one line changes."""
    nummer = plek.arg("perron")
    if raakt_alle_perrons(regel):
        return None
    if raakt_onderdeel(regel):
        return _onderdeel(plek, publiek, regel)
    if regel.nieuw.get("perron") != nummer:
        return ()
    if raakt_perron(regel):
        return None  # who may agree gets another form; a contribution comes back in a place that the page knows
    if haalt_bijdrage_weg(regel):
        return [Piece(f"bijdrage-{regel.onderwerp}", "", regel.versie)]
    return _bijdrage(plek, publiek, regel) if raakt_bijdrage(regel) else ()


def _bijdrage(plek: Place, publiek: Rol, regel: Journaalregel) -> Sequence[Piece]:
    rij = Bijdrage.objects.select_related("actor", "perron__routekaart__wijk").get(sleutel=str(regel.onderwerp))
    args = [rij.wijk.slug, plek.arg("perron"), rij.sleutel]
    url = reverse("bijdrage", args=args) if "namens_allen" in RECHTEN[publiek] else ""
    html = render_to_string(f"{SJABLOON}#kaartje", {"b": kaartje(rij, url)})
    return [Piece(f"bijdrage-{rij.sleutel}", html, rij.versie, in_="bijdragen-rij")]


def _onderdeel(plek: Place, publiek: Rol, regel: Journaalregel) -> Sequence[Piece] | None:
    soort = soort_van(regel.onderwerp_soort)
    if soort is None:
        return ()  # a proposal for a text of a contribution or an answer
    hier = soort.gedeeld and soort in soorten_bij(plek.arg("perron"))
    return _structuur(plek, publiek, regel, soort) if hier else None


def _structuur(plek: Place, publiek: Rol, regel: Journaalregel, soort: OnderdeelSoort) -> Sequence[Piece]:
    deel = gedeelde_structuur(_perron(plek), soort, schrijft="bijdragen" in RECHTEN[publiek])
    html = render_to_string("routekaart/onderdeel/structuren.html", {"structuren": [deel]})
    return [Piece(soort.woord, html, regel.versie)]


def geheel(plek: Place, publiek: Rol) -> Sequence[Piece]:
    """Return the pieces of a perron page that follow from many lines: state, line of perrons, what is open, answer."""
    perron = _perron(plek)
    versie = perron.wijk.versie
    context = gedeeld(perron, perrongeschiedenis(perron))
    delen = GEHEEL
    if "vaststellen" in RECHTEN[publiek]:
        context["open_punten"] = open_punten(perron, door=None)
        delen = GEHEEL | BIJ_VASTSTELLEN
    return [
        Piece(naam, render_to_string(f"{SJABLOON}#{deel}", context).strip(), versie) for naam, deel in delen.items()
    ]


def _namens_per_lid(wijk: Wijk) -> dict[int, dict[str, str]]:
    rijen = Vertegenwoordiging.objects.filter(lidmaatschap__wijk=wijk)
    per_lid: dict[int, dict[str, str]] = {}
    for lid, sleutel, naam in rijen.values_list(
        "lidmaatschap__gebruiker", "deelname__actor__sleutel", "deelname__actor__naam"
    ):
        per_lid.setdefault(lid, {})[str(sleutel)] = naam
    return per_lid


def namens(gebruiker: Gebruiker, wijk: Wijk) -> dict[str, str]:
    """Return the parties (sleutel -> name) that this member represents; for who represents none, the role."""
    gevonden = once(("namens", wijk.pk), partial(_namens_per_lid, wijk)).get(gebruiker.pk)
    rol = rol_in(gebruiker, wijk) or Rol.LEZER
    return gevonden or {rol.value: str(rol.label)}


def _niets(plek: Place, publiek: Rol, regel: Journaalregel) -> Sequence[Piece]:
    return ()


PAGINAS = (
    LivePage("perron", regel, partial(ReadPicture, geheel), namens),
    # An older journey is there to read; nothing in it changes any more.
    LivePage("eerder_perron", _niets),
    LivePage("eerdere_routekaart", _niets),
)
