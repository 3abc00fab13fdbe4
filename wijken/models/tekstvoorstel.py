# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text that came second."""

from django.db import models

from wijken.models.geschreven import GeschrevenDoor
from wijken.models.wijk import Wijk
from wijkwijzer.rows import said_at


class Tekstvoorstel(GeschrevenDoor):
    """A text that could not be saved because somebody else was earlier. It is stored before the screen shows both.

    `onderwerp` is the sleutel of the row, `veld` its field, `basis` the text that the writer started from. Its being
    settled (`afgehandeld`) is the version of the wijk in which that happened.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="+")
    onderwerp_soort = models.CharField(max_length=40)
    onderwerp = models.UUIDField()
    veld = models.CharField(max_length=40)
    basis = models.TextField(blank=True)
    tekst = models.TextField()
    afgehandeld = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "tekstvoorstellen"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(tekst=""),
                name="tekstvoorstel_met_tekst",
                **said_at("tekst", "Een voorstel heeft een tekst."),
            )
        ]
        indexes = [models.Index(fields=["onderwerp"], name="tekstvoorstel_onderwerp")]

    def __str__(self) -> str:
        return f"Voorstel voor {self.veld}"
