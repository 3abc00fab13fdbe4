# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 1: where the journey goes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from routekaart.models.basis import Reisonderdeel
from wijken.models import MAX_TEKST, Gebied
from wijkwijzer.rows import said_at


class Bestemming(Reisonderdeel):
    """What the coalition means by an inclusive wijk, in a definition, a slogan and an ambition with a year."""

    definitie = models.TextField("wat verstaan wij onder de inclusieve wijk?", max_length=MAX_TEKST)
    slogan = models.CharField("onze slogan", max_length=120, blank=True)
    ambitie = models.TextField("onze ambitie", max_length=MAX_TEKST, blank=True)
    ambitie_jaar = models.PositiveSmallIntegerField(
        "in welk jaar is dat zo?", null=True, blank=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )

    class Meta:
        verbose_name_plural = "bestemmingen"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart"],
                name="bestemming_een_per_routekaart",
                **said_at("definitie", "De bestemming staat er al. Wijzig wat er staat."),
            ),
            models.CheckConstraint(
                condition=models.Q(ambitie_jaar__isnull=True)
                | models.Q(ambitie_jaar__gte=2000, ambitie_jaar__lte=2100),
                name="bestemming_jaar",
                **said_at("ambitie_jaar", "Vul een jaar in tussen 2000 en 2100."),
            ),
        ]

    def __str__(self) -> str:
        return self.slogan or "Onze bestemming"


class Subdoel(Reisonderdeel):
    """A part of the destination."""

    tekst = models.CharField("subdoel", max_length=300)

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "subdoelen"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "tekst"], name="subdoel_uniek", **said_at("tekst", "Dit subdoel staat er al.")
            )
        ]

    def __str__(self) -> str:
        return self.tekst


class Leervraag(Reisonderdeel):
    """What the coalition wants to learn on the way: answered when, by which case, and what that means."""

    vraag = models.CharField("wat willen wij leren?", max_length=300)
    antwoord = models.TextField("wat hebben wij geleerd?", max_length=MAX_TEKST, blank=True)
    beantwoord_op = models.DateField("wanneer beantwoord?", null=True, blank=True)
    casus = models.ForeignKey(
        Gebied, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="door welke casus?"
    )
    betekenis = models.TextField("wat betekent dat voor de wijk?", max_length=MAX_TEKST, blank=True)

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "leervragen"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "vraag"],
                name="leervraag_uniek",
                **said_at("vraag", "Deze leervraag staat er al."),
            ),
            models.CheckConstraint(
                condition=models.Q(beantwoord_op__isnull=True) | ~models.Q(antwoord=""),
                name="leervraag_datum_met_antwoord",
                **said_at("antwoord", "U vult een datum in; schrijf dan ook op wat u hebt geleerd."),
            ),
        ]

    def __str__(self) -> str:
        return self.vraag


class Begrip(Reisonderdeel):
    """A word and what this coalition means by it (P10)."""

    term = models.CharField("begrip", max_length=120)
    betekenis = models.TextField("wat bedoelen wij ermee?", max_length=MAX_TEKST)
    afgesproken_op = models.DateField("wanneer afgesproken?", null=True, blank=True)

    class Meta:
        ordering = ["term"]
        verbose_name_plural = "begrippen"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "term"], name="begrip_uniek", **said_at("term", "Dit begrip staat er al.")
            )
        ]

    def __str__(self) -> str:
        return self.term
