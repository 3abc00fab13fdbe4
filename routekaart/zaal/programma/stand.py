# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the room is: which question, which step, until when."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Ronde, Sessie, Sessiesluiting, Stap, Zaalstap
from wijkwijzer.rows import one_or_none

if TYPE_CHECKING:
    from routekaart.zaal.methoden.basis import Basismethode


@dataclass(frozen=True)
class Zaalstand:
    """The place of a meeting in its programme. `versie` names the step that the reader saw."""

    sessie: Sessie
    rondes: list[Ronde]
    ronde: Ronde
    zet: Zaalstap
    sluiting: Sessiesluiting | None

    @property
    def stap(self) -> Stap:
        """The step that the room is at."""
        return Stap(self.zet.stap)

    @property
    def versie(self) -> int:
        """The version of the wijk at this step."""
        return self.zet.versie

    @property
    def eindigt(self) -> datetime | None:
        """The end of the timer, if one runs."""
        return self.zet.eindigt

    @property
    def loopt(self) -> bool:
        """Whether a timer runs, or has just run out."""
        return self.eindigt is not None and self.sluiting is None

    @property
    def eindigt_ms(self) -> int:
        """The end of the timer, as a browser counts."""
        return int(self.eindigt.timestamp() * 1000) if self.eindigt else 0

    @property
    def nu_ms(self) -> int:
        """The server's clock, as a browser counts: the one clock of the room."""
        return int(timezone.now().timestamp() * 1000)

    @property
    def nummer(self) -> int:
        """The place of the question in the programme, from 1."""
        return self.rondes.index(self.ronde) + 1

    @property
    def schrijft(self) -> bool:
        """Whether phones may write now."""
        return self.stap is Stap.SCHRIJF

    @property
    def is_gesprek(self) -> bool:
        """Whether people think and talk before they write, in 1-2-4-all."""
        return self.stap in {Stap.ALLEEN, Stap.TWEE}

    @property
    def methode(self) -> "Basismethode":
        """How the question is worked on."""
        return methode_van(self.ronde)

    @property
    def gevraagd(self) -> str | None:
        """What phones are asked to hand in now, as the field `wat` of its form says it; None for nothing."""
        return self.methode.gevraagd_bij.get(self.stap)

    @property
    def neemt_kaarten(self) -> bool:
        """Whether a card that comes now still belongs to this question: a late one is not lost."""
        return self.methode.is_voorbij(self.stap, Stap.SCHRIJF)

    @property
    def stemt(self) -> bool:
        """Whether phones may vote now."""
        return self.stap is Stap.STEM

    @property
    def heeft_uitslag(self) -> bool:
        """Whether the vote may be seen: the room is past it. While it runs nobody sees who is winning."""
        return not self.stemt and self.methode.is_voorbij(self.stap, Stap.STEM)

    @property
    def met_kaarten(self) -> bool:
        """Whether this question is worked on with cards."""
        return self.methode.met_kaarten

    @property
    def is_onthuld(self) -> bool:
        """Whether the cards may be read: they were never face down, or the room has revealed them."""
        return not self.ronde.verdekt or self.methode.is_voorbij(self.stap, Stap.ONTHUL)

    def is_langs(self, ronde: Ronde, mijlpaal: Stap) -> bool:
        """Tell whether the room is past a step of any of its questions. A meeting that closed is past all of them."""
        if self.sluiting or ronde.volgorde < self.ronde.volgorde:
            return True
        return ronde.pk == self.ronde.pk and self.methode.is_voorbij(self.stap, mijlpaal) and self.stap is not mijlpaal

    def mag_gelezen(self, ronde: Ronde) -> bool:
        """Tell whether the cards of any of its questions may be read."""
        if self.sluiting or not ronde.verdekt or ronde.volgorde < self.ronde.volgorde:
            return True
        return ronde.pk == self.ronde.pk and self.is_onthuld

    def naast(self, richting: int) -> tuple[Ronde, Stap] | None:
        """Return question and step one further (1) or back (-1) in the programme; None past its ends."""
        stap = self.methode.buur(self.stap, richting)
        if stap:
            return self.ronde, stap
        plaats = self.rondes.index(self.ronde) + richting
        if not 0 <= plaats < len(self.rondes):
            return None
        ronde = self.rondes[plaats]
        return ronde, methode_van(ronde).stappen[0 if richting > 0 else -1]

    def volgende_ronde(self) -> tuple[Ronde, Stap] | None:
        """Return the start of the next question, to skip the rest of this one."""
        plaats = self.rondes.index(self.ronde) + 1
        return (self.rondes[plaats], Stap.WACHT) if plaats < len(self.rondes) else None


def zaalstand(sessie: Sessie) -> Zaalstand:
    """Return where the room is, in three queries."""
    rondes = list(sessie.rondes.all())
    zet = Zaalstap.objects.filter(ronde__sessie=sessie).order_by("-versie").first()
    if zet is None:
        raise LookupError(f"The meeting {sessie.sleutel} was never begun.")
    ronde = next(r for r in rondes if r.pk == zet.ronde_id)
    ronde.sessie = sessie
    sluiting = one_or_none(Sessiesluiting.objects.filter(sessie=sessie))
    return Zaalstand(sessie, rondes, ronde, zet, sluiting)


def neemt_nu_kaarten(ronde: Ronde) -> bool:
    """Tell whether a card for this question is taken now, in one query: 300 phones ask it at once."""
    stappen_ = Zaalstap.objects.filter(ronde__sessie=ronde.sessie_id).order_by("-versie")
    nu = stappen_.values_list("ronde", "stap", "ronde__sessie__sluiting").first()
    if nu is None or nu[0] != ronde.pk or nu[2] is not None:
        return False
    return methode_van(ronde).is_voorbij(nu[1], Stap.SCHRIJF)
