# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures with their source."""

from django.core.validators import MinValueValidator
from django.db import models

from wijken.models.wijk import Gemeente, Wijk
from wijkwijzer.rows import Domeinrij


class Bron(Domeinrij):
    """Where a fact or figure comes from: always with publisher and year, and a licence where there is one."""

    titel = models.CharField(max_length=200)
    uitgever = models.CharField(max_length=120)
    jaar = models.PositiveSmallIntegerField()
    licentie = models.CharField(max_length=60, blank=True)
    adres = models.URLField(blank=True)

    class Meta:
        ordering = ["titel"]
        constraints = [
            models.UniqueConstraint(fields=["titel", "uitgever", "jaar"], name="bron_uniek"),
        ]

    def __str__(self) -> str:
        kern = f"{self.uitgever}, {self.titel} ({self.jaar})"
        return f"{kern}, {self.licentie}" if self.licentie else kern


class Onderwerp(models.TextChoices):
    """What a figure counts. The order is the order on the page."""

    INWONERS = "inwoners", "Inwoners"
    WONINGEN = "woningen", "Woningen"
    WOZ = "woz", "Gemiddelde WOZ-waarde (× 1.000 euro)"
    KOOP = "koop", "Koopwoningen (%)"
    INKOMEN_LAAG = "inkomen_laag", "Personen met een inkomen in de laagste 40 % (%)"
    INKOMEN_HOOG = "inkomen_hoog", "Personen met een inkomen in de hoogste 20 % (%)"
    ARBEID = "arbeid", "Netto arbeidsparticipatie (%)"


class Kerncijfer(Domeinrij):
    """One figure about one wijk, or about the gemeente beside it, in one year.

    A missing value is empty ("onbekend"), never 0. Exactly one of `wijk` and `gemeente` is set.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, null=True, blank=True, related_name="kerncijfers")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, null=True, blank=True, related_name="kerncijfers")
    onderwerp = models.CharField(max_length=20, choices=Onderwerp)
    jaar = models.PositiveSmallIntegerField()
    waarde = models.DecimalField(
        max_digits=12, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    bron = models.ForeignKey(Bron, on_delete=models.PROTECT, related_name="kerncijfers")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(wijk__isnull=False, gemeente__isnull=True)
                | models.Q(wijk__isnull=True, gemeente__isnull=False),
                name="kerncijfer_wijk_of_gemeente",
            ),
            models.CheckConstraint(condition=models.Q(waarde__gte=0), name="kerncijfer_niet_negatief"),
            models.UniqueConstraint(
                fields=["wijk", "onderwerp", "jaar"],
                condition=models.Q(wijk__isnull=False),
                name="kerncijfer_uniek_per_wijk",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "onderwerp", "jaar"],
                condition=models.Q(gemeente__isnull=False),
                name="kerncijfer_uniek_per_gemeente",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_onderwerp_display()} {self.jaar}"
