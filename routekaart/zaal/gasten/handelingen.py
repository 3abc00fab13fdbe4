# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs about guests. No line of the journal names one, or refers to one."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from actoren.models import Actor, Deelname
from routekaart.zaal.gasten.codes import nieuwe_code
from routekaart.zaal.gasten.lezen import te_vergeten
from routekaart.zaal.models import (
    Aanwezigheid,
    Gast,
    Gastenopruiming,
    Gastentelling,
    Gastsoort,
    Kaart,
    Sessie,
    Sessiesluiting,
    Taal,
    Terugkomst,
)
from routekaart.zaal.sessie.staat import moet_open_zijn, moet_open_zijn_voor_gasten, zaal
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import Words, offer_refusals

WEIGERINGEN: dict[str, Words] = {
    "kies_wie": _("Kies bij wie u hoort."),
    "terug_onbekend": _("Deze code werkt niet. Kijk hem na, of vraag de begeleider om een nieuwe."),
    "gasten_al_vergeten": "De gasten van deze bijeenkomst zijn al vergeten.",
}


offer_refusals(WEIGERINGEN)


GAST_BINNEN = regelsoort("gast_binnen", lambda r: f"{r.namens_naam or 'Iemand'} kwam binnen bij {zaal(r)}.")
PARTIJ_GEZIEN = regelsoort(
    "partij_gezien",
    lambda r: f"{r.namens_naam} is {'' if r.nieuw['er'] else 'toch niet '}in de zaal bij {zaal(r)}.",
    live={"wand"},
)
TERUGKOMST_GEMAAKT = regelsoort("terugkomst_gemaakt", lambda r: f"Bij {zaal(r)} kan iemand opnieuw binnenkomen.")
GAST_TERUG = regelsoort("gast_terug", lambda r: f"Bij {zaal(r)} kwam iemand opnieuw binnen.")
GASTEN_VERGETEN = regelsoort(
    "gasten_vergeten", lambda r: f"De gasten van {zaal(r)} zijn vergeten: {r.nieuw['aantal']}."
)


def laat_binnen(*, sessie: Sessie, soort: Gastsoort, actor: Actor | None, taal: Taal, naam: str = "") -> Gast:
    """Let a guest in. The journal names the party, never the person. Raises Geweigerd after closing."""
    with wijziging(sessie.wijk, soort=GAST_BINNEN, door=None, namens=actor) as v:
        moet_open_zijn_voor_gasten(sessie)
        if actor and not Deelname.objects.filter(wijk=v.wijk, actor=actor).exists():
            raise Geweigerd("kies_wie", veld="wie")
        gast = Gast.objects.create(
            sessie=sessie, soort=soort, actor=actor, taal=taal, naam=naam, versie=v.versie, moment=v.moment
        )
        v.noteer(sessie, nieuw={"titel": sessie.titel})
    return gast


def meld_aanwezig(*, sessie: Sessie, actor: Actor, er: bool, door: Gebruiker | None) -> None:
    """Say that a party is in the room without a phone, or take that back. Raises Geweigerd after closing."""
    with wijziging(sessie.wijk, soort=PARTIJ_GEZIEN, door=door, namens=actor) as v:
        moet_open_zijn(sessie)
        if er:
            Aanwezigheid.objects.get_or_create(
                sessie=sessie, actor=actor, defaults={"versie": v.versie, "moment": v.moment}
            )
        else:
            Aanwezigheid.objects.filter(sessie=sessie, actor=actor).delete()
        v.noteer(sessie, nieuw={"titel": sessie.titel, "er": er})


GELDIG = timedelta(minutes=10)


def maak_terugkomst(*, gast: Gast, door: Gebruiker | None) -> Terugkomst:
    """Make a code with which a guest who lost the phone takes the own seat again: once, within ten minutes.

    An earlier code of this guest stops working. Raises Geweigerd after closing.
    """
    with wijziging(gast.sessie.wijk, soort=TERUGKOMST_GEMAAKT, door=door) as v:
        moet_open_zijn(gast.sessie)
        code = nieuwe_code()
        while Terugkomst.objects.filter(code=code).exists():
            code = nieuwe_code()
        rij, _ = Terugkomst.objects.update_or_create(
            gast=gast,
            defaults={
                "code": code,
                "verloopt": v.moment + GELDIG,
                "versie": v.versie,
                "moment": v.moment,
                "door": door,
            },
        )
        v.noteer(gast.sessie, nieuw={"titel": gast.sessie.titel})
    return rij


def _geldig(v: Wijziging, sessie: Sessie, code: str) -> Terugkomst:
    rijen = Terugkomst.objects.filter(gast__sessie=sessie, code=code, verloopt__gt=v.moment)
    rij = rijen.select_related("gast__actor").first()
    if rij is None or Sessiesluiting.objects.filter(sessie=sessie).exists():
        raise Geweigerd("terug_onbekend")
    return rij


def kom_terug(*, sessie: Sessie, code: str) -> Gast:
    """Give a guest the own seat again. The code is used up, and the phone that was lost is no longer that guest.

    Raises Geweigerd, the same for a code that was used, is over or never was.
    """
    with wijziging(sessie.wijk, soort=GAST_TERUG, door=None) as v:
        rij = _geldig(v, sessie, code)
        gast = rij.gast
        rij.delete()
        gast.sleutel, gast.sessie = uuid4(), sessie
        gast.save(update_fields=["sleutel"])
        v.noteer(sessie, nieuw={"titel": sessie.titel})
    return gast


def vergeet_gasten(*, sessie: Sessie, door: Gebruiker | None) -> int:
    """Forget the guests of a meeting: names, and which cards they wrote. How many there were per party stays.

    Returns how many. Raises Geweigerd when that was done already.
    """
    with wijziging(sessie.wijk, soort=GASTEN_VERGETEN, door=door) as v:
        if Gastenopruiming.objects.filter(sessie=sessie).exists():
            raise Geweigerd("gasten_al_vergeten")
        gasten = Gast.objects.filter(sessie=sessie)
        telling = Counter(gasten.values_list("soort", "actor_id"))
        opruiming = Gastenopruiming.objects.create(sessie=sessie, versie=v.versie, moment=v.moment)
        Gastentelling.objects.bulk_create(
            Gastentelling(opruiming=opruiming, soort=soort, actor_id=actor, aantal=aantal)
            for (soort, actor), aantal in telling.items()
        )
        Kaart.objects.filter(ronde__sessie=sessie).update(gast=None, apparaatsleutel=None)
        gasten.delete()
        v.noteer(sessie, nieuw={"titel": sessie.titel, "aantal": telling.total()})
    return telling.total()


def vergeet_oude_gasten() -> str:
    """Forget meeting by meeting, and say how many: each is one change, so that an interruption leaves nothing half."""
    bijeenkomsten = gasten = 0
    for sessie in te_vergeten():
        with suppress(Geweigerd):  # somebody else does the same at this moment
            gasten += vergeet_gasten(sessie=sessie, door=None)
            bijeenkomsten += 1
    return f"Bijeenkomsten: {bijeenkomsten}. Gasten vergeten: {gasten}."
