# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A member speaks for a party."""

from django.db import models

from actoren.models.deelname import Deelname
from wijken.models import Lidmaatschap
from wijkwijzer.rows import Domeinrij


class Vertegenwoordiging(Domeinrij):
    """This member may speak for this party in this wijk."""

    lidmaatschap = models.ForeignKey(Lidmaatschap, on_delete=models.CASCADE, related_name="vertegenwoordigingen")
    deelname = models.ForeignKey(Deelname, on_delete=models.CASCADE, related_name="vertegenwoordigingen")

    class Meta:
        verbose_name_plural = "vertegenwoordigingen"
        constraints = [
            models.UniqueConstraint(fields=["lidmaatschap", "deelname"], name="vertegenwoordiging_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.lidmaatschap} namens {self.deelname}"
