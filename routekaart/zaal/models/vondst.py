# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A treasure or a party that somebody in the room named, and taking it over into the wijk."""

from django.db import models

from actoren.models import Actor, Schat, Schatsoort, Soort
from routekaart.zaal.models.kaart import Kaart
from wijken.models import GeschrevenDoor
from wijkwijzer.rows import Domeinrij

MAX_VONDST = 100


class Vondst(Domeinrij):
    """The parts of a card of a treasure or actor round: name, kind, place. The card says the same in a line."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="vondst")
    naam = models.CharField(max_length=MAX_VONDST)
    soort = models.CharField(max_length=20)
    plaats = models.CharField(max_length=MAX_VONDST, blank=True)

    class Meta:
        verbose_name_plural = "vondsten"
        constraints = [
            models.CheckConstraint(condition=~models.Q(naam=""), name="vondst_met_naam"),
            models.CheckConstraint(
                condition=models.Q(soort__in=[*Schatsoort.values, *Soort.values]), name="vondst_soort_bestaat"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Overname(GeschrevenDoor):
    """What a card named is in the wijk now: a treasure, or a party. New, or one that was there under that name."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="overname")
    schat = models.ForeignKey(Schat, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "overnames"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(schat__isnull=False, actor__isnull=True)
                | models.Q(schat__isnull=True, actor__isnull=False),
                name="overname_van_een_ding",
            ),
        ]

    def __str__(self) -> str:
        return str(self.schat or self.actor)
