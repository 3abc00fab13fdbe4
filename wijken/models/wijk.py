# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The place: a wijk in its gemeente."""

from django.db import models

from wijkwijzer.rows import Domeinrij


class Gemeente(Domeinrij):
    """The municipality, whose figures stand beside those of the wijk."""

    naam = models.CharField(max_length=120, unique=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Wijk(Domeinrij):
    """A neighbourhood with a coalition. Its row is the lock of every change in it; `versie` counts the changes.

    `code` is only meaningful together with `code_jaar`: the CBS re-uses codes when a gemeente is re-divided.
    `grens` is a GeoJSON FeatureCollection in longitude and latitude; features carry `soort`.
    """

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="wijken")
    naam = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    code = models.CharField(max_length=12, blank=True)
    code_jaar = models.PositiveSmallIntegerField(null=True, blank=True)
    beschrijving = models.TextField(blank=True)
    grens = models.JSONField(default=dict, blank=True)
    versie = models.PositiveBigIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="wijk_naam_uniek_in_gemeente"),
        ]

    def __str__(self) -> str:
        return self.naam
