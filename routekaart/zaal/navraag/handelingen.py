# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of asking who is not there. Anybody in the room may write a question down; nobody's name stays with it."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from actoren.models import Actor, Doelgroep
from routekaart.zaal.kaarten.inlevering import StaatErAl, moet_nieuw_zijn
from routekaart.zaal.models import Navraag, Navraagafsluiting, Navraagafspraak, NavraagUitkomst, Sessie, Taal
from routekaart.zaal.sessie.staat import moet_open_zijn_voor_gasten, zaal
from wijken.models import Rol
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import Words, offer_refusals

NAVRAAG_GENOTEERD = regelsoort(
    "navraag_genoteerd", lambda r: f"Bij {zaal(r)} is genoteerd: vraag aan {r.nieuw['aan']}: {r.nieuw['tekst']}"
)
NAVRAAG_VERDEELD = regelsoort(
    "navraag_verdeeld",
    lambda r: (
        f"{r.nieuw['wie'][:1].upper()}{r.nieuw['wie'][1:]} vraagt {r.nieuw['aan']} wat in {zaal(r)} is genoteerd."
    ),
)
NAVRAAG_AFGEROND = regelsoort(
    "navraag_afgerond",
    lambda r: f"Een vraag aan {r.nieuw['aan']} uit {zaal(r)}: {NavraagUitkomst(r.nieuw['uitkomst']).label}.",
)

MEESTE = 200  # in one meeting: more than a room can divide, and a bound for who wants to flood it

WEIGERINGEN: dict[str, Words] = {
    "navraag_vol": _("Er zijn al heel veel vragen genoteerd. Zeg uw vraag in de zaal. Uw tekst staat er nog."),
    "navraag_al_afgerond": "Deze vraag is al afgerond.",
}
offer_refusals(WEIGERINGEN)


def _past_erbij(sessie: Sessie) -> None:
    if Navraag.objects.filter(sessie=sessie).count() >= MEESTE:
        raise Geweigerd("navraag_vol")


def noteer(*, sessie: Sessie, aan: Actor | Doelgroep, tekst: str, taal: Taal, door: Gebruiker | None) -> Navraag:
    """Write down what to ask somebody who is not in the room. The same again is the same question.

    Raises Geweigerd after closing, or when there are too many.
    """
    wie = {"actor": aan} if isinstance(aan, Actor) else {"doelgroep": aan}
    zelfde = Navraag.objects.filter(sessie=sessie, tekst=tekst, **wie)
    try:
        with wijziging(sessie.wijk, soort=NAVRAAG_GENOTEERD, door=door) as v:
            moet_open_zijn_voor_gasten(sessie)
            moet_nieuw_zijn(zelfde)
            _past_erbij(sessie)
            rij = Navraag.objects.create(sessie=sessie, tekst=tekst, taal=taal, versie=v.versie, moment=v.moment, **wie)
            v.noteer(rij, nieuw={"titel": sessie.titel, "aan": rij.aan, "tekst": tekst})
    except StaatErAl:
        return zelfde.get()
    return rij


def _moet_open_zijn(navraag: Navraag) -> None:
    if Navraagafsluiting.objects.filter(navraag=navraag).exists():
        raise Geweigerd("navraag_al_afgerond")


def verdeel(*, navraag: Navraag, wie: Actor | Rol, voor: date, door: Gebruiker | None) -> Navraagafspraak:
    """Agree who asks it, before when; a new agreement takes the place of the one before. Raises Geweigerd when done."""
    namens, rol = (wie, "") if isinstance(wie, Actor) else (None, wie.value)
    with wijziging(navraag.wijk, soort=NAVRAAG_VERDEELD, door=door, namens=namens) as v:
        _moet_open_zijn(navraag)
        rij, _ = Navraagafspraak.objects.update_or_create(
            navraag=navraag,
            defaults={"actor": namens, "rol": rol, "voor": voor, "versie": v.versie, "moment": v.moment},
        )
        v.noteer(
            navraag,
            nieuw={"titel": navraag.sessie.titel, "aan": navraag.aan, "wie": str(rij), "voor": voor.isoformat()},
        )
    return rij


def rond_af(*, navraag: Navraag, uitkomst: NavraagUitkomst, tekst: str, door: Gebruiker | None) -> Navraagafsluiting:
    """It was asked: write down the answer. Or it is not needed any more: write down why. Raises Geweigerd when done."""
    with wijziging(navraag.wijk, soort=NAVRAAG_AFGEROND, door=door) as v:
        _moet_open_zijn(navraag)
        rij = Navraagafsluiting.objects.create(
            navraag=navraag, uitkomst=uitkomst, tekst=tekst, versie=v.versie, moment=v.moment, door=door
        )
        v.noteer(
            navraag,
            nieuw={"titel": navraag.sessie.titel, "aan": navraag.aan, "uitkomst": uitkomst, "tekst": tekst},
        )
    return rij
