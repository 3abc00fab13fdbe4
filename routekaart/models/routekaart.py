# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journey of a wijk."""

from django.db import models

from wijken.models import Wijk
from wijkwijzer.rows import Domeinrij


class Routekaart(Domeinrij):
    """One journey of a wijk past the nine perrons. The one with the highest `nummer` is the current one."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="routekaarten")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    toelichting = models.TextField(blank=True)
    voorbeeld = models.BooleanField(default=False)
    begonnen_op = models.DateTimeField()

    class Meta:
        ordering = ["wijk", "-nummer"]
        verbose_name_plural = "routekaarten"
        constraints = [
            models.UniqueConstraint(fields=["wijk", "nummer"], name="routekaart_nummer_uniek_in_wijk"),
            models.CheckConstraint(condition=models.Q(nummer__gte=1), name="routekaart_nummer_vanaf_1"),
        ]

    def __str__(self) -> str:
        return self.naam
