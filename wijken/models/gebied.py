# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of a wijk: buurten, flats, streets."""

from django.db import models

from wijken.models.kerncijfer import Bron
from wijken.models.wijk import Wijk
from wijkwijzer.rows import Domeinrij


class Gebiedsoort(models.TextChoices):
    """What kind of part it is."""

    BUURT = "buurt", "buurt"
    FLAT = "flat", "flat"
    STRAAT = "straat", "straat"


class Gebied(Domeinrij):
    """A part of a wijk. `casus` marks a place where the coalition tries out its journey in the small."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="gebieden")
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=10, choices=Gebiedsoort)
    code = models.CharField(max_length=12, blank=True)
    casus = models.BooleanField(default=False)
    beschrijving = models.TextField(blank=True)
    bron = models.ForeignKey(Bron, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-casus", "naam"]
        constraints = [models.UniqueConstraint(fields=["wijk", "naam"], name="gebied_naam_uniek_in_wijk")]

    def __str__(self) -> str:
        return self.naam
