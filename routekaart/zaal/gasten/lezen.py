# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guests of a meeting as the desk tells them apart, and of which meetings they have to be forgotten."""

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from routekaart.zaal.gasten.toegang import NA_SLUITING
from routekaart.zaal.models import Gast, Sessie


def telefoons(sessie: Sessie) -> dict[str, tuple[Gast, str]]:
    """Return the guests by key, each with words to know it by: no name unless the guest gave one."""
    rijen = list(Gast.objects.filter(sessie=sessie).select_related("actor"))
    uit = {}
    for gast in sorted(rijen, key=lambda g: (str(g.actor or g.get_soort_display()).lower(), g.versie)):
        gast.sessie = sessie
        wie = gast.actor.naam if gast.actor else gast.get_soort_display().capitalize()
        naam = f", {gast.naam}" if gast.naam else ""
        uit[str(gast.sleutel)] = (gast, f"{wie}{naam}, binnen om {timezone.localtime(gast.moment):%H:%M}")
    return uit


def te_vergeten() -> "QuerySet[Sessie]":
    """Return the meetings past the retention period: from closing, or from the day of one that nobody closed."""
    nu, termijn = timezone.now(), settings.BEWAARTERMIJN_GASTEN
    # One that is open takes guests for as long as its code lives: not before that ends.
    open_tot = timezone.localdate(nu - max(termijn, NA_SLUITING))
    over = Q(sluiting__moment__lte=nu - termijn) | Q(sluiting=None, datum__lte=open_tot)
    return Sessie.objects.filter(over, opruiming=None).select_related("wijk").order_by("pk")
