# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a party promises to contribute (P4)."""

from django.db import models

from actoren.models import Actor
from routekaart.models.basis import Reisonderdeel
from wijkwijzer.rows import said_at


class ToezeggingStaat(models.TextChoices):
    """How far a promise is."""

    TOEGEZEGD = "toegezegd", "toegezegd"
    BEZIG = "bezig", "bezig"
    GEDAAN = "gedaan", "gedaan"


class Toezegging(Reisonderdeel):
    """A promise of a party, with its state and date."""

    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="toezeggingen", verbose_name="welke partij?"
    )
    tekst = models.CharField("wat zegt deze partij toe?", max_length=300)
    staat = models.CharField("hoe staat het ermee?", max_length=20, choices=ToezeggingStaat)
    wanneer = models.DateField("wanneer?", null=True, blank=True)

    class Meta:
        ordering = ["actor__naam", "wanneer", "versie"]
        verbose_name_plural = "toezeggingen"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "actor", "tekst"],
                name="toezegging_uniek",
                **said_at("tekst", "Deze toezegging van deze partij staat er al."),
            ),
            models.CheckConstraint(
                condition=models.Q(staat__in=ToezeggingStaat.values),
                name="toezegging_staat_bestaat",
                **said_at("staat", "Kies een van de mogelijkheden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.tekst}"
