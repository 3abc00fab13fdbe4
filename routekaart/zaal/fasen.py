# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which steps a question goes through, by its method; as data."""

from routekaart.zaal.models import Fase, Methode

STAPPEN: dict[Methode, tuple[Fase, ...]] = {
    Methode.OPEN: (Fase.WACHT, Fase.SCHRIJF, Fase.ONTHUL, Fase.GROEPEER, Fase.STEM, Fase.BESLUIT),
    Methode.KENNISMAKING: (Fase.WACHT, Fase.SCHRIJF, Fase.ONTHUL),
    Methode.STELLING: (Fase.WACHT, Fase.STEM, Fase.ONTHUL),
    Methode.POLS: (Fase.WACHT, Fase.STEM, Fase.ONTHUL),
}
MET_TIJD = {Fase.SCHRIJF, Fase.STEM}
ZONDER_KAARTEN = {Methode.STELLING, Methode.POLS}


def stappen(methode: str) -> tuple[Fase, ...]:
    """Return the steps of a method."""
    return STAPPEN[Methode(methode)]


def buur(methode: str, fase: str, richting: int) -> Fase | None:
    """Return the step after (1) or before (-1) this one; None past the ends."""
    rij = stappen(methode)
    plaats = rij.index(Fase(fase)) + richting
    return rij[plaats] if 0 <= plaats < len(rij) else None


def is_voorbij(methode: str, fase: str, mijlpaal: Fase) -> bool:
    """Tell whether the room has reached a step of this method, or is past it."""
    rij = stappen(methode)
    return mijlpaal in rij and rij.index(Fase(fase)) >= rij.index(mijlpaal)
