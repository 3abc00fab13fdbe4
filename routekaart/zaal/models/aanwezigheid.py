# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parties in the room without a phone."""

from django.db import models

from actoren.models import Actor
from routekaart.zaal.models.sessie import Sessie
from wijkwijzer.rows import Domeinrij


class Aanwezigheid(Domeinrij):
    """A party is in the room without a phone, the facilitator saw. Deleting this row takes that back."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="aanwezigheden")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        verbose_name_plural = "aanwezigheden"
        constraints = [models.UniqueConstraint(fields=["sessie", "actor"], name="aanwezigheid_een_per_partij")]

    def __str__(self) -> str:
        return f"{self.actor} is er"
