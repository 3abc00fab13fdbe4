# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a phone keeps: who it is in this room, and the keys of the cards that it sent.

Both are bound to the address of one meeting. The second says nothing about the first: with it the phone finds its own
cards in an anonymous question, of which the database does not know whose they are.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from uuid import UUID, uuid4, uuid5

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from routekaart.zaal.models import Gast, Ronde, Sessie
from wijkwijzer.rows import one_or_none
from wijkwijzer.web.prefetch import once

GAST, KAARTEN, TOESTEL = "ww_gast", "ww_kaarten", "ww_toestel"
DUUR = 16 * 3600  # a day in the room
MAX_KAARTEN = 40


def _zout(sessie: Sessie) -> str:
    return f"zaal.gast.{sessie.sleutel}"


def _zet(antwoord: HttpResponse, sessie: Sessie, naam: str, waarde: str) -> None:
    antwoord.set_cookie(
        naam,
        waarde,
        max_age=DUUR,
        path=f"/m/{sessie.code}/",
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def onthoud_gast(antwoord: HttpResponse, gast: Gast) -> None:
    """Let this phone be this guest, in this meeting only."""
    waarde = signing.Signer(salt=_zout(gast.sessie)).sign(str(gast.sleutel))
    _zet(antwoord, gast.sessie, GAST, waarde)
    _zet(antwoord, gast.sessie, TOESTEL, uuid4().hex)


def toestel_in(request: HttpRequest, ronde: Ronde) -> UUID:
    """Return the key of this phone in one question, made from a secret that only the phone holds.

    Without that secret the key is new each time; the keys of two questions can't be laid beside each other.
    """
    try:
        geheim = UUID(request.COOKIES.get(TOESTEL, ""))
    except ValueError:
        geheim = uuid4()
    return uuid5(geheim, ronde.sleutel.hex)


def gastsleutel(request: HttpRequest, sessie: Sessie) -> str | None:
    """Return the key of the guest that this phone says to be, signed for this meeting; None without one."""
    try:
        return signing.Signer(salt=_zout(sessie)).unsign(request.COOKIES.get(GAST, ""))
    except signing.BadSignature:
        return None


def lees_gast(request: HttpRequest, sessie: Sessie) -> Gast | None:
    """Return the guest of this phone in this meeting; None for who did not come in here."""
    sleutel = gastsleutel(request, sessie)
    if sleutel is None:
        return None
    rijen = Gast.objects.filter(sleutel=sleutel).select_related("actor")
    gast = once(("gast", sleutel), partial(one_or_none, rijen))
    if gast is None or gast.sessie_id != sessie.pk:
        return None
    gast.sessie = sessie
    return gast


def lees_kaarten(request: HttpRequest) -> list[UUID]:
    """Return the keys of the cards that this phone sent, oldest first."""
    sleutels = []
    for stuk in request.COOKIES.get(KAARTEN, "").split(".")[-MAX_KAARTEN:]:
        with suppress(ValueError):
            sleutels.append(UUID(stuk))
    return sleutels


def onthoud_kaarten(request: HttpRequest, antwoord: HttpResponse, sessie: Sessie, sleutels: Sequence[UUID]) -> None:
    """Let this phone know the keys of cards that it sent."""
    eerder = [s for s in lees_kaarten(request) if s not in sleutels]
    _zet(antwoord, sessie, KAARTEN, ".".join(s.hex for s in [*eerder, *sleutels][-MAX_KAARTEN:]))
