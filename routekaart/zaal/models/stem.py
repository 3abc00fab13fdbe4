# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody in the room voted."""

from django.db import models

from actoren.models import Soort
from routekaart.zaal.models.kaart import Kaartgroep
from routekaart.zaal.models.ronde import Ronde
from wijken.models import Geschreven


class Stemkeuze(models.TextChoices):
    """A dot on a group of cards, or an answer to a statement."""

    STIP = "stip", "stip"
    EENS = "eens", "eens"
    TWIJFEL = "twijfel", "twijfel"
    ONEENS = "oneens", "oneens"


class Stem(Geschreven):
    """A vote of a phone, or of a table that the facilitator spoke with (`aantal`).

    No row points at a guest or a party: the bare kind of party is all that stays. `apparaatsleutel` is made from a
    secret of the phone and the question, so that a phone votes once and two questions can't be laid beside each other.
    """

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="stemmen")
    groep = models.ForeignKey(Kaartgroep, on_delete=models.CASCADE, null=True, blank=True, related_name="stemmen")
    keuze = models.CharField(max_length=10, choices=Stemkeuze)
    soort = models.CharField("soort partij", max_length=20, choices=Soort, blank=True)
    aantal = models.PositiveSmallIntegerField(default=1)
    apparaatsleutel = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["ronde", "versie", "pk"]
        verbose_name_plural = "stemmen"
        constraints = [
            models.CheckConstraint(condition=models.Q(keuze__in=Stemkeuze.values), name="stem_keuze_bestaat"),
            models.CheckConstraint(condition=models.Q(soort__in=[*Soort.values, ""]), name="stem_soort_bestaat"),
            models.CheckConstraint(condition=models.Q(aantal__gte=1, aantal__lte=999), name="stem_aantal"),
            models.CheckConstraint(
                condition=models.Q(keuze="stip", groep__isnull=False)
                | (~models.Q(keuze="stip") & models.Q(groep__isnull=True)),
                name="stem_stip_op_een_groep",
            ),
            models.UniqueConstraint(
                fields=["ronde", "apparaatsleutel"],
                condition=models.Q(groep__isnull=True),
                name="stem_een_antwoord_per_toestel",
            ),
            models.UniqueConstraint(
                fields=["ronde", "apparaatsleutel", "groep"], name="stem_een_stip_per_groep_per_toestel"
            ),
        ]

    def __str__(self) -> str:
        return self.get_keuze_display()
