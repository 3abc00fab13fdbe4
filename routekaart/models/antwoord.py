# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the coalition agreed on at a perron."""

from django.db import models

from routekaart.models.bijdrage import MAX_TEKST
from routekaart.models.perron import Perron
from wijken.models import GeschrevenDoor
from wijkwijzer.rows import said_at


class Zeggenschap(models.TextChoices):
    """The part that residents had in an answer (P11)."""

    GEINFORMEERD = "geinformeerd", "geïnformeerd"
    GERAADPLEEGD = "geraadpleegd", "geraadpleegd"
    MEEBESLIST = "meebeslist", "meebeslist"


class Antwoord(GeschrevenDoor):
    """An agreed answer. Never changed: a new agreement is a new row, the older rows are the history."""

    perron = models.ForeignKey(Perron, on_delete=models.CASCADE, related_name="antwoorden")
    tekst = models.TextField(max_length=MAX_TEKST)
    zeggenschap = models.CharField("deel van bewoners", max_length=20, choices=Zeggenschap, blank=True)
    ondanks = models.CharField("toch vastgesteld, omdat", max_length=300, blank=True)
    voorbeeld = models.BooleanField(default=False)

    class Meta:
        ordering = ["perron", "versie"]
        verbose_name_plural = "antwoorden"
        constraints = [
            models.UniqueConstraint(fields=["perron", "versie"], name="antwoord_versie_uniek"),
            models.CheckConstraint(
                condition=~models.Q(tekst=""), name="antwoord_met_tekst", **said_at("tekst", "Schrijf het antwoord op.")
            ),
        ]

    def __str__(self) -> str:
        return f"Antwoord op {self.perron}"
