# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking over at the desk what the room named or made."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from routekaart.zaal.methoden.handelingen import neem_over, neem_slogan_over
from routekaart.zaal.models import Overname
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.toegang import kaart_of_404, sessie_of_404
from wijkwijzer.errors import Verouderd
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import try_verb


def overnemen(request: HttpRequest, slug: str, sleutel: UUID, kaart: UUID) -> HttpResponse:
    """Take a treasure or a party over into the wijk."""
    rij = kaart_of_404(request, slug, sleutel, kaart)
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    overnames = list[Overname]()
    if try_verb(request, lambda: overnames.append(neem_over(kaart=rij, door=logged_in(request)))):
        messages.success(request, f"Overgenomen: {overnames[0]}.")
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#overnemen")


def slogan(request: HttpRequest, slug: str, sleutel: UUID) -> HttpResponse:
    """Make what the room decided the slogan of the journey."""
    sessie = sessie_of_404(request, slug, sleutel, recht="vaststellen")
    if request.method != "POST":
        return redirect("zaal_regie", slug=slug, sleutel=sleutel)
    try:
        if try_verb(request, lambda: neem_slogan_over(ronde=zaalstand(sessie).ronde, door=logged_in(request))):
            messages.success(request, "Dit is nu de slogan van de reis.")
    except Verouderd:
        messages.warning(request, "Iemand anders wijzigde net de bestemming. Probeer het opnieuw.")
    return send_to(request, reverse("zaal_regie", args=[slug, sleutel]) + "#besluit")
