# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two texts at once: what the second writer typed is stored first, and then laid beside what stands there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q

from routekaart.models import Antwoord, Perron
from routekaart.perron.geschiedenis import tekst_op
from wijken.models import Tekstvoorstel
from wijken.onderdelen.handelingen import bewaar_voorstel, handel_af
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.text.diff import Span, difference
from wijkwijzer.text.merge import merge


@dataclass(frozen=True)
class Botsing:
    """One text that two people changed: what both started from, theirs and mine as differences from it."""

    label: str
    basis: str
    hun: list[Span]
    mijn: list[Span]
    botst: bool


@dataclass(frozen=True)
class Wachtend:
    """A text that came second and was not dealt with yet. `versie` is that of the wijk when it was stored."""

    botsing: Botsing
    moment: datetime
    versie: int


ANTWOORD = "antwoord"  # the field of a proposal for the answer of a perron
GEZIEN = "voorstellen_gezien"  # in a form: up to which version its reader saw the proposals


def leg_naast_elkaar(
    form: forms.BaseForm, rij: Any, velden: Iterable[str], *, versie: int | None, door: Gebruiker
) -> list[Botsing]:
    """Store each text that differs from what stands in `rij` now, and put a proposal of both in the form.

    `versie` is the version that the writer saw. The proposal never decides: the writer sees it in the field and saves.
    """
    botsingen = []
    for veld in velden:
        mijn, hun = _getypt(form, veld), str(getattr(rij, veld))
        basis = tekst_op(door, rij, veld, versie or 0) if mijn and mijn != hun else ""
        botsingen += _leg(form, veld, (basis, hun, mijn), rij=rij, als=veld, door=door)
    return botsingen


def leg_antwoord_naast_elkaar(form: forms.BaseForm, perron: Perron, *, versie: int, door: Gebruiker) -> list[Botsing]:
    """Do the same for the answer of a perron, which is a new row each time: somebody else agreed on one first."""
    antwoorden = list(Antwoord.objects.filter(perron=perron).order_by("versie"))
    basis = next((a.tekst for a in reversed(antwoorden) if a.versie <= versie), "")
    hun = antwoorden[-1].tekst if antwoorden else ""
    return _leg(form, "tekst", (basis, hun, _getypt(form, "tekst")), rij=perron, als=ANTWOORD, door=door)


def _getypt(form: forms.BaseForm, veld: str) -> str:
    return (form.data.get(veld) or "").replace("\r\n", "\n").strip()


def _leg(
    form: forms.BaseForm, veld: str, teksten: tuple[str, str, str], *, rij: Any, als: str, door: Gebruiker
) -> list[Botsing]:
    """Store what was typed in a field, if it says something new, and put the proposal in its place."""
    basis, hun, mijn = teksten
    if not mijn or mijn == hun:
        return []
    if mijn == basis:
        form.data = dict(form.data) | {veld: hun}
        return []
    bewaar_voorstel(rij=rij, veld=als, basis=basis, tekst=mijn, door=door)
    botsing = _botsing(str(form.fields[veld].label), basis, hun, mijn)
    form.data = dict(form.data) | {veld: merge(basis, hun, mijn).text}
    return [botsing]


def _botsing(label: str, basis: str, hun: str, mijn: str) -> Botsing:
    samen = merge(basis, hun, mijn)
    return Botsing(label, basis, difference(basis, hun), difference(basis, mijn), samen.conflict)


def wachtende(rij: Any, nu: Mapping[str, tuple[str, str]]) -> list[Wachtend]:
    """Return the proposals for a row that wait, oldest first; `nu` has the label and the text of each field."""
    rijen = Tekstvoorstel.objects.filter(onderwerp=rij.sleutel, veld__in=nu, afgehandeld=None)
    return [
        Wachtend(_botsing(nu[v.veld][0], v.basis, nu[v.veld][1], v.tekst), v.moment, v.versie)
        for v in rijen.order_by("versie")
    ]


def eigen_antwoordvoorstel(perron: Perron, nu: str, door: Gebruiker) -> str:
    """Return the answer with the own words in it that came second earlier; the answer itself when there are none."""
    eigen = Tekstvoorstel.objects.filter(onderwerp=perron.sleutel, veld=ANTWOORD, door=door, afgehandeld=None)
    voorstel = eigen.order_by("-versie").first()
    return merge(voorstel.basis, nu, voorstel.tekst).text if voorstel else nu


def rond_af(rij: Any, *, gezien: int, door: Gebruiker) -> None:
    """Settle the proposals for this row, now that a text was saved: the writer's own, and those up to `gezien`."""
    open_ = Tekstvoorstel.objects.filter(Q(door=door) | Q(versie__lte=gezien), onderwerp=rij.sleutel, afgehandeld=None)
    for voorstel in open_.select_related("wijk"):
        handel_af(voorstel=voorstel, door=door)
