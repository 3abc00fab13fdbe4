# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the programme: its questions, and the steps that the room takes through them."""

from datetime import timedelta

from django.db.models import F

from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Ronde, Sessie, Stap, Zaalstap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.staat import moet_doorgaan, moet_open_zijn, zaal
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "stap_net_gezet": "Iemand anders zette net een stap. Kijk waar de zaal nu is.",
    "geen_tijd_loopt": "Er loopt nu geen tijd.",
    "vraag_niet_meer_in_programma": "Deze vraag staat niet meer in het programma.",
    "vraag_al_bereikt": "De zaal is al bij deze vraag geweest. Zij blijft waar zij staat.",
    "vraag_al_begonnen": "De zaal is al met deze vraag begonnen. Zij kan niet meer anders worden.",
    "vraag_staat_vooraan": "Deze vraag staat al vooraan.",
    "vraag_staat_achteraan": "Deze vraag staat al achteraan.",
}
offer_refusals(WEIGERINGEN)

VRAAG_TOEGEVOEGD = regelsoort(
    "vraag_toegevoegd",
    lambda r: f"Bij {zaal(r)} is een vraag toegevoegd: {r.nieuw['vraag']}",
    live={"wand", "telefoon"},
)
SESSIE_VERDER = regelsoort(
    "sessie_verder",
    lambda r: f"In {zaal(r)}, vraag {r.nieuw['vraag']}: {Stap(r.nieuw['stap']).label}.",
    live={"wand", "telefoon"},
)
SESSIE_VERLENGD = regelsoort(
    "sessie_verlengd", lambda r: f"In {zaal(r)} kwam er een minuut bij.", live={"wand", "telefoon"}
)
VRAAG_GEWIJZIGD = regelsoort(
    "vraag_gewijzigd", lambda r: f"Bij {zaal(r)} is een vraag gewijzigd: {r.nieuw['vraag']}", live={"wand", "telefoon"}
)
VRAAG_VERPLAATST = regelsoort(
    "vraag_verplaatst",
    lambda r: f"Bij {zaal(r)} is een vraag verplaatst: {r.nieuw['vraag']}",
    live={"wand", "telefoon"},
)
VRAAG_VERWIJDERD = regelsoort(
    "vraag_verwijderd", lambda r: f"Bij {zaal(r)} is een vraag weggehaald: {r.oud['vraag']}", live={"wand", "telefoon"}
)


def voeg_vraag_toe(
    *,
    sessie: Sessie,
    vraag: str,
    methode: Methode,
    door: Gebruiker | None,
    vraag_en: str = "",
    perron: int | None = None,
    anoniem: bool = True,
    minuten: int = 5,
    keuring: bool = False,
) -> Ronde:
    """Put another question at the end of the programme. Raises Geweigerd after closing."""
    with wijziging(sessie.wijk, soort=VRAAG_TOEGEVOEGD, door=door) as v:
        moet_open_zijn(sessie)
        ronde = Ronde.objects.create(
            sessie=sessie,
            volgorde=sessie.rondes.count() + 1,
            vraag_nl=vraag,
            vraag_en=vraag_en,
            perron=perron,
            methode=methode,
            anoniem=anoniem,
            verdekt=True,
            minuten=minuten,
            keuring=keuring,
            versie=v.versie,
            moment=v.moment,
        )
        v.noteer(ronde, nieuw={"titel": sessie.titel, "vraag": vraag})
    return ronde


def zet_stap(v: Wijziging, ronde: Ronde, stap: Stap, door: Gebruiker | None) -> Zaalstap:
    minuten = methode_van(ronde).minuten(stap, ronde.minuten)
    eindigt = v.moment + timedelta(minutes=minuten) if minuten else None
    return Zaalstap.objects.create(ronde=ronde, stap=stap, eindigt=eindigt, versie=v.versie, moment=v.moment, door=door)


def ga_naar(*, ronde: Ronde, stap: Stap, gezien: int, door: Gebruiker | None) -> Zaalstap:
    """Bring the room to a step. `gezien` is the version of the step that the facilitator saw.

    Raises Geweigerd when another facilitator was earlier (two presses must not skip a step), or after closing.
    """
    with wijziging(ronde.wijk, soort=SESSIE_VERDER, door=door) as v:
        moet_open_zijn(ronde.sessie)
        if zaalstand(ronde.sessie).versie != gezien:
            raise Geweigerd("stap_net_gezet")
        zet = zet_stap(v, ronde, stap, door)
        v.noteer(ronde.sessie, nieuw={"titel": ronde.sessie.titel, "vraag": ronde.volgorde, "stap": stap})
    return zet


def verleng(*, sessie: Sessie, door: Gebruiker | None, minuten: int = 1) -> Zaalstap:
    """Give the room more time, from now if the time was up. Raises Geweigerd when no timer runs, or after closing."""
    with wijziging(sessie.wijk, soort=SESSIE_VERLENGD, door=door) as v:
        moet_open_zijn(sessie)
        stand = zaalstand(sessie)
        if stand.eindigt is None:
            raise Geweigerd("geen_tijd_loopt")
        zet = Zaalstap.objects.create(
            ronde=stand.ronde,
            stap=stand.stap,
            eindigt=max(stand.eindigt, v.moment) + timedelta(minutes=minuten),
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        v.noteer(sessie, nieuw={"titel": sessie.titel, "minuten": minuten})
    return zet


_OPZIJ = 1000  # while places are changed, no two questions may have the same one


def _vers(v: Wijziging, ronde: Ronde, versie: int | None = None) -> Ronde:
    """Re-read a question under the lock. Raises Geweigerd when somebody removed it meanwhile."""
    moet_doorgaan(ronde.sessie)
    if not Ronde.objects.filter(pk=ronde.pk).exists():
        raise Geweigerd("vraag_niet_meer_in_programma")
    return v.vers(ronde, versie=versie)


def _niet_bereikt(ronde: Ronde) -> None:
    if Zaalstap.objects.filter(ronde=ronde).exists():
        raise Geweigerd("vraag_al_bereikt")


def wijzig_vraag(  # noqa: PLR0913 - a question has that many sides
    *,
    ronde: Ronde,
    versie: int,
    vraag: str,
    methode: Methode,
    door: Gebruiker | None,
    vraag_en: str = "",
    perron: int | None = None,
    anoniem: bool = True,
    verdekt: bool = True,
    keuring: bool = False,
    minuten: int = 5,
) -> Ronde:
    """Change a question. Raises Verouderd, or Geweigerd once the room has begun with it, or after closing.

    That holds for anonymity most of all: it is decided before people write.
    """
    with wijziging(ronde.wijk, soort=VRAAG_GEWIJZIGD, door=door) as v:
        nu = _vers(v, ronde, versie)
        if Zaalstap.objects.filter(ronde=nu).exclude(stap=Stap.WACHT).exists():
            raise Geweigerd("vraag_al_begonnen")
        oud = {"vraag": nu.vraag_nl, "methode": nu.methode, "anoniem": nu.anoniem}
        nu.vraag_nl, nu.vraag_en, nu.methode, nu.perron = vraag, vraag_en, methode, perron
        nu.anoniem, nu.verdekt, nu.keuring = anoniem, verdekt, keuring
        nu.minuten, nu.versie = minuten, v.versie
        nu.save()
        nieuw = {"vraag": vraag, "methode": methode, "anoniem": anoniem}
        v.noteer(nu, oud=oud, nieuw={"titel": ronde.sessie.titel, **nieuw})
    return nu


def verplaats(*, ronde: Ronde, omhoog: bool, door: Gebruiker | None) -> None:
    """Let a question change places with the one before it, or after it.

    Raises Geweigerd when one of both was reached by the room, or at the end of the programme.
    """
    with wijziging(ronde.wijk, soort=VRAAG_VERPLAATST, door=door) as v:
        nu = _vers(v, ronde)
        _niet_bereikt(nu)
        andere = Ronde.objects.filter(sessie=nu.sessie_id, volgorde=nu.volgorde + (-1 if omhoog else 1)).first()
        if andere is None:
            raise Geweigerd("vraag_staat_vooraan" if omhoog else "vraag_staat_achteraan")
        _niet_bereikt(andere)
        for wie, plaats in ((nu, _OPZIJ), (andere, nu.volgorde), (nu, andere.volgorde)):
            Ronde.objects.filter(pk=wie.pk).update(volgorde=plaats)
        v.noteer(nu, nieuw={"titel": ronde.sessie.titel, "vraag": nu.vraag_nl, "plaats": andere.volgorde})


def verwijder(*, ronde: Ronde, door: Gebruiker | None) -> None:
    """Take a question out of the programme. Raises Geweigerd when the room was at it, or after closing."""
    with wijziging(ronde.wijk, soort=VRAAG_VERWIJDERD, door=door) as v:
        nu = _vers(v, ronde)
        _niet_bereikt(nu)
        Ronde.objects.filter(pk=nu.pk).delete()
        later = Ronde.objects.filter(sessie=nu.sessie_id, volgorde__gt=nu.volgorde)
        later.update(volgorde=F("volgorde") + _OPZIJ)
        later.update(volgorde=F("volgorde") - _OPZIJ - 1)
        v.noteer(nu, oud={"vraag": nu.vraag_nl}, nieuw={"titel": ronde.sessie.titel})
