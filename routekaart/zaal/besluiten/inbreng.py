# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stands and promises at the facilitator's desk, with the forms that the perrons have themselves."""

from typing import Any

from routekaart.models import Perron
from routekaart.onderdeel.form import OnderdeelForm, maak_form
from routekaart.soorten.overal import STANDPUNTEN
from routekaart.soorten.perron_8_reisgenoten import TOEZEGGINGEN
from routekaart.zaal.besluiten.handelingen import perron_van
from routekaart.zaal.models import Ronde
from wijken.onderdelen.soort import OnderdeelSoort
from wijkwijzer.accounts.models import Gebruiker

INBRENG = {soort.woord: soort for soort in (STANDPUNTEN, TOEZEGGINGEN)}


def _plek(ronde: Ronde, soort: OnderdeelSoort) -> Perron | None:
    """Return the perron at which this kind lands; None when the meeting belongs to no journey."""
    if soort.perron is None:
        return perron_van(ronde)
    rijen = Perron.objects.filter(routekaart=ronde.sessie.routekaart_id, nummer=soort.perron)
    return rijen.select_related("routekaart__wijk").first()


def inbrengform(ronde: Ronde, woord: str, door: Gebruiker, data: Any = None) -> OnderdeelForm | None:
    """Return the form of a stand (of this perron) or a promise; None when there is no place for it."""
    soort = INBRENG[woord]
    perron = _plek(ronde, soort)
    return maak_form(soort, perron, door, soort.leeg_van(perron), data) if perron else None
