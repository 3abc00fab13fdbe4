# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of voting. The journal says that somebody voted, never what."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from routekaart.zaal.models import Kaartgroep, Ronde, Sessiesluiting, Stap, Stem, Stemkeuze
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.staat import zaal
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import Words, offer_refusals

STEM_UITGEBRACHT = regelsoort("stem_uitgebracht", lambda r: f"Bij {zaal(r)} heeft iemand gestemd.")
TAFEL_GESTEMD = regelsoort("tafel_gestemd", lambda r: f"Bij {zaal(r)} stemde een tafel: {r.nieuw['aantal']}.")

STIPPEN = 3

WEIGERINGEN: dict[str, Words] = {
    "stem_voorbij": _("Er wordt nu niet gestemd."),
    "te_veel_stippen": _("Kies er niet meer dan drie."),
    "nu_geen_stemming": "Er wordt nu niet gestemd.",
}
offer_refusals(WEIGERINGEN)


def _mag_stemmen(ronde: Ronde) -> None:
    """Refuse a vote outside its step."""
    stand = zaalstand(ronde.sessie)
    gesloten = Sessiesluiting.objects.filter(sessie=ronde.sessie).exists()
    if gesloten or stand.ronde.pk != ronde.pk or stand.stap is not Stap.STEM:
        raise Geweigerd("stem_voorbij")


def stem(
    *, ronde: Ronde, toestel: UUID, soort: str, keuze: Stemkeuze | None = None, groepen: Sequence[Kaartgroep] = ()
) -> None:
    """Vote from a phone: an answer to a statement, or dots on groups. Voting again replaces what was voted.

    Raises Geweigerd when there is nothing to vote on now, or for more dots than there are.
    """
    with wijziging(ronde.wijk, soort=STEM_UITGEBRACHT, door=None) as v:
        _mag_stemmen(ronde)
        if len(groepen) > STIPPEN:
            raise Geweigerd("te_veel_stippen")
        Stem.objects.filter(ronde=ronde, apparaatsleutel=toestel).delete()
        keuzes: list[tuple[Stemkeuze, Kaartgroep | None]] = [(Stemkeuze.STIP, g) for g in groepen]
        if keuze:
            keuzes.append((keuze, None))
        Stem.objects.bulk_create(
            Stem(
                ronde=ronde,
                groep=groep,
                keuze=wat,
                soort=soort,
                apparaatsleutel=toestel,
                versie=v.versie,
                moment=v.moment,
            )
            for wat, groep in keuzes
        )
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel})


def tel_handen(
    *, ronde: Ronde, keuze: Stemkeuze, aantal: int, door: Gebruiker | None, groep: Kaartgroep | None = None
) -> Stem:
    """Count the hands of a table without phones. Raises Geweigerd when there is nothing to vote on now."""
    with wijziging(ronde.wijk, soort=TAFEL_GESTEMD, door=door) as v:
        try:
            _mag_stemmen(ronde)
        except Geweigerd as nee:
            raise Geweigerd("nu_geen_stemming") from nee
        rij = Stem.objects.create(
            ronde=ronde, groep=groep, keuze=keuze, aantal=aantal, versie=v.versie, moment=v.moment
        )
        v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "aantal": aantal})
    return rij


def maak_los_van_toestellen(ronde_ids: Sequence[int]) -> None:
    """Give the votes of a phone a new key by chance, inside a change under way: countable, and from nobody.

    At closing; the phone's own secret then leads nowhere.
    """
    rijen = Stem.objects.filter(ronde__in=ronde_ids, apparaatsleutel__isnull=False)
    for sleutel in set(rijen.values_list("apparaatsleutel", flat=True)):
        Stem.objects.filter(ronde__in=ronde_ids, apparaatsleutel=sleutel).update(apparaatsleutel=uuid4())
