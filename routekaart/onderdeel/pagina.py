# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page on which one row of a structure is added or changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from routekaart.onderdeel.adressen import onderdeel_url
from routekaart.onderdeel.form import OnderdeelForm
from routekaart.perron.forms import SluitForm
from routekaart.perron.geschiedenis import stappen
from routekaart.perron.tweeteksten import wachtende
from routekaart.reis.adressen import perron_url
from routekaart.toegang import Onderdeelplek
from wijken.models import Afsluiting, Onderdeel
from wijkwijzer.web.htmx import send_to, show
from wijkwijzer.web.kept_input import take
from wijkwijzer.web.login_required import logged_in


def terug_url(plek: Onderdeelplek) -> str:
    """Return where a row stands: at its perron, or on the page of the wijk for the vertrek."""
    if plek.perron is None:
        return f"{reverse('wijk', args=[plek.wijk.slug])}#{plek.soort.woord}"
    return f"{perron_url(plek.perron.routekaart, plek.perron.nummer)}#{plek.soort.woord}"


def onderdeel_pad(plek: Onderdeelplek) -> str:
    """Return the address of the page of this row."""
    return _pad(plek, plek.rij)


def _pad(plek: Onderdeelplek, rij: Onderdeel) -> str:
    return onderdeel_url(plek.wijk.slug, plek.soort, rij, plek.perron.nummer if plek.perron else None)


def naar_perron(request: HttpRequest, plek: Onderdeelplek) -> HttpResponse:
    """Go back to where the row stands."""
    return send_to(request, terug_url(plek))


def toon_onderdeel(
    request: HttpRequest, plek: Onderdeelplek, form: OnderdeelForm, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Render the form of a row, with its history and the way to close it."""
    rij = plek.rij
    bewaard = take(request, request.path)
    if bewaard is not None:
        form.initial = {**form.initial, **bewaard.dict(), "versie": form.initial.get("versie")}
    bestaande = form.bestaande
    context = {
        "wijk": plek.wijk,
        "perron": plek.perron,
        "soort": plek.soort,
        "rij": rij,
        "form": form,
        "tekst_terug": bewaard is not None,
        "terug_url": terug_url(plek),
        "bestaande": bestaande,
        "bestaande_url": _pad(plek, bestaande) if bestaande else "",
        "stappen": stappen(logged_in(request), rij, plek.soort.tekstvelden) if rij else [],
        "wachtend": wachtende(rij, _teksten(plek, form)) if rij else [],
        "eigen_pad": onderdeel_pad(plek) if rij else "",
        "afsluiting": Afsluiting.objects.filter(onderwerp=rij.sleutel).first() if rij else None,
        "sluitform": SluitForm(initial={"versie": rij.versie}) if rij else None,
    }
    return show(request, "routekaart/onderdeel/onderdeel.html", context | extra, status=status)


def _teksten(plek: Onderdeelplek, form: OnderdeelForm) -> dict[str, tuple[str, str]]:
    """Return the label of each text of a row, and what it says now."""
    return {veld: (str(form.fields[veld].label), str(getattr(plek.rij, veld))) for veld in plek.soort.tekstvelden}
