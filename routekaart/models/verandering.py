# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 3: what has to change."""

from django.db import models

from routekaart.models.basis import Reisonderdeel
from routekaart.models.uitdaging import Uitdaging
from wijken.models import MAX_TEKST
from wijkwijzer.rows import said_at


class Verandering(Reisonderdeel):
    """A change that is needed, linked to the challenges that it helps with."""

    naam = models.CharField("wat moet er veranderen?", max_length=300)
    toelichting = models.TextField("toelichting", max_length=MAX_TEKST, blank=True)
    uitdagingen = models.ManyToManyField(
        Uitdaging, blank=True, related_name="veranderingen", verbose_name="voor welke uitdagingen?"
    )

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "veranderingen"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "naam"],
                name="verandering_uniek",
                **said_at("naam", "Deze verandering staat er al."),
            )
        ]

    def __str__(self) -> str:
        return self.naam
