# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Someone in the room, with a phone or without; and what is left of them afterwards."""

from django.db import models

from actoren.models import Actor
from routekaart.zaal.models.sessie import Sessie
from wijken.models import Geschreven, GeschrevenDoor
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


class Gast(Geschreven):
    """A guest of one meeting. `naam` is only there when somebody wanted to give one."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="gasten")
    soort = models.CharField(max_length=20, choices=Gastsoort)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taal = models.CharField(max_length=5, choices=Taal)
    naam = models.CharField(max_length=60, blank=True)

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


class Aanwezigheid(Geschreven):
    """A party is in the room without a phone, the facilitator saw. Deleting this row takes that back."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="aanwezigheden")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "aanwezigheden"
        constraints = [models.UniqueConstraint(fields=["sessie", "actor"], name="aanwezigheid_een_per_partij")]

    def __str__(self) -> str:
        return f"{self.actor} is er"


class Terugkomst(GeschrevenDoor):
    """A short code with which a guest who lost the phone takes the own seat again. Used, it is gone."""

    gast = models.OneToOneField(Gast, on_delete=models.CASCADE, related_name="terugkomst")
    code = models.CharField(max_length=6, unique=True)
    verloopt = models.DateTimeField()

    class Meta:
        verbose_name_plural = "terugkomsten"
        constraints = [models.CheckConstraint(condition=~models.Q(code=""), name="terugkomst_met_code")]

    def __str__(self) -> str:
        return f"terugkomst tot {self.verloopt:%H:%M}"


class Gastenopruiming(Geschreven):
    """The guests of a meeting were forgotten. Their number per party is left (`Gastentelling`)."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="opruiming")

    class Meta:
        verbose_name_plural = "gastenopruimingen"

    def __str__(self) -> str:
        return f"gasten van {self.sessie} vergeten"


class Gastentelling(Domeinrij):
    """How many phones there were of a party, or of a kind of guest, in a meeting of which the guests are forgotten."""

    opruiming = models.ForeignKey(Gastenopruiming, on_delete=models.CASCADE, related_name="tellingen")
    soort = models.CharField(max_length=20, choices=Gastsoort)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    aantal = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "gastentellingen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(soort="partij", actor__isnull=False)
                | (models.Q(soort__in=["bewoner", "liever_niet"]) & models.Q(actor__isnull=True)),
                name="gastentelling_partij_bij_soort",
            ),
            models.CheckConstraint(condition=models.Q(aantal__gte=1), name="gastentelling_aantal"),
            models.UniqueConstraint(
                fields=["opruiming", "soort"],
                condition=models.Q(actor__isnull=True),
                name="gastentelling_een_per_soort",
            ),
            models.UniqueConstraint(fields=["opruiming", "actor"], name="gastentelling_een_per_partij"),
        ]

    def __str__(self) -> str:
        return f"{self.actor or self.get_soort_display()}: {self.aantal}"
