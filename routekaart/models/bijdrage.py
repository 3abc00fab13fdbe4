# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a party says at a perron, and its taking that back."""

from django.db import models

from actoren.models import Actor
from routekaart.models.perron import Perron
from wijken.models import Geschreven, GeschrevenDoor, Wijk
from wijkwijzer.rows import said_at

MAX_TEKST = 4000


class Bijdrage(Geschreven):
    """A contribution of a party to a perron. Earlier versions of its text are in the journal."""

    perron = models.ForeignKey(Perron, on_delete=models.CASCADE, related_name="bijdragen")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="bijdragen")
    tekst = models.TextField(max_length=MAX_TEKST)
    voorbeeld = models.BooleanField(default=False)

    class Meta:
        ordering = ["perron", "actor__naam", "versie"]
        verbose_name_plural = "bijdragen"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(tekst=""),
                name="bijdrage_met_tekst",
                **said_at("tekst", "Schrijf op wat de partij zegt."),
            )
        ]

    def __str__(self) -> str:
        return f"Bijdrage van {self.actor}"

    @property
    def wijk(self) -> Wijk:
        """The wijk of the journey."""
        return self.perron.wijk


class Intrekking(GeschrevenDoor):
    """A party took its contribution back. Deleting this row puts the contribution in place again."""

    bijdrage = models.OneToOneField(Bijdrage, on_delete=models.CASCADE, related_name="intrekking")

    class Meta:
        verbose_name_plural = "intrekkingen"

    def __str__(self) -> str:
        return f"Intrekking van {self.bijdrage}"
