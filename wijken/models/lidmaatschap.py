# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who belongs to the coalition of a wijk, and in which role."""

from django.db import models

from wijken.models.wijk import Wijk
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.rows import Domeinrij


class Rol(models.TextChoices):
    """The roles per wijk. What each may do stands in wijken.toegang.RECHTEN."""

    WIJKREGISSEUR = "wijkregisseur", "wijkregisseur"
    REISLEIDER = "reisleider", "reisleider"
    DEELNEMER = "deelnemer", "deelnemer"
    LEZER = "lezer", "lezer"


class Lidmaatschap(Domeinrij):
    """The role of one user in one wijk."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="lidmaatschappen")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="lidmaatschappen")
    rol = models.CharField(max_length=20, choices=Rol)

    class Meta:
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.UniqueConstraint(fields=["wijk", "gebruiker"], name="lidmaatschap_een_rol_per_wijk"),
            models.CheckConstraint(condition=models.Q(rol__in=Rol.values), name="lidmaatschap_rol_bestaat"),
        ]

    def __str__(self) -> str:
        return self.get_rol_display()
