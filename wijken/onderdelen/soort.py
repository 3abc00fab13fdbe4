# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kind of structure is: what its rows belong to, its form, its table, its place; all that is its own.

An app defines its kinds and offers them in its `aanbod.py`; the pages, the forms, the addresses and the paper read
them here. What only one kind has is a field or a hook of that kind, never a test on its word somewhere else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

from django.db import models
from django.db.models import CharField, QuerySet, TextField
from django.utils.formats import date_format

from wijken.models import Gebied, Kerncijfer, Onderdeel, Wijk
from wijken.onderdelen.papier import Structuur
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.registry import structures

Kolom = tuple[str, Callable[[Any], str]]
TABEL = "routekaart/onderdeel/tabel.html"
KAARTEN = "routekaart/onderdeel/kaarten.html"  # for kinds with more than a narrow table can hold
ELDERS = ""  # shown inside another kind


class Eigenaar(Enum):
    """What a row belongs to; the value is the name of the field that says so."""

    WIJK = "wijk"
    REIS = "routekaart"
    PERRON = "perron"


class Plek(Protocol):
    """Where rows stand. A wijk will do for what belongs to one; a perron knows its journey and its wijk."""

    @property
    def wijk(self) -> Any:
        """The wijk."""


@dataclass(frozen=True)
class Wijkplek:
    """The place of what stands before the journey: the wijk itself."""

    wijk: Wijk


@dataclass(frozen=True)
class Lezer:
    """Who looks at rows: may this reader write here, and for which parties (their keys)."""

    schrijft: bool
    partijen: frozenset[int] = frozenset()

    def mag_wijzigen(self, soort: "OnderdeelSoort", rij: Any) -> bool:
        """Tell whether this reader may change this row."""
        return self.schrijft and (not soort.van_partij or getattr(rij, f"{soort.van_partij}_id") in self.partijen)

    def mag_toevoegen(self, soort: "OnderdeelSoort") -> bool:
        """Tell whether this reader may add a row of this kind."""
        return self.schrijft and (not soort.van_partij or bool(self.partijen))


@dataclass(frozen=True)
class Papier:
    """How a kind stands on paper.

    `kolommen` replace those of the screen, `meer` come after them. `als_blok`: a block for each row, however few the
    columns. `elders`: no table of its own at its perron. `kies` chooses and orders the open rows; `aan` names the link
    to a row that takes them along when it is closed. `deel` makes the whole from the rows of all kinds, by their words.
    """

    kolommen: tuple[Kolom, ...] | None = None
    meer: tuple[Kolom, ...] = ()
    als_blok: bool = False
    elders: bool = False
    kies: Callable[[list[Any]], list[Any]] = list
    aan: str = ""
    deel: Callable[[Mapping[str, list[Any]]], Structuur] | None = None


@dataclass(frozen=True)
class OnderdeelSoort:
    """One kind of structure.

    `woord` stands in the address. `perron` is the number of the perron where it stands; None for what stands at every
    perron (it belongs to one) or before the journey (it belongs to the wijk). `volgorde` orders the kinds of one place.
    `velden` are the fields of the form, in order; `keuzes` tell for each link among them what may be chosen.
    `van_partij` is the field that names a party for whom one must be able to speak; without it whoever may contribute
    may write. `enkel`: there is one of it at most. `mee` and `mee_veel` name the relations to read along.

    `naast` returns what the page shows beside the rows, which may differ from reader to reader; `pas_aan` changes the
    form by its place. `verder` is the name of a page of the wijk about this kind, and the words of the link to it.
    Raises ValueError for a link without choices.
    """

    woord: str
    model: type[Onderdeel]
    eigenaar: Eigenaar
    kop: str
    nieuw: str
    leeg: str
    velden: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    perron: int | None = None
    volgorde: int = 0
    keuzes: Mapping[str, Callable[[Any, Gebruiker], "QuerySet[Any]"]] = field(default_factory=dict)
    van_partij: str = ""
    enkel: bool = False
    mee: tuple[str, ...] = ()
    mee_veel: tuple[str, ...] = ()
    sjabloon: str = TABEL
    verder: tuple[str, str] = ("", "")
    naast: Callable[[Any, list[Any], Lezer], Any] | None = None
    pas_aan: Callable[[Any, Any], None] | None = None
    papier: Papier = Papier()

    def __post_init__(self) -> None:
        """Refuse a link of which nobody says what may be chosen."""
        if set(self.keuzes) != {v for v in self.velden if self.veld(v).is_relation}:
            raise ValueError(f"Each link of {self.woord!r} needs its choices, and nothing else does.")

    @property
    def overal(self) -> bool:
        """Whether it stands at every perron."""
        return self.eigenaar is Eigenaar.PERRON

    @property
    def bij_vertrek(self) -> bool:
        """Whether it stands on the page of the wijk, before perron 1."""
        return self.perron is None and not self.overal

    @property
    def gedeeld(self) -> bool:
        """Whether it reads the same for everybody with one role: nothing in it depends on one's own party."""
        return not self.van_partij and self.sjabloon != ELDERS and self.naast is None

    @property
    def tekstvelden(self) -> list[str]:
        """The fields that hold text."""
        return [v for v in self.velden if isinstance(self.veld(v), TextField | CharField) and not self.veld(v).choices]

    def veld(self, naam: str) -> "models.Field[Any, Any]":
        """Return a field of the model."""
        gevonden: models.Field[Any, Any] = self.model._meta.get_field(naam)  # type: ignore[assignment]
        return gevonden

    def rijen(self, plek: Plek) -> "QuerySet[Any]":
        """Return the rows of this kind that belong to the wijk, the journey or the perron of this place."""
        eigenaar = plek if self.overal else getattr(plek, self.eigenaar.value)
        rijen = self.model._default_manager.filter(**{self.eigenaar.value: eigenaar}).prefetch_related(*self.mee_veel)
        return rijen.select_related(*self.mee) if self.mee else rijen

    def leeg_van(self, plek: Any) -> Onderdeel:
        """Return a new, unsaved row in its place."""
        if self.eigenaar is Eigenaar.WIJK:
            van = {"wijk": plek.wijk}
        else:
            van = {"routekaart": plek.routekaart} | ({"perron": plek} if self.overal else {})
        return self.model(**van)


def soorten() -> list[OnderdeelSoort]:
    """Return all kinds: before the journey, perron by perron, and last what stands at every perron."""
    alle: list[OnderdeelSoort] = list(structures())
    return sorted(alle, key=lambda s: (s.overal, s.perron or 0, s.volgorde))


def soorten_bij(perron: int | None) -> list[OnderdeelSoort]:
    """Return the kinds that stand at a perron (None: before the journey), in order."""
    if perron is None:
        return [s for s in soorten() if s.bij_vertrek]
    return [s for s in soorten() if s.perron == perron or s.overal]


def soort_bij(perron: int | None, woord: str) -> OnderdeelSoort | None:
    """Return the kind with this word at this perron (None: before the journey), or None."""
    return {s.woord: s for s in soorten_bij(perron)}.get(woord)


def soort_van(modelnaam: str) -> OnderdeelSoort | None:
    """Return the kind of a model, by the word that the journal has for it; None for what is no structure."""
    return {str(s.model._meta.model_name): s for s in soorten()}.get(modelnaam)


def eerst_het_doel() -> list[OnderdeelSoort]:
    """Return all kinds, those that rows of others point to first: in this order each link has something to point to."""
    doelen = {s.veld(v).related_model for s in soorten() for v in s.keuzes}
    return sorted(soorten(), key=lambda s: s.model not in doelen)


def datum(waarde: Any) -> str:
    """Write a date in words; nothing for none."""
    return date_format(waarde, "j F Y") if waarde else ""


def namen(rijen: Any) -> str:
    """Write linked rows one after the other."""
    return "; ".join(str(r) for r in rijen.all())


def gebieden(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Gebied]:
    """Return the parts of the wijk."""
    return Gebied.objects.filter(wijk=plek.wijk)


def kerncijfers(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Kerncijfer]:
    """Return the figures of the wijk."""
    return Kerncijfer.objects.filter(wijk=plek.wijk).select_related("bron")
