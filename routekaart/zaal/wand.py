# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the wall, for all to see: shared content only, the same for scherm and phones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from routekaart.zaal.models import Herkomst, Kaart, Kaartgroep, Methode, Uitvergroting
from routekaart.zaal.stand import Zaalstand
from routekaart.zaal.zicht import op_de_wand

# What can be read from across the room: cards beside each other, and cards in a group by the number of groups.
OP_DE_WAND = 12
PER_GROEP = ((4, 4), (8, 2))
KOLOMMEN, TEGELS, NIEUW = 4, 8, 3


@dataclass(frozen=True)
class Wandkaart:
    """A card as the room sees it."""

    sleutel: str
    tekst: str
    taal: str
    aantal: int
    papier: bool
    vertaling: str = ""
    nieuw: bool = False


@dataclass(frozen=True)
class Wandgroep:
    """A group: its best ideas first. `aantal` counts how often its cards were handed in.

    In a round for a slogan the group is the slogan: a card that says just that is counted, and not shown again.
    """

    naam: str
    kaarten: Sequence[Wandkaart]
    ruimte: int
    is_slogan: bool = False

    @property
    def aantal(self) -> int:
        """How often its cards were handed in."""
        return sum(k.aantal for k in self.kaarten)

    @property
    def zichtbaar(self) -> Sequence[Wandkaart]:
        """The cards that fit: what was said most, then what is new."""
        return self.toonbaar[: self.ruimte]

    @property
    def toonbaar(self) -> Sequence[Wandkaart]:
        """The cards that say more than the name of their group."""
        return [k for k in self.kaarten if not (self.is_slogan and k.tekst.casefold() == self.naam.casefold())]

    @property
    def meer(self) -> int:
        """How many cards are not shown."""
        return len(self.toonbaar) - len(self.zichtbaar)


@dataclass(frozen=True)
class Wand:
    """The cards of a question. While they lie face down, only their number is known.

    Groups stand biggest first. Without groups the newest cards stand in `los`; with groups `los` is the last column.
    `groot` is the one group that the facilitator shows large.
    """

    dicht: bool
    aantal: int
    groepen: Sequence[Wandgroep]
    los: Wandgroep
    groot: Wandgroep | None = None

    @property
    def kolommen(self) -> int:
        """How many groups stand beside each other; the style sheet knows 1 to 4."""
        return min(KOLOMMEN, len(self.groepen) + bool(self.los.kaarten))

    @property
    def zichtbaar(self) -> Sequence[Wandgroep]:
        """The groups that fit on the wall."""
        return self.groepen[: TEGELS - bool(self.los.kaarten)]

    @property
    def meer(self) -> int:
        """How many groups are not shown."""
        return len(self.groepen) - len(self.zichtbaar)


def kaartbeeld(kaart: Kaart, *, nieuw: bool = False) -> Wandkaart:
    """Return a card as the room sees it, with the Dutch that was set beside it."""
    return Wandkaart(
        str(kaart.sleutel),
        kaart.tekst,
        kaart.taal,
        kaart.aantal,
        papier=kaart.herkomst == Herkomst.PAPIER,
        vertaling=kaart.vertaling.tekst if hasattr(kaart, "vertaling") else "",
        nieuw=nieuw,
    )


def _ruimte(groepen: int) -> int:
    return next((kaarten for tot, kaarten in PER_GROEP if groepen <= tot), 1)


def wand(stand: Zaalstand) -> Wand:
    """Return the wall of the question that the room is at, in three queries.

    New are the last few cards, as far as they came after the room took its step.
    """
    # Rows, not objects: a full wall is read several times a second while people write.
    velden = ("versie", "plaatsing__groep", "sleutel", "tekst", "taal", "aantal", "herkomst", "vertaling__tekst")
    los: list[Wandkaart] = []
    per_groep: dict[int, list[Wandkaart]] = {}
    totaal = 0
    for rij in op_de_wand(ronde=stand.ronde).order_by("-versie", "-pk").values_list(*velden):
        versie, groep, sleutel, tekst, taal, aantal, herkomst, vertaling = rij
        totaal += aantal
        if stand.is_onthuld:
            nieuw = groep is None and len(los) < NIEUW and versie > stand.versie
            papier = herkomst == Herkomst.PAPIER
            kaart = Wandkaart(str(sleutel), tekst, taal, aantal, papier, vertaling or "", nieuw)
            (los if groep is None else per_groep.setdefault(groep, [])).append(kaart)
    ruimte = _ruimte(len(per_groep) + bool(los))
    groepen = {
        g.pk: Wandgroep(
            g.naam,
            sorted(per_groep[g.pk], key=lambda k: -k.aantal),
            ruimte,
            is_slogan=stand.ronde.methode == Methode.ASSOCIATIE,
        )
        for g in Kaartgroep.objects.filter(pk__in=per_groep)
    }
    gekozen = Uitvergroting.objects.filter(ronde=stand.ronde).values_list("groep_id", flat=True).first()
    groot = groepen.get(gekozen or 0)
    return Wand(
        dicht=not stand.is_onthuld,
        aantal=totaal,
        groepen=sorted(groepen.values(), key=lambda g: -g.aantal),
        los=Wandgroep("Nog zonder groep", los, ruimte if groepen else OP_DE_WAND),
        groot=replace(groot, ruimte=OP_DE_WAND) if groot else None,
    )
