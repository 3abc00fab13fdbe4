# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A party takes part in a wijk."""

from django.db import models

from actoren.models.actor import Actor
from wijken.models import Bron, Wijk
from wijkwijzer.rows import Domeinrij


class Deelname(Domeinrij):
    """What a party wants, brings and expects in one wijk."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="deelnames")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="deelnames")
    doel = models.TextField(blank=True)
    brengt = models.TextField("wat de partij meebrengt", blank=True)
    verwacht = models.TextField("wat de partij verwacht", blank=True)
    bron = models.ForeignKey(Bron, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["actor__naam"]
        constraints = [models.UniqueConstraint(fields=["wijk", "actor"], name="deelname_een_per_wijk")]

    def __str__(self) -> str:
        return str(self.actor)
