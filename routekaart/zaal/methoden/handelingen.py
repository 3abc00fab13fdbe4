# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of single methods: proposing a slogan and taking it over, taking over treasures and parties."""

from uuid import UUID

from actoren.handelingen import PARTIJ_TOEGEVOEGD
from actoren.models import Actor, Deelname, Domein, Schat
from routekaart.models import Bestemming
from routekaart.zaal.kaarten.inlevering import StaatErAl, moet_nieuw_zijn, namens, telefoonkaart
from routekaart.zaal.methoden.forms import SloganForm
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import (
    Besluit,
    Gast,
    Kaart,
    Kaartgroep,
    Overname,
    Plaatsing,
    Ronde,
    Sessiesluiting,
    Stap,
    Vondst,
)
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.staat import moet_open_zijn, zaal
from wijken.onderdelen.handelingen import ONDERDEEL_TOEGEVOEGD, soortnaam, wijzig
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals

SLOGAN_VOORGESTELD = regelsoort("slogan_voorgesteld", lambda r: f"Bij {zaal(r)} is een slogan voorgesteld.")
VONDST_GEKOPPELD = regelsoort(
    "vondst_gekoppeld", lambda r: f"Bij {zaal(r)} hoort een kaart bij “{r.nieuw['naam']}”, dat er al was."
)

MAX_SLOGAN_REIS = Bestemming._meta.get_field("slogan").max_length or 0

WEIGERINGEN = {
    "slogan_zonder_besluit": "Er is nog geen besluit, of bij perron 1 is de bestemming nog niet opgeschreven.",
    "slogan_te_lang": "Het besluit is te lang voor een slogan: maximaal {grens} tekens.",
    "kaart_zonder_vondst": "Op deze kaart staat geen naam en soort.",
    "kaart_al_overgenomen": "Deze kaart is al overgenomen.",
    "vondst_net_overgenomen": "Iemand anders nam dit net over. Probeer het opnieuw.",
}
offer_refusals(WEIGERINGEN)


def stel_slogan_voor(*, ronde: Ronde, gast: Gast, tekst: str, apparaatsleutel: UUID) -> Kaart:
    """Propose a slogan from a phone: a card, in the group of that name, on which the room votes.

    The same key again is the same proposal. Where cards are read first, the facilitator makes the group. Raises
    Geweigerd outside the step in which slogans are made.
    """
    al = Kaart.objects.filter(ronde=ronde, apparaatsleutel=apparaatsleutel)
    try:
        with wijziging(ronde.wijk, soort=SLOGAN_VOORGESTELD, door=None, namens=namens(ronde, gast)) as v:
            moet_nieuw_zijn(al)
            stand, gesloten = zaalstand(ronde.sessie), Sessiesluiting.objects.filter(sessie=ronde.sessie).exists()
            if gesloten or stand.ronde.pk != ronde.pk or stand.stap is not Stap.GROEPEER:
                raise Geweigerd("voorbij")
            kaart = telefoonkaart(v, ronde=ronde, gast=gast, tekst=tekst, apparaatsleutel=apparaatsleutel)
            kaart.save(force_insert=True)
            if not ronde.keuring:
                _leg_in_groep(v, kaart)
            v.noteer(kaart, nieuw={"titel": ronde.sessie.titel, "tekst": tekst})
    except StaatErAl:
        return al.get()
    return kaart


def _leg_in_groep(v: Wijziging, kaart: Kaart) -> None:
    groepen = Kaartgroep.objects.filter(ronde=kaart.ronde)
    groep = groepen.filter(naam__iexact=kaart.tekst).first() or groepen.create(
        ronde=kaart.ronde, naam=kaart.tekst, versie=v.versie, moment=v.moment
    )
    Plaatsing.objects.create(kaart=kaart, groep=groep, versie=v.versie, moment=v.moment)


def bestemming_van(ronde: Ronde) -> Bestemming | None:
    """Return the destination that a slogan belongs to: of the journey, at a question about perron 1."""
    if SloganForm.wat not in methode_van(ronde).inleveringen or ronde.perron != 1:
        return None
    return Bestemming.objects.filter(routekaart=ronde.sessie.routekaart_id).select_related("routekaart__wijk").first()


def neem_slogan_over(*, ronde: Ronde, door: Gebruiker | None) -> Bestemming:
    """Make what the room decided the slogan of the journey.

    Raises Geweigerd without a decision or a destination, when it is too long, or when the destination was closed.
    """
    besluit, bestemming = Besluit.objects.filter(ronde=ronde).first(), bestemming_van(ronde)
    if besluit is None or bestemming is None:
        raise Geweigerd("slogan_zonder_besluit")
    if len(besluit.tekst) > MAX_SLOGAN_REIS:
        raise Geweigerd("slogan_te_lang", grens=MAX_SLOGAN_REIS)
    return wijzig(rij=bestemming, waarden={"slogan": besluit.tekst}, versie=bestemming.versie, door=door)


def neem_over(*, kaart: Kaart, door: Gebruiker | None) -> Overname:
    """Take what a card names over into the wijk; what is there under that name is used.

    Raises Geweigerd for a card that names nothing, when it was taken over already, or after closing.
    """
    vondst = Vondst.objects.filter(kaart=kaart).select_related("kaart__ronde__sessie__wijk").first()
    if vondst is None:
        raise Geweigerd("kaart_zonder_vondst")
    methode = methode_van(vondst.kaart.ronde)
    if er_al := methode.bestaande(vondst):
        return _koppel(vondst, er_al, door)
    return methode.neem_op(vondst, door)


def _bewaar(v: Wijziging, kaart: Kaart, *, schat: Schat | None = None, actor: Actor | None = None) -> Overname:
    moet_open_zijn(kaart.ronde.sessie)
    if Overname.objects.filter(kaart=kaart).exists():
        raise Geweigerd("kaart_al_overgenomen")
    return Overname.objects.create(kaart=kaart, schat=schat, actor=actor, versie=v.versie, moment=v.moment, door=v.door)


def _nog_niet(vondst: Vondst) -> None:
    if methode_van(vondst.kaart.ronde).bestaande(vondst):
        raise Geweigerd("vondst_net_overgenomen")


def _koppel(vondst: Vondst, er_al: Schat | Deelname, door: Gebruiker | None) -> Overname:
    kaart = vondst.kaart
    schat = er_al if isinstance(er_al, Schat) else None
    actor = er_al.actor if isinstance(er_al, Deelname) else None
    with wijziging(kaart.wijk, soort=VONDST_GEKOPPELD, door=door) as v:
        rij = _bewaar(v, kaart, schat=schat, actor=actor)
        v.noteer(kaart, nieuw={"titel": kaart.ronde.sessie.titel, "naam": str(er_al)})
    return rij


def neem_schat_op(*, vondst: Vondst, door: Gebruiker | None) -> Overname:
    """Make what a card names a treasure of the wijk. Raises Geweigerd as `neem_over` does, or when it is there."""
    with wijziging(vondst.kaart.wijk, soort=ONDERDEEL_TOEGEVOEGD, door=door) as v:
        _nog_niet(vondst)
        schat = Schat.objects.create(
            wijk=v.wijk,
            naam=vondst.naam,
            soort=vondst.soort,
            plaats=vondst.plaats,
            versie=v.versie,
            moment=v.moment,
        )
        rij = _bewaar(v, vondst.kaart, schat=schat)
        v.noteer(
            schat, nieuw={"wat": soortnaam(schat), "naam": schat.naam, "soort": schat.soort, "plaats": schat.plaats}
        )
    return rij


def neem_partij_op(*, vondst: Vondst, door: Gebruiker | None) -> Overname:
    """Let the party that a card names take part in the wijk. Raises Geweigerd as `neem_over` does, or when it does.

    An organisation that works in another wijk already is used again, as when a party is added by hand.
    """
    with wijziging(vondst.kaart.wijk, soort=PARTIJ_TOEGEVOEGD, door=door) as v:
        _nog_niet(vondst)
        actor = Actor.objects.filter(naam__iexact=vondst.naam).first() or Actor.objects.create(
            naam=vondst.naam, soort=vondst.soort, domein=Domein.BEIDE
        )
        deelname = Deelname.objects.create(wijk=v.wijk, actor=actor)
        rij = _bewaar(v, vondst.kaart, actor=actor)
        v.noteer(deelname, nieuw={"naam": actor.naam})
    return rij
