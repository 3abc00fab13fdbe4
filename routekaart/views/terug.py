# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Going back to an earlier text, by the inverse of the change; refused when somebody built on it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from routekaart.forms import VersieForm
from routekaart.geschiedenis import vroegere_teksten
from routekaart.handelingen import wijzig_bijdrage
from routekaart.onderdeelpagina import onderdeel_pad
from routekaart.toegang import bijdrage_of_404, onderdeel_of_404
from wijken.onderdelen import wijzig
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb

GEBOUWD = "Dit kan niet meer ongedaan: iemand wijzigde deze tekst daarna. Neem de oude woorden zo nodig zelf over."


def onderdeel_terug(
    request: HttpRequest, slug: str, perron: int, woord: str, sleutel: UUID, versie: int
) -> HttpResponse:
    """Go back in a row of a structure."""
    plek = onderdeel_of_404(request, slug, perron, woord, sleutel)
    door, rij = logged_in(request), plek.rij
    teksten = vroegere_teksten(door, rij, plek.tekstvelden, versie)
    _doe(request, teksten, rij, lambda: wijzig(rij=rij, waarden=teksten, versie=rij.versie, door=door))
    return send_to(request, onderdeel_pad(plek))


def bijdrage_terug(request: HttpRequest, slug: str, perron: int, sleutel: UUID, versie: int) -> HttpResponse:
    """Go back in a contribution."""
    rij, door = bijdrage_of_404(request, slug, perron, sleutel), logged_in(request)
    teksten = vroegere_teksten(door, rij, ["tekst"], versie)
    _doe(request, teksten, rij, lambda: wijzig_bijdrage(bijdrage=rij, door=door, versie=rij.versie, **teksten))
    return send_to(request, request.path.partition("terug/")[0])


def _doe(request: HttpRequest, teksten: dict[str, str], rij: Any, handeling: Callable[[], object]) -> None:
    """Run the inverse and say how it went. A GET changes nothing."""
    if request.method != "POST":
        return
    form = VersieForm({"versie": rij.versie})
    gelukt = bool(teksten) and run_verb(form, lambda _: handeling()) == DONE
    messages.add_message(
        request,
        messages.SUCCESS if gelukt else messages.WARNING,
        "De eerdere tekst staat er weer." if gelukt else GEBOUWD,
    )
