# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What follows a meeting: what parties said at deciding, the next moment, and how an action went."""

from django.db import models

from routekaart.models import Standpunt, Toezegging
from routekaart.zaal.models.besluit import Actie
from routekaart.zaal.models.ronde import Ronde
from routekaart.zaal.models.sessie import Sessie
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import Domeinrij

MAX_VERVOLG = 200


class Inbreng(Domeinrij):
    """A stand or a promise that a party gave in the room. It lives at its perron; this row is for the report.

    `tekst` is what was said in the meeting: at the perron it may change afterwards.
    """

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="inbrengen")
    standpunt = models.ForeignKey(Standpunt, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    toezegging = models.ForeignKey(Toezegging, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    tekst = models.TextField()
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        ordering = ["ronde", "versie"]
        verbose_name_plural = "inbrengen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standpunt__isnull=False, toezegging__isnull=True)
                | models.Q(standpunt__isnull=True, toezegging__isnull=False),
                name="inbreng_standpunt_of_toezegging",
            ),
            models.CheckConstraint(condition=~models.Q(tekst=""), name="inbreng_met_tekst"),
        ]

    def __str__(self) -> str:
        return self.tekst


class Vervolg(Domeinrij):
    """When the room meets again, in the words of the facilitator."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="vervolg")
    tekst = models.CharField(max_length=MAX_VERVOLG)
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        verbose_name_plural = "vervolgen"
        constraints = [models.CheckConstraint(condition=~models.Q(tekst=""), name="vervolg_met_tekst")]

    def __str__(self) -> str:
        return self.tekst


class ActieUitkomst(models.TextChoices):
    """How an action ended."""

    GEDAAN = "gedaan", "gedaan"
    GESTOPT = "gestopt", "gaat niet door"


class Actieafronding(Domeinrij):
    """An action is done, or does not go on. Deleting this row opens it again."""

    actie = models.OneToOneField(Actie, on_delete=models.CASCADE, related_name="afronding")
    uitkomst = models.CharField(max_length=10, choices=ActieUitkomst)
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "actieafrondingen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uitkomst__in=ActieUitkomst.values), name="actieafronding_uitkomst_bestaat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.actie}: {self.get_uitkomst_display()}"
