# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How parties and groups experience the making of the plan itself (A7)."""

from django.db import models

from actoren.models.deelname import Deelname
from actoren.models.doelgroep import Doelgroep
from wijken.models import MAX_TEKST, Onderdeel, Wijk
from wijkwijzer.rows import said_at


class Ervaring(Onderdeel):
    """What a party or a group said about the process when it was asked. Not asked is a gap with a name."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="ervaringen", editable=False)
    deelname = models.ForeignKey(
        Deelname,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ervaringen",
        verbose_name="van welke partij?",
    )
    doelgroep = models.ForeignKey(
        Doelgroep,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ervaringen",
        verbose_name="of van welke doelgroep?",
    )
    tekst = models.TextField("hoe ervaren zij het maken van het plan?", max_length=MAX_TEKST)
    gevraagd_hoe = models.CharField("hoe is het gevraagd?", max_length=120, blank=True)
    gevraagd_door = models.CharField("door welke partij of functie?", max_length=120, blank=True)
    gevraagd_op = models.DateField("wanneer?", null=True, blank=True)

    class Meta:
        ordering = ["-gevraagd_op", "-versie"]
        verbose_name_plural = "ervaringen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deelname__isnull=False, doelgroep__isnull=True)
                | models.Q(deelname__isnull=True, doelgroep__isnull=False),
                name="ervaring_partij_of_doelgroep",
                **said_at("doelgroep", "Kies een partij of een doelgroep, niet allebei."),
            ),
        ]

    def __str__(self) -> str:
        return f"Ervaring van {self.deelname or self.doelgroep}"
