# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the wall. They validate, they don't write."""

from routekaart.zaal.models import MAX_KAART
from wijkwijzer.text.clean import clean_text
from wijkwijzer.web.forms import LongTextField, NlForm


class VertalingForm(NlForm):
    """What a card says in Dutch."""

    tekst = LongTextField(
        label="Wat staat er, in het Nederlands?",
        max_length=MAX_KAART,
        rows=3,
        required=False,
        help_text="De kaart blijft zoals zij is. Uw zin komt ernaast. Maak het veld leeg om hem weer weg te halen.",
    )

    def clean_tekst(self) -> str:
        """Return the text without tricks."""
        return clean_text(self.cleaned_data["tekst"])
