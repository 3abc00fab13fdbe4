# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room decided, and who does what."""

from django.db import models

from actoren.models import Actor
from routekaart.models import Antwoord
from routekaart.zaal.models.kaart import Kaart
from routekaart.zaal.models.ronde import Ronde
from routekaart.zaal.models.sessie import Sessie
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import Domeinrij


class Besluit(Domeinrij):
    """The answer of the room to a question, with the cards that it came from.

    A question of a perron makes it the agreed answer there: `antwoord`.
    """

    ronde = models.OneToOneField(Ronde, on_delete=models.CASCADE, related_name="besluit")
    tekst = models.TextField()
    antwoord = models.OneToOneField(
        Antwoord, on_delete=models.PROTECT, null=True, blank=True, related_name="zaalbesluit"
    )
    kaarten = models.ManyToManyField(Kaart, related_name="besluiten")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "besluiten"
        constraints = [models.CheckConstraint(condition=~models.Q(tekst=""), name="besluit_met_tekst")]

    def __str__(self) -> str:
        return self.tekst


class Actie(Domeinrij):
    """What a party does after the meeting, and by when."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="acties")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    wat = models.CharField(max_length=300)
    wanneer = models.DateField()
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        ordering = ["wanneer", "versie"]
        verbose_name_plural = "acties"
        constraints = [
            models.CheckConstraint(condition=~models.Q(wat=""), name="actie_met_tekst"),
            models.UniqueConstraint(fields=["sessie", "actor", "wat"], name="actie_uniek_in_sessie"),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.wat}"
