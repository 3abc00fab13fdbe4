# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of a wijk beside those of its gemeente, written the Dutch way."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils.formats import number_format

from wijken.models import Bron, Kerncijfer, Onderwerp, Wijk

ONBEKEND = "onbekend"


def schrijf(waarde: Decimal | None) -> str:
    """Write a figure as the Dutch do: 6.470 and 52,6. None is "onbekend"; a whole number gets no decimals."""
    if waarde is None:
        return ONBEKEND
    decimalen = 0 if waarde == waarde.to_integral_value() else 1
    return number_format(waarde, decimal_pos=decimalen, use_l10n=True, force_grouping=True)


@dataclass(frozen=True)
class Cijferregel:
    """One subject: the figure of the wijk and of the gemeente as text, with year and source."""

    onderwerp: str
    wijk: str
    stad: str
    jaar: int
    bron: Bron


def cijferregels(wijk: Wijk) -> list[Cijferregel]:
    """Return the latest figures of a wijk beside the gemeente of the same year, in one query."""
    cijfers = Kerncijfer.objects.filter(Q(wijk=wijk) | Q(gemeente=wijk.gemeente_id)).select_related("bron")
    van_wijk: dict[str, Kerncijfer] = {}
    van_stad: dict[tuple[str, int], Kerncijfer] = {}
    for cijfer in cijfers.order_by("jaar"):
        if cijfer.wijk_id:
            van_wijk[cijfer.onderwerp] = cijfer
        else:
            van_stad[cijfer.onderwerp, cijfer.jaar] = cijfer
    regels = []
    for onderwerp in Onderwerp:
        hier = van_wijk.get(onderwerp)
        if hier:
            daar = van_stad.get((onderwerp, hier.jaar))
            regels.append(
                Cijferregel(
                    onderwerp=onderwerp.label,
                    wijk=schrijf(hier.waarde),
                    stad=schrijf(daar.waarde if daar else None),
                    jaar=hier.jaar,
                    bron=hier.bron,
                )
            )
    return regels


def bronnen(regels: list[Cijferregel]) -> list[Bron]:
    """Return the sources of these lines, each once, in order of appearance."""
    return list({r.bron.pk: r.bron for r in regels}.values())
