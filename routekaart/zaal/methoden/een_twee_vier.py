# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Think alone, then in twos, then in fours, then together (1-2-4-all)."""

from django.utils.translation import gettext_lazy as _

from routekaart.zaal.methoden.basis import KAARTSTAPPEN, Basismethode
from routekaart.zaal.models import Stap


class EenTweeVier(Basismethode):
    """Every step has its own time; that of the four is the one that was chosen. Four people hand in one card."""

    stappen = (Stap.WACHT, Stap.ALLEEN, Stap.TWEE, *KAARTSTAPPEN)
    labels = {Stap.SCHRIJF: "met z'n vieren", Stap.ONTHUL: "samen"}
    knoppen = {Stap.SCHRIJF: "Verder met z'n vieren"}
    woorden_bij = {
        Stap.ALLEEN: _("Denk eerst alleen na, in stilte. Schrijf iets op voor uzelf. U levert nu nog niets in."),
        Stap.TWEE: _("Praat met uw buurman of buurvrouw. Wat hebt u allebei? Wat is nieuw?"),
        Stap.SCHRIJF: _("Ga met z'n vieren zitten. Kies samen wat het belangrijkst is. Eén van u levert het in."),
        Stap.ONTHUL: _("Nu met z'n allen. Elk groepje vertelt kort wat er op de kaart staat."),
    }
    eigen_tijd = {Stap.ALLEEN: 1, Stap.TWEE: 2, Stap.ONTHUL: 5}
    draaiboek = "Eerst alleen, dan met z'n tweeën, dan met z'n vieren; elk viertal levert één kaart in."


METHODE = EenTweeVier()
