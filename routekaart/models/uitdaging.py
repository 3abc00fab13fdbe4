# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 2: what the inclusive wijk is a solution for, and what it should yield for each party."""

from django.db import models

from actoren.models import Actor
from routekaart.models.basis import Reisonderdeel
from wijken.models import MAX_TEKST, Kerncijfer
from wijkwijzer.rows import said_at


class Uitdaging(Reisonderdeel):
    """A challenge: a figure and the residents' own words stand side by side."""

    naam = models.CharField("uitdaging", max_length=200)
    toelichting = models.TextField("toelichting", max_length=MAX_TEKST, blank=True)
    cijfer = models.ForeignKey(
        Kerncijfer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="welk cijfer hoort erbij?",
    )
    stem = models.TextField("wat zeggen bewoners erover, in hun eigen woorden?", max_length=MAX_TEKST, blank=True)
    stem_herkomst = models.CharField("waar en wanneer gehoord? (geen namen)", max_length=200, blank=True)

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "uitdagingen"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "naam"], name="uitdaging_uniek", **said_at("naam", "Deze uitdaging staat er al.")
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Opbrengst(Reisonderdeel):
    """What one challenge should yield for one party, and whether that was asked afterwards."""

    uitdaging = models.ForeignKey(
        Uitdaging, on_delete=models.PROTECT, related_name="opbrengsten", verbose_name="uitdaging"
    )
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="opbrengsten", verbose_name="partij")
    tekst = models.TextField("wat moet het deze partij opleveren?", max_length=MAX_TEKST)
    nagevraagd_op = models.DateField("wanneer nagevraagd of het zo is?", null=True, blank=True)
    merkbaar = models.TextField("waaraan merkt de partij het?", max_length=MAX_TEKST, blank=True)

    class Meta:
        ordering = ["uitdaging", "actor__naam"]
        verbose_name_plural = "opbrengsten"
        constraints = [
            models.UniqueConstraint(
                fields=["uitdaging", "actor"],
                name="opbrengst_een_per_partij",
                **said_at("actor", "Deze partij heeft bij deze uitdaging al een opbrengst."),
            ),
            models.CheckConstraint(
                condition=models.Q(merkbaar="") | models.Q(nagevraagd_op__isnull=False),
                name="opbrengst_merkbaar_met_datum",
                **said_at("nagevraagd_op", "Vul in wanneer dit is nagevraagd."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.tekst}"
