# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the facilitator does with cards on the wall: let them through, set Dutch beside them, show one group large."""

from django.db import models

from routekaart.zaal.models.groep import Kaartgroep
from routekaart.zaal.models.kaart import MAX_KAART, Kaart
from routekaart.zaal.models.ronde import Ronde
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import Domeinrij


class Doorlating(Domeinrij):
    """A card was read by the facilitator and let through to the wall, in a question with `keuring`."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="doorlating")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "doorlatingen"

    def __str__(self) -> str:
        return f"Doorgelaten: {self.kaart}"


class Kaartvertaling(Domeinrij):
    """What a card in another language says in Dutch, in the words of the facilitator. The card keeps its language."""

    kaart = models.OneToOneField(Kaart, on_delete=models.CASCADE, related_name="vertaling")
    tekst = models.CharField(max_length=MAX_KAART)
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "kaartvertalingen"
        constraints = [models.CheckConstraint(condition=~models.Q(tekst=""), name="kaartvertaling_met_tekst")]

    def __str__(self) -> str:
        return self.tekst


class Uitvergroting(Domeinrij):
    """The wall shows one group of a question, large. Deleting this row shows all groups again."""

    ronde = models.OneToOneField(Ronde, on_delete=models.CASCADE, related_name="uitvergroting")
    groep = models.ForeignKey(Kaartgroep, on_delete=models.CASCADE, related_name="+")
    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "uitvergrotingen"

    def __str__(self) -> str:
        return f"Groot: {self.groep}"
