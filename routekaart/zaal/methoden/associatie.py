# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One or two words; the room makes slogans of them, and chooses one."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from routekaart.zaal.kaarten.forms import TafelkaartForm
from routekaart.zaal.methoden.basis import (
    KAART,
    KAARTSTAPPEN,
    TAFEL,
    Basismethode,
    Inlevering,
    neem_kaart_aan,
    neem_tafel_aan,
)
from routekaart.zaal.methoden.forms import MAX_WOORDEN, AssociatieForm, SloganForm
from routekaart.zaal.methoden.handelingen import bestemming_van, stel_slogan_voor
from routekaart.zaal.models import Gast, Ronde, Stap
from routekaart.zaal.programma.stand import Zaalstand


def _neem_slogan_aan(*, ronde: Ronde, gast: Gast, gegevens: dict[str, Any]) -> None:
    """Take a proposal for a slogan. Raises as `stel_slogan_voor` does."""
    stel_slogan_voor(ronde=ronde, gast=gast, tekst=gegevens["tekst"], apparaatsleutel=gegevens["sleutel"])


class Associatie(Basismethode):
    """While the room groups, phones propose slogans: a group each, and on those it votes.

    A slogan is no answer: it is taken over as the slogan of the journey, and perron 1 is still to be answered.
    """

    stappen = (Stap.WACHT, *KAARTSTAPPEN)
    woorden_bij = {
        Stap.SCHRIJF: _("Waar denkt u aan? Schrijf één of twee woorden. Later maken we er een slogan van."),
        Stap.GROEPEER: _("Maak van deze woorden een slogan. Straks stemmen we."),
    }
    draaiboek = "Ieder schrijft één of twee woorden; daarvan maakt de zaal slogans en kiest er een."
    inleveringen = {
        KAART: Inlevering(AssociatieForm, neem_kaart_aan),
        TAFEL: Inlevering(partial(TafelkaartForm, woorden=MAX_WOORDEN), neem_tafel_aan),
        SloganForm.wat: Inlevering(SloganForm, _neem_slogan_aan),
    }
    gevraagd_bij = {Stap.SCHRIJF: KAART, Stap.GROEPEER: SloganForm.wat}
    groep_is_kaart = True
    antwoord_op_perron = False
    besluit_is_winnaar = True

    def bij_regie(self, stand: Zaalstand) -> dict[str, Any]:
        """Return the destination that a slogan belongs to, at a question about perron 1."""
        if stand.ronde.perron != 1:
            return {}
        return {"bij_besluit": "zaal/methoden/slogan.html", "bestemming": bestemming_van(stand.ronde)}


METHODE = Associatie()
