# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is there already: initiatives, places, talents (S1)."""

from django.db import models

from wijken.models import MAX_TEKST, Onderdeel, Wijk
from wijkwijzer.rows import said_at


class Schatsoort(models.TextChoices):
    """What kind of treasure it is."""

    INITIATIEF = "initiatief", "initiatief"
    PLEK = "plek", "plek"
    TALENT = "talent", "talent"


class Schat(Onderdeel):
    """A treasure of the wijk: something that works, and what others can learn from it. No names of persons."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="schatten", editable=False)
    naam = models.CharField("wat is de schat?", max_length=120)
    soort = models.CharField("soort", max_length=20, choices=Schatsoort)
    plaats = models.CharField("waar is het?", max_length=120, blank=True)
    energie = models.TextField("waar komt de energie vandaan?", max_length=MAX_TEKST, blank=True)
    bijdrage = models.TextField("wat draagt het bij aan de wijk?", max_length=MAX_TEKST, blank=True)
    voorbeeld_van = models.CharField("waarvan is het een goed voorbeeld?", max_length=200, blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "schatten"
        constraints = [
            models.UniqueConstraint(
                fields=["wijk", "naam"], name="schat_naam_uniek_in_wijk", **said_at("naam", "Deze schat staat er al.")
            ),
            models.CheckConstraint(
                condition=models.Q(soort__in=Schatsoort.values),
                name="schat_soort_bestaat",
                **said_at("soort", "Kies een van de mogelijkheden."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam
