# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journal: one line per change, in the order in which they happened."""

from django.db import models

from wijken.models.geschreven import Geschreven
from wijken.models.wijk import Wijk
from wijkwijzer.accounts.models import Gebruiker


class Zichtbaar(models.TextChoices):
    """Who may read a line: every member, or only wijkregisseur and reisleider."""

    ALLEN = "allen", "alle leden"
    LEIDING = "leiding", "wijkregisseur en reisleider"


class Journaalregel(Geschreven):
    """One change in one wijk. Written by `wijziging` only and never changed; read through `Journaal.voor`.

    `namens` is the sleutel of the party for whom it was done, with its name at that moment (this app does not know
    parties). `onderwerp` is a kind word and a sleutel. `oud` and `nieuw` hold the changed fields only.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="+")
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    namens = models.UUIDField(null=True, blank=True)
    namens_naam = models.CharField(max_length=120, blank=True)
    soort = models.CharField(max_length=40)
    onderwerp_soort = models.CharField(max_length=40)
    onderwerp = models.UUIDField(null=True, blank=True)
    oud = models.JSONField(default=dict, blank=True)
    nieuw = models.JSONField(default=dict, blank=True)
    zichtbaar = models.CharField(max_length=10, choices=Zichtbaar, default=Zichtbaar.ALLEN)

    class Meta:
        ordering = ["wijk", "versie"]
        constraints = [
            models.UniqueConstraint(fields=["wijk", "versie"], name="journaalregel_versie_uniek_per_wijk"),
            models.CheckConstraint(condition=models.Q(zichtbaar__in=Zichtbaar.values), name="journaalregel_zichtbaar"),
        ]
        indexes = [
            models.Index(fields=["onderwerp"], name="journaalregel_onderwerp"),
            models.Index(fields=["wijk", "onderwerp_soort"], name="journaalregel_soort"),
        ]

    def __str__(self) -> str:
        return f"{self.versie} {self.soort}"
