# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of a routekaart: the current one has short ones, an older one carries its number."""

from django.urls import reverse

from routekaart.models import Routekaart


def reis_url(routekaart: Routekaart, *, is_huidig: bool = True) -> str:
    """Return the address of the journey at a glance."""
    slug = routekaart.wijk.slug
    if is_huidig:
        return reverse("routekaart", args=[slug])
    return reverse("eerdere_routekaart", args=[slug, routekaart.nummer])


def perron_url(routekaart: Routekaart, nummer: int, *, is_huidig: bool = True) -> str:
    """Return the address of a perron page."""
    slug = routekaart.wijk.slug
    if is_huidig:
        return reverse("perron", args=[slug, nummer])
    return reverse("eerder_perron", args=[slug, routekaart.nummer, nummer])
