# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which cards the room may see: not taken off the wall, and let through where the facilitator reads them first."""

from django.db.models import Q, QuerySet

from routekaart.zaal.models import Herkomst, Kaart, Kaartgroep, Ronde, Sessie

GELEZEN = Q(ronde__keuring=False) | Q(herkomst=Herkomst.PAPIER) | Q(doorlating__isnull=False)


def op_de_wand(**waar: Ronde | Sessie) -> QuerySet[Kaart]:
    """Return the cards that the room may see: of one question (`ronde=`) or a whole meeting (`ronde__sessie=`)."""
    return Kaart.objects.filter(GELEZEN, verberging=None, **waar)


def wachtend(ronde: Ronde) -> QuerySet[Kaart]:
    """Return the cards of a question that nobody let through yet, oldest first."""
    return Kaart.objects.filter(~GELEZEN, ronde=ronde, verberging=None).order_by("versie", "pk")


def wacht(kaart: Kaart, ronde: Ronde) -> bool:
    """Tell whether a card, read along with its rows, still waits for the facilitator."""
    return ronde.keuring and kaart.herkomst != Herkomst.PAPIER and not hasattr(kaart, "doorlating")


def zichtbare_groepen(**waar: Ronde | Sessie) -> QuerySet[Kaartgroep]:
    """Return the groups in which there is something to see, of a question or a meeting: on these the room votes."""
    return Kaartgroep.objects.filter(plaatsingen__kaart__in=op_de_wand(**waar), **waar).distinct()
