# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a method can say about itself, with what holds for most: a question that is answered with cards.

A method is data for the greater part. It has no state: there is one object of each.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from actoren.models import Deelname, Schat
from routekaart.zaal.kaarten.forms import KaartForm, TafelkaartForm
from routekaart.zaal.kaarten.handelingen import lever_in, lever_tafel_in
from routekaart.zaal.methoden.vondst import Gevonden
from routekaart.zaal.models import Gast, Overname, Ronde, Stap, Stemkeuze, Vondst
from routekaart.zaal.programma.stand import Zaalstand
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd

KAARTSTAPPEN = (Stap.SCHRIJF, Stap.ONTHUL, Stap.GROEPEER, Stap.STEM, Stap.BESLUIT)

# The button at the desk that leads to a step.
KNOPPEN = {
    Stap.WACHT: "Nieuwe vraag klaarzetten",
    Stap.ALLEEN: "Alleen denken",
    Stap.TWEE: "Verder met z'n tweeën",
    Stap.SCHRIJF: "Schrijven beginnen",
    Stap.ONTHUL: "Kaarten onthullen",
    Stap.GROEPEER: "Samen groeperen",
    Stap.STEM: "Stemmen beginnen",
    Stap.BESLUIT: "De uitslag tonen",
}

# Steps in which a timer runs, as long as the question says.
MET_TIJD = frozenset({Stap.SCHRIJF, Stap.STEM})

# Minutes that a draaiboek keeps for a step: to look and talk, and for voting on cards.
PLAN: Mapping[Stap, int] = {Stap.ONTHUL: 5, Stap.GROEPEER: 5, Stap.STEM: 3, Stap.BESLUIT: 5}

KAART, TAFEL = KaartForm.wat, TafelkaartForm.wat


@dataclass(frozen=True)
class Inlevering:
    """Something that a phone can hand in: the form that reads it, and the verb that takes what the form read."""

    form: Callable[..., KaartForm]
    neem_aan: Callable[..., object]


def neem_kaart_aan(*, ronde: Ronde, gast: Gast, gegevens: Mapping[str, Any]) -> None:
    """Take one card, with what it names if it names something. Raises as `lever_in` does."""
    lever_in(
        ronde=ronde,
        gast=gast,
        tekst=gegevens["tekst"],
        apparaatsleutel=gegevens["sleutel"],
        vondst=gegevens.get("vondst"),
    )


def neem_tafel_aan(*, ronde: Ronde, gast: Gast, gegevens: Mapping[str, Any]) -> None:
    """Take the cards of a table. Raises as `lever_tafel_in` does."""
    lever_tafel_in(ronde=ronde, gast=gast, regels=gegevens["regels"], sleutel=gegevens["sleutel"])


class Basismethode:
    """A method. What a class of its own leaves out is as it is here."""

    # Its steps, in order. Where it says it in other words: their names, the buttons that lead to them at the desk.
    stappen: tuple[Stap, ...]
    labels: Mapping[Stap, str] = {}
    knoppen: Mapping[Stap, str] = {}
    # What people do in a step; the phones say it in their language, the wall in Dutch.
    woorden_bij: Mapping[Stap, Promise] = {}
    # Minutes of a step whatever the question says, and those that the draaiboek keeps for it.
    eigen_tijd: Mapping[Stap, int] = {}
    plan: Mapping[Stap, int] = PLAN
    # How it works, in one line for who leads it.
    draaiboek: str
    # Whether it is worked on with cards, what phones hand in, and in which step they are asked for it.
    met_kaarten = True
    inleveringen: Mapping[str, Inlevering] = {
        KAART: Inlevering(KaartForm, neem_kaart_aan),
        TAFEL: Inlevering(TafelkaartForm, neem_tafel_aan),
    }
    gevraagd_bij: Mapping[Stap, str] = {Stap.SCHRIJF: KAART}
    # What the answers to choose from are called, in the room and on a phone. Empty: dots on groups.
    antwoorden: Mapping[Stemkeuze, Promise] = {}
    antwoordzinnen: Mapping[Stemkeuze, Promise] = {}
    # Whether the name of a group is what people handed in, so that the wall need not show a card that says the same.
    groep_is_kaart = False
    # Whether the decision answers the perron of the question, and whether it begins with what got most dots.
    antwoord_op_perron = True
    besluit_is_winnaar = False
    # How a line from paper is written, when not any line is a card.
    papierhulp = ""

    def label(self, stap: Stap) -> str:
        """Return what a step is called."""
        return self.labels.get(stap) or str(stap.label)

    def knop(self, stap: Stap) -> str:
        """Return what the button says that leads to a step."""
        return self.knoppen.get(stap) or KNOPPEN[stap]

    def uitleg(self, stap: Stap) -> str:
        """Return what to do in a step, in the language that is active; empty when there is nothing to add."""
        return str(self.woorden_bij.get(stap, ""))

    def minuten(self, stap: Stap, gekozen: int) -> int | None:
        """Return how long a step takes; None when no time runs in it. `gekozen` is the time of the question."""
        return self.eigen_tijd.get(stap) or (gekozen if stap in MET_TIJD else None)

    def duur(self, gekozen: int) -> int:
        """Return the minutes that the draaiboek keeps for a question, with looking and talking."""
        return sum(self.plan.get(stap) or self.minuten(stap, gekozen) or 0 for stap in self.stappen)

    def buur(self, stap: str, richting: int) -> Stap | None:
        """Return the step after (1) or before (-1) this one; None past the ends."""
        plaats = self.stappen.index(Stap(stap)) + richting
        return self.stappen[plaats] if 0 <= plaats < len(self.stappen) else None

    def is_voorbij(self, stap: str, mijlpaal: Stap) -> bool:
        """Tell whether the room has reached a step of this method, or is past it."""
        rij = self.stappen
        return mijlpaal in rij and rij.index(Stap(stap)) >= rij.index(mijlpaal)

    def inlevering(self, wat: str) -> Inlevering:
        """Return what is handed in, by the field `wat` of its form; a card for a word that is not known here."""
        return self.inleveringen.get(wat) or self.inleveringen[KAART]

    def lees_papier(self, regel: str) -> Gevonden | None:
        """Return the parts of a line from paper, where it has parts. Raises GeenVondst, with what is wrong in it."""
        return None

    def bij_regie(self, stand: Zaalstand) -> dict[str, Any]:
        """Return what the desk adds, in a fixed number of queries.

        `boven` and `bij_besluit` name the partial that shows it, beside the vote or at the decision.
        """
        return {}

    def bestaande(self, vondst: Vondst) -> Schat | Deelname | None:
        """Return what is in the wijk under the name on a card, in a question that collects such things."""
        return None

    def neem_op(self, vondst: Vondst, door: Gebruiker | None) -> Overname:
        """Take what a card names over into the wijk as something new. Raises Geweigerd where nothing is collected."""
        raise Geweigerd("kaart_zonder_vondst")
