# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What actoren reads for the travel plan: who takes part, and the treasures of the wijk."""

from dataclasses import dataclass

from actoren.models import Deelname
from actoren.soorten import SCHATTEN
from wijken.models import Wijk
from wijken.onderdelen.op_papier import als_blokken, open_rijen
from wijken.onderdelen.papier import Blokken
from wijken.onderdelen.soort import Wijkplek


@dataclass(frozen=True)
class PartijRegel:
    """A party of the coalition and its kind in words."""

    naam: str
    soort: str = ""


def partijen(wijk: Wijk) -> list[PartijRegel]:
    """Return the parties that take part."""
    deelnames = Deelname.objects.filter(wijk=wijk).select_related("actor")
    return [PartijRegel(str(d.actor), d.actor.get_soort_display()) for d in deelnames]


def schatten(wijk: Wijk) -> Blokken | None:
    """Return the open treasures; None when there are none."""
    rijen = open_rijen(SCHATTEN, Wijkplek(wijk))
    return als_blokken(SCHATTEN, rijen) if rijen else None
