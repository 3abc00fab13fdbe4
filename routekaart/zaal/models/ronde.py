# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A question of a meeting, and the steps that it goes through."""

from django.db import models

from routekaart.zaal.models.methode import Methode
from routekaart.zaal.models.sessie import Sessie
from wijken.models import Geschreven, GeschrevenDoor, Wijk


class Stap(models.TextChoices):
    """The steps of a question, in the order of travel."""

    WACHT = "wacht", "wachten"
    ALLEEN = "alleen", "alleen denken"
    TWEE = "twee", "met z'n tweeën"
    SCHRIJF = "schrijf", "schrijven"
    ONTHUL = "onthul", "onthullen"
    GROEPEER = "groepeer", "groeperen"
    STEM = "stem", "stemmen"
    BESLUIT = "besluit", "besluiten"


class Ronde(Geschreven):
    """One question. `anoniem` is decided before the first step past waiting, and can't be changed afterwards."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="rondes")
    volgorde = models.PositiveSmallIntegerField()
    vraag_nl = models.CharField("vraag", max_length=300)
    vraag_en = models.CharField("vraag in het Engels", max_length=300, blank=True)
    perron = models.PositiveSmallIntegerField(null=True, blank=True)
    methode = models.CharField(max_length=20, choices=Methode)
    anoniem = models.BooleanField()
    verdekt = models.BooleanField("kaarten dicht tot het onthullen")
    keuring = models.BooleanField("de begeleider leest kaarten eerst", default=False)
    minuten = models.PositiveSmallIntegerField(default=5)

    class Meta:
        ordering = ["sessie", "volgorde"]
        verbose_name_plural = "rondes"
        constraints = [
            models.UniqueConstraint(fields=["sessie", "volgorde"], name="ronde_volgorde_uniek_in_sessie"),
            models.CheckConstraint(condition=models.Q(methode__in=Methode.values), name="ronde_methode_bestaat"),
            models.CheckConstraint(condition=~models.Q(vraag_nl=""), name="ronde_met_vraag"),
            models.CheckConstraint(
                condition=models.Q(perron__isnull=True) | models.Q(perron__gte=1, perron__lte=9),
                name="ronde_perron_1_tot_9",
            ),
            models.CheckConstraint(condition=models.Q(minuten__gte=1, minuten__lte=120), name="ronde_minuten"),
        ]

    def __str__(self) -> str:
        return self.vraag_nl

    @property
    def wijk(self) -> Wijk:
        """The wijk of the meeting."""
        return self.sessie.wijk

    def vraag(self, taal: str) -> str:
        """Return the question in a language; in Dutch when it was not written in that one."""
        return self.vraag_en if taal == "en" and self.vraag_en else self.vraag_nl


class Zaalstap(GeschrevenDoor):
    """The meeting went to this step of this question. The last one of a meeting says where the room is.

    `eindigt` is the end of the timer, by the server's clock. More time is a new row with the same step.
    """

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="stappen")
    stap = models.CharField(max_length=10, choices=Stap)
    eindigt = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "zaalstappen"
        constraints = [
            models.CheckConstraint(condition=models.Q(stap__in=Stap.values), name="zaalstap_stap_bestaat"),
            models.UniqueConstraint(fields=["ronde", "versie"], name="zaalstap_versie_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.ronde}: {self.get_stap_display()}"
