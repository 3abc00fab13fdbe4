# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the room. Each is one change: one lock, one version, one journal line.

In an anonymous question neither card nor journal line refers to guest or party.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone

from actoren.models import Actor, Deelname
from routekaart.toegang import huidige_routekaart
from routekaart.zaal.codes import nieuwe_code
from routekaart.zaal.fasen import minuten_voor
from routekaart.zaal.gesloten import moet_open_zijn
from routekaart.zaal.inlevering import StaatErAl, is_nieuw, namens, neemt_kaarten, reekssleutels, telefoonkaart
from routekaart.zaal.methoden.vondst import SOORTEN, Gevonden, lees_vondst
from routekaart.zaal.models import (
    Aanwezigheid,
    Actie,
    Fase,
    Fasestap,
    Gast,
    Gastsoort,
    Herkomst,
    Kaart,
    Kaartgroep,
    Kaartverberging,
    Methode,
    Plaatsing,
    Ronde,
    Sessie,
    Sessiesluiting,
    Sessiesoort,
    Taal,
    Uitkomst,
    Vervolg,
    Vondst,
)
from routekaart.zaal.stand import zaalstand
from routekaart.zaal.stemmen.handelingen import maak_los_van_toestellen
from wijken.models import Wijk
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd

MAG_GEWOON_EINDIGEN = {Sessiesoort.WEEKSTART, Sessiesoort.PLANNINGVRIJ}


def vrije_code() -> str:
    """Draw a code that no meeting has."""
    code = nieuwe_code()
    while Sessie.objects.filter(code=code).exists():
        code = nieuwe_code()
    return code


def begin_nu(
    *,
    wijk: Wijk,
    vraag: str,
    door: Gebruiker | None,
    perron: int | None = None,
    anoniem: bool = True,
    soort: Sessiesoort = Sessiesoort.VRAAG,
) -> Sessie:
    """Begin a meeting with one question and everything else default: cards face down, five minutes to write."""
    with wijziging(wijk, soort="sessie_begonnen", door=door) as v:
        sessie = Sessie.objects.create(
            wijk=v.wijk,
            routekaart=huidige_routekaart(v.wijk),
            soort=soort,
            titel=vraag[:117] + "…" if len(vraag) > 120 else vraag,
            datum=timezone.localdate(v.moment),
            code=vrije_code(),
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        ronde = Ronde.objects.create(
            sessie=sessie,
            volgorde=1,
            vraag_nl=vraag,
            perron=perron,
            methode=Methode.OPEN,
            anoniem=anoniem,
            verdekt=True,
            versie=v.versie,
            moment=v.moment,
        )
        _zet_stap(v, ronde, Fase.WACHT, door)
        v.noteer(sessie, nieuw={"titel": sessie.titel})
    return sessie


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
    with wijziging(sessie.wijk, soort="vraag_toegevoegd", door=door) as v:
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


def _zet_stap(v: Wijziging, ronde: Ronde, fase: Fase, door: Gebruiker | None) -> Fasestap:
    minuten = minuten_voor(ronde.methode, fase, ronde.minuten)
    eindigt = v.moment + timedelta(minutes=minuten) if minuten else None
    return Fasestap.objects.create(ronde=ronde, fase=fase, eindigt=eindigt, versie=v.versie, moment=v.moment, door=door)


def ga_naar(*, ronde: Ronde, fase: Fase, gezien: int, door: Gebruiker | None) -> Fasestap:
    """Bring the room to a step. `gezien` is the version of the step that the facilitator saw.

    Raises Geweigerd when another facilitator was earlier (two presses must not skip a step), or after closing.
    """
    with wijziging(ronde.wijk, soort="sessie_verder", door=door) as v:
        moet_open_zijn(ronde.sessie)
        if zaalstand(ronde.sessie).versie != gezien:
            raise Geweigerd("Iemand anders zette net een stap. Kijk waar de zaal nu is.")
        stap = _zet_stap(v, ronde, fase, door)
        v.noteer(ronde.sessie, nieuw={"titel": ronde.sessie.titel, "vraag": ronde.volgorde, "fase": fase})
    return stap


def verleng(*, sessie: Sessie, door: Gebruiker | None, minuten: int = 1) -> Fasestap:
    """Give the room more time, from now if the time was up. Raises Geweigerd when no timer runs, or after closing."""
    with wijziging(sessie.wijk, soort="sessie_verlengd", door=door) as v:
        moet_open_zijn(sessie)
        stand = zaalstand(sessie)
        if stand.eindigt is None:
            raise Geweigerd("Er loopt nu geen tijd.")
        stap = Fasestap.objects.create(
            ronde=stand.ronde,
            fase=stand.fase,
            eindigt=max(stand.eindigt, v.moment) + timedelta(minutes=minuten),
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        v.noteer(sessie, nieuw={"titel": sessie.titel, "minuten": minuten})
    return stap


def laat_binnen(*, sessie: Sessie, soort: Gastsoort, actor: Actor | None, taal: Taal, naam: str = "") -> Gast:
    """Let a guest in. The journal names the party, never the person. Raises Geweigerd after closing."""
    with wijziging(sessie.wijk, soort="gast_binnen", door=None, namens=actor) as v:
        moet_open_zijn(sessie, "afgelopen")
        if actor and not Deelname.objects.filter(wijk=v.wijk, actor=actor).exists():
            raise Geweigerd("kies_wie", veld="wie")
        gast = Gast.objects.create(
            sessie=sessie, soort=soort, actor=actor, taal=taal, naam=naam, versie=v.versie, moment=v.moment
        )
        v.noteer(sessie, nieuw={"titel": sessie.titel})
    return gast


def meld_aanwezig(*, sessie: Sessie, actor: Actor, er: bool, door: Gebruiker | None) -> None:
    """Say that a party is in the room without a phone, or take that back. Raises Geweigerd after closing."""
    with wijziging(sessie.wijk, soort="partij_gezien", door=door, namens=actor) as v:
        moet_open_zijn(sessie)
        if er:
            Aanwezigheid.objects.get_or_create(
                sessie=sessie, actor=actor, defaults={"versie": v.versie, "moment": v.moment}
            )
        else:
            Aanwezigheid.objects.filter(sessie=sessie, actor=actor).delete()
        v.noteer(sessie, nieuw={"titel": sessie.titel, "er": er})


def lever_in(*, ronde: Ronde, gast: Gast, tekst: str, apparaatsleutel: UUID, vondst: Gevonden | None = None) -> Kaart:
    """Take a card from a phone. The same key a second time is the same card, whatever the network did.

    `vondst` holds the parts of a card that names a treasure or a party.

    Raises Geweigerd when the room is at another question, before its writing, or after closing.
    """
    try:
        with wijziging(ronde.wijk, soort="kaart_ingeleverd", door=None, namens=namens(ronde, gast)) as v:
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


def sluit_sessie(*, sessie: Sessie, reden: str, door: Gebruiker | None, vervolg: str = "") -> Sessiesluiting:
    """Close a meeting. The keys that phones made for their cards go. `vervolg` says when the room meets again.

    Raises Geweigerd when it is closed already, or when a work session ends without actions and without saying why.
    """
    with wijziging(sessie.wijk, soort="sessie_gesloten", door=door) as v:
        moet_open_zijn(sessie)
        acties = Actie.objects.filter(sessie=sessie).exists()
        if not (acties or reden or sessie.soort in MAG_GEWOON_EINDIGEN):
            raise Geweigerd("Er zijn geen acties afgesproken. Schrijf op waarom.", veld="reden")
        if acties and reden:
            raise Geweigerd("Er zijn acties afgesproken. Laat dit veld dan leeg.", veld="reden")
        uitkomst = Uitkomst.ACTIES if acties else Uitkomst.GEEN if reden else Uitkomst.GEWOON
        sluiting = Sessiesluiting.objects.create(
            sessie=sessie,
            uitkomst=uitkomst,
            reden=reden,
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        if vervolg:
            Vervolg.objects.create(sessie=sessie, tekst=vervolg, versie=v.versie, moment=v.moment)
        Kaart.objects.filter(ronde__sessie=sessie).update(apparaatsleutel=None)
        maak_los_van_toestellen([r.pk for r in sessie.rondes.all()])
        v.noteer(sessie, nieuw={"titel": sessie.titel, "reden": reden})
    return sluiting


def schrijf_op(
    *, ronde: Ronde, regels: Sequence[tuple[str, int]], sleutel: UUID, door: Gebruiker | None
) -> list[Kaart]:
    """Put cards from paper, or from people who speak up, on the wall: texts with how often each was said.

    One change for all lines; the same `sleutel` again adds nothing. Raises Geweigerd after closing.
    """
    sleutels = reekssleutels(sleutel, len(regels))
    try:
        with wijziging(ronde.wijk, soort="kaarten_opgeschreven", door=door) as v:
            is_nieuw(Kaart.objects.filter(ronde=ronde, apparaatsleutel=sleutels[0]))
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
            if ronde.methode in SOORTEN:
                Vondst.objects.bulk_create(
                    Vondst(kaart=k, **asdict(lees_vondst(k.tekst, ronde.methode))) for k in kaarten
                )
            v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": [[t, n] for t, n in regels]})
    except StaatErAl:
        return list(Kaart.objects.filter(ronde=ronde, apparaatsleutel__in=sleutels))
    return kaarten


def verberg(*, kaart: Kaart, door: Gebruiker | None) -> Kaartverberging:
    """Take a card off the wall; it is kept. Raises Geweigerd when it was taken off already, or after closing."""
    with wijziging(kaart.wijk, soort="kaart_verborgen", door=door) as v:
        moet_open_zijn(kaart.ronde.sessie)
        if Kaartverberging.objects.filter(kaart=kaart).exists():
            raise Geweigerd("Deze kaart is al verborgen.")
        rij = Kaartverberging.objects.create(kaart=kaart, versie=v.versie, moment=v.moment, door=door)
        v.noteer(kaart, oud={"tekst": kaart.tekst}, nieuw={"titel": kaart.ronde.sessie.titel})
    return rij


def toon_weer(*, kaart: Kaart, door: Gebruiker | None) -> Kaart:
    """Put a hidden card on the wall again. Raises Geweigerd when it is there, or after closing."""
    with wijziging(kaart.wijk, soort="kaart_getoond", door=door) as v:
        moet_open_zijn(kaart.ronde.sessie)
        weg, _ = Kaartverberging.objects.filter(kaart=kaart).delete()
        if not weg:
            raise Geweigerd("Deze kaart staat al op het scherm.")
        v.noteer(kaart, nieuw={"titel": kaart.ronde.sessie.titel, "tekst": kaart.tekst})
    return kaart


def groepeer(*, ronde: Ronde, kaarten: Sequence[Kaart], naam: str, door: Gebruiker | None) -> Kaartgroep:
    """Lay cards in the group of this name, which is made when it is new. A card lies in one group.

    Raises Geweigerd without cards, or after closing.
    """
    with wijziging(ronde.wijk, soort="kaarten_gegroepeerd", door=door) as v:
        moet_open_zijn(ronde.sessie)
        if not kaarten:
            raise Geweigerd("Kies eerst een of meer kaarten.", veld="kaarten")
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
    with wijziging(ronde.wijk, soort="kaarten_losgemaakt", door=door) as v:
        moet_open_zijn(ronde.sessie)
        weg, _ = Plaatsing.objects.filter(kaart__in=kaarten).delete()
        if not weg:
            raise Geweigerd("Kies eerst kaarten die in een groep liggen.", veld="kaarten")
        _ruim_lege_groepen_op(ronde)
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": _sleutels(kaarten)})


def _ruim_lege_groepen_op(ronde: Ronde) -> None:
    Kaartgroep.objects.filter(ronde=ronde, plaatsingen=None).delete()


def _sleutels(kaarten: Sequence[Kaart]) -> list[str]:
    return [str(k.sleutel) for k in kaarten]
