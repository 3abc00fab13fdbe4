# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""`perronpagina-500`: the page of a perron with 500 contributions against an empty view, both with all middleware."""

import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from actoren.models import Deelname
from routekaart.models import Perron
from routekaart.perron.handelingen import draag_bij
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.urls import urlpatterns as eigen

AANTAL, RONDES = 500, 40
TEKST = "Wij willen dat iedereen in de wijk zich thuis voelt, en dat wij elkaar blijven vragen wat er nodig is."


def leeg(request: HttpRequest) -> HttpResponse:
    """Answer with nothing."""
    return HttpResponse("")


urlpatterns = [path("leeg/", leeg), *eigen]


def meet(vergelijk: Callable[..., Any]) -> Any:
    """Fill the first perron of the Haarwijk and measure; milliseconds of server time per request."""
    perron = Perron.objects.select_related("routekaart__wijk").get(routekaart__wijk__slug="haarwijk", nummer=3)
    actoren = [d.actor for d in Deelname.objects.filter(wijk=perron.wijk).select_related("actor")]
    for nr in range(AANTAL):
        draag_bij(perron=perron, actor=actoren[nr % len(actoren)], tekst=f"{TEKST} Nummer {nr}.", door=None)
    client = Client(headers={"host": "localhost"})
    client.force_login(Gebruiker.objects.get(email="wijkregisseur@voorbeeld.nl"))

    def duur(pad: str) -> float:
        begin = time.perf_counter()
        antwoord = client.get(pad)
        assert antwoord.status_code == 200
        return (time.perf_counter() - begin) * 1000

    with override_settings(ROOT_URLCONF=__name__):
        pagina = "/wijken/haarwijk/routekaart/perron/3/"
        assert client.get(pagina).text.count("Nummer") == AANTAL
        return vergelijk("perronpagina-500", "ms", lambda: duur(pagina), lambda: duur("/leeg/"), RONDES)
