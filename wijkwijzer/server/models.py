# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the server does by itself."""

from django.db import models

from wijkwijzer.rows import Domeinrij


class Opruiming(Domeinrij):
    """The cleaning of one day: whoever could write this row does it, and nobody else."""

    dag = models.DateField("dag", unique=True)
    begonnen = models.DateTimeField("begonnen op")
    klaar = models.DateTimeField("klaar op", null=True)

    class Meta:
        verbose_name = "opruiming"
        verbose_name_plural = "opruimingen"

    def __str__(self) -> str:
        return str(self.dag)
