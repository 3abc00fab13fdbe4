# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""For which parties a member may speak."""

from django.db.models import QuerySet

from actoren.models import Actor
from wijken.models import Wijk
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker


def partijen_van(gebruiker: Gebruiker, wijk: Wijk) -> QuerySet[Actor]:
    """Return the parties for which this user may write in this wijk.

    Wijkregisseur and reisleider write down what any party says in the room; a deelnemer speaks for the own party.
    """
    actoren = Actor.objects.filter(deelnames__wijk=wijk)
    if mag(gebruiker, wijk, "namens_allen"):
        return actoren
    if mag(gebruiker, wijk, "bijdragen"):
        return actoren.filter(
            deelnames__vertegenwoordigingen__lidmaatschap__gebruiker=gebruiker,
            deelnames__vertegenwoordigingen__lidmaatschap__wijk=wijk,
        )
    return actoren.none()
