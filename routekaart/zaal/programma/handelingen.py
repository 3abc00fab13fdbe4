# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the programme. What the room has been at stays as it was: people answered that question."""

from django.db.models import F

from routekaart.zaal.models import Fase, Fasestap, Methode, Ronde
from routekaart.zaal.voorbereiden.staat import is_open
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd

_OPZIJ = 1000  # while places are changed, no two questions may have the same one


def _vers(v: Wijziging, ronde: Ronde, versie: int | None = None) -> Ronde:
    """Re-read a question under the lock. Raises Geweigerd when somebody removed it meanwhile."""
    is_open(ronde.sessie)
    if not Ronde.objects.filter(pk=ronde.pk).exists():
        raise Geweigerd("Deze vraag staat niet meer in het programma.")
    return v.vers(ronde, versie=versie)


def _niet_bereikt(ronde: Ronde) -> None:
    if Fasestap.objects.filter(ronde=ronde).exists():
        raise Geweigerd("De zaal is al bij deze vraag geweest. Zij blijft waar zij staat.")


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
    with wijziging(ronde.wijk, soort="vraag_gewijzigd", door=door) as v:
        nu = _vers(v, ronde, versie)
        if Fasestap.objects.filter(ronde=nu).exclude(fase=Fase.WACHT).exists():
            raise Geweigerd("De zaal is al met deze vraag begonnen. Zij kan niet meer anders worden.")
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
    with wijziging(ronde.wijk, soort="vraag_verplaatst", door=door) as v:
        nu = _vers(v, ronde)
        _niet_bereikt(nu)
        andere = Ronde.objects.filter(sessie=nu.sessie_id, volgorde=nu.volgorde + (-1 if omhoog else 1)).first()
        if andere is None:
            raise Geweigerd(f"Deze vraag staat al {'vooraan' if omhoog else 'achteraan'}.")
        _niet_bereikt(andere)
        for wie, plaats in ((nu, _OPZIJ), (andere, nu.volgorde), (nu, andere.volgorde)):
            Ronde.objects.filter(pk=wie.pk).update(volgorde=plaats)
        v.noteer(nu, nieuw={"titel": ronde.sessie.titel, "vraag": nu.vraag_nl, "plaats": andere.volgorde})


def verwijder(*, ronde: Ronde, door: Gebruiker | None) -> None:
    """Take a question out of the programme. Raises Geweigerd when the room was at it, or after closing."""
    with wijziging(ronde.wijk, soort="vraag_verwijderd", door=door) as v:
        nu = _vers(v, ronde)
        _niet_bereikt(nu)
        Ronde.objects.filter(pk=nu.pk).delete()
        later = Ronde.objects.filter(sessie=nu.sessie_id, volgorde__gt=nu.volgorde)
        later.update(volgorde=F("volgorde") + _OPZIJ)
        later.update(volgorde=F("volgorde") - _OPZIJ - 1)
        v.noteer(nu, oud={"vraag": nu.vraag_nl}, nieuw={"titel": ronde.sessie.titel})
