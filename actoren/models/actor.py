# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The party: an organisation or a group. On screen it is called "partij"."""

from django.db import models

from wijkwijzer.rows import Domeinrij


class Soort(models.TextChoices):
    """What kind of party it is."""

    GEMEENTE = "gemeente", "gemeente"
    CORPORATIE = "corporatie", "woningcorporatie"
    ONDERWIJS = "onderwijs", "onderwijs"
    ZORG = "zorg", "zorg"
    WELZIJN = "welzijn", "welzijn"
    POLITIE = "politie", "politie"
    BEWONERS = "bewoners", "bewoners"
    ONDERNEMERS = "ondernemers", "ondernemers"
    SPORT = "sport", "sport"
    GELOOF = "geloof", "geloof"
    CULTUUR = "cultuur", "cultuur"
    OVERIG = "overig", "overig"


class Domein(models.TextChoices):
    """Whether a party works on stones, on people, or on both (report: connect fysiek and sociaal)."""

    FYSIEK = "fysiek", "fysiek"
    SOCIAAL = "sociaal", "sociaal"
    BEIDE = "beide", "fysiek en sociaal"


class Actor(Domeinrij):
    """An organisation or group. Not per wijk: one organisation can serve several."""

    naam = models.CharField(max_length=120, unique=True)
    soort = models.CharField(max_length=20, choices=Soort)
    domein = models.CharField(max_length=10, choices=Domein)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "actoren"
        constraints = [
            models.CheckConstraint(condition=models.Q(soort__in=Soort.values), name="actor_soort_bestaat"),
            models.CheckConstraint(condition=models.Q(domein__in=Domein.values), name="actor_domein_bestaat"),
        ]

    def __str__(self) -> str:
        return self.naam
