# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is arranged before a meeting: who is invited, what to learn from it, and that it is off."""

from django.db import models

from actoren.models import Actor
from routekaart.models import Leervraag
from routekaart.zaal.models.sessie import Sessie
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import Domeinrij


class Uitnodiging(Domeinrij):
    """A party is invited to a meeting. Deleting this row takes that back.

    A meeting without any invitation expects everybody who is aboard.
    """

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="uitnodigingen")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        ordering = ["sessie", "actor__naam"]
        verbose_name_plural = "uitnodigingen"
        constraints = [models.UniqueConstraint(fields=["sessie", "actor"], name="uitnodiging_een_per_partij")]

    def __str__(self) -> str:
        return f"{self.actor} is uitgenodigd"


class Sessieleervraag(Domeinrij):
    """A meeting is about this learning question of the journey."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="leervragen")
    leervraag = models.ForeignKey(Leervraag, on_delete=models.CASCADE, related_name="+")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        ordering = ["sessie", "leervraag__versie"]
        verbose_name_plural = "sessieleervragen"
        constraints = [models.UniqueConstraint(fields=["sessie", "leervraag"], name="sessieleervraag_uniek")]

    def __str__(self) -> str:
        return str(self.leervraag)


class Afgelasting(Domeinrij):
    """A prepared meeting is off, with the reason. Its code opens nothing any more."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="afgelasting")
    reden = models.CharField("waarom gaat zij niet door?", max_length=300)
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "afgelastingen"
        constraints = [models.CheckConstraint(condition=~models.Q(reden=""), name="afgelasting_met_reden")]

    def __str__(self) -> str:
        return f"{self.sessie} gaat niet door"
