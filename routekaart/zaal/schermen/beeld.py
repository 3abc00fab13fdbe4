# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The picture that the wall shows, kept while people write."""

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string

from routekaart.zaal.models import Sessie, Stap
from routekaart.zaal.schermen.scherm import wandcontext
from routekaart.zaal.schermen.wand import wand_erbij
from wijken.models import Journaalregel
from wijkwijzer.live.pages import Piece, Place
from wijkwijzer.registry import offer_effect

SJABLOON = "zaal/schermen/scherm.html"
is_kaart_erbij = offer_effect("kaart_erbij", "Cards come to the wall, and nothing else changes on it.")


class Schermbeeld:
    """The cards on the wall, or the count of votes, and who is in.

    While people write, a card that comes in is added to what was read last: that takes one query instead of eight, and
    the wall need not wait for its turn.
    """

    def __init__(self, plek: Place, publiek: Any) -> None:
        self._sleutel = plek.arg("sleutel")
        self._context: dict[str, Any] | None = None
        self._versie = 0  # the version up to which `_context` holds the cards

    def read(self) -> Sequence[Piece]:
        """Read all of it."""
        sessie = Sessie.objects.select_related("wijk").get(sleutel=self._sleutel)
        # A card that comes in meanwhile is left to its own line. Anything else may be seen already; its line will have
        # all of it read again.
        self._versie = sessie.wijk.versie
        self._context = wandcontext(sessie, tot=self._versie)
        return _schermstukken(self._context, self._versie)

    def add(self, lines: Sequence[Journaalregel]) -> Sequence[Piece] | None:
        """Add the cards of these lines; None for lines that do more than that."""
        context, self._context = self._context, None
        if context is None or context["stand"].stemt or context["uitslag"] or not all(map(is_kaart_erbij, lines)):
            return None
        tot = lines[-1].versie
        wand = wand_erbij(context["wand"], context["stand"], na=self._versie, tot=tot)
        if wand is None:
            return None
        self._context, self._versie = {**context, "wand": wand}, max(self._versie, tot)
        return _schermstukken(self._context, self._versie)


def _schermstukken(context: dict[str, Any], versie: int) -> Sequence[Piece]:
    delen = ["tellen"] if context["stand"].stap is Stap.WACHT else ["tellen", "wand"]
    return [
        Piece(f"scherm-{deel}", render_to_string(f"zaal/schermen/scherm.html#{deel}", context).strip(), versie)
        for deel in delen
    ]
