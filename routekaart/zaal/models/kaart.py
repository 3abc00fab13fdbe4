# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody in the room wrote, and taking it off the wall."""

from django.db import models

from actoren.models import Actor
from routekaart.zaal.models.gast import Gast, Taal
from routekaart.zaal.models.ronde import Ronde
from wijken.models import Wijk
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import Domeinrij

MAX_KAART = 300


class Herkomst(models.TextChoices):
    """How a card came in."""

    TELEFOON = "telefoon", "telefoon"
    PAPIER = "papier", "papier"


class Kaart(Domeinrij):
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
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

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


class Kaartverberging(Domeinrij):
    """A card was taken off the wall. It is kept; deleting this row shows it again."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="verberging")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "kaartverbergingen"

    def __str__(self) -> str:
        return f"Verborgen: {self.kaart}"
