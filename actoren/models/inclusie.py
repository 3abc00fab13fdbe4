# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is aboard, who boards later, and who is not: the inclusion register (A3)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from actoren.models.deelname import Deelname
from wijken.models import MAX_TEKST, Onderdeel, Wijk
from wijkwijzer.rows import said_at


class Plaats(models.TextChoices):
    """Where a party stands towards the journey."""

    AAN_BOORD = "aan_boord", "aan boord"
    LATER = "later", "stapt later in"
    NIET = "niet", "doet niet mee"
    EIGEN_KEUZE = "eigen_keuze", "doet zelf niet mee (eigen keuze)"


class Inclusiebesluit(Onderdeel):
    """A decision about one party. The latest one holds; the earlier ones are the history.

    Of a party that chooses not to join no reason, no date and no reminder is asked: that is nobody's business.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="inclusiebesluiten", editable=False)
    deelname = models.ForeignKey(
        Deelname, on_delete=models.PROTECT, related_name="inclusiebesluiten", verbose_name="welke partij?"
    )
    plaats = models.CharField("waar staat deze partij?", max_length=20, choices=Plaats)
    perron = models.PositiveSmallIntegerField(
        "bij welk perron stapt zij in?",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
    )
    reden = models.TextField("waarom?", max_length=MAX_TEKST, blank=True)
    besloten_door = models.CharField("wie heeft dat besloten?", max_length=120, blank=True)
    herzien_op = models.DateField("wanneer kijken wij opnieuw?", null=True, blank=True)

    class Meta:
        ordering = ["deelname__actor__naam", "-versie"]
        verbose_name_plural = "inclusiebesluiten"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(plaats__in=Plaats.values),
                name="inclusiebesluit_plaats_bestaat",
                **said_at("plaats", "Kies een van de mogelijkheden."),
            ),
            models.CheckConstraint(
                condition=~models.Q(plaats="eigen_keuze") | models.Q(reden="", herzien_op=None),
                name="inclusiebesluit_eigen_keuze_zonder_reden",
                **said_at(
                    "reden", "Wie zelf niet meedoet, hoeft dat niet uit te leggen. Laat de reden en de datum leeg."
                ),
            ),
            models.CheckConstraint(
                condition=~models.Q(plaats="niet") | ~models.Q(reden=""),
                name="inclusiebesluit_niet_met_reden",
                **said_at("reden", "Schrijf op waarom deze partij niet meedoet."),
            ),
            models.CheckConstraint(
                condition=models.Q(perron__isnull=True) | models.Q(perron__gte=1, perron__lte=9),
                name="inclusiebesluit_perron_1_tot_9",
                **said_at("perron", "Er zijn negen perrons: 1 tot en met 9."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deelname} {self.get_plaats_display()}"
