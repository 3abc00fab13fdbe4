# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of cards: handing in, from paper, off the wall, in groups, read first, Dutch beside them.

In an anonymous question neither card nor journal line refers to guest or party.
"""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.db import IntegrityError

from routekaart.zaal.kaarten.inlevering import (
    StaatErAl,
    moet_nieuw_zijn,
    namens,
    neemt_kaarten,
    reekssleutels,
    telefoonkaart,
)
from routekaart.zaal.kaarten.lezen import wachtend
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.methoden.vondst import Gevonden
from routekaart.zaal.models import (
    Doorlating,
    Gast,
    Herkomst,
    Kaart,
    Kaartgroep,
    Kaartverberging,
    Kaartvertaling,
    Plaatsing,
    Ronde,
    Taal,
    Uitvergroting,
    Vondst,
)
from routekaart.zaal.sessie.staat import moet_open_zijn, zaal
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "kaart_al_verborgen": "Deze kaart is al verborgen.",
    "kaart_al_op_scherm": "Deze kaart staat al op het scherm.",
    "geen_kaarten_gekozen": "Kies eerst een of meer kaarten.",
    "geen_kaarten_in_groep_gekozen": "Kies eerst kaarten die in een groep liggen.",
    "groepen_al_op_scherm": "Alle groepen staan al op het scherm.",
    "kaart_wacht_niet_meer": "Deze kaart wacht niet meer.",
    "kaart_al_in_nederlands": "Deze kaart is al in het Nederlands.",
}
offer_refusals(WEIGERINGEN)

KAART_INGELEVERD = regelsoort(
    "kaart_ingeleverd", lambda r: f"Een kaart is ingeleverd bij {zaal(r)}.", live={"kaart_erbij"}
)
KAARTEN_OPGESCHREVEN = regelsoort(
    "kaarten_opgeschreven",
    lambda r: f"Kaarten van papier bij {zaal(r)}: {sum(n for _, n in r.nieuw['kaarten'])}.",
    live={"kaart_erbij"},
)
KAART_VERBORGEN = regelsoort(
    "kaart_verborgen", lambda r: f"Bij {zaal(r)} is een kaart van het scherm gehaald.", live={"telefoon"}
)
KAART_GETOOND = regelsoort(
    "kaart_getoond", lambda r: f"Bij {zaal(r)} staat een kaart weer op het scherm.", live={"telefoon"}
)
KAARTEN_GEGROEPEERD = regelsoort(
    "kaarten_gegroepeerd", lambda r: f"Bij {zaal(r)} liggen kaarten in de groep “{r.nieuw['naam']}”."
)
KAARTEN_LOSGEMAAKT = regelsoort("kaarten_losgemaakt", lambda r: f"Bij {zaal(r)} zijn kaarten uit hun groep gehaald.")
TAFEL_INGELEVERD = regelsoort(
    "tafel_ingeleverd",
    lambda r: f"Een tafel leverde kaarten in bij {zaal(r)}: {sum(n for _, n in r.nieuw['kaarten'])}.",
    live={"kaart_erbij"},
)
GROEP_VERGROOT = regelsoort(
    "groep_vergroot", lambda r: f"Bij {zaal(r)} staat de groep “{r.nieuw['naam']}” groot op het scherm."
)
GROEPEN_GETOOND = regelsoort("groepen_getoond", lambda r: f"Bij {zaal(r)} staan alle groepen weer op het scherm.")
KAARTEN_DOORGELATEN = regelsoort(
    "kaarten_doorgelaten",
    lambda r: f"Bij {zaal(r)} zijn kaarten doorgelaten: {len(r.nieuw['kaarten'])}.",
    live={"telefoon"},
)
KAART_VERTAALD = regelsoort("kaart_vertaald", lambda r: f"Bij {zaal(r)} staat Nederlands bij een kaart.")


def lever_in(*, ronde: Ronde, gast: Gast, tekst: str, apparaatsleutel: UUID, vondst: Gevonden | None = None) -> Kaart:
    """Take a card from a phone. The same key a second time is the same card, whatever the network did.

    `vondst` holds the parts of a card that names a treasure or a party.

    Raises Geweigerd when the room is at another question, before its writing, or after closing.
    """
    try:
        with wijziging(ronde.wijk, soort=KAART_INGELEVERD, door=None, namens=namens(ronde, gast)) as v:
            neemt_kaarten(ronde)
            kaart = telefoonkaart(v, ronde=ronde, gast=gast, tekst=tekst, apparaatsleutel=apparaatsleutel)
            kaart.save(force_insert=True)
            if vondst:
                Vondst.objects.create(kaart=kaart, **asdict(vondst))
            v.noteer(kaart, nieuw={"titel": ronde.sessie.titel, "tekst": tekst})
    except (IntegrityError, Geweigerd):
        # Sent again, perhaps when the room was further: the first time it was stored. Looked up only now, because
        # nearly every card comes once and 300 phones write at the same moment.
        eerder = Kaart.objects.filter(ronde=ronde, apparaatsleutel=apparaatsleutel).first()
        if eerder is None:
            raise
        return eerder
    return kaart


def schrijf_op(
    *, ronde: Ronde, regels: Sequence[tuple[str, int]], sleutel: UUID, door: Gebruiker | None
) -> list[Kaart]:
    """Put cards from paper, or from people who speak up, on the wall: texts with how often each was said.

    One change for all lines; the same `sleutel` again adds nothing. Raises Geweigerd after closing.
    """
    sleutels = reekssleutels(sleutel, len(regels))
    try:
        with wijziging(ronde.wijk, soort=KAARTEN_OPGESCHREVEN, door=door) as v:
            moet_nieuw_zijn(Kaart.objects.filter(ronde=ronde, apparaatsleutel=sleutels[0]))
            moet_open_zijn(ronde.sessie)
            kaarten = Kaart.objects.bulk_create(
                Kaart(
                    ronde=ronde,
                    tekst=tekst,
                    aantal=aantal,
                    taal=Taal.NL,
                    herkomst=Herkomst.PAPIER,
                    anoniem=ronde.anoniem,
                    apparaatsleutel=eigen,
                    versie=v.versie,
                    moment=v.moment,
                )
                for (tekst, aantal), eigen in zip(regels, sleutels, strict=True)
            )
            gelezen = [(k, methode_van(ronde).lees_papier(k.tekst)) for k in kaarten]
            Vondst.objects.bulk_create([Vondst(kaart=k, **asdict(vondst)) for k, vondst in gelezen if vondst])
            v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": [[t, n] for t, n in regels]})
    except StaatErAl:
        return list(Kaart.objects.filter(ronde=ronde, apparaatsleutel__in=sleutels))
    return kaarten


def verberg(*, kaart: Kaart, door: Gebruiker | None) -> Kaartverberging:
    """Take a card off the wall; it is kept. Raises Geweigerd when it was taken off already, or after closing."""
    with wijziging(kaart.wijk, soort=KAART_VERBORGEN, door=door) as v:
        moet_open_zijn(kaart.ronde.sessie)
        if Kaartverberging.objects.filter(kaart=kaart).exists():
            raise Geweigerd("kaart_al_verborgen")
        rij = Kaartverberging.objects.create(kaart=kaart, versie=v.versie, moment=v.moment, door=door)
        v.noteer(kaart, oud={"tekst": kaart.tekst}, nieuw={"titel": kaart.ronde.sessie.titel})
    return rij


def toon_weer(*, kaart: Kaart, door: Gebruiker | None) -> Kaart:
    """Put a hidden card on the wall again. Raises Geweigerd when it is there, or after closing."""
    with wijziging(kaart.wijk, soort=KAART_GETOOND, door=door) as v:
        moet_open_zijn(kaart.ronde.sessie)
        weg, _ = Kaartverberging.objects.filter(kaart=kaart).delete()
        if not weg:
            raise Geweigerd("kaart_al_op_scherm")
        v.noteer(kaart, nieuw={"titel": kaart.ronde.sessie.titel, "tekst": kaart.tekst})
    return kaart


def groepeer(*, ronde: Ronde, kaarten: Sequence[Kaart], naam: str, door: Gebruiker | None) -> Kaartgroep:
    """Lay cards in the group of this name, which is made when it is new. A card lies in one group.

    Raises Geweigerd without cards, or after closing.
    """
    with wijziging(ronde.wijk, soort=KAARTEN_GEGROEPEERD, door=door) as v:
        moet_open_zijn(ronde.sessie)
        if not kaarten:
            raise Geweigerd("geen_kaarten_gekozen", veld="kaarten")
        groep = Kaartgroep.objects.filter(ronde=ronde, naam__iexact=naam).first() or Kaartgroep.objects.create(
            ronde=ronde, naam=naam, versie=v.versie, moment=v.moment
        )
        Plaatsing.objects.filter(kaart__in=kaarten).delete()
        Plaatsing.objects.bulk_create(
            Plaatsing(kaart=k, groep=groep, versie=v.versie, moment=v.moment) for k in kaarten
        )
        _ruim_lege_groepen_op(ronde)
        v.noteer(groep, nieuw={"titel": ronde.sessie.titel, "naam": groep.naam, "kaarten": _sleutels(kaarten)})
    return groep


def haal_uit_groep(*, ronde: Ronde, kaarten: Sequence[Kaart], door: Gebruiker | None) -> None:
    """Take cards out of their groups. Raises Geweigerd when none of them lies in one, or after closing."""
    with wijziging(ronde.wijk, soort=KAARTEN_LOSGEMAAKT, door=door) as v:
        moet_open_zijn(ronde.sessie)
        weg, _ = Plaatsing.objects.filter(kaart__in=kaarten).delete()
        if not weg:
            raise Geweigerd("geen_kaarten_in_groep_gekozen", veld="kaarten")
        _ruim_lege_groepen_op(ronde)
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": _sleutels(kaarten)})


def _ruim_lege_groepen_op(ronde: Ronde) -> None:
    Kaartgroep.objects.filter(ronde=ronde, plaatsingen=None).delete()


def _sleutels(kaarten: Sequence[Kaart]) -> list[str]:
    return [str(k.sleutel) for k in kaarten]


def lever_tafel_in(*, ronde: Ronde, gast: Gast, regels: Sequence[tuple[str, int]], sleutel: UUID) -> list[Kaart]:
    """Take the cards of a whole table: texts with how often each was said. The same `sleutel` again adds nothing.

    Raises Geweigerd when the room is at another question, before its writing, or after closing.
    """
    sleutels = reekssleutels(sleutel, len(regels))
    al = Kaart.objects.filter(ronde=ronde, apparaatsleutel__in=sleutels)
    try:
        with wijziging(ronde.wijk, soort=TAFEL_INGELEVERD, door=None, namens=namens(ronde, gast)) as v:
            moet_nieuw_zijn(al)  # first: what came in before the room went on stays in
            neemt_kaarten(ronde)
            kaarten = Kaart.objects.bulk_create(
                telefoonkaart(v, ronde=ronde, gast=gast, tekst=tekst, aantal=aantal, apparaatsleutel=eigen)
                for (tekst, aantal), eigen in zip(regels, sleutels, strict=True)
            )
            v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": [[t, n] for t, n in regels]})
    except StaatErAl:
        return list(al.order_by("pk"))
    return kaarten


def vergroot(*, groep: Kaartgroep, door: Gebruiker | None) -> Uitvergroting:
    """Show one group large on the wall, in place of all. Raises Geweigerd after closing."""
    with wijziging(groep.wijk, soort=GROEP_VERGROOT, door=door) as v:
        moet_open_zijn(groep.ronde.sessie)
        rij, _ = Uitvergroting.objects.update_or_create(
            ronde=groep.ronde, defaults={"groep": groep, "versie": v.versie, "moment": v.moment, "door": door}
        )
        v.noteer(groep, nieuw={"titel": groep.ronde.sessie.titel, "naam": groep.naam})
    return rij


def toon_alle_groepen(*, ronde: Ronde, door: Gebruiker | None) -> None:
    """Show all groups on the wall again. Raises Geweigerd when they are shown, or after closing."""
    with wijziging(ronde.wijk, soort=GROEPEN_GETOOND, door=door) as v:
        moet_open_zijn(ronde.sessie)
        weg, _ = Uitvergroting.objects.filter(ronde=ronde).delete()
        if not weg:
            raise Geweigerd("groepen_al_op_scherm")
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel})


def laat_door(*, ronde: Ronde, door: Gebruiker | None, kaarten: Sequence[Kaart] | None = None) -> list[Doorlating]:
    """Let cards that wait through to the wall: these, or all that wait now. One change for all.

    Raises Geweigerd when none of them waits, or after closing.
    """
    with wijziging(ronde.wijk, soort=KAARTEN_DOORGELATEN, door=door) as v:
        moet_open_zijn(ronde.sessie)
        rijen = wachtend(ronde)
        if kaarten is not None:
            rijen = rijen.filter(pk__in=[k.pk for k in kaarten])
        gaan = list(rijen)
        if not gaan:
            raise Geweigerd("kaart_wacht_niet_meer")
        gedaan = Doorlating.objects.bulk_create(
            Doorlating(kaart=k, versie=v.versie, moment=v.moment, door=door) for k in gaan
        )
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": [str(k.sleutel) for k in gaan]})
    return gedaan


def vertaal(*, kaart: Kaart, tekst: str, door: Gebruiker | None) -> None:
    """Set Dutch beside a card, or take it away when there is no text. The card itself stays as it is.

    Raises Geweigerd for a card in Dutch, or after closing.
    """
    with wijziging(kaart.wijk, soort=KAART_VERTAALD, door=door) as v:
        moet_open_zijn(kaart.ronde.sessie)
        if kaart.taal == "nl":
            raise Geweigerd("kaart_al_in_nederlands", veld="tekst")
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
