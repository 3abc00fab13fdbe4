# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""For which parties a member may speak."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest

from actoren.models import Actor
from wijken.models import Wijk
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.web.login_required import logged_in


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


def moet_spreken_voor(request: HttpRequest, wijk: Wijk, actor_id: int) -> None:
    """Raise PermissionDenied when who asks may not speak for this party in this wijk."""
    if not partijen_van(logged_in(request), wijk).filter(pk=actor_id).exists():
        raise PermissionDenied("U spreekt niet voor deze partij. Alleen wie dat doet, kan dit wijzigen.")
