# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody in the room wrote, where it lies, and what the desk does with it."""

from django.db import models

from actoren.models import Actor
from routekaart.zaal.models.gast import Gast, Taal
from routekaart.zaal.models.ronde import Ronde
from wijken.models import Geschreven, GeschrevenDoor, Wijk

MAX_KAART = 300


class Herkomst(models.TextChoices):
    """How a card came in."""

    TELEFOON = "telefoon", "telefoon"
    PAPIER = "papier", "papier"


class Kaart(Geschreven):
    """A card. `aantal` is how often it was handed in (paper: "text · 4×").

    `anoniem` repeats that of the question, so that the database itself keeps guest and party out of such a card.
    `apparaatsleutel` was made by chance for this one card, on the phone: sent twice, the card is there once. It says
    nothing about the phone or its owner, and goes when the meeting closes.
    """

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="kaarten")
    tekst = models.CharField(max_length=MAX_KAART)
    taal = models.CharField(max_length=5, choices=Taal)
    aantal = models.PositiveSmallIntegerField(default=1)
    herkomst = models.CharField(max_length=10, choices=Herkomst)
    anoniem = models.BooleanField()
    gast = models.ForeignKey(Gast, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    apparaatsleutel = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["ronde", "versie", "pk"]
        verbose_name_plural = "kaarten"
        constraints = [
            models.UniqueConstraint(fields=["ronde", "apparaatsleutel"], name="kaart_apparaatsleutel_uniek_in_ronde"),
            models.CheckConstraint(
                condition=models.Q(anoniem=False) | models.Q(gast__isnull=True, actor__isnull=True),
                name="kaart_anoniem_zonder_gast_en_partij",
            ),
            models.CheckConstraint(condition=~models.Q(tekst=""), name="kaart_met_tekst"),
            models.CheckConstraint(condition=models.Q(aantal__gte=1, aantal__lte=999), name="kaart_aantal"),
            models.CheckConstraint(condition=models.Q(herkomst__in=Herkomst.values), name="kaart_herkomst_bestaat"),
            models.CheckConstraint(condition=models.Q(taal__in=Taal.values), name="kaart_taal_bestaat"),
        ]

    def __str__(self) -> str:
        return self.tekst

    @property
    def wijk(self) -> Wijk:
        """The wijk of the meeting."""
        return self.ronde.sessie.wijk


class Kaartverberging(GeschrevenDoor):
    """A card was taken off the wall. It is kept; deleting this row shows it again."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="verberging")

    class Meta:
        verbose_name_plural = "kaartverbergingen"

    def __str__(self) -> str:
        return f"Verborgen: {self.kaart}"


class Kaartgroep(Geschreven):
    """A group of cards of one question, with a name. Groups stand in the order in which they were made."""

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="groepen")
    naam = models.CharField(max_length=60)

    class Meta:
        ordering = ["ronde", "versie"]
        verbose_name_plural = "kaartgroepen"
        constraints = [
            models.UniqueConstraint(fields=["ronde", "naam"], name="kaartgroep_naam_uniek_in_ronde"),
            models.CheckConstraint(condition=~models.Q(naam=""), name="kaartgroep_met_naam"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def wijk(self) -> Wijk:
        """The wijk of the meeting."""
        return self.ronde.sessie.wijk


class Plaatsing(Geschreven):
    """A card lies in a group: in one at most."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="plaatsing")
    groep = models.ForeignKey(Kaartgroep, on_delete=models.CASCADE, related_name="plaatsingen")

    class Meta:
        verbose_name_plural = "plaatsingen"

    def __str__(self) -> str:
        return f"{self.kaart} in {self.groep}"


class Doorlating(GeschrevenDoor):
    """A card was read by the facilitator and let through to the wall, in a question with `keuring`."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="doorlating")

    class Meta:
        verbose_name_plural = "doorlatingen"

    def __str__(self) -> str:
        return f"Doorgelaten: {self.kaart}"


class Kaartvertaling(GeschrevenDoor):
    """What a card in another language says in Dutch, in the words of the facilitator. The card keeps its language."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="vertaling")
    tekst = models.CharField(max_length=MAX_KAART)

    class Meta:
        verbose_name_plural = "kaartvertalingen"
        constraints = [models.CheckConstraint(condition=~models.Q(tekst=""), name="kaartvertaling_met_tekst")]

    def __str__(self) -> str:
        return self.tekst


class Uitvergroting(GeschrevenDoor):
    """The wall shows one group of a question, large. Deleting this row shows all groups again."""

    ronde = models.OneToOneField(Ronde, on_delete=models.CASCADE, related_name="uitvergroting")
    groep = models.ForeignKey(Kaartgroep, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name_plural = "uitvergrotingen"

    def __str__(self) -> str:
        return f"Groot: {self.groep}"
