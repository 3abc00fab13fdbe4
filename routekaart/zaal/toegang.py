# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fetches of the room for members, by their role: permission lives here."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone

from actoren.toegang import moet_spreken_voor
from routekaart.zaal.models import Actie, Kaart, Navraag, Ronde, Sessie, Terugkomst
from routekaart.zaal.sessie.staat import BEGONNEN
from wijken.toegang import wijk_of_404


def sessie_of_404(
    request: HttpRequest, slug: str, sleutel: UUID, *, recht: str = "leiden", wacht: bool = False
) -> Sessie:
    """Fetch a meeting for a member with this right; with `wacht` also one that was prepared and has not begun.

    Raises as wijk_of_404 does.
    """
    wijk = wijk_of_404(request, slug, recht=recht)
    rijen = Sessie.objects.filter(wijk=wijk, sleutel=sleutel)
    sessie = (rijen if wacht else rijen.filter(BEGONNEN)).first()
    if sessie is None:
        raise Http404("Deze bijeenkomst bestaat niet.")
    sessie.wijk = wijk
    return sessie


def kaart_of_404(request: HttpRequest, slug: str, sleutel: UUID, kaart: UUID) -> Kaart:
    """Fetch a card of a meeting for who leads it. Raises as wijk_of_404 does."""
    sessie = sessie_of_404(request, slug, sleutel)
    rij = Kaart.objects.filter(ronde__sessie=sessie, sleutel=kaart).select_related("ronde").first()
    if rij is None:
        raise Http404("Deze kaart bestaat niet.")
    rij.ronde.sessie = sessie
    return rij


def ronde_of_404(request: HttpRequest, slug: str, sleutel: UUID, ronde: UUID) -> Ronde:
    """Fetch a question of a meeting for who leads it. Raises as wijk_of_404 does."""
    sessie = sessie_of_404(request, slug, sleutel, wacht=True)
    rij = Ronde.objects.filter(sessie=sessie, sleutel=ronde).first()
    if rij is None:
        raise Http404("Deze vraag staat niet in het programma.")
    rij.sessie = sessie
    return rij


def navraag_of_404(request: HttpRequest, slug: str, sleutel: UUID, navraag: UUID, *, recht: str) -> Navraag:
    """Fetch a question to who was not there, for a member with this right. Raises as wijk_of_404 does."""
    sessie = sessie_of_404(request, slug, sleutel, recht=recht)
    rij = Navraag.objects.filter(sessie=sessie, sleutel=navraag).select_related("actor", "doelgroep").first()
    if rij is None:
        raise Http404("Deze vraag bestaat niet.")
    rij.sessie = sessie
    return rij


def actie_of_404(request: HttpRequest, slug: str, sleutel: UUID, actie: UUID) -> Actie:
    """Fetch an action for who speaks for its party. Raises PermissionDenied for that of another party."""
    sessie = sessie_of_404(request, slug, sleutel, recht="bijdragen")
    rij = Actie.objects.filter(sessie=sessie, sleutel=actie).select_related("actor").first()
    if rij is None:
        raise Http404("Deze actie bestaat niet.")
    moet_spreken_voor(request, sessie.wijk, rij.actor_id)
    rij.sessie = sessie
    return rij


def terugkomst_of_404(request: HttpRequest, slug: str, sleutel: UUID, terugkomst: UUID) -> Terugkomst:
    """Fetch a code with which a guest comes in again, while it can be used. Raises as wijk_of_404 does."""
    sessie = sessie_of_404(request, slug, sleutel)
    rij = Terugkomst.objects.filter(gast__sessie=sessie, sleutel=terugkomst, verloopt__gt=timezone.now())
    gevonden = rij.select_related("gast__actor").first()
    if gevonden is None:
        raise Http404("Deze code is gebruikt of verlopen. Maak een nieuwe.")
    gevonden.gast.sessie = sessie
    return gevonden
