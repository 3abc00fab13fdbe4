# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where each party stands towards what is agreed at a perron (P3)."""

from django.db import models

from actoren.models import Actor
from routekaart.models.basis import Reisonderdeel
from routekaart.models.perron import Perron
from wijken.models import MAX_TEKST
from wijkwijzer.rows import said_at


class Keuze(models.TextChoices):
    """Perrons 1 to 3 ask for a stand; the others only whether there is an objection."""

    EENS = "eens", "eens"
    VOORBEHOUD = "voorbehoud", "eens, met een voorbehoud"
    ONEENS = "oneens", "oneens"
    BEZWAAR = "bezwaar", "bezwaar"


class Standpunt(Reisonderdeel):
    """The stand of one party at one perron. A reservation, a disagreement and an objection have a reason: the
    minority note that travels along to the travel plan."""

    perron = models.ForeignKey(Perron, on_delete=models.CASCADE, related_name="standpunten", editable=False)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="standpunten", verbose_name="welke partij?")
    keuze = models.CharField("wat vindt deze partij?", max_length=20, choices=Keuze)
    reden = models.TextField("waarom?", max_length=MAX_TEKST, blank=True)

    class Meta:
        ordering = ["perron", "actor__naam"]
        verbose_name_plural = "standpunten"
        constraints = [
            models.UniqueConstraint(
                fields=["perron", "actor"],
                name="standpunt_een_per_partij",
                **said_at("actor", "Deze partij heeft hier al een standpunt. Wijzig dat."),
            ),
            models.CheckConstraint(
                condition=models.Q(keuze__in=Keuze.values),
                name="standpunt_keuze_bestaat",
                **said_at("keuze", "Kies een van de mogelijkheden."),
            ),
            models.CheckConstraint(
                condition=models.Q(keuze="eens") | ~models.Q(reden=""),
                name="standpunt_met_reden",
                **said_at("reden", "Schrijf op waarom. De reden gaat mee naar het reisplan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.get_keuze_display()}"
