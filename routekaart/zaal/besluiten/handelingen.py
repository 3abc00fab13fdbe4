# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of deciding: the answer of the room, who does what, what parties say of it."""

from datetime import date

from actoren.models import Actor
from routekaart.models import Perron, Standpunt, Toezegging
from routekaart.perron.handelingen import PERRON_VASTGESTELD, leg_antwoord_vast
from routekaart.zaal.kaarten.lezen import op_de_wand
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Actie, Actieafronding, ActieUitkomst, Besluit, Inbreng, Ronde, Sessie
from routekaart.zaal.sessie.staat import moet_open_zijn, zaal
from wijken.onderdelen.handelingen import ONDERDEEL_TOEGEVOEGD, leg_toe
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "vraag_al_besloten": "Over deze vraag is al besloten.",
    "actie_staat_er_al": "Deze actie staat er al.",
    "actie_al_afgerond": "Deze actie is al afgerond.",
    "actie_staat_nog_open": "Deze actie staat nog open.",
}
offer_refusals(WEIGERINGEN)

ZAAL_BESLOTEN = regelsoort("zaal_besloten", lambda r: f"Besloten bij {zaal(r)}: {r.nieuw['tekst']}")
ACTIE_AFGESPROKEN = regelsoort("actie_afgesproken", lambda r: f"{r.namens_naam} gaat dit doen: {r.nieuw['wat']}")
ACTIE_AFGEROND = regelsoort(
    "actie_afgerond", lambda r: f"{ActieUitkomst(r.nieuw['uitkomst']).label.capitalize()}: {r.nieuw['wat']}"
)
ACTIE_WEER_OPEN = regelsoort("actie_weer_open", lambda r: f"Toch nog te doen: {r.nieuw['wat']}")


def perron_van(ronde: Ronde) -> Perron | None:
    """Return the perron whose answer a decision on this question becomes, in the journey of its meeting."""
    if ronde.perron is None or ronde.sessie.routekaart_id is None or not methode_van(ronde).antwoord_op_perron:
        return None
    rij = Perron.objects.filter(routekaart=ronde.sessie.routekaart_id, nummer=ronde.perron)
    return rij.select_related("routekaart__wijk").first()


def _bewaar(v: Wijziging, ronde: Ronde, tekst: str) -> Besluit:
    moet_open_zijn(ronde.sessie)
    if Besluit.objects.filter(ronde=ronde).exists():
        raise Geweigerd("vraag_al_besloten", veld="tekst")
    besluit = Besluit.objects.create(ronde=ronde, tekst=tekst, versie=v.versie, moment=v.moment, door=v.door)
    besluit.kaarten.set(op_de_wand(ronde=ronde))
    return besluit


def besluit_op_perron(
    *,
    ronde: Ronde,
    perron: Perron,
    tekst: str,
    versie: int,
    door: Gebruiker | None,
    zeggenschap: str = "",
    ondanks: str = "",
) -> Besluit:
    """Decide, and make it the agreed answer of the perron in the same change; the cards are its sources.

    Raises Verouderd or Geweigerd as agreeing on the perron itself does, and after closing.
    """
    with wijziging(perron.wijk, soort=PERRON_VASTGESTELD, door=door) as v:
        besluit = _bewaar(v, ronde, tekst)
        antwoord = leg_antwoord_vast(
            v, perron=perron, tekst=tekst, versie=versie, zeggenschap=zeggenschap, ondanks=ondanks
        )
        Besluit.objects.filter(pk=besluit.pk).update(antwoord=antwoord)
        besluit.antwoord = antwoord
    return besluit


def besluit(*, ronde: Ronde, tekst: str, door: Gebruiker | None) -> Besluit:
    """Decide on a question that belongs to no perron. Raises Geweigerd when it was done, or after closing."""
    with wijziging(ronde.wijk, soort=ZAAL_BESLOTEN, door=door) as v:
        rij = _bewaar(v, ronde, tekst)
        v.noteer(rij, nieuw={"titel": ronde.sessie.titel, "tekst": tekst})
    return rij


def spreek_af(*, sessie: Sessie, actor: Actor, wat: str, wanneer: date, door: Gebruiker | None) -> Actie:
    """Agree that a party does something by a day. Raises Geweigerd when that stands already, or after closing."""
    with wijziging(sessie.wijk, soort=ACTIE_AFGESPROKEN, door=door, namens=actor) as v:
        moet_open_zijn(sessie)
        if Actie.objects.filter(sessie=sessie, actor=actor, wat=wat).exists():
            raise Geweigerd("actie_staat_er_al", veld="wat")
        actie = Actie.objects.create(
            sessie=sessie, actor=actor, wat=wat, wanneer=wanneer, versie=v.versie, moment=v.moment
        )
        v.noteer(actie, nieuw={"titel": sessie.titel, "wat": wat, "wanneer": wanneer.isoformat()})
    return actie


def breng_in(*, ronde: Ronde, rij: Standpunt | Toezegging, door: Gebruiker | None) -> Inbreng:
    """Write down a stand or a promise that a party gives in the room: at its perron, and for the report of the meeting.

    `rij` comes as a form made it. Raises Geweigerd when one like it stands at the perron already, or after closing.
    """
    with wijziging(ronde.wijk, soort=ONDERDEEL_TOEGEVOEGD, door=door, namens=rij.actor) as v:
        moet_open_zijn(ronde.sessie)
        leg_toe(v, rij=rij)
        return Inbreng.objects.create(
            ronde=ronde,
            standpunt=rij if isinstance(rij, Standpunt) else None,
            toezegging=rij if isinstance(rij, Toezegging) else None,
            tekst=_gezegd(rij),
            versie=v.versie,
            moment=v.moment,
        )


def _gezegd(rij: Standpunt | Toezegging) -> str:
    reden = getattr(rij, "reden", "")
    return f"{rij}, want: {reden}" if reden else str(rij)


def rond_actie_af(*, actie: Actie, uitkomst: ActieUitkomst, door: Gebruiker | None) -> Actieafronding:
    """Say that an action is done, or does not go on. Raises Geweigerd when that was said already."""
    with wijziging(actie.sessie.wijk, soort=ACTIE_AFGEROND, door=door, namens=actie.actor) as v:
        if Actieafronding.objects.filter(actie=actie).exists():
            raise Geweigerd("actie_al_afgerond")
        rij = Actieafronding.objects.create(actie=actie, uitkomst=uitkomst, versie=v.versie, moment=v.moment, door=door)
        v.noteer(actie, nieuw={"titel": actie.sessie.titel, "wat": actie.wat, "uitkomst": uitkomst})
    return rij


def open_actie_weer(*, actie: Actie, door: Gebruiker | None) -> None:
    """Take that back. Raises Geweigerd when the action is open."""
    with wijziging(actie.sessie.wijk, soort=ACTIE_WEER_OPEN, door=door, namens=actie.actor) as v:
        weg, _ = Actieafronding.objects.filter(actie=actie).delete()
        if not weg:
            raise Geweigerd("actie_staat_nog_open")
        v.noteer(actie, nieuw={"titel": actie.sessie.titel, "wat": actie.wat})
