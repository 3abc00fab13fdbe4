# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Following a page: a stream for who asks for one (see wijkwijzer.live.stroom), the version for who polls."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from wijken.live import live_toegang, live_vooraf
from wijken.models import Wijk
from wijkwijzer.live.stroom import met_stroom


@met_stroom(live_toegang, live_vooraf)
def live(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the version of the wijk: a page that shows an older one looks again."""
    toegang = live_toegang(request, slug)
    return JsonResponse({"v": Wijk.objects.values_list("versie", flat=True).get(pk=toegang.plek.wijk)})
