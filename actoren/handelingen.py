# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of actoren."""

from actoren.models import Actor, Deelname, Domein, Soort, Vertegenwoordiging
from wijken.models import Bron, Lidmaatschap, Wijk
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "partij_doet_al_mee": "{naam} doet al mee in deze wijk.",
    "partij_van_andere_wijk": "Deze partij doet mee in een andere wijk.",
}
offer_refusals(WEIGERINGEN)

PARTIJ_TOEGEVOEGD = regelsoort(
    "partij_toegevoegd", lambda r: f"{r.nieuw['naam']} doet mee in de wijk.", live={"alle_perrons"}
)
PARTIJ_VERTEGENWOORDIGD = regelsoort(
    "partij_vertegenwoordigd", lambda r: f"Een lid spreekt voor {r.nieuw['partij']}.", live={"alle_perrons"}
)


def voeg_partij_toe(
    *,
    wijk: Wijk,
    naam: str,
    soort: Soort,
    domein: Domein,
    door: Gebruiker | None,
    doel: str = "",
    brengt: str = "",
    verwacht: str = "",
    bron: Bron | None = None,
) -> Deelname:
    """Let a party take part in a wijk; an organisation that is known already is used again.

    Raises Geweigerd when it takes part already.
    """
    with wijziging(wijk, soort=PARTIJ_TOEGEVOEGD, door=door) as v:
        bekend = Actor.objects.filter(naam__iexact=naam).first()
        actor = bekend or Actor.objects.create(naam=naam, soort=soort, domein=domein)
        if Deelname.objects.filter(wijk=wijk, actor=actor).exists():
            raise Geweigerd("partij_doet_al_mee", naam=actor.naam, veld="naam")
        deelname = Deelname.objects.create(
            wijk=wijk, actor=actor, doel=doel, brengt=brengt, verwacht=verwacht, bron=bron
        )
        v.noteer(deelname, nieuw={"naam": actor.naam})
    return deelname


def laat_spreken_voor(*, lidmaatschap: Lidmaatschap, deelname: Deelname, door: Gebruiker | None) -> Vertegenwoordiging:
    """Let a member speak for a party. Raises Geweigerd when member and party are of different wijken."""
    if lidmaatschap.wijk_id != deelname.wijk_id:
        raise Geweigerd("partij_van_andere_wijk", veld="partij")
    with wijziging(deelname.wijk, soort=PARTIJ_VERTEGENWOORDIGD, door=door) as v:
        rij, _ = Vertegenwoordiging.objects.get_or_create(lidmaatschap=lidmaatschap, deelname=deelname)
        v.noteer(rij, nieuw={"partij": deelname.actor.naam})
    return rij
