# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promises of a journey (P4) as their own pages show them: of all parties, and of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from actoren.models import Actor
from actoren.toegang import partijen_van
from routekaart.models import Routekaart, Toezegging
from routekaart.onderdeel.adressen import nieuw_url as nieuw_adres
from routekaart.onderdeel.adressen import onderdeel_url
from routekaart.soorten.perron_8_reisgenoten import TOEZEGGINGEN
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker

VOLGORDES = ("partij", "datum")


@dataclass(frozen=True)
class Toezeggingregel:
    """One promise. `url` is where it is changed, for who may."""

    actor: Actor
    tekst: str
    staat: str
    wanneer: date | None
    voorbeeld: bool
    url: str


@dataclass(frozen=True)
class Toezeggingengroep:
    """The promises of one party."""

    actor: Actor
    url: str
    regels: list[Toezeggingregel]


def partij_url(slug: str, actor: Actor) -> str:
    """Return the address of the page with the promises of a party."""
    return reverse("toezeggingen_van", args=[slug, actor.sleutel])


def nieuw_url(routekaart: Routekaart, gebruiker: Gebruiker, actor: Actor) -> str:
    """Return where a promise of this party can be added; nothing for who does not speak for it."""
    if not _eigen(routekaart, gebruiker).intersection({actor.pk}):
        return ""
    return f"{nieuw_adres(routekaart.wijk.slug, TOEZEGGINGEN)}?actor={actor.sleutel}"


def _eigen(routekaart: Routekaart, gebruiker: Gebruiker) -> set[int]:
    if not mag(gebruiker, routekaart.wijk, "bijdragen"):
        return set()
    return set(partijen_van(gebruiker, routekaart.wijk).values_list("pk", flat=True))


def lees_toezeggingen(
    routekaart: Routekaart, gebruiker: Gebruiker, *, actor: Actor | None = None
) -> list[Toezeggingregel]:
    """Return the open promises of a journey by date, those without one last; `actor` leaves only one party's."""
    rijen = Toezegging.objects.filter(routekaart=routekaart).open().select_related("actor")
    if actor:
        rijen = rijen.filter(actor=actor)
    eigen, slug = _eigen(routekaart, gebruiker), routekaart.wijk.slug
    return [
        Toezeggingregel(
            actor=r.actor,
            tekst=r.tekst,
            staat=r.get_staat_display(),
            wanneer=r.wanneer,
            voorbeeld=r.voorbeeld,
            url=onderdeel_url(slug, TOEZEGGINGEN, r) if r.actor_id in eigen else "",
        )
        for r in sorted(rijen, key=lambda r: (r.wanneer or date.max, r.actor.naam, r.versie))
    ]


def per_partij(slug: str, regels: Iterable[Toezeggingregel]) -> list[Toezeggingengroep]:
    """Put promises together by party, the parties by name."""
    groepen: dict[Actor, list[Toezeggingregel]] = {}
    for regel in regels:
        groepen.setdefault(regel.actor, []).append(regel)
    return [Toezeggingengroep(a, partij_url(slug, a), groepen[a]) for a in sorted(groepen, key=lambda a: a.naam)]
