# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a table wrote down together, a card on each line. The form validates, it does not write."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from routekaart.zaal.forms import MAX_AANTAL, KaartForm, lees_regel
from routekaart.zaal.inlevering import reekssleutels
from routekaart.zaal.models import MAX_KAART
from wijkwijzer.text.clean import clean_text
from wijkwijzer.web.forms import write_number

MAX_TAFEL = 20  # cards at once: more than a table writes in a round, and what its phone can show of its own


class TafelkaartForm(KaartForm):
    """The cards of a table. `regels` in the cleaned data are their texts, with how often each was said."""

    def __init__(self, *args: Any, woorden: int | None = None, **kwargs: Any) -> None:
        """Take how many words a card may have, where the method of the question has such a limit."""
        super().__init__(*args, **kwargs)
        self.woorden = woorden

    def clean_tekst(self) -> str:
        """Return the text as it was typed. Raises ValidationError for a line that can't be a card."""
        regels = [lees_regel(r) for r in self.cleaned_data["tekst"].splitlines() if clean_text(r)]
        if not regels:
            raise forms.ValidationError(self.t["vul_in"])
        if len(regels) > MAX_TAFEL:
            raise forms.ValidationError(
                self.t["te_veel_regels"].format(aantal=write_number(len(regels)), grens=MAX_TAFEL)
            )
        for nr, (tekst, aantal) in enumerate(regels, start=1):
            self._keur(nr, tekst, aantal)
        self.cleaned_data["regels"] = regels
        return str(self.cleaned_data["tekst"])

    def _keur(self, nr: int, tekst: str, aantal: int) -> None:
        if not tekst or not 1 <= aantal <= MAX_AANTAL:
            raise forms.ValidationError(self.t["regel_aantal"].format(nr=nr, grens=MAX_AANTAL))
        if len(tekst) > MAX_KAART:
            raise forms.ValidationError(
                self.t["regel_lang"].format(nr=nr, aantal=write_number(len(tekst)), grens=MAX_KAART)
            )
        if self.woorden and len(tekst.split()) > self.woorden:
            raise forms.ValidationError(self.t["regel_woorden"].format(nr=nr, grens=self.woorden))

    def sleutels(self) -> Sequence[UUID]:
        """Return the keys of its cards."""
        return reekssleutels(self.cleaned_data["sleutel"], len(self.cleaned_data["regels"]))
