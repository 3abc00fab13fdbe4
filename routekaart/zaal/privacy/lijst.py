# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The phones of a meeting as the facilitator tells them apart: by party and the time they came in."""

from django.utils import timezone

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
