# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the wall: one group large and back, letting cards through, Dutch beside a card."""

from collections.abc import Sequence

from routekaart.zaal.gesloten import moet_open_zijn
from routekaart.zaal.models import Doorlating, Kaart, Kaartgroep, Kaartvertaling, Ronde, Uitvergroting
from routekaart.zaal.zicht import wachtend
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd


def vergroot(*, groep: Kaartgroep, door: Gebruiker | None) -> Uitvergroting:
    """Show one group large on the wall, in place of all. Raises Geweigerd after closing."""
    with wijziging(groep.wijk, soort="groep_vergroot", door=door) as v:
        moet_open_zijn(groep.ronde.sessie)
        rij, _ = Uitvergroting.objects.update_or_create(
            ronde=groep.ronde, defaults={"groep": groep, "versie": v.versie, "moment": v.moment, "door": door}
        )
        v.noteer(groep, nieuw={"titel": groep.ronde.sessie.titel, "naam": groep.naam})
    return rij


def toon_alle_groepen(*, ronde: Ronde, door: Gebruiker | None) -> None:
    """Show all groups on the wall again. Raises Geweigerd when they are shown, or after closing."""
    with wijziging(ronde.wijk, soort="groepen_getoond", door=door) as v:
        moet_open_zijn(ronde.sessie)
        weg, _ = Uitvergroting.objects.filter(ronde=ronde).delete()
        if not weg:
            raise Geweigerd("Alle groepen staan al op het scherm.")
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel})


def laat_door(*, ronde: Ronde, door: Gebruiker | None, kaarten: Sequence[Kaart] | None = None) -> list[Doorlating]:
    """Let cards that wait through to the wall: these, or all that wait now. One change for all.

    Raises Geweigerd when none of them waits, or after closing.
    """
    with wijziging(ronde.wijk, soort="kaarten_doorgelaten", door=door) as v:
        moet_open_zijn(ronde.sessie)
        rijen = wachtend(ronde)
        if kaarten is not None:
            rijen = rijen.filter(pk__in=[k.pk for k in kaarten])
        gaan = list(rijen)
        if not gaan:
            raise Geweigerd("Deze kaart wacht niet meer.")
        gedaan = Doorlating.objects.bulk_create(
            Doorlating(kaart=k, versie=v.versie, moment=v.moment, door=door) for k in gaan
        )
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": [str(k.sleutel) for k in gaan]})
    return gedaan


def vertaal(*, kaart: Kaart, tekst: str, door: Gebruiker | None) -> None:
    """Set Dutch beside a card, or take it away when there is no text. The card itself stays as it is.

    Raises Geweigerd for a card in Dutch, or after closing.
    """
    with wijziging(kaart.wijk, soort="kaart_vertaald", door=door) as v:
        moet_open_zijn(kaart.ronde.sessie)
        if kaart.taal == "nl":
            raise Geweigerd("Deze kaart is al in het Nederlands.", veld="tekst")
        oud = Kaartvertaling.objects.filter(kaart=kaart).first()
        if tekst:
            Kaartvertaling.objects.update_or_create(
                kaart=kaart, defaults={"tekst": tekst, "versie": v.versie, "moment": v.moment, "door": door}
            )
        elif oud:
            oud.delete()
        v.noteer(
            kaart,
            oud={"vertaling": oud.tekst if oud else ""},
            nieuw={"titel": kaart.ronde.sessie.titel, "tekst": tekst},
        )
