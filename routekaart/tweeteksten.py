# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two texts at once: what the second writer typed is stored first, and then laid beside what stands there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms

from routekaart.geschiedenis import tekst_op
from wijken.models import Gebruiker, Tekstvoorstel
from wijken.onderdelen import bewaar_voorstel, handel_af
from wijkwijzer.tekst import Stuk, verschil, voeg_samen


@dataclass(frozen=True)
class Botsing:
    """One text that two people changed: what both started from, theirs and mine as differences from it."""

    label: str
    basis: str
    hun: list[Stuk]
    mijn: list[Stuk]
    botst: bool


def leg_naast_elkaar(
    form: forms.BaseForm, rij: Any, velden: Iterable[str], *, versie: int | None, door: Gebruiker
) -> list[Botsing]:
    """Store each text that differs from what stands in `rij` now, and put a proposal of both in the form.

    `versie` is the version that the writer saw. The proposal never decides: the writer sees it in the field and saves.
    """
    botsingen = []
    nieuw = dict(form.data)
    for veld in velden:
        mijn, hun = (form.data.get(veld) or "").replace("\r\n", "\n").strip(), str(getattr(rij, veld))
        if not mijn or mijn == hun:
            continue
        basis = tekst_op(door, rij, veld, versie or 0)
        if mijn == basis:
            nieuw[veld] = hun
            continue
        bewaar_voorstel(rij=rij, veld=veld, basis=basis, tekst=mijn, door=door)
        samen = voeg_samen(basis, hun, mijn)
        nieuw[veld] = samen.tekst
        label = str(form.fields[veld].label)
        botsingen.append(Botsing(label, basis, verschil(basis, hun), verschil(basis, mijn), samen.botsingen))
    form.data = nieuw
    return botsingen


def rond_af(rij: Any, *, door: Gebruiker) -> None:
    """Settle the proposals of this writer for this row, now that a text was saved."""
    for voorstel in Tekstvoorstel.objects.filter(onderwerp=rij.sleutel, door=door, afgehandeld=None).select_related(
        "wijk"
    ):
        handel_af(voorstel=voorstel, door=door)
