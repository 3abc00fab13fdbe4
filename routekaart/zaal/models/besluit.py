# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room decided, who does what, and what follows."""

from django.db import models

from actoren.models import Actor
from routekaart.models import Antwoord, Standpunt, Toezegging
from routekaart.zaal.models.kaart import Kaart
from routekaart.zaal.models.ronde import Ronde
from routekaart.zaal.models.sessie import Sessie
from wijken.models import Geschreven, GeschrevenDoor


class Besluit(GeschrevenDoor):
    """The answer of the room to a question, with the cards that it came from.

    A question of a perron makes it the agreed answer there: `antwoord`.
    """

    ronde = models.OneToOneField(Ronde, on_delete=models.CASCADE, related_name="besluit")
    tekst = models.TextField()
    antwoord = models.OneToOneField(
        Antwoord, on_delete=models.PROTECT, null=True, blank=True, related_name="zaalbesluit"
    )
    kaarten = models.ManyToManyField(Kaart, related_name="besluiten")

    class Meta:
        verbose_name_plural = "besluiten"
        constraints = [models.CheckConstraint(condition=~models.Q(tekst=""), name="besluit_met_tekst")]

    def __str__(self) -> str:
        return self.tekst


class Actie(Geschreven):
    """What a party does after the meeting, and by when."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="acties")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    wat = models.CharField(max_length=300)
    wanneer = models.DateField()

    class Meta:
        ordering = ["wanneer", "versie"]
        verbose_name_plural = "acties"
        constraints = [
            models.CheckConstraint(condition=~models.Q(wat=""), name="actie_met_tekst"),
            models.UniqueConstraint(fields=["sessie", "actor", "wat"], name="actie_uniek_in_sessie"),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.wat}"


MAX_VERVOLG = 200


class Inbreng(Geschreven):
    """A stand or a promise that a party gave in the room. It lives at its perron; this row is for the report.

    `tekst` is what was said in the meeting: at the perron it may change afterwards.
    """

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="inbrengen")
    standpunt = models.ForeignKey(Standpunt, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    toezegging = models.ForeignKey(Toezegging, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    tekst = models.TextField()

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


class Vervolg(Geschreven):
    """When the room meets again, in the words of the facilitator."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="vervolg")
    tekst = models.CharField(max_length=MAX_VERVOLG)

    class Meta:
        verbose_name_plural = "vervolgen"
        constraints = [models.CheckConstraint(condition=~models.Q(tekst=""), name="vervolg_met_tekst")]

    def __str__(self) -> str:
        return self.tekst


class ActieUitkomst(models.TextChoices):
    """How an action ended."""

    GEDAAN = "gedaan", "gedaan"
    GESTOPT = "gestopt", "gaat niet door"


class Actieafronding(GeschrevenDoor):
    """An action is done, or does not go on. Deleting this row opens it again."""

    actie = models.OneToOneField(Actie, on_delete=models.CASCADE, related_name="afronding")
    uitkomst = models.CharField(max_length=10, choices=ActieUitkomst)

    class Meta:
        verbose_name_plural = "actieafrondingen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uitkomst__in=ActieUitkomst.values), name="actieafronding_uitkomst_bestaat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.actie}: {self.get_uitkomst_display()}"
