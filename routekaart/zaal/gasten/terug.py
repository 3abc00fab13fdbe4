# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in again with a code from the desk, within the limit on guessing."""

from django.http import HttpRequest

from routekaart.zaal.gasten.beperking import beperking
from routekaart.zaal.gasten.codes import lees_code
from routekaart.zaal.gasten.handelingen import kom_terug
from routekaart.zaal.gasten.toegang import TeVaak
from routekaart.zaal.models import Gast, Sessie
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.refusals import sentence

ELKE_CODE = "terug"  # no room has this code: who guessed too often gets no answer about any


def laat_terug(request: HttpRequest, sessie: Sessie, getypt: str) -> tuple[Gast | None, str]:
    """Return the guest, or the words that say no. Raises TeVaak for who guessed too often."""
    adres, code = str(request.META.get("REMOTE_ADDR", "")), lees_code(getypt)
    if beperking.is_vol(adres, ELKE_CODE):
        raise TeVaak
    try:
        return kom_terug(sessie=sessie, code=code), ""
    except Geweigerd as nee:
        beperking.mislukt(adres)
        return None, sentence(nee)
