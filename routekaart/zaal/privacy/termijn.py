# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of which meetings the guests have to be forgotten by now."""

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from routekaart.zaal.models import Sessie
from routekaart.zaal.toegang import NA_SLUITING


def te_vergeten() -> "QuerySet[Sessie]":
    """Return the meetings past the retention period: from closing, or from the day of one that nobody closed."""
    nu, termijn = timezone.now(), settings.BEWAARTERMIJN_GASTEN
    # One that is open takes guests for as long as its code lives: not before that ends.
    open_tot = timezone.localdate(nu - max(termijn, NA_SLUITING))
    over = Q(sluiting__moment__lte=nu - termijn) | Q(sluiting=None, datum__lte=open_tot)
    return Sessie.objects.filter(over, opruiming=None).select_related("wijk").order_by("pk")
