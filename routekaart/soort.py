# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kind of structure is: its address, its model, the fields of its form and the columns of its table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from routekaart.models import Perron
from wijken.models import Onderdeel

VERTREK, OVERAL = 0, -1  # before perron 1; at every perron
Kolom = tuple[str, Callable[[Any], str]]


TABEL = "routekaart/onderdeel/tabel.html"
KAARTEN = "routekaart/onderdeel/kaarten.html"  # for kinds with more than a narrow table can hold
ELDERS = ""  # shown inside another kind


@dataclass(frozen=True)
class OnderdeelSoort:
    """One kind of structure.

    `woord` stands in the address. `velden` are the fields of the form, in order. `van_partij` is the field that
    names a party for whom one must be able to speak; without it whoever may contribute may write. `enkel`: there is
    one of it at most. `mee` names the relations to read along. `verder` is the name of a page of the wijk about this
    kind, and the words of the link to it.
    """

    woord: str
    model: type[Onderdeel]
    perron: int
    kop: str
    nieuw: str
    leeg: str
    velden: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    van_partij: str = ""
    enkel: bool = False
    mee: tuple[str, ...] = ()
    mee_veel: tuple[str, ...] = ()
    sjabloon: str = TABEL
    verder: tuple[str, str] = ("", "")

    def rijen(self, perron: Perron) -> "QuerySet[Any]":
        """Return the rows of this kind for the journey (or wijk, or perron) of this perron."""
        veldnamen = {f.name for f in self.model._meta.get_fields()}
        if "perron" in veldnamen and self.woord == "standpunten":
            plek: dict[str, Any] = {"perron": perron}
        elif "routekaart" in veldnamen:
            plek = {"routekaart": perron.routekaart_id}
        else:
            plek = {"wijk": perron.routekaart.wijk_id}
        rijen = self.model._default_manager.filter(**plek).prefetch_related(*self.mee_veel)
        return rijen.select_related(*self.mee) if self.mee else rijen

    def leeg_van(self, perron: Perron) -> Onderdeel:
        """Return a new, unsaved row in its place."""
        veldnamen = {f.name for f in self.model._meta.get_fields()}
        plek: dict[str, Any] = {"perron": perron} if self.woord == "standpunten" else {}
        plek |= {"routekaart": perron.routekaart} if "routekaart" in veldnamen else {"wijk": perron.wijk}
        return self.model(**plek)
