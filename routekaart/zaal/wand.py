# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the wall, for all to see: shared content only, the same for scherm and phones."""

from collections.abc import Sequence
from dataclasses import dataclass

from routekaart.zaal.models import Herkomst, Kaart
from routekaart.zaal.stand import Zaalstand

OP_DE_WAND = 12  # as many cards as can be read from across the room


@dataclass(frozen=True)
class Wandkaart:
    """A card as the room sees it."""

    sleutel: str
    tekst: str
    taal: str
    aantal: int
    papier: bool


@dataclass(frozen=True)
class Wand:
    """The cards of a question. While they lie face down, only their number is known."""

    dicht: bool
    aantal: int
    kaarten: Sequence[Wandkaart]

    @property
    def zichtbaar(self) -> Sequence[Wandkaart]:
        """The newest cards, as many as fit."""
        return self.kaarten[:OP_DE_WAND]

    @property
    def meer(self) -> int:
        """How many cards are not shown."""
        return len(self.kaarten) - len(self.zichtbaar)


def kaartbeeld(kaart: Kaart) -> Wandkaart:
    """Return a card as the room sees it."""
    return Wandkaart(
        str(kaart.sleutel), kaart.tekst, kaart.taal, kaart.aantal, papier=kaart.herkomst == Herkomst.PAPIER
    )


def wand(stand: Zaalstand) -> Wand:
    """Return the wall of the question that the room is at, newest first, in one query."""
    rijen = list(Kaart.objects.filter(ronde=stand.ronde, verberging=None).order_by("-versie", "-pk"))
    kaarten = [kaartbeeld(k) for k in rijen] if stand.is_onthuld else []
    return Wand(dicht=not stand.is_onthuld, aantal=sum(k.aantal for k in rijen), kaarten=kaarten)
