# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Following the room on a phone: a stream for who asks for one, the version for who polls."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from routekaart.zaal.live import gast_toegang, gast_vooraf
from routekaart.zaal.toegang import NogNietBegonnen, voor_gasten
from wijken.models import Wijk
from wijkwijzer.live.stream import with_stream


@with_stream(gast_toegang, gast_vooraf)
@voor_gasten
def live(request: HttpRequest, code: str) -> HttpResponse:
    """Return the version of the wijk: a phone that shows an older one looks again.

    Who waits for a meeting to begin is told it too, and gets a 404 as soon as there is a page to come in by.
    """
    try:
        wijk = gast_toegang(request, code).plek.wijk
    except NogNietBegonnen as wacht:
        wijk = wacht.sessie.wijk_id
    return JsonResponse({"v": Wijk.objects.values_list("versie", flat=True).get(pk=wijk)})
