# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of a meeting as a whole: begin one now, prepare one, use one again, call it off, close it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, time

from django.utils import timezone

from actoren.models import Actor
from routekaart.models import Leervraag
from routekaart.toegang import huidige_routekaart
from routekaart.zaal.gasten.codes import nieuwe_code
from routekaart.zaal.methoden.register import STANDAARD
from routekaart.zaal.models import (
    Actie,
    Afgelasting,
    Kaart,
    Ronde,
    Sessie,
    Sessieleervraag,
    Sessiesluiting,
    Sessiesoort,
    Stap,
    Uitkomst,
    Uitnodiging,
    Vervolg,
    Zaalstap,
)
from routekaart.zaal.programma.handelingen import zet_stap
from routekaart.zaal.programma.sjablonen import programma_voor
from routekaart.zaal.sessie.staat import is_begonnen, moet_doorgaan, moet_open_zijn, zaal
from routekaart.zaal.stemmen.handelingen import maak_los_van_toestellen
from wijken.models import Gebied, Journaalregel, Wijk
from wijken.onderdelen.handelingen import voeg_toe
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals


def _partijen(regel: Journaalregel) -> str:
    return ", ".join(regel.nieuw["partijen"]) or "niemand in het bijzonder"


SESSIE_BEGONNEN = regelsoort("sessie_begonnen", lambda r: f"Een bijeenkomst is begonnen: {zaal(r)}.")
SESSIE_GESLOTEN = regelsoort(
    "sessie_gesloten", lambda r: f"De bijeenkomst {zaal(r)} is gesloten.", live={"wand", "telefoon"}
)
SESSIE_VOORBEREID = regelsoort("sessie_voorbereid", lambda r: f"De bijeenkomst {zaal(r)} is voorbereid.")
SESSIE_GEWIJZIGD = regelsoort(
    "sessie_gewijzigd", lambda r: f"Dag, tijd of plaats van de bijeenkomst {zaal(r)} is gewijzigd."
)
PARTIJEN_UITGENODIGD = regelsoort(
    "partijen_uitgenodigd", lambda r: f"Uitgenodigd voor {zaal(r)}: {_partijen(r)}.", live={"wand", "telefoon"}
)
LEERVRAGEN_GEKOZEN = regelsoort(
    "leervragen_gekozen", lambda r: f"De leervragen van {zaal(r)} zijn gekozen: {len(r.nieuw['leervragen'])}."
)
SESSIE_AFGELAST = regelsoort(
    "sessie_afgelast", lambda r: f"De bijeenkomst {zaal(r)} gaat niet door: {r.nieuw['reden']}"
)

MAG_GEWOON_EINDIGEN = {Sessiesoort.WEEKSTART, Sessiesoort.PLANNINGVRIJ}

WEIGERINGEN = {
    "zonder_acties_zonder_reden": "Er zijn geen acties afgesproken. Schrijf op waarom.",
    "met_acties_met_reden": "Er zijn acties afgesproken. Laat dit veld dan leeg.",
    "bijeenkomst_al_begonnen": "Deze bijeenkomst is al begonnen.",
    "leervraag_zonder_routekaart": "Begin eerst een routekaart. Daar horen de leervragen bij.",
    "programma_zonder_vraag": "Zet eerst een vraag in het programma.",
}
offer_refusals(WEIGERINGEN)


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
    with wijziging(wijk, soort=SESSIE_BEGONNEN, door=door) as v:
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
            methode=STANDAARD,
            anoniem=anoniem,
            verdekt=True,
            versie=v.versie,
            moment=v.moment,
        )
        zet_stap(v, ronde, Stap.WACHT, door)
        v.noteer(sessie, nieuw={"titel": sessie.titel})
    return sessie


def sluit_sessie(*, sessie: Sessie, reden: str, door: Gebruiker | None, vervolg: str = "") -> Sessiesluiting:
    """Close a meeting. The keys that phones made for their cards go. `vervolg` says when the room meets again.

    Raises Geweigerd when it is closed already, or when a work session ends without actions and without saying why.
    """
    with wijziging(sessie.wijk, soort=SESSIE_GESLOTEN, door=door) as v:
        moet_open_zijn(sessie)
        acties = Actie.objects.filter(sessie=sessie).exists()
        if not (acties or reden or sessie.soort in MAG_GEWOON_EINDIGEN):
            raise Geweigerd("zonder_acties_zonder_reden", veld="reden")
        if acties and reden:
            raise Geweigerd("met_acties_met_reden", veld="reden")
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


# What a question takes along to a next meeting: everything but where it stood and what was said.
VAN_EEN_VRAAG = ("volgorde", "vraag_nl", "vraag_en", "perron", "methode", "anoniem", "verdekt", "keuring", "minuten")


def _nog_niet_begonnen(sessie: Sessie) -> None:
    moet_doorgaan(sessie)
    if is_begonnen(sessie):
        raise Geweigerd("bijeenkomst_al_begonnen")


def _zet_uitnodigingen(v: Wijziging, sessie: Sessie, partijen: Iterable[Actor]) -> None:
    Uitnodiging.objects.bulk_create(
        Uitnodiging(sessie=sessie, actor=a, versie=v.versie, moment=v.moment) for a in partijen
    )


def _zet_leervragen(v: Wijziging, sessie: Sessie, leervragen: Iterable[Leervraag]) -> None:
    Sessieleervraag.objects.bulk_create(
        Sessieleervraag(sessie=sessie, leervraag=x, versie=v.versie, moment=v.moment) for x in leervragen
    )


def bereid_voor(
    *,
    wijk: Wijk,
    soort: Sessiesoort,
    titel: str,
    datum: date,
    door: Gebruiker | None,
    perron: int | None = None,
    plaats: str = "",
    begintijd: time | None = None,
    casus: Gebied | None = None,
    partijen: Sequence[Actor] = (),
) -> Sessie:
    """Prepare a meeting, with the programme that belongs to its kind (and to the perron of a verdieping)."""
    programma = programma_voor(soort, perron)
    with wijziging(wijk, soort=SESSIE_VOORBEREID, door=door) as v:
        sessie = Sessie.objects.create(
            wijk=v.wijk,
            routekaart=huidige_routekaart(v.wijk),
            soort=soort,
            titel=titel,
            plaats=plaats,
            datum=datum,
            begintijd=begintijd,
            casus=casus,
            code=vrije_code(),
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        Ronde.objects.bulk_create(
            Ronde(sessie=sessie, volgorde=nr, versie=v.versie, moment=v.moment, **asdict(r))
            for nr, r in enumerate(programma.rondes, 1)
        )
        _zet_uitnodigingen(v, sessie, partijen)
        v.noteer(sessie, nieuw={"titel": titel, "datum": datum.isoformat()})
    return sessie


def gebruik_opnieuw(
    *,
    sessie: Sessie,
    titel: str,
    datum: date,
    door: Gebruiker | None,
    plaats: str = "",
    begintijd: time | None = None,
) -> Sessie:
    """Prepare a meeting like an earlier one: its programme, invitations and learning questions, with a new code.

    Nothing that people said, voted or decided comes along. Learning questions of an earlier journey stay behind.
    """
    with wijziging(sessie.wijk, soort=SESSIE_VOORBEREID, door=door) as v:
        reis = huidige_routekaart(v.wijk)
        nieuw = Sessie.objects.create(
            wijk=v.wijk,
            routekaart=reis,
            soort=sessie.soort,
            titel=titel,
            plaats=plaats,
            datum=datum,
            begintijd=begintijd,
            casus_id=sessie.casus_id,
            code=vrije_code(),
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        Ronde.objects.bulk_create(
            Ronde(sessie=nieuw, versie=v.versie, moment=v.moment, **velden)
            for velden in sessie.rondes.values(*VAN_EEN_VRAAG)
        )
        _zet_uitnodigingen(v, nieuw, [u.actor for u in sessie.uitnodigingen.select_related("actor")])
        _zet_leervragen(v, nieuw, Leervraag.objects.open().filter(pk__in=_leervragen(sessie), routekaart=reis))
        v.noteer(nieuw, nieuw={"titel": titel, "datum": datum.isoformat(), "zoals": str(sessie.sleutel)})
    return nieuw


def _leervragen(sessie: Sessie) -> list[int]:
    return list(sessie.leervragen.values_list("leervraag", flat=True))


def wijzig_gegevens(
    *,
    sessie: Sessie,
    titel: str,
    plaats: str,
    datum: date,
    begintijd: time | None,
    casus: Gebied | None,
    versie: int,
    door: Gebruiker | None,
) -> Sessie:
    """Change title, place, day and time of a meeting that waits. Raises Verouderd, or Geweigerd when it has begun."""
    with wijziging(sessie.wijk, soort=SESSIE_GEWIJZIGD, door=door) as v:
        _nog_niet_begonnen(sessie)
        nu = v.vers(sessie, versie=versie)
        oud = {"titel": nu.titel, "plaats": nu.plaats, "datum": nu.datum.isoformat()}
        nu.titel, nu.plaats, nu.datum, nu.begintijd, nu.casus = titel, plaats, datum, begintijd, casus
        nu.versie = v.versie
        nu.save(update_fields=["titel", "plaats", "datum", "begintijd", "casus", "versie"])
        v.noteer(nu, oud=oud, nieuw={"titel": titel, "plaats": plaats, "datum": datum.isoformat()})
    return nu


def nodig_uit(*, sessie: Sessie, partijen: Sequence[Actor], door: Gebruiker | None) -> None:
    """Invite these parties and no others. Raises Geweigerd after closing."""
    with wijziging(sessie.wijk, soort=PARTIJEN_UITGENODIGD, door=door) as v:
        moet_doorgaan(sessie)
        sessie.uitnodigingen.exclude(actor__in=partijen).delete()
        al = set(sessie.uitnodigingen.values_list("actor_id", flat=True))
        _zet_uitnodigingen(v, sessie, [a for a in partijen if a.pk not in al])
        v.noteer(sessie, nieuw={"titel": sessie.titel, "partijen": [a.naam for a in partijen]})


def kies_leervragen(
    *, sessie: Sessie, leervragen: Sequence[Leervraag], door: Gebruiker | None, nieuw: str = ""
) -> None:
    """Say which learning questions a meeting is about; `nieuw` is one that the journey does not have yet.

    Raises Geweigerd after closing, when the new one is there already, or without a journey to put it in.
    """
    moet_doorgaan(sessie)
    gekozen = list(leervragen)
    if nieuw:
        if sessie.routekaart is None:
            raise Geweigerd("leervraag_zonder_routekaart", veld="nieuw")
        gekozen.append(voeg_toe(rij=Leervraag(routekaart=sessie.routekaart, vraag=nieuw), door=door))
    with wijziging(sessie.wijk, soort=LEERVRAGEN_GEKOZEN, door=door) as v:
        moet_doorgaan(sessie)
        sessie.leervragen.exclude(leervraag__in=gekozen).delete()
        al = set(_leervragen(sessie))
        _zet_leervragen(v, sessie, [x for x in gekozen if x.pk not in al])
        v.noteer(sessie, nieuw={"titel": sessie.titel, "leervragen": [x.vraag for x in gekozen]})


def begin(*, sessie: Sessie, door: Gebruiker | None) -> Zaalstap:
    """Begin a prepared meeting: the room waits at its first question, on this day.

    Raises Geweigerd when it has begun, when it is off, or when there is no question yet.
    """
    with wijziging(sessie.wijk, soort=SESSIE_BEGONNEN, door=door) as v:
        _nog_niet_begonnen(sessie)
        eerste = sessie.rondes.first()
        if eerste is None:
            raise Geweigerd("programma_zonder_vraag")
        Sessie.objects.filter(pk=sessie.pk).update(datum=timezone.localdate(v.moment))
        stap = Zaalstap.objects.create(ronde=eerste, stap=Stap.WACHT, versie=v.versie, moment=v.moment, door=door)
        v.noteer(sessie, nieuw={"titel": sessie.titel})
    return stap


def last_af(*, sessie: Sessie, reden: str, door: Gebruiker | None) -> Afgelasting:
    """Call a prepared meeting off, with the reason. Raises Geweigerd when it has begun, or is off already."""
    with wijziging(sessie.wijk, soort=SESSIE_AFGELAST, door=door) as v:
        _nog_niet_begonnen(sessie)
        rij = Afgelasting.objects.create(sessie=sessie, reden=reden, versie=v.versie, moment=v.moment, door=door)
        v.noteer(sessie, nieuw={"titel": sessie.titel, "reden": reden})
    return rij
