# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the wall and the phones follow the room.

Cards and counts come to the wall as pieces, rendered once (beeld.py). A new step makes wall and phones look for
themselves: what a phone shows then depends on what it sent. A phone is told shared content of its own meeting only.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import override

from routekaart.zaal.gasten.codes import lees_code
from routekaart.zaal.gasten.koekje import gastsleutel
from routekaart.zaal.gasten.toegang import OnbekendeCode, TeVaak, gastplek_of_404, levende_sessie
from routekaart.zaal.models import Gast, Sessie, Taal
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.beeld import Schermbeeld
from routekaart.zaal.schermen.telefoon import wand_voor_telefoon
from wijken.models import Journaalregel
from wijkwijzer.live.pages import Access, LivePage, Piece, Place, ReadPicture
from wijkwijzer.registry import offer_effect
from wijkwijzer.web.prefetch import provide

raakt_wand = offer_effect("wand", "The wall looks for itself.")
raakt_telefoon = offer_effect("telefoon", "The phones look for themselves.")
RUST_WAND = 0.05  # seconds between two readings of the wall


class Gastpubliek(NamedTuple):
    """Guests who read one language."""

    taal: Taal


def gast_toegang(request: HttpRequest, code: str) -> Access:
    """Fetch what a guest may follow: the own meeting, while it is open. Raises Http404 for anything else.

    Before the meeting began that is NogNietBegonnen.
    """
    try:
        plek = gastplek_of_404(request, code)
    except (OnbekendeCode, TeVaak) as nee:
        raise Http404 from nee
    if plek.gast is None or hasattr(plek.sessie, "sluiting"):
        raise Http404
    plaats = Place(plek.sessie.wijk_id, "telefoon", (("sessie", plek.sessie.pk),))
    return Access(plaats, Gastpubliek(plek.taal), f"gast {plek.gast.sleutel}")


def gast_vooraf(verzoeken: Sequence[tuple[HttpRequest, Mapping[str, Any]]]) -> None:
    """Read the guests of all phones that ask at once."""
    sleutels: set[str] = set()
    for request, kwargs in verzoeken:
        sessie = levende_sessie(lees_code(kwargs["code"]))
        sleutels.add((sessie and gastsleutel(request, sessie)) or "")
    bekend = {str(g.sleutel): g for g in Gast.objects.filter(sleutel__in=sleutels - {""}).select_related("actor")}
    for sleutel in sleutels:
        provide(("gast", sleutel), bekend.get(sleutel))


def scherm_regel(plek: Place, publiek: Any, regel: Journaalregel) -> Sequence[Piece] | None:
    """A new step lets the wall look for itself; cards and counts come with its picture."""
    return None if raakt_wand(regel) else ()


def telefoon_regel(plek: Place, publiek: Gastpubliek, regel: Journaalregel) -> Sequence[Piece] | None:
    """A new step lets the phones look for themselves, and so does what a phone says about its own cards."""
    return None if raakt_telefoon(regel) else ()


def telefoon_geheel(plek: Place, publiek: Gastpubliek) -> Sequence[Piece]:
    """Return the cards on the wall, for phones that show them."""
    sessie = Sessie.objects.select_related("wijk").get(pk=plek.arg("sessie"))
    versie, stand = sessie.wijk.versie, zaalstand(sessie)
    with override(publiek.taal):
        context = {"wand": wand_voor_telefoon(stand)}
        return [Piece("telefoon-wand", render_to_string("zaal/schermen/telefoon.html#wand", context).strip(), versie)]


PAGINAS = (
    # There is one wall, and all look at it: it may take more of the worker than a page of which there are many.
    LivePage("zaal_scherm", scherm_regel, Schermbeeld, rest=RUST_WAND, share=0.2),
    LivePage("telefoon", telefoon_regel, partial(ReadPicture, telefoon_geheel)),
)
