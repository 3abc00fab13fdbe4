# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The travel plan to take along."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from routekaart.models import Routekaart
from routekaart.reisplan.document import naar_opdracht
from routekaart.reisplan.opstellen import stel_op
from routekaart.toegang import routekaart_of_404
from wijkwijzer.pdf.order import Order
from wijkwijzer.pdf.response import document_response


def reisplan(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the PDF of the current journey."""
    routekaart = routekaart_of_404(request, slug).routekaart
    terug = reverse("routekaart", args=[slug]), _("Terug naar de routekaart")
    return document_response(request, lambda: opdracht(routekaart), naam=f"reisplan-{slug}.pdf", terug=terug)


def opdracht(routekaart: Routekaart) -> Order:
    """Return what the plan is made from, as it is at one moment."""
    plan = stel_op(routekaart)
    return naar_opdracht(plan.rapport, plan.treinlijn_svg, plan.kaart_svg, plan.draad_svgs)
