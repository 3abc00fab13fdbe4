# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 9: what may come in the way."""

from django.db import models

from actoren.models import Actor
from routekaart.models.activiteit import Activiteit
from routekaart.models.basis import Reisonderdeel
from wijken.models import MAX_TEKST
from wijkwijzer.rows import said_at


class Ernst(models.TextChoices):
    """Three levels, where ten would pretend."""

    LET_OP = "let_op", "let op"
    REGELEN = "regelen", "regelen"
    STOP = "stop", "stop"


class Risico(Reisonderdeel):
    """A risk of the journey, or of one activity: what we do about it, who sees to it. Never a case of a person."""

    naam = models.CharField("welk risico?", max_length=300)
    ernst = models.CharField("hoe ernstig?", max_length=10, choices=Ernst)
    activiteit = models.ForeignKey(
        Activiteit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="risicos",
        verbose_name="bij welke activiteit?",
    )
    maatregel = models.TextField("wat doen wij eraan?", max_length=MAX_TEKST, blank=True)
    eigenaar = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="welke partij let hierop?",
    )
    herzien_op = models.DateField("wanneer kijken wij opnieuw?", null=True, blank=True)

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "risico's"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "naam"], name="risico_uniek", **said_at("naam", "Dit risico staat er al.")
            ),
            models.CheckConstraint(
                condition=models.Q(ernst__in=Ernst.values),
                name="risico_ernst_bestaat",
                **said_at("ernst", "Kies een van de mogelijkheden."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam
