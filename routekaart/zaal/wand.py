# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the wall, for all to see: shared content only, the same for scherm and phones."""

from collections.abc import Sequence
from dataclasses import dataclass

from routekaart.zaal.models import Herkomst, Kaart, Kaartgroep
from routekaart.zaal.stand import Zaalstand

# What can be read from across the room: cards beside each other, and cards in a group by the number of groups.
OP_DE_WAND = 12
PER_GROEP = ((4, 4), (8, 2))
KOLOMMEN = 4


@dataclass(frozen=True)
class Wandkaart:
    """A card as the room sees it."""

    sleutel: str
    tekst: str
    taal: str
    aantal: int
    papier: bool


@dataclass(frozen=True)
class Wandgroep:
    """A group: its best ideas first. `aantal` counts how often its cards were handed in."""

    naam: str
    kaarten: Sequence[Wandkaart]
    ruimte: int

    @property
    def aantal(self) -> int:
        """How often its cards were handed in."""
        return sum(k.aantal for k in self.kaarten)

    @property
    def zichtbaar(self) -> Sequence[Wandkaart]:
        """The cards that fit: what was said most, then what is new."""
        return self.kaarten[: self.ruimte]

    @property
    def meer(self) -> int:
        """How many cards are not shown."""
        return len(self.kaarten) - len(self.zichtbaar)


@dataclass(frozen=True)
class Wand:
    """The cards of a question. While they lie face down, only their number is known.

    Without groups the newest cards stand in `los`; with groups `los` is the last column.
    """

    dicht: bool
    aantal: int
    groepen: Sequence[Wandgroep]
    los: Wandgroep

    @property
    def kolommen(self) -> int:
        """How many groups stand beside each other; the style sheet knows 1 to 4."""
        return min(KOLOMMEN, len(self.groepen) + bool(self.los.kaarten))


def kaartbeeld(kaart: Kaart) -> Wandkaart:
    """Return a card as the room sees it."""
    return Wandkaart(
        str(kaart.sleutel), kaart.tekst, kaart.taal, kaart.aantal, papier=kaart.herkomst == Herkomst.PAPIER
    )


def _ruimte(groepen: int) -> int:
    return next((kaarten for tot, kaarten in PER_GROEP if groepen <= tot), 1)


def wand(stand: Zaalstand) -> Wand:
    """Return the wall of the question that the room is at, in two queries."""
    # Rows, not objects: a full wall is read several times a second while people write.
    rijen = (
        Kaart.objects.filter(ronde=stand.ronde, verberging=None)
        .order_by("-versie", "-pk")
        .values_list("aantal", "plaatsing__groep", "sleutel", "tekst", "taal", "herkomst")
    )
    los: list[Wandkaart] = []
    per_groep: dict[int, list[Wandkaart]] = {}
    totaal = 0
    for aantal, groep, sleutel, tekst, taal, herkomst in rijen:
        totaal += aantal
        if stand.is_onthuld:
            stapel = los if groep is None else per_groep.setdefault(groep, [])
            stapel.append(Wandkaart(str(sleutel), tekst, taal, aantal, papier=herkomst == Herkomst.PAPIER))
    groepen = list(Kaartgroep.objects.filter(pk__in=per_groep)) if per_groep else []
    ruimte = _ruimte(len(groepen) + bool(los))
    return Wand(
        dicht=not stand.is_onthuld,
        aantal=totaal,
        groepen=[Wandgroep(g.naam, sorted(per_groep[g.pk], key=lambda k: -k.aantal), ruimte) for g in groepen],
        los=Wandgroep("Nog zonder groep", los, ruimte if groepen else OP_DE_WAND),
    )
