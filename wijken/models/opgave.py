# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the wijk is up against."""

from django.db import models

from wijken.models.kerncijfer import Bron
from wijken.models.wijk import Wijk
from wijkwijzer.rows import Domeinrij


class Opgave(Domeinrij):
    """A task that the wijk faces, as its own analyses name it."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="opgaven")
    volgorde = models.PositiveSmallIntegerField(default=0)
    naam = models.CharField(max_length=120)
    toelichting = models.TextField(blank=True)
    bron = models.ForeignKey(Bron, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["volgorde", "naam"]
        constraints = [models.UniqueConstraint(fields=["wijk", "naam"], name="opgave_naam_uniek_in_wijk")]

    def __str__(self) -> str:
        return self.naam
