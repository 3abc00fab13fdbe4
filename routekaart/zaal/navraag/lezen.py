# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questions to who was not there, by how far they are, in one query."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from actoren.models import Actor
from routekaart.zaal.gasten.ontbreekt import coalitie
from routekaart.zaal.models import Navraag, NavraagUitkomst, Sessie
from wijken.models import Rol, Wijk

# Who can ask, beside the parties: those who lead.
ROLLEN = (Rol.WIJKREGISSEUR, Rol.REISLEIDER)


@dataclass(frozen=True)
class Navragen:
    """Questions: to divide, to ask, asked. Those that were dropped are only counted."""

    te_verdelen: Sequence[Navraag]
    te_vragen: Sequence[Navraag]
    gevraagd: Sequence[Navraag]
    vervallen: int

    @property
    def open(self) -> list[Navraag]:
        """What is still work for somebody: first what has a date."""
        return [*self.te_vragen, *self.te_verdelen]

    @property
    def zichtbaar(self) -> list[Navraag]:
        """All but those that were dropped."""
        return [*self.open, *self.gevraagd]


def _lees(waar: Q) -> Navragen:
    rijen = list(
        Navraag.objects.filter(waar)
        .select_related("sessie", "actor", "doelgroep", "afspraak__actor", "afsluiting")
        .order_by("versie")
    )
    klaar = [r for r in rijen if hasattr(r, "afsluiting")]
    open_ = [r for r in rijen if not hasattr(r, "afsluiting")]
    gevraagd = [r for r in klaar if r.afsluiting.uitkomst == NavraagUitkomst.GEVRAAGD]
    return Navragen(
        te_verdelen=[r for r in open_ if not hasattr(r, "afspraak")],
        te_vragen=sorted((r for r in open_ if hasattr(r, "afspraak")), key=lambda r: r.afspraak.voor),
        gevraagd=gevraagd,
        vervallen=len(klaar) - len(gevraagd),
    )


def navragen_van(sessie: Sessie) -> Navragen:
    """Return the questions of one meeting."""
    return _lees(Q(sessie=sessie))


def open_navragen(wijk: Wijk) -> list[Navraag]:
    """Return what is still to be asked in a wijk, of all its meetings."""
    return _lees(Q(sessie__wijk=wijk, afsluiting=None)).open


def vragers(sessie: Sessie) -> dict[str, Actor | Rol]:
    """Return who can ask: every party of the wijk, and who leads."""
    return {**{r.value: r for r in ROLLEN}, **{str(p.sleutel): p for p in coalitie(sessie)}}
