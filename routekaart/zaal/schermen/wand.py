# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the wall, for all to see: shared content only, the same for scherm and phones."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext

from routekaart.zaal.kaarten.lezen import op_de_wand
from routekaart.zaal.models import Herkomst, Kaart, Kaartgroep, Uitvergroting
from routekaart.zaal.programma.stand import Zaalstand

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
    """A group: its best ideas first. `aantal` says how often its cards were handed in.

    Where the name is what people handed in (a slogan), a card that says just that is counted, and not shown again.
    `ongelezen` counts the cards that are there and were not read, because they would not fit.
    """

    naam: str
    kaarten: Sequence[Wandkaart]
    ruimte: int
    aantal: int = 0
    naam_is_kaart: bool = False
    ongelezen: int = 0

    @property
    def zichtbaar(self) -> Sequence[Wandkaart]:
        """The cards that fit: what was said most, then what is new."""
        return self.toonbaar[: self.ruimte]

    @property
    def toonbaar(self) -> Sequence[Wandkaart]:
        """The cards that say more than the name of their group."""
        return [k for k in self.kaarten if not (self.naam_is_kaart and k.tekst.casefold() == self.naam.casefold())]

    @property
    def meer(self) -> int:
        """How many cards are not shown."""
        return len(self.toonbaar) - len(self.zichtbaar) + self.ongelezen


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


def wand(stand: Zaalstand, *, hoogstens: int | None = None, tot: int | None = None) -> Wand:
    """Return the wall of the question that the room is at, in one query while its cards lie face down, else up to four.

    `hoogstens`: read no more cards than that while they lie in no group, for a wall that shows no more of them.
    `tot`: without the cards that came after this version.
    """
    kaarten = op_de_wand(ronde=stand.ronde)
    if tot is not None:
        kaarten = kaarten.filter(versie__lte=tot)
    tel = kaarten.order_by().values_list("plaatsing__groep").annotate(Count("pk"), Sum("aantal"))
    tellen = {groep: (kaarten_, aantal) for groep, kaarten_, aantal in tel}
    totaal = sum(aantal for _, aantal in tellen.values())
    if not stand.is_onthuld:
        return Wand(dicht=True, aantal=totaal, groepen=[], los=_los([], {}, OP_DE_WAND))
    in_groepen = tellen.keys() - {None}
    per_groep = _lees(stand, kaarten.order_by("-versie", "-pk"), None if in_groepen else hoogstens)
    ruimte = _ruimte(len(tellen)) if in_groepen else OP_DE_WAND
    groepen = {
        g.pk: Wandgroep(
            g.naam,
            sorted(per_groep[g.pk], key=lambda k: -k.aantal),
            ruimte,
            tellen[g.pk][1],
            naam_is_kaart=stand.methode.groep_is_kaart,
        )
        for g in (Kaartgroep.objects.filter(pk__in=in_groepen) if in_groepen else ())
    }
    groot = groepen.get(_uitvergroot(stand)) if groepen else None
    return Wand(
        dicht=False,
        aantal=totaal,
        groepen=sorted(groepen.values(), key=lambda g: -g.aantal),
        los=_los(per_groep[None], tellen, ruimte),
        groot=replace(groot, ruimte=OP_DE_WAND) if groot else None,
    )


def wand_erbij(wand: Wand, stand: Zaalstand, *, na: int, tot: int) -> Wand | None:
    """Return this wall with the cards that came in with na < version <= tot, in one query.

    None where a card changes more than its own place: among groups, or when the facilitator reads cards first.
    """
    if wand.groepen or stand.ronde.keuring:
        return None
    kaarten = op_de_wand(ronde=stand.ronde).filter(versie__gt=na, versie__lte=tot).order_by("-versie", "-pk")
    nieuw = _lees(stand, kaarten, None)[None]
    erbij = sum(kaart.aantal for kaart in nieuw)
    if wand.dicht or not erbij:
        return replace(wand, aantal=wand.aantal + erbij)
    alle = [*nieuw, *wand.los.kaarten]
    vooraan = [replace(kaart, nieuw=kaart.nieuw and nr < NIEUW) for nr, kaart in enumerate(alle)]
    return replace(
        wand,
        aantal=wand.aantal + erbij,
        los=replace(wand.los, kaarten=vooraan, aantal=wand.los.aantal + erbij),
    )


def _lees(stand: Zaalstand, kaarten: QuerySet[Kaart], hoogstens: int | None) -> Mapping[int | None, list[Wandkaart]]:
    """Return the cards of each group. New are the last few, as far as they came after the room took its step."""
    # Rows, not objects: a full wall is read often.
    velden = ("versie", "plaatsing__groep", "sleutel", "tekst", "taal", "aantal", "herkomst", "vertaling__tekst")
    per_groep: dict[int | None, list[Wandkaart]] = defaultdict(list)
    for versie, groep, sleutel, tekst, taal, aantal, herkomst, vertaling in kaarten.values_list(*velden)[:hoogstens]:
        nieuw = groep is None and len(per_groep[None]) < NIEUW and versie > stand.versie
        papier = herkomst == Herkomst.PAPIER
        kaart = Wandkaart(str(sleutel), tekst, taal, aantal, papier, vertaling or "", nieuw)
        per_groep[groep].append(kaart)
    return per_groep


def _los(kaarten: list[Wandkaart], tellen: Mapping[int | None, tuple[int, int]], ruimte: int) -> Wandgroep:
    er, aantal = tellen.get(None, (0, 0))
    return Wandgroep(gettext("Nog zonder groep"), kaarten, ruimte, aantal, ongelezen=max(er - len(kaarten), 0))


def _uitvergroot(stand: Zaalstand) -> int:
    return Uitvergroting.objects.filter(ronde=stand.ronde).values_list("groep_id", flat=True).first() or 0
