# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all verbs share that take something in from the room: it comes once, and an anonymous card refers to nobody."""

from typing import Any
from uuid import UUID, uuid5

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from actoren.models import Actor
from routekaart.zaal.models import Gast, Herkomst, Kaart, Ronde
from routekaart.zaal.programma.stand import neemt_nu_kaarten
from wijken.wijziging import Wijziging
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.refusals import offer_refusals

WEIGERINGEN = {
    "voorbij": _("Deze vraag is voorbij. Uw tekst staat hieronder. Zeg het in de zaal, dan wordt het opgeschreven."),
}
offer_refusals(WEIGERINGEN)


class StaatErAl(Exception):
    """What came in is there already: leave everything as it is."""


def moet_nieuw_zijn(al: QuerySet[Model]) -> None:
    """Raise StaatErAl when it came in before; called inside the change, which then leaves nothing behind."""
    if al.exists():
        raise StaatErAl


def reekssleutels(sleutel: UUID, aantal: int) -> list[UUID]:
    """Return the keys of the cards of one form, in order: the same for the same form, however often it is sent."""
    return [uuid5(sleutel, str(nr)) for nr in range(aantal)]


def neemt_kaarten(ronde: Ronde) -> None:
    """Raise Geweigerd when the room takes no card for this question now."""
    if not neemt_nu_kaarten(ronde):
        raise Geweigerd("voorbij")


def namens(ronde: Ronde, gast: Gast) -> Actor | None:
    """Return for which party a guest hands something in; nobody in an anonymous question."""
    return None if ronde.anoniem else gast.actor


def telefoonkaart(v: Wijziging, *, ronde: Ronde, gast: Gast, **wat: Any) -> Kaart:
    """Return a card from a phone, not saved yet. In an anonymous question it refers to neither guest nor party."""
    return Kaart(
        ronde=ronde,
        taal=gast.taal,
        herkomst=Herkomst.TELEFOON,
        anoniem=ronde.anoniem,
        gast=None if ronde.anoniem else gast,
        actor=namens(ronde, gast),
        versie=v.versie,
        moment=v.moment,
        **wat,
    )
