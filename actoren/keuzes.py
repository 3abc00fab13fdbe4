# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be chosen for a link to a party or a group."""

from django.db.models import QuerySet

from actoren.models import Actor, Deelname, Doelgroep
from actoren.toegang import partijen_van
from wijken.onderdelen.soort import Plek
from wijkwijzer.accounts.models import Gebruiker


def partijen(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Actor]:
    """Return the parties of the wijk."""
    return Actor.objects.filter(deelnames__wijk=plek.wijk)


def eigen_partijen(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Actor]:
    """Return the parties for which this user may speak."""
    return partijen_van(gebruiker, plek.wijk)


def deelnames(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Deelname]:
    """Return how parties take part in the wijk."""
    return Deelname.objects.filter(wijk=plek.wijk).select_related("actor")


def doelgroepen(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Doelgroep]:
    """Return the groups of the wijk that were not closed."""
    return Doelgroep.objects.filter(wijk=plek.wijk).open()
