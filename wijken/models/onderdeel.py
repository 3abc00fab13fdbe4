# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the structures of a perron have in common: rows that can be changed, closed and opened again."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from wijken.models.geschreven import GeschrevenDoor
from wijken.models.wijk import Wijk
from wijkwijzer.rows import Domeinrij, said_at

MAX_TEKST = 4000


class Afsluiting(GeschrevenDoor):
    """A row was closed, with the reason: others may build on it, so it is not deleted. Deleting this opens it again.

    `onderwerp` is the sleutel of the row and `soort` its kind word, as in the journal.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=40)
    onderwerp = models.UUIDField(unique=True)
    reden = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "afsluitingen"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reden=""),
                name="afsluiting_met_reden",
                **said_at("reden", "Schrijf op waarom dit wordt gesloten."),
            )
        ]

    def __str__(self) -> str:
        return f"Gesloten: {self.reden}"


class OnderdeelQuerySet(QuerySet["Any"]):
    """Rows of one kind."""

    def open(self) -> "OnderdeelQuerySet":
        """Leave out what was closed."""
        return self.filter(~Exists(Afsluiting.objects.filter(onderwerp=OuterRef("sleutel"))))

    def gesloten(self) -> "OnderdeelQuerySet":
        """Return only what was closed."""
        return self.filter(Exists(Afsluiting.objects.filter(onderwerp=OuterRef("sleutel"))))


class Onderdeel(Domeinrij):
    """A row of a structure. `versie` is the version of the wijk at its last change: its optimistic lock.

    A concrete kind says which wijk it belongs to by its property `wijk`. `voorbeeld` marks a made-up example.
    """

    voorbeeld = models.BooleanField(default=False, editable=False)
    versie = models.PositiveBigIntegerField(editable=False)
    moment = models.DateTimeField(editable=False)

    objects = OnderdeelQuerySet.as_manager()

    if TYPE_CHECKING:
        # A kind of a wijk has a key to it, a kind of a journey a property.
        wijk: Any

    class Meta:
        abstract = True
