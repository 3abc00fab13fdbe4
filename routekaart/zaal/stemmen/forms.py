# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of voting. They validate, they don't write."""

from typing import Any

from django import forms
from django.utils.translation import gettext

from actoren.models import Soort
from routekaart.zaal.kaarten.forms import MAX_AANTAL
from routekaart.zaal.kaarten.lezen import zichtbare_groepen
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Gast, Gastsoort, Ronde, Stemkeuze
from wijkwijzer.web.forms import NlForm


class HandenForm(NlForm):
    """The hands of a table without phones."""

    wat = forms.ChoiceField(label="Waarvoor?")
    aantal = forms.IntegerField(label="Hoeveel handen?", min_value=1, max_value=MAX_AANTAL)

    def __init__(self, *args: Any, keuzes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wat"].choices = keuzes  # type: ignore[attr-defined]


def soort_van(gast: Gast) -> str:
    """Return the bare kind of party of a guest; empty for who would rather not say."""
    if gast.soort == Gastsoort.BEWONER:
        return Soort.BEWONERS
    return gast.actor.soort if gast.actor else ""


class StemForm(forms.Form):
    """Dots on groups (several may be ticked), or one answer to a statement."""

    def __init__(self, *args: Any, ronde: Ronde, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.antwoorden = methode_van(ronde).antwoordzinnen
        self.stippen = not self.antwoorden
        self.groepen = {str(g.sleutel): g for g in zichtbare_groepen(ronde=ronde)} if self.stippen else {}
        fout = dict.fromkeys(("required", "invalid_choice"), gettext("Maak eerst een keuze."))
        veld = forms.MultipleChoiceField if self.stippen else forms.ChoiceField
        self.opties = self._opties()
        self.fields["keuze"] = veld(choices=self.opties, error_messages=fout)

    def _opties(self) -> list[tuple[str, str]]:
        """Return what can be chosen, in the words of the phone."""
        if self.stippen:
            return [(sleutel, groep.naam) for sleutel, groep in self.groepen.items()]
        return [(keuze.value, str(zin)) for keuze, zin in self.antwoorden.items()]

    def keuzes(self) -> dict[str, Any]:
        """Return what was chosen, as the verb takes it."""
        gekozen = self.cleaned_data["keuze"]
        if self.stippen:
            return {"groepen": [self.groepen[sleutel] for sleutel in gekozen]}
        return {"keuze": Stemkeuze(gekozen)}
