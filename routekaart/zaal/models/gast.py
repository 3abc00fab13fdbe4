# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Someone in the room with a phone, without an account."""

from django.db import models

from actoren.models import Actor
from routekaart.zaal.models.sessie import Sessie
from wijkwijzer.rows import Domeinrij


class Gastsoort(models.TextChoices):
    """Where a guest says to belong."""

    BEWONER = "bewoner", "bewoner"
    LIEVER_NIET = "liever_niet", "zeg ik liever niet"
    PARTIJ = "partij", "een partij"


class Taal(models.TextChoices):
    """The languages of a phone."""

    NL = "nl", "Nederlands"
    EN = "en", "English"


class Gast(Domeinrij):
    """A guest of one meeting. `naam` is only there when somebody wanted to give one."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="gasten")
    soort = models.CharField(max_length=20, choices=Gastsoort)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taal = models.CharField(max_length=5, choices=Taal)
    naam = models.CharField(max_length=60, blank=True)
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        ordering = ["sessie", "versie"]
        verbose_name_plural = "gasten"
        constraints = [
            models.CheckConstraint(condition=models.Q(soort__in=Gastsoort.values), name="gast_soort_bestaat"),
            models.CheckConstraint(condition=models.Q(taal__in=Taal.values), name="gast_taal_bestaat"),
            models.CheckConstraint(
                condition=models.Q(soort="partij", actor__isnull=False)
                | (~models.Q(soort="partij") & models.Q(actor__isnull=True)),
                name="gast_partij_bij_soort",
            ),
        ]

    def __str__(self) -> str:
        return self.naam or self.get_soort_display()
