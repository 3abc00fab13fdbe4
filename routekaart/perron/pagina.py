# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the perron page shows, put together once for every view that shows it or a part of it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from actoren.toegang import partijen_van
from routekaart.models import Bijdrage, Perron
from routekaart.onderdeel.structuur import naast_elkaar, structuren, te_vragen
from routekaart.perron.forms import AntwoordForm, BijdrageForm, HeropenForm, WijzigForm
from routekaart.perron.geschiedenis import stappen
from routekaart.perron.nogopen import open_punten
from routekaart.perron.opnieuw import bekijk_opnieuw
from routekaart.perron.tweeteksten import ANTWOORD, eigen_antwoordvoorstel, wachtende
from routekaart.perrons import BRON
from routekaart.reis.adressen import perron_url, reis_url
from routekaart.reis.lijn import treinlijn
from routekaart.reis.stand import PerronInhoud, Staat, perroninhoud, reisstand
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.registry import panels
from wijkwijzer.web.htmx import show
from wijkwijzer.web.kept_input import take
from wijkwijzer.web.login_required import logged_in

SJABLOON = "routekaart/perron/perron.html"


def _adressen(perron: Perron) -> dict[str, str]:
    args = [perron.wijk.slug, perron.nummer]
    return {
        "bijdragen_url": reverse("bijdragen", args=args),
        "antwoord_url": reverse("antwoord", args=args),
        "heropen_url": reverse("heropenen", args=args),
        "reisplan_url": reverse("reisplan", args=[perron.wijk.slug]),
    }


def kaartje(bijdrage: Bijdrage, url: str = "") -> dict[str, Any]:
    """Return one contribution as the list shows it; with the address where it is changed, for who may do that.

    Plain strings: a template looks them up three times as fast.
    """
    return {
        "sleutel": str(bijdrage.sleutel),
        "versie": bijdrage.versie,
        "van": str(bijdrage.actor.sleutel),
        "url": url,
        "partij": bijdrage.actor.naam,
        "tekst": bijdrage.tekst,
        "voorbeeld": bijdrage.voorbeeld,
    }


def gedeeld(perron: Perron, inhoud: PerronInhoud, *, is_huidig: bool = True) -> dict[str, Any]:
    """Return what everybody sees the same of a perron: its state, what is open, and the answer with its history."""
    reis, routekaart = reisstand(perron.routekaart, is_huidig=is_huidig), perron.routekaart
    hier = reis.perrons[perron.nummer - 1]
    return {
        "wijk": perron.wijk,
        "perron": perron,
        "is_huidig": is_huidig,
        "kaart_url": reis_url(routekaart, is_huidig=is_huidig),
        "soort": hier.soort,
        "hier": hier,
        "inhoud": inhoud,
        "aantal_bijdragen": hier.aantal_bijdragen,
        "treinlijn": treinlijn(reis, is_huidig=is_huidig),
        "opnieuw": bekijk_opnieuw(hier, routekaart, is_huidig=is_huidig),
    }


def context_van(request: HttpRequest, perron: Perron, *, is_huidig: bool = True) -> dict[str, Any]:
    """Return the context of a perron page, in a fixed number of queries.

    A text that could not be saved because the session had expired stands in its form again.
    """
    gebruiker: Gebruiker = logged_in(request)
    inhoud = perroninhoud(perron)
    adressen = _adressen(perron)
    eigen = list(partijen_van(gebruiker, perron.wijk)) if is_huidig else []
    eigen_ids = {a.pk for a in eigen}
    voor_allen = mag(gebruiker, perron.wijk, "namens_allen")
    routekaart = perron.routekaart
    delen = structuren(perron, gebruiker, eigen_ids, is_huidig=is_huidig)

    def url(bijdrage: Bijdrage) -> str:
        return f"{adressen['bijdragen_url']}{bijdrage.sleutel}/" if bijdrage.actor_id in eigen_ids else ""

    gezamenlijk = gedeeld(perron, inhoud, is_huidig=is_huidig)
    context = gezamenlijk | {
        "routekaart": routekaart,
        # In the order in which they came: so a new one stands at the end, on every page alike.
        "bijdragen": [kaartje(b, url(b)) for b in sorted(inhoud.bijdragen, key=lambda b: b.pk)],
        "ingetrokken": [kaartje(b, url(b)) for b in inhoud.ingetrokken if b.actor_id in eigen_ids],
        "vorige_url": perron_url(routekaart, perron.nummer - 1, is_huidig=is_huidig) if perron.nummer > 1 else "",
        "volgende_url": perron_url(routekaart, perron.nummer + 1, is_huidig=is_huidig) if perron.nummer < 9 else "",
        "naast": naast_elkaar(perron, is_huidig=is_huidig),
        "structuren": delen[:-1],
        "standpunten": delen[-1:],
        # Cards that come in live carry the link to change them for who may write for all; others look it up here.
        "eigen_sleutels": " ".join(str(a.sleutel) for a in eigen) if not voor_allen else "",
        "te_vragen": te_vragen(gezamenlijk["hier"], eigen_ids),
        "mag_bijdragen": bool(eigen),
        "zonder_partij": is_huidig and not eigen and mag(gebruiker, perron.wijk, "bijdragen"),
        "mag_vaststellen": is_huidig and mag(gebruiker, perron.wijk, "vaststellen"),
        "panelen": panels(perron, gebruiker, plek="perron"),
        "werk": panels(perron, gebruiker, plek="perronwerk") if is_huidig else [],
        "bron": BRON,
        **adressen,
    }
    return context | _formulieren(request, perron, context)


def _formulieren(request: HttpRequest, perron: Perron, context: Mapping[str, Any]) -> dict[str, Any]:
    """Make the forms that this user may fill in: empty, or with the text that waited for a new login."""
    forms: dict[str, Any] = {}
    inhoud, begin = context["inhoud"], {"versie": perron.versie}
    if context["mag_bijdragen"]:
        bewaard = take(request, context["bijdragen_url"])
        forms["nieuw"] = BijdrageForm(initial=bewaard or {}, partijen=partijen_van(logged_in(request), perron.wijk))
        forms["tekst_terug"] = bewaard is not None
    if context["mag_vaststellen"] and context["hier"].staat is not Staat.VASTGESTELD:
        bewaard = take(request, context["antwoord_url"])
        nu = inhoud.antwoord.tekst if inhoud.antwoord else ""
        forms["wachtend"] = wachtende(perron, {ANTWOORD: ("Ons gezamenlijke antwoord", nu)})
        ingevuld = {
            "tekst": eigen_antwoordvoorstel(perron, nu, logged_in(request)),
            **(bewaard.dict() if bewaard else {}),
            **begin,
        }
        punten = open_punten(perron, door=logged_in(request))
        forms["antwoordform"] = AntwoordForm(initial=ingevuld, open_punten=punten)
        forms["tekst_terug"] = forms.get("tekst_terug") or bewaard is not None
    elif context["mag_vaststellen"]:
        bewaard = take(request, context["heropen_url"])
        forms["heropenform"] = HeropenForm(initial={**(bewaard.dict() if bewaard else {}), **begin})
        forms["tekst_terug"] = forms.get("tekst_terug") or bewaard is not None
    return forms


def toon_perron(
    request: HttpRequest, perron: Perron, *, deel: str | None = None, status: int = 200, **extra: Any
) -> HttpResponse:
    """Render a perron page of the current routekaart, or to htmx the part `deel`; `extra` replaces context."""
    return show(request, SJABLOON, context_van(request, perron) | extra, part=deel, status=status)


def wijzig_id(bijdrage: Bijdrage) -> str:
    """Return the pattern of the ids in the form of this contribution: several may be open on one page."""
    return f"id_wijzig_{bijdrage.sleutel.hex}_%s"


def toon_bijdrage(request: HttpRequest, bijdrage: Bijdrage, *, status: int = 200, **extra: Any) -> HttpResponse:
    """Render the page on which one contribution is changed; to htmx its form, in the place of the contribution."""
    begin = {"tekst": bijdrage.tekst, "versie": bijdrage.versie}
    bewaard = take(request, request.path)
    auto_id = wijzig_id(bijdrage)
    context = {
        "wijk": bijdrage.perron.wijk,
        "perron": bijdrage.perron,
        "soort": bijdrage.perron.soort,
        "bijdrage": bijdrage,
        "wijzigform": WijzigForm(
            initial=begin | (bewaard.dict() if bewaard else {}) | {"versie": bijdrage.versie}, auto_id=auto_id
        ),
        "tekst_terug": bewaard is not None,
        "perron_url": perron_url(bijdrage.perron.routekaart, bijdrage.perron.nummer),
        "stappen": stappen(logged_in(request), bijdrage, ["tekst"]),
        "wachtend": wachtende(bijdrage, {"tekst": ("Tekst van de bijdrage", bijdrage.tekst)}),
        "eigen_pad": reverse("bijdrage", args=[bijdrage.wijk.slug, bijdrage.perron.nummer, bijdrage.sleutel]),
    }
    return show(request, "routekaart/perron/bijdrage.html", context | extra, part="formulier", status=status)
