# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was tried before: past programmes and events."""

from django.db import models

from wijken.models.kerncijfer import Bron
from wijken.models.wijk import Wijk
from wijkwijzer.rows import Domeinrij


class Programmasoort(models.TextChoices):
    """A programme of some years, or an event."""

    PROGRAMMA = "programma", "programma"
    EVENEMENT = "evenement", "evenement"


class Programma(Domeinrij):
    """A past programme or event: its period, what people liked, what was learned and why it stopped.

    It is kept so that it is not forgotten: money runs out, and so does memory (report, chapter on the wijken).
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="programmas")
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=10, choices=Programmasoort)
    van = models.PositiveSmallIntegerField("van jaar", null=True, blank=True)
    tot = models.PositiveSmallIntegerField("tot en met jaar", null=True, blank=True)
    beschrijving = models.TextField(blank=True)
    gewaardeerd = models.TextField("wat mensen waardeerden", blank=True)
    geleerd = models.TextField("wat ervan is geleerd", blank=True)
    gestopt_omdat = models.TextField("waarom het stopte", blank=True)
    bron = models.ForeignKey(Bron, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-van", "naam"]
        constraints = [
            models.UniqueConstraint(fields=["wijk", "naam"], name="programma_naam_uniek_in_wijk"),
            models.CheckConstraint(
                condition=models.Q(van__isnull=True) | models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
                name="programma_tot_na_van",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def periode(self) -> str:
        """The period in words; empty when nothing is known."""
        if self.van and self.tot and self.van != self.tot:
            return f"{self.van}–{self.tot}"
        if self.van:
            return str(self.van) if self.tot else f"sinds {self.van}"
        return f"tot en met {self.tot}" if self.tot else ""
