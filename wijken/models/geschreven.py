# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a wijziging leaves on the rows that it writes."""

from django.db import models

from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import Domeinrij


class Geschreven(Domeinrij):
    """A row with the version of the wijk in which it was written, and the moment of that version."""

    versie = models.PositiveBigIntegerField()
    moment = models.DateTimeField()

    class Meta:
        abstract = True


class GeschrevenDoor(Geschreven):
    """A written row that keeps who wrote it; nobody when that was no account, or the account is gone."""

    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True
