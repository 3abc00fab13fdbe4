# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A meeting: before, during and after."""

from django.db import models

from actoren.models import Actor
from routekaart.models import Leervraag, Routekaart
from wijken.models import Gebied, Geschreven, GeschrevenDoor, Wijk


class Sessiesoort(models.TextChoices):
    """What kind of meeting it is."""

    VRAAG = "vraag", "één vraag"
    STARTSESSIE = "startsessie", "startsessie"
    VERDIEPING = "verdieping", "verdieping"
    JAARSTART = "jaarstart", "jaarstart"
    WEEKSTART = "weekstart", "weekstart"
    PLANNINGVRIJ = "planningvrij", "planningvrij"


class Sessie(GeschrevenDoor):
    """A meeting with one projector and any number of phones.

    `code` is what guests type. It is drawn at random, and stays the same for the feedback after the meeting. A meeting
    that was prepared has begun when its first question has a step (Zaalstap). `casus` is the place that it goes into.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="sessies")
    routekaart = models.ForeignKey(Routekaart, on_delete=models.CASCADE, null=True, related_name="sessies")
    soort = models.CharField(max_length=20, choices=Sessiesoort)
    titel = models.CharField(max_length=120)
    plaats = models.CharField(max_length=120, blank=True)
    datum = models.DateField()
    begintijd = models.TimeField(null=True, blank=True)
    casus = models.ForeignKey(Gebied, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=6, unique=True)

    class Meta:
        ordering = ["-datum", "-versie"]
        verbose_name_plural = "sessies"
        constraints = [
            models.CheckConstraint(condition=models.Q(soort__in=Sessiesoort.values), name="sessie_soort_bestaat"),
            models.CheckConstraint(condition=~models.Q(titel=""), name="sessie_met_titel"),
            models.CheckConstraint(condition=~models.Q(code=""), name="sessie_met_code"),
        ]

    def __str__(self) -> str:
        return self.titel


class Uitkomst(models.TextChoices):
    """How a meeting ended."""

    ACTIES = "acties", "met acties"
    GEEN = "geen", "zonder acties, met de reden"
    GEWOON = "gewoon", "gewoon klaar"


class Sessiesluiting(GeschrevenDoor):
    """A meeting is over. Its code opens only what came of it, and takes no input."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="sluiting")
    uitkomst = models.CharField(max_length=10, choices=Uitkomst)
    reden = models.CharField("geen acties, want", max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "sessiesluitingen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uitkomst__in=Uitkomst.values), name="sessiesluiting_uitkomst_bestaat"
            ),
            models.CheckConstraint(
                condition=~models.Q(uitkomst="geen") | ~models.Q(reden=""), name="sessiesluiting_geen_acties_met_reden"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sessie} is gesloten"


class Uitnodiging(Geschreven):
    """A party is invited to a meeting. Deleting this row takes that back.

    A meeting without any invitation expects everybody who is aboard.
    """

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="uitnodigingen")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["sessie", "actor__naam"]
        verbose_name_plural = "uitnodigingen"
        constraints = [models.UniqueConstraint(fields=["sessie", "actor"], name="uitnodiging_een_per_partij")]

    def __str__(self) -> str:
        return f"{self.actor} is uitgenodigd"


class Sessieleervraag(Geschreven):
    """A meeting is about this learning question of the journey."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="leervragen")
    leervraag = models.ForeignKey(Leervraag, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["sessie", "leervraag__versie"]
        verbose_name_plural = "sessieleervragen"
        constraints = [models.UniqueConstraint(fields=["sessie", "leervraag"], name="sessieleervraag_uniek")]

    def __str__(self) -> str:
        return str(self.leervraag)


class Afgelasting(GeschrevenDoor):
    """A prepared meeting is off, with the reason. Its code opens nothing any more."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="afgelasting")
    reden = models.CharField("waarom gaat zij niet door?", max_length=300)

    class Meta:
        verbose_name_plural = "afgelastingen"
        constraints = [models.CheckConstraint(condition=~models.Q(reden=""), name="afgelasting_met_reden")]

    def __str__(self) -> str:
        return f"{self.sessie} gaat niet door"
