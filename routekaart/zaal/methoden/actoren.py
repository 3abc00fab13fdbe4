# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which parties are there in the wijk, and who is not here?"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from actoren.models import Deelname, Soort
from routekaart.zaal.methoden.basis_verzamelen import Verzamelmethode
from routekaart.zaal.methoden.handelingen import neem_partij_op
from routekaart.zaal.models import Overname, Stap, Vondst
from wijken.models import Wijk
from wijkwijzer.accounts.models import Gebruiker


class Actoren(Verzamelmethode):
    """Organisations and groups."""

    woorden_bij = {Stap.SCHRIJF: _("Welke organisatie of groep is er in de wijk? Noem geen namen van mensen.")}
    draaiboek = "Ieder noemt organisaties en groepen: naam, soort en plek. U neemt over wie mee moet doen."
    soorten = Soort
    bij = "de partijen"

    def namen(self, wijk: Wijk) -> Iterable[str]:
        """Return the names of the parties that take part."""
        return Deelname.objects.filter(wijk=wijk).values_list("actor__naam", flat=True)

    def bestaande(self, vondst: Vondst) -> Deelname | None:
        """Return the party of this name that takes part."""
        rijen = Deelname.objects.filter(wijk=vondst.kaart.wijk, actor__naam__iexact=vondst.naam)
        return rijen.select_related("actor").first()

    def neem_op(self, vondst: Vondst, door: Gebruiker | None) -> Overname:
        """Let it take part in the wijk."""
        return neem_partij_op(vondst=vondst, door=door)


METHODE = Actoren()
