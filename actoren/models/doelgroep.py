# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of people whom the journey is about, and who speaks for them."""

from django.db import models

from actoren.models.deelname import Deelname
from wijken.models import MAX_TEKST, Onderdeel, Wijk
from wijkwijzer.rows import said_at


class Doelgroep(Onderdeel):
    """A group in the wijk. Without a `spreker` nobody speaks for it, and the rode draad says so."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="doelgroepen", editable=False)
    naam = models.CharField("welke groep?", max_length=120)
    toelichting = models.TextField("wat is voor deze groep van belang?", max_length=MAX_TEKST, blank=True)
    spreker = models.ForeignKey(
        Deelname,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="doelgroepen",
        verbose_name="wie spreekt voor deze groep?",
    )

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "doelgroepen"
        constraints = [
            models.UniqueConstraint(
                fields=["wijk", "naam"],
                name="doelgroep_naam_uniek_in_wijk",
                **said_at("naam", "Deze doelgroep staat er al."),
            )
        ]

    def __str__(self) -> str:
        return self.naam
