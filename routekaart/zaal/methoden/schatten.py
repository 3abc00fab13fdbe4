# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which treasures are there in the wijk?"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from actoren.models import Schat, Schatsoort
from routekaart.zaal.methoden.basis_verzamelen import Verzamelmethode
from routekaart.zaal.methoden.handelingen import neem_schat_op
from routekaart.zaal.models import Overname, Stap, Vondst
from wijken.models import Wijk
from wijkwijzer.accounts.models import Gebruiker


class Schatten(Verzamelmethode):
    """Initiatives, places and talents."""

    woorden_bij = {
        Stap.SCHRIJF: _("Wat is er al in de wijk? Een initiatief, een plek of een talent. Noem geen namen van mensen.")
    }
    draaiboek = "Ieder noemt wat er al is: naam, soort en plek. U neemt over wat klopt."
    soorten = Schatsoort
    bij = "de schatten"

    def namen(self, wijk: Wijk) -> Iterable[str]:
        """Return the names of the treasures."""
        return Schat.objects.filter(wijk=wijk).values_list("naam", flat=True)

    def bestaande(self, vondst: Vondst) -> Schat | None:
        """Return the treasure of this name."""
        return Schat.objects.filter(wijk=vondst.kaart.wijk, naam__iexact=vondst.naam).first()

    def neem_op(self, vondst: Vondst, door: Gebruiker | None) -> Overname:
        """Make it a treasure of the wijk."""
        return neem_schat_op(vondst=vondst, door=door)


METHODE = Schatten()
