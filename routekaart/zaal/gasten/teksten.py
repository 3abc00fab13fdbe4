# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of things in the words of a phone, and which language a phone reads.

The words are Dutch; locale/ holds the other languages. They are looked up when they are shown, in the language that is
active then.
"""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from actoren.models import Schatsoort, Soort
from routekaart.zaal.models import Gast, Taal

# The kinds of a treasure and of a party, in the words of a phone.
SOORTEN: Mapping[str, Promise] = MappingProxyType(
    {
        Schatsoort.INITIATIEF: pgettext_lazy("soort", "initiatief"),
        Schatsoort.PLEK: pgettext_lazy("soort", "plek"),
        Schatsoort.TALENT: pgettext_lazy("soort", "talent"),
        Soort.GEMEENTE: pgettext_lazy("soort", "gemeente"),
        Soort.CORPORATIE: pgettext_lazy("soort", "woningcorporatie"),
        Soort.ONDERWIJS: pgettext_lazy("soort", "onderwijs"),
        Soort.ZORG: pgettext_lazy("soort", "zorg"),
        Soort.WELZIJN: pgettext_lazy("soort", "welzijn"),
        Soort.POLITIE: pgettext_lazy("soort", "politie"),
        Soort.BEWONERS: pgettext_lazy("soort", "bewoners"),
        Soort.ONDERNEMERS: pgettext_lazy("soort", "ondernemers"),
        Soort.SPORT: pgettext_lazy("soort", "sport"),
        Soort.GELOOF: pgettext_lazy("soort", "geloof"),
        Soort.CULTUUR: pgettext_lazy("soort", "cultuur"),
        Soort.OVERIG: pgettext_lazy("soort", "overig"),
    }
)


def taal_van(request: HttpRequest, gast: Gast | None) -> Taal:
    """Return the language of a phone: what it asks for now, what the guest chose, else what the phone is set to."""
    gevraagd = request.GET.get("taal") or request.POST.get("taal") or (gast.taal if gast else "")
    if gevraagd in Taal.values:
        return Taal(gevraagd)
    eerste = request.headers.get("Accept-Language", "").strip().lower()
    return Taal.EN if eerste.startswith("en") else Taal.NL
