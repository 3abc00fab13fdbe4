# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""`rode-draad-200`: the rode draad with 200 activities and 2,000 links against an empty view, with all middleware."""

import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils import timezone

from actoren.models import Deelname, Domein
from routekaart.models import (
    Activiteit,
    Bestemming,
    Ernst,
    Inzet,
    Neveneffect,
    Opbrengst,
    Risico,
    Routekaart,
    Uitdaging,
    Verandering,
)
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.urls import urlpatterns as eigen

RONDES = 40
UITDAGINGEN, VERANDERINGEN, ACTIVITEITEN = 20, 50, 200
# 4 challenges per change, 7 changes per activity, a machinist and a risk each: 200 + 1,400 + 200 + 200.
PER_VERANDERING, PER_ACTIVITEIT, LINKS = 4, 7, 2000


def leeg(request: HttpRequest) -> HttpResponse:
    """Answer with nothing."""
    return HttpResponse("")


urlpatterns = [path("leeg/", leeg), *eigen]


def vul(kaart: Routekaart) -> int:
    """Fill a journey and return the number of its links. In bulk: what is measured here is reading."""
    actoren = [d.actor for d in Deelname.objects.filter(wijk=kaart.wijk).select_related("actor")]
    vast: dict[str, Any] = {"routekaart": kaart, "versie": kaart.wijk.versie, "moment": timezone.now()}

    def reeks(model: Any, aantal: int, maak: Callable[[int], dict[str, Any]]) -> list[Any]:
        return list(model.objects.bulk_create([model(**vast, **maak(nr)) for nr in range(aantal)]))

    for model in (Risico, Neveneffect, Inzet, Activiteit, Verandering, Opbrengst, Uitdaging, Bestemming):
        model.objects.filter(routekaart=kaart).delete()
    reeks(Bestemming, 1, lambda _: {"definitie": "Iedereen hoort erbij.", "slogan": "Samen"})
    u = reeks(Uitdaging, UITDAGINGEN, lambda n: {"naam": f"Uitdaging {n}", "stem": "Ik ken mijn buren niet."})
    reeks(Opbrengst, UITDAGINGEN, lambda n: {"uitdaging": u[n], "actor": actoren[0], "tekst": "Rust in de straat."})
    v = reeks(Verandering, VERANDERINGEN, lambda n: {"naam": f"Bewoners en partijen komen elkaar vaker tegen, {n}"})
    a = reeks(
        Activiteit,
        ACTIVITEITEN,
        lambda n: {"naam": f"Buurtmaaltijd {n}", "behoefte": "Elkaar kunnen ontmoeten.", "domein": Domein.SOCIAAL},
    )
    stap3, stap6 = Verandering.uitdagingen.through, Activiteit.veranderingen.through
    links3 = [
        stap3(verandering=rij, uitdaging=u[(n + k * 3) % UITDAGINGEN])
        for n, rij in enumerate(v)
        for k in range(PER_VERANDERING)
    ]
    links6 = [
        stap6(activiteit=rij, verandering=v[(n + k * 7) % VERANDERINGEN])
        for n, rij in enumerate(a)
        for k in range(PER_ACTIVITEIT)
    ]
    stap3.objects.bulk_create(links3)
    stap6.objects.bulk_create(links6)
    reeks(Inzet, ACTIVITEITEN, lambda n: {"activiteit": a[n], "actor": actoren[n % len(actoren)]})
    reeks(Risico, ACTIVITEITEN, lambda n: {"naam": f"Te weinig mensen {n}", "ernst": Ernst.LET_OP, "activiteit": a[n]})
    return len(links3) + len(links6) + 2 * ACTIVITEITEN


def meet(vergelijk: Callable[..., Any]) -> Any:
    """Fill the journey of Meerzicht and measure; milliseconds of server time per request."""
    kaart = Routekaart.objects.select_related("wijk").filter(wijk__slug="meerzicht").order_by("-nummer")[0]
    assert vul(kaart) == LINKS
    client = Client(headers={"host": "localhost"})
    client.force_login(Gebruiker.objects.get(email="wijkregisseur@voorbeeld.nl"))

    def duur(pad: str) -> float:
        begin = time.perf_counter()
        antwoord = client.get(pad)
        assert antwoord.status_code == 200
        return (time.perf_counter() - begin) * 1000

    with override_settings(ROOT_URLCONF=__name__):
        pagina = "/wijken/meerzicht/routekaart/rode-draad/"
        assert client.get(pagina).text.count('<li id="activiteit-') == ACTIVITEITEN
        return vergelijk("rode-draad-200", "ms", lambda: duur(pagina), lambda: duur("/leeg/"), RONDES)
