# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fetches of routekaart: permission lives here."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from actoren.models import Actor
from actoren.toegang import moet_spreken_voor, partijen_van
from routekaart.models import Bijdrage, Perron, Routekaart
from wijken.models import Wijk
from wijken.onderdelen.soort import OnderdeelSoort, Wijkplek, soort_bij
from wijken.toegang import wijk_of_404
from wijkwijzer.web.login_required import logged_in


def huidige_routekaart(wijk: Wijk) -> Routekaart | None:
    """Return the journey that the wijk is on; None before the first."""
    routekaart = Routekaart.objects.filter(wijk=wijk).order_by("-nummer").first()
    if routekaart:
        routekaart.wijk = wijk
    return routekaart


@dataclass(frozen=True)
class Reistoegang:
    """What the fetch found: the routekaart, and whether it is the current one (an older one is read only)."""

    routekaart: Routekaart
    is_huidig: bool


def routekaart_of_404(
    request: HttpRequest, slug: str, nummer: int | None = None, *, recht: str = "lezen"
) -> Reistoegang:
    """Fetch the current routekaart of a wijk, or the one with this number. Raises as wijk_of_404 does."""
    wijk = wijk_of_404(request, slug, recht=recht)
    huidig = huidige_routekaart(wijk)
    if huidig is None:
        raise Http404("Deze wijk heeft nog geen routekaart.")
    if nummer is None or nummer == huidig.nummer:
        return Reistoegang(huidig, is_huidig=True)
    eerder = Routekaart.objects.filter(wijk=wijk, nummer=nummer).first()
    if eerder is None:
        raise Http404("Deze routekaart bestaat niet.")
    eerder.wijk = wijk
    return Reistoegang(eerder, is_huidig=False)


def perron_of_404(
    request: HttpRequest, slug: str, perron: int, *, nummer: int | None = None, recht: str = "lezen"
) -> Perron:
    """Fetch a perron (1 to 9) of the current routekaart, or of the one with this number."""
    routekaart = routekaart_of_404(request, slug, nummer, recht=recht).routekaart
    rij = Perron.objects.filter(routekaart=routekaart, nummer=perron).first()
    if rij is None:
        raise Http404("Er zijn negen perrons: 1 tot en met 9.")
    rij.routekaart = routekaart
    return rij


def partij_of_404(routekaart: Routekaart, sleutel: UUID) -> Actor:
    """Fetch a party of the wijk of a routekaart that was fetched for this request."""
    actor = Actor.objects.filter(deelnames__wijk=routekaart.wijk, sleutel=sleutel).first()
    if actor is None:
        raise Http404("Deze partij doet niet mee in deze wijk.")
    return actor


@dataclass(frozen=True)
class Onderdeelplek:
    """Where a row of a structure stands, its kind, and the row itself (None for a new one)."""

    waar: Perron | Wijkplek
    soort: OnderdeelSoort
    rij: Any = None

    @property
    def wijk(self) -> Wijk:
        """The wijk of the row."""
        return self.waar.wijk

    @property
    def perron(self) -> Perron | None:
        """The perron where it stands; None before the journey."""
        return self.waar if isinstance(self.waar, Perron) else None


def soort_of_404(request: HttpRequest, slug: str, woord: str, perron: int | None = None) -> Onderdeelplek:
    """Fetch the place of a kind, at a perron of the current journey or before it, for someone who may write there."""
    waar: Perron | Wijkplek
    if perron is None:
        waar = Wijkplek(wijk_of_404(request, slug, recht="bijdragen"))
    else:
        waar = perron_of_404(request, slug, perron, recht="bijdragen")
    soort = soort_bij(perron, woord)
    if soort is None:
        raise Http404("Dit onderdeel hoort hier niet.")
    if soort.van_partij and not partijen_van(logged_in(request), waar.wijk).exists():
        raise PermissionDenied("U spreekt nog niet voor een partij. Vraag de wijkregisseur om dat te regelen.")
    return Onderdeelplek(waar, soort)


def onderdeel_of_404(
    request: HttpRequest, slug: str, woord: str, sleutel: UUID, perron: int | None = None
) -> Onderdeelplek:
    """Fetch a row for someone who may change it. Raises PermissionDenied for what another party said."""
    plek = soort_of_404(request, slug, woord, perron)
    rij = plek.soort.rijen(plek.waar).filter(sleutel=sleutel).first()
    if rij is None:
        raise Http404("Dit bestaat niet in deze reis.")
    van = plek.soort.van_partij
    if van:
        moet_spreken_voor(request, plek.wijk, getattr(rij, f"{van}_id"))
    return Onderdeelplek(plek.waar, plek.soort, rij)


def bijdrage_of_404(request: HttpRequest, slug: str, perron: int, sleutel: UUID) -> Bijdrage:
    """Fetch a contribution that this user may change. Raises PermissionDenied for that of another party."""
    plek = perron_of_404(request, slug, perron, recht="bijdragen")
    bijdrage = Bijdrage.objects.filter(perron=plek, sleutel=sleutel).select_related("actor").first()
    if bijdrage is None:
        raise Http404("Deze bijdrage bestaat niet.")
    moet_spreken_voor(request, plek.wijk, bijdrage.actor_id)
    bijdrage.perron = plek
    return bijdrage
