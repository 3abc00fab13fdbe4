# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 8: who is needed to get there."""

from django.db import models

from actoren.models import Actor
from routekaart.models.basis import Reisonderdeel
from wijken.models import MAX_TEKST
from wijkwijzer.rows import said_at


class Reisrol(models.TextChoices):
    """Three roles not to confuse; the machinist belongs to an activity (perron 7)."""

    REISLEIDER = "reisleider", "reisleider"
    WIJKREGISSEUR = "wijkregisseur", "wijkregisseur"
    ANDERS = "anders", "ook nodig"


class Reisgenoot(Reisonderdeel):
    """Who is needed, in which role, and what is asked of them."""

    rol = models.CharField("in welke rol?", max_length=20, choices=Reisrol)
    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="welke partij?"
    )
    wie = models.CharField("wie of welke functie? (geen naam)", max_length=200, blank=True)
    gevraagd = models.TextField("wat vragen wij van hen?", max_length=MAX_TEKST)

    class Meta:
        ordering = ["rol", "versie"]
        verbose_name_plural = "reisgenoten"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rol__in=Reisrol.values),
                name="reisgenoot_rol_bestaat",
                **said_at("rol", "Kies een van de mogelijkheden."),
            ),
            models.CheckConstraint(
                condition=models.Q(actor__isnull=False) | ~models.Q(wie=""),
                name="reisgenoot_partij_of_functie",
                **said_at("wie", "Kies een partij, of schrijf op welke functie u bedoelt."),
            ),
        ]

    def __str__(self) -> str:
        namen = [str(self.actor)] if self.actor else []
        return ", ".join([*namen, *filter(None, [self.wie])])
