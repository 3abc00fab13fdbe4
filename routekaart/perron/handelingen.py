# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of a perron. Each is one change: one lock, one version, one journal line."""

from actoren.models import Actor, Deelname
from routekaart.models import Antwoord, Bijdrage, Heropening, Intrekking, Perron, Routekaart
from routekaart.perron.nogopen import open_punten
from routekaart.perrons import perronsoort
from routekaart.reis.stand import Staat, staat_van
from wijken.models import Journaalregel
from wijken.wijziging import Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "partij_doet_niet_mee": "{naam} doet niet mee in deze wijk.",
    "eerdere_routekaart": "Dit is een eerdere routekaart. Die kunt u lezen, maar niet meer wijzigen.",
    "bijdrage_zelfde_tekst": "Deze bijdrage van {naam} staat er al.",
    "bijdrage_ingetrokken_wijzigen": "Deze bijdrage is ingetrokken. Zet haar eerst terug.",
    "bijdrage_al_ingetrokken": "Deze bijdrage is al ingetrokken.",
    "bijdrage_niet_ingetrokken": "Deze bijdrage staat er al.",
    "perron_al_vastgesteld": "Dit perron is al vastgesteld. Heropen het eerst, met een reden.",
    "perron_nog_iets_open": "Er is nog iets open. Schrijf op waarom u toch vaststelt.",
    "perron_niet_vastgesteld": "Dit perron is niet vastgesteld; u kunt er gewoon verder werken.",
}
offer_refusals(WEIGERINGEN)


def _plek(regel: Journaalregel) -> str:
    soort = perronsoort(regel.nieuw["perron"])
    return f"perron {soort.nummer}, {soort.korte_naam}"


BIJDRAGE_GESCHREVEN = regelsoort(
    "bijdrage_geschreven", lambda r: f"{r.namens_naam} droeg bij aan {_plek(r)}.", live={"bijdrage"}
)
BIJDRAGE_GEWIJZIGD = regelsoort(
    "bijdrage_gewijzigd",
    lambda r: f"{r.namens_naam} wijzigde een bijdrage aan {_plek(r)}.",
    live={"bijdrage"},
    terug=lambda rij, oud, door: wijzig_bijdrage(bijdrage=rij, door=door, versie=rij.versie, **oud),
)
BIJDRAGE_INGETROKKEN = regelsoort(
    "bijdrage_ingetrokken", lambda r: f"{r.namens_naam} trok een bijdrage aan {_plek(r)} in.", live={"bijdrage_weg"}
)
BIJDRAGE_TERUGGEZET = regelsoort(
    "bijdrage_teruggezet", lambda r: f"{r.namens_naam} zette een bijdrage aan {_plek(r)} terug.", live={"perron"}
)
PERRON_VASTGESTELD = regelsoort(
    "perron_vastgesteld", lambda r: f"Het antwoord op {_plek(r)} is vastgesteld.", live={"perron"}
)
PERRON_HEROPEND = regelsoort(
    "perron_heropend", lambda r: f"Heropend: {_plek(r)}. Reden: {r.nieuw['reden']}", live={"perron"}
)


def _moet_meedoen(perron: Perron, actor: Actor) -> None:
    if not Deelname.objects.filter(wijk=perron.wijk, actor=actor).exists():
        raise Geweigerd("partij_doet_niet_mee", naam=actor.naam, veld="partij")


def _moet_huidig_zijn(perron: Perron) -> None:
    """Refuse writing in an older routekaart: it is kept as it was."""
    if Routekaart.objects.filter(wijk=perron.wijk, nummer__gt=perron.routekaart.nummer).exists():
        raise Geweigerd("eerdere_routekaart")


def draag_bij(*, perron: Perron, actor: Actor, tekst: str, door: Gebruiker | None, voorbeeld: bool = False) -> Bijdrage:
    """Write down what a party says at a perron.

    Raises Geweigerd when the party does not take part, when it said exactly this already, or in an older routekaart.
    """
    with wijziging(perron.wijk, soort=BIJDRAGE_GESCHREVEN, door=door, namens=actor) as v:
        _moet_huidig_zijn(perron)
        _moet_meedoen(perron, actor)
        if Bijdrage.objects.filter(perron=perron, actor=actor, tekst=tekst, intrekking=None).exists():
            raise Geweigerd("bijdrage_zelfde_tekst", naam=actor.naam, veld="tekst")
        bijdrage = Bijdrage.objects.create(
            perron=perron, actor=actor, tekst=tekst, voorbeeld=voorbeeld, versie=v.versie, moment=v.moment
        )
        v.noteer(bijdrage, nieuw={"perron": perron.nummer, "tekst": tekst})
    return bijdrage


def wijzig_bijdrage(*, bijdrage: Bijdrage, tekst: str, door: Gebruiker, versie: int) -> Bijdrage:
    """Change the text of a contribution; saving the same text again changes nothing.

    Raises Verouderd when someone was earlier, Geweigerd when it was taken back or belongs to an older routekaart.
    """
    if bijdrage.versie == versie and bijdrage.tekst == tekst:
        return bijdrage
    perron = bijdrage.perron
    with wijziging(perron.wijk, soort=BIJDRAGE_GEWIJZIGD, door=door, namens=bijdrage.actor) as v:
        _moet_huidig_zijn(perron)
        bijdrage = v.vers(bijdrage, versie=versie)
        if Intrekking.objects.filter(bijdrage=bijdrage).exists():
            raise Geweigerd("bijdrage_ingetrokken_wijzigen", veld="tekst")
        v.noteer(bijdrage, oud={"tekst": bijdrage.tekst}, nieuw={"perron": perron.nummer, "tekst": tekst})
        # A text that a party changed is no longer the example that we made up.
        bijdrage.tekst, bijdrage.voorbeeld = tekst, False
        bijdrage.versie, bijdrage.moment = v.versie, v.moment
        bijdrage.save(update_fields=["tekst", "voorbeeld", "versie", "moment"])
    return bijdrage


def trek_bijdrage_in(*, bijdrage: Bijdrage, door: Gebruiker, versie: int) -> Intrekking:
    """Take a contribution back; it stays in the history. Raises Verouderd, or Geweigerd when it was done already."""
    perron = bijdrage.perron
    with wijziging(perron.wijk, soort=BIJDRAGE_INGETROKKEN, door=door, namens=bijdrage.actor) as v:
        _moet_huidig_zijn(perron)
        bijdrage = v.vers(bijdrage, versie=versie)
        if Intrekking.objects.filter(bijdrage=bijdrage).exists():
            raise Geweigerd("bijdrage_al_ingetrokken")
        intrekking = Intrekking.objects.create(bijdrage=bijdrage, versie=v.versie, moment=v.moment, door=door)
        v.noteer(bijdrage, oud={"tekst": bijdrage.tekst}, nieuw={"perron": perron.nummer})
    return intrekking


def zet_bijdrage_terug(*, bijdrage: Bijdrage, door: Gebruiker) -> Bijdrage:
    """Undo the taking back. Raises Geweigerd when the contribution is in place already."""
    perron = bijdrage.perron
    with wijziging(perron.wijk, soort=BIJDRAGE_TERUGGEZET, door=door, namens=bijdrage.actor) as v:
        _moet_huidig_zijn(perron)
        weg, _ = Intrekking.objects.filter(bijdrage=bijdrage).delete()
        if not weg:
            raise Geweigerd("bijdrage_niet_ingetrokken")
        v.noteer(bijdrage, nieuw={"perron": perron.nummer, "tekst": bijdrage.tekst})
    return bijdrage


def stel_vast(
    *,
    perron: Perron,
    tekst: str,
    door: Gebruiker | None,
    versie: int,
    zeggenschap: str = "",
    ondanks: str = "",
    voorbeeld: bool = False,
) -> Antwoord:
    """Agree on the answer of a perron.

    `zeggenschap` is the part that residents had in it, `ondanks` why the coalition agrees with points still open:
    who agrees gives that reason. An import (`door` is None) says what was agreed elsewhere; nobody is there to ask.

    Raises Verouderd when someone was earlier, Geweigerd when an answer stands (reopen it first), when something is
    open and no reason was given, or in an older routekaart.
    """
    with wijziging(perron.wijk, soort=PERRON_VASTGESTELD, door=door) as v:
        return leg_antwoord_vast(
            v, perron=perron, tekst=tekst, versie=versie, zeggenschap=zeggenschap, ondanks=ondanks, voorbeeld=voorbeeld
        )


def leg_antwoord_vast(
    v: Wijziging,
    *,
    perron: Perron,
    tekst: str,
    versie: int,
    zeggenschap: str = "",
    ondanks: str = "",
    voorbeeld: bool = False,
) -> Antwoord:
    """Agree on the answer of a perron, inside a change under way. Raises as `stel_vast` does."""
    _moet_huidig_zijn(perron)
    perron = v.vers(perron, versie=versie)
    if staat_van(perron) is Staat.VASTGESTELD:
        raise Geweigerd("perron_al_vastgesteld", veld="tekst")
    if v.door and not ondanks and open_punten(perron, door=v.door):
        raise Geweigerd("perron_nog_iets_open", veld="ondanks")
    antwoord = Antwoord.objects.create(
        perron=perron,
        tekst=tekst,
        zeggenschap=zeggenschap,
        ondanks=ondanks,
        voorbeeld=voorbeeld,
        versie=v.versie,
        moment=v.moment,
        door=v.door,
    )
    _raak(perron, v.versie)
    extra = {k: w for k, w in {"zeggenschap": zeggenschap, "ondanks": ondanks}.items() if w}
    v.noteer(perron, nieuw={"perron": perron.nummer, "tekst": tekst, **extra})
    return antwoord


def heropen(*, perron: Perron, reden: str, door: Gebruiker | None, versie: int) -> Heropening:
    """Open an agreed answer again. Raises Verouderd, or Geweigerd when nothing is agreed (or an older routekaart)."""
    with wijziging(perron.wijk, soort=PERRON_HEROPEND, door=door) as v:
        _moet_huidig_zijn(perron)
        perron = v.vers(perron, versie=versie)
        if staat_van(perron) is not Staat.VASTGESTELD:
            raise Geweigerd("perron_niet_vastgesteld", veld="reden")
        heropening = Heropening.objects.create(perron=perron, reden=reden, versie=v.versie, moment=v.moment, door=door)
        _raak(perron, v.versie)
        v.noteer(perron, nieuw={"perron": perron.nummer, "reden": reden})
    return heropening


def _raak(perron: Perron, versie: int) -> None:
    perron.versie = versie
    perron.save(update_fields=["versie"])
