# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which steps a question goes through, by its method; as data."""

from routekaart.zaal.models import Methode, Stap

STAPPEN: dict[Methode, tuple[Stap, ...]] = {
    Methode.OPEN: (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL, Stap.GROEPEER, Stap.STEM, Stap.BESLUIT),
    Methode.KENNISMAKING: (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL),
    Methode.STELLING: (Stap.WACHT, Stap.STEM, Stap.ONTHUL),
    Methode.POLS: (Stap.WACHT, Stap.STEM, Stap.ONTHUL),
    Methode.ASSOCIATIE: (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL, Stap.GROEPEER, Stap.STEM, Stap.BESLUIT),
    Methode.EEN_TWEE_VIER: (
        Stap.WACHT,
        Stap.ALLEEN,
        Stap.TWEE,
        Stap.SCHRIJF,
        Stap.ONTHUL,
        Stap.GROEPEER,
        Stap.STEM,
        Stap.BESLUIT,
    ),
    Methode.SCHATTEN: (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL, Stap.BESLUIT),
    Methode.ACTOREN: (Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL, Stap.BESLUIT),
}


MET_TIJD = {Stap.SCHRIJF, Stap.STEM}


ZONDER_KAARTEN = {Methode.STELLING, Methode.POLS}


# In 1-2-4-all every step has its own time; that of the four is the one that was chosen.
EIGEN_TIJD = {Methode.EEN_TWEE_VIER: {Stap.ALLEEN: 1, Stap.TWEE: 2, Stap.ONTHUL: 5}}


# Where a method says it in other words.
LABELS = {Methode.EEN_TWEE_VIER: {Stap.SCHRIJF: "met z'n vieren", Stap.ONTHUL: "samen"}}


# What people do in a step, as a key of the phone's words; the wall says the same in Dutch.
UITLEG = {
    Methode.ASSOCIATIE: {Stap.SCHRIJF: "uitleg_associatie", Stap.GROEPEER: "uitleg_slogan"},
    Methode.EEN_TWEE_VIER: {
        Stap.ALLEEN: "uitleg_alleen",
        Stap.TWEE: "uitleg_twee",
        Stap.SCHRIJF: "uitleg_vier",
        Stap.ONTHUL: "uitleg_samen",
    },
    Methode.SCHATTEN: {Stap.SCHRIJF: "uitleg_schatten"},
    Methode.ACTOREN: {Stap.SCHRIJF: "uitleg_actoren"},
}


def stappen(methode: str) -> tuple[Stap, ...]:
    """Return the steps of a method."""
    return STAPPEN[Methode(methode)]


def minuten_voor(methode: str, stap: str, gekozen: int) -> int | None:
    """Return how long a step takes; None when no time runs in it. `gekozen` is the time of the question."""
    eigen = EIGEN_TIJD.get(Methode(methode), {}).get(Stap(stap))
    return eigen or (gekozen if Stap(stap) in MET_TIJD else None)


def label(methode: str, stap: str) -> str:
    """Return what a step is called in this method."""
    return LABELS.get(Methode(methode), {}).get(Stap(stap)) or Stap(stap).label


def uitleg(methode: str, stap: str) -> str:
    """Return the key of the words that say what to do in this step; empty when there is nothing to add."""
    return UITLEG.get(Methode(methode), {}).get(Stap(stap), "")


def buur(methode: str, stap: str, richting: int) -> Stap | None:
    """Return the step after (1) or before (-1) this one; None past the ends."""
    rij = stappen(methode)
    plaats = rij.index(Stap(stap)) + richting
    return rij[plaats] if 0 <= plaats < len(rij) else None


def is_voorbij(methode: str, stap: str, mijlpaal: Stap) -> bool:
    """Tell whether the room has reached a step of this method, or is past it."""
    rij = stappen(methode)
    return mijlpaal in rij and rij.index(Stap(stap)) >= rij.index(mijlpaal)
