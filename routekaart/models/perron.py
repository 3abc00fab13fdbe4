# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A stop on the journey, and its being opened again."""

from django.db import models

from routekaart.models.routekaart import Routekaart
from routekaart.perrons import PerronSoort, perronsoort
from wijken.models import GeschrevenDoor, Wijk
from wijkwijzer.rows import Domeinrij, said_at


class Perron(Domeinrij):
    """One of the nine perrons of a routekaart.

    `versie` is the version of the wijk when its answer was last agreed on or reopened: the lock of those two verbs.
    Its state is not stored: it follows from the rows (see routekaart.reis.stand).
    """

    routekaart = models.ForeignKey(Routekaart, on_delete=models.CASCADE, related_name="perrons")
    nummer = models.PositiveSmallIntegerField()
    versie = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["routekaart", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["routekaart", "nummer"], name="perron_nummer_uniek_in_routekaart"),
            models.CheckConstraint(condition=models.Q(nummer__gte=1, nummer__lte=9), name="perron_nummer_1_tot_9"),
        ]

    def __str__(self) -> str:
        return f"Perron {self.nummer}"

    @property
    def soort(self) -> PerronSoort:
        """The heading, questions and tips of this perron."""
        return perronsoort(self.nummer)

    @property
    def wijk(self) -> Wijk:
        """The wijk of the journey."""
        return self.routekaart.wijk


class Heropening(GeschrevenDoor):
    """An agreed answer was opened again, with the reason. It holds until the next Antwoord."""

    perron = models.ForeignKey(Perron, on_delete=models.CASCADE, related_name="heropeningen")
    reden = models.TextField()

    class Meta:
        ordering = ["perron", "versie"]
        verbose_name_plural = "heropeningen"
        constraints = [
            models.UniqueConstraint(fields=["perron", "versie"], name="heropening_versie_uniek"),
            models.CheckConstraint(
                condition=~models.Q(reden=""),
                name="heropening_met_reden",
                **said_at("reden", "Schrijf op waarom het perron weer opengaat."),
            ),
        ]

    def __str__(self) -> str:
        return f"Heropening van {self.perron}"
