# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cards that belong together."""

from django.db import models

from routekaart.zaal.models.kaart import Kaart
from routekaart.zaal.models.ronde import Ronde
from wijken.models import Wijk
from wijkwijzer.rows import Domeinrij


class Kaartgroep(Domeinrij):
    """A group of cards of one question, with a name. Groups stand in the order in which they were made."""

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="groepen")
    naam = models.CharField(max_length=60)
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        ordering = ["ronde", "versie"]
        verbose_name_plural = "kaartgroepen"
        constraints = [
            models.UniqueConstraint(fields=["ronde", "naam"], name="kaartgroep_naam_uniek_in_ronde"),
            models.CheckConstraint(condition=~models.Q(naam=""), name="kaartgroep_met_naam"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def wijk(self) -> Wijk:
        """The wijk of the meeting."""
        return self.ronde.sessie.wijk


class Plaatsing(Domeinrij):
    """A card lies in a group: in one at most."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="plaatsing")
    groep = models.ForeignKey(Kaartgroep, on_delete=models.CASCADE, related_name="plaatsingen")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        verbose_name_plural = "plaatsingen"

    def __str__(self) -> str:
        return f"{self.kaart} in {self.groep}"
