# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Following the room on a phone: a stream for who asks for one, the version for who polls."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from routekaart.zaal.live import gast_toegang, gast_vooraf
from routekaart.zaal.toegang import voor_gasten
from wijken.models import Wijk
from wijkwijzer.live.stroom import met_stroom


@met_stroom(gast_toegang, gast_vooraf)
@voor_gasten
def live(request: HttpRequest, code: str) -> HttpResponse:
    """Return the version of the wijk: a phone that shows an older one looks again."""
    toegang = gast_toegang(request, code)
    return JsonResponse({"v": Wijk.objects.values_list("versie", flat=True).get(pk=toegang.plek.wijk)})
