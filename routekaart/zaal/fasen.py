# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which steps a question goes through, by its method; as data."""

from routekaart.zaal.models import Fase, Methode

STAPPEN: dict[Methode, tuple[Fase, ...]] = {
    Methode.OPEN: (Fase.WACHT, Fase.SCHRIJF, Fase.ONTHUL, Fase.GROEPEER, Fase.STEM, Fase.BESLUIT),
    Methode.KENNISMAKING: (Fase.WACHT, Fase.SCHRIJF, Fase.ONTHUL),
    Methode.STELLING: (Fase.WACHT, Fase.STEM, Fase.ONTHUL),
    Methode.POLS: (Fase.WACHT, Fase.STEM, Fase.ONTHUL),
    Methode.ASSOCIATIE: (Fase.WACHT, Fase.SCHRIJF, Fase.ONTHUL, Fase.GROEPEER, Fase.STEM, Fase.BESLUIT),
    Methode.EEN_TWEE_VIER: (
        Fase.WACHT,
        Fase.ALLEEN,
        Fase.TWEE,
        Fase.SCHRIJF,
        Fase.ONTHUL,
        Fase.GROEPEER,
        Fase.STEM,
        Fase.BESLUIT,
    ),
    Methode.SCHATTEN: (Fase.WACHT, Fase.SCHRIJF, Fase.ONTHUL, Fase.BESLUIT),
    Methode.ACTOREN: (Fase.WACHT, Fase.SCHRIJF, Fase.ONTHUL, Fase.BESLUIT),
}
MET_TIJD = {Fase.SCHRIJF, Fase.STEM}
ZONDER_KAARTEN = {Methode.STELLING, Methode.POLS}
# In 1-2-4-all every step has its own time; that of the four is the one that was chosen.
EIGEN_TIJD = {Methode.EEN_TWEE_VIER: {Fase.ALLEEN: 1, Fase.TWEE: 2, Fase.ONTHUL: 5}}
# Where a method says it in other words.
LABELS = {Methode.EEN_TWEE_VIER: {Fase.SCHRIJF: "met z'n vieren", Fase.ONTHUL: "samen"}}
# What people do in a step, as a key of the phone's words; the wall says the same in Dutch.
UITLEG = {
    Methode.ASSOCIATIE: {Fase.SCHRIJF: "uitleg_associatie", Fase.GROEPEER: "uitleg_slogan"},
    Methode.EEN_TWEE_VIER: {
        Fase.ALLEEN: "uitleg_alleen",
        Fase.TWEE: "uitleg_twee",
        Fase.SCHRIJF: "uitleg_vier",
        Fase.ONTHUL: "uitleg_samen",
    },
    Methode.SCHATTEN: {Fase.SCHRIJF: "uitleg_schatten"},
    Methode.ACTOREN: {Fase.SCHRIJF: "uitleg_actoren"},
}


def stappen(methode: str) -> tuple[Fase, ...]:
    """Return the steps of a method."""
    return STAPPEN[Methode(methode)]


def minuten_voor(methode: str, fase: str, gekozen: int) -> int | None:
    """Return how long a step takes; None when no time runs in it. `gekozen` is the time of the question."""
    stap = Fase(fase)
    return EIGEN_TIJD.get(Methode(methode), {}).get(stap) or (gekozen if stap in MET_TIJD else None)


def label(methode: str, fase: str) -> str:
    """Return what a step is called in this method."""
    return LABELS.get(Methode(methode), {}).get(Fase(fase)) or Fase(fase).label


def uitleg(methode: str, fase: str) -> str:
    """Return the key of the words that say what to do in this step; empty when there is nothing to add."""
    return UITLEG.get(Methode(methode), {}).get(Fase(fase), "")


def buur(methode: str, fase: str, richting: int) -> Fase | None:
    """Return the step after (1) or before (-1) this one; None past the ends."""
    rij = stappen(methode)
    plaats = rij.index(Fase(fase)) + richting
    return rij[plaats] if 0 <= plaats < len(rij) else None


def is_voorbij(methode: str, fase: str, mijlpaal: Fase) -> bool:
    """Tell whether the room has reached a step of this method, or is past it."""
    rij = stappen(methode)
    return mijlpaal in rij and rij.index(Fase(fase)) >= rij.index(mijlpaal)
