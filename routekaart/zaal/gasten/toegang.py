# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fetches of the room for guests, by their cookie: permission lives here."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial, wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import activate, get_language, gettext, override

from routekaart.zaal.gasten.beperking import beperking
from routekaart.zaal.gasten.codes import lees_code
from routekaart.zaal.gasten.koekje import lees_gast
from routekaart.zaal.gasten.teksten import taal_van
from routekaart.zaal.models import Gast, Ronde, Sessie, Taal
from routekaart.zaal.sessie.staat import is_begonnen
from wijkwijzer.logs.security import report
from wijkwijzer.rows import one_or_none
from wijkwijzer.web.prefetch import once

NA_SLUITING = timedelta(weeks=8)
PEILT = 15_000  # milliseconds between two looks of a phone that waits for a meeting to begin


class OnbekendeCode(Exception):
    """The code opens nothing: it never existed, or its time is over. Both look exactly alike."""


class TeVaak(Exception):
    """Too many codes that open nothing came from this address."""


class NogNietBegonnen(Http404):
    """The code is right, but the meeting was only prepared so far: there is nothing to see yet."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__(f"{sessie!r} has not begun")
        self.sessie = sessie


@dataclass(frozen=True)
class Gastplek:
    """What a guest's fetch found: the meeting, and the guest (None for who did not come in yet)."""

    sessie: Sessie
    gast: Gast | None
    taal: Taal


def levende_sessie(code: str) -> Sessie | None:
    """Return the meeting that this code opens.

    A code lives until eight weeks after closing, or after its day when nobody closed the meeting.
    """
    rijen = Sessie.objects.filter(code=code).select_related("wijk", "sluiting", "afgelasting")
    sessie = once(("zaal", code), partial(one_or_none, rijen))
    return sessie if sessie and _leeft(sessie) else None


def _leeft(sessie: Sessie) -> bool:
    grens = timezone.now() - NA_SLUITING
    if hasattr(sessie, "afgelasting"):
        return False
    if hasattr(sessie, "sluiting"):
        return sessie.sluiting.moment > grens
    return sessie.datum > timezone.localdate(grens)


def zoek_sessie(request: HttpRequest, getypt: str) -> Sessie:
    """Return the meeting of a typed code. Raises OnbekendeCode, or TeVaak."""
    adres, code = str(request.META.get("REMOTE_ADDR", "")), lees_code(getypt)
    if beperking.is_vol(adres, code):
        raise TeVaak
    sessie = levende_sessie(code)
    if sessie is None:
        beperking.mislukt(adres)
        raise OnbekendeCode
    beperking.gelukt(adres, code)
    return sessie


def gastplek_of_404(request: HttpRequest, code: str) -> Gastplek:
    """Fetch a meeting for a phone. Raises as zoek_sessie does, or NogNietBegonnen."""
    sessie = zoek_sessie(request, code)
    gast = lees_gast(request, sessie)
    if gast is None and not is_begonnen(sessie):
        raise NogNietBegonnen(sessie)
    return Gastplek(sessie, gast, taal_van(request, gast))


def gastplek_in_taal(request: HttpRequest, code: str) -> Gastplek:
    """Fetch as gastplek_of_404 does, and go on in the language of the phone. For views of `voor_gasten` only.

    The decorator puts the language back afterwards.
    """
    plek = gastplek_of_404(request, code)
    activate(plek.taal)
    return plek


def onbekend() -> str:
    """Say that a code opens nothing, in the language that is active."""
    return gettext("Met deze code is nu geen bijeenkomst te openen. Kijk de code na op het scherm in de zaal.")


def te_vaak() -> str:
    """Say that too many codes were tried, in the language that is active."""
    return gettext("Er is te vaak een verkeerde code geprobeerd. Wacht tien minuten, of vraag hulp aan de begeleider.")


def ronde_van(sessie: Sessie, sleutel: str) -> Ronde | None:
    """Return the question that a phone names; None for none of this meeting."""
    with suppress(ValueError):
        ronde = one_or_none(Ronde.objects.filter(sessie=sessie, sleutel=UUID(sleutel)))
        if ronde is not None:
            ronde.sessie = sessie
        return ronde
    return None


def voor_gasten(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Speak the language of the phone, answer unknown codes alike, and let no phone or proxy keep what a guest saw."""

    @wraps(view)
    def met_antwoord(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        with override(taal_van(request, None)):
            try:
                antwoord = view(request, *args, **kwargs)
            except OnbekendeCode:
                antwoord = _zonder_sessie(request, onbekend(), 404)
            except TeVaak:
                report("grens_bereikt", reden="codes_geraden")
                antwoord = _zonder_sessie(request, te_vaak(), 429)
            except NogNietBegonnen as wacht:
                antwoord = _nog_niet(request, wacht.sessie)
            antwoord.headers["Content-Language"] = str(get_language())
        patch_cache_control(antwoord, private=True, no_store=True)
        return antwoord

    return met_antwoord


def _nog_niet(request: HttpRequest, sessie: Sessie) -> HttpResponse:
    """Say when and where: who scans an invitation at home has the right code, and too early.

    The page asks now and then whether it began, and then becomes the one to come in by.
    """
    context = {"sessie": sessie, "vernieuwt": True, "live_versie": sessie.wijk.versie, "live_peilt": PEILT}
    return render(request, "zaal/gasten/nogniet.html", context)


def _zonder_sessie(request: HttpRequest, melding: str, status: int) -> HttpResponse:
    return render(request, "zaal/gasten/meedoen.html", {"melding": melding, "getypt": ""}, status=status)


def ontvangen(request: HttpRequest, plek: Gastplek, sleutel: UUID) -> HttpResponse:
    """Say that it is stored: to a script by its key, so that the phone forgets it only then."""
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse({"sleutel": str(sleutel)})
    return redirect("telefoon", code=plek.sessie.code)
