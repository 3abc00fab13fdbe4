# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 5 to 7: what is done, who keeps it going, and what it may do unintended."""

from django.db import models

from actoren.models import Actor, Domein
from routekaart.models.basis import Reisonderdeel
from routekaart.models.verandering import Verandering
from wijken.models import MAX_TEKST, Lidmaatschap
from wijkwijzer.rows import said_at


class Werkt(models.TextChoices):
    """Does it work?"""

    ONBEKEND = "", "nog niet bekend"
    JA = "ja", "werkt"
    DEELS = "deels", "werkt deels"
    NEE = "nee", "werkt niet"


class Activiteit(Reisonderdeel):
    """An activity: the need of residents comes first (P7)."""

    behoefte = models.TextField("vanuit welke behoefte van bewoners?", max_length=MAX_TEKST)
    naam = models.CharField("wat gaan wij doen?", max_length=200)
    domein = models.CharField("fysiek of sociaal?", max_length=10, choices=Domein)
    plaats = models.CharField("waar in de wijk?", max_length=200, blank=True)
    veranderingen = models.ManyToManyField(
        Verandering, blank=True, related_name="activiteiten", verbose_name="voor welke veranderingen?"
    )
    eerste_stap = models.TextField("wat is de eerste kleine stap?", max_length=MAX_TEKST, blank=True)
    bronnen = models.TextField("welke bronnen hebben wij? (mensen, plekken, geld)", max_length=MAX_TEKST, blank=True)
    brandstof = models.TextField("wat houdt het op gang?", max_length=MAX_TEKST, blank=True)
    financiering_tot = models.DateField("tot wanneer is er geld?", null=True, blank=True)
    daarna = models.TextField("wat blijft er daarna over?", max_length=MAX_TEKST, blank=True)
    als_het_misgaat = models.TextField("wat doen wij als het misgaat?", max_length=MAX_TEKST, blank=True)
    werkt = models.CharField("werkt het?", max_length=10, choices=Werkt, blank=True)
    werkt_toelichting = models.TextField("waaraan zien wij dat?", max_length=MAX_TEKST, blank=True)

    class Meta:
        ordering = ["versie"]
        verbose_name_plural = "activiteiten"
        constraints = [
            models.UniqueConstraint(
                fields=["routekaart", "naam"],
                name="activiteit_uniek",
                **said_at("naam", "Deze activiteit staat er al."),
            ),
            models.CheckConstraint(
                condition=models.Q(domein__in=Domein.values),
                name="activiteit_domein_bestaat",
                **said_at("domein", "Kies een van de mogelijkheden."),
            ),
            models.CheckConstraint(
                condition=models.Q(werkt__in=Werkt.values),
                name="activiteit_werkt_bestaat",
                **said_at("werkt", "Kies een van de mogelijkheden."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Inzet(Reisonderdeel):
    """The machinist of an activity: a party, and a member if that member agrees, from one day to another."""

    activiteit = models.ForeignKey(
        Activiteit, on_delete=models.PROTECT, related_name="machinisten", verbose_name="van welke activiteit?"
    )
    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="welke partij is machinist?"
    )
    functie = models.CharField("welke functie binnen die partij? (geen naam)", max_length=120, blank=True)
    van = models.DateField("vanaf wanneer?", null=True, blank=True)
    tot = models.DateField("tot wanneer?", null=True, blank=True)
    opvolging = models.TextField("wie neemt het daarna over?", max_length=MAX_TEKST, blank=True)
    lid = models.ForeignKey(
        Lidmaatschap, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["activiteit", "van", "versie"]
        verbose_name = "machinist"
        verbose_name_plural = "machinisten"
        constraints = [
            models.UniqueConstraint(
                fields=["activiteit", "actor"],
                name="inzet_een_per_partij",
                **said_at("actor", "Deze partij is al machinist van deze activiteit."),
            ),
            models.CheckConstraint(
                condition=models.Q(van__isnull=True) | models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
                name="inzet_tot_na_van",
                **said_at("tot", "Deze datum ligt voor de begindatum. Kijk ze allebei na."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.functie})" if self.functie else str(self.actor)


class Effectsoort(models.TextChoices):
    """What an activity may do that nobody meant (P8)."""

    VERDRINGING = "verdringing", "verdringing: mensen moeten weg"
    WATERBED = "waterbed", "waterbed: het probleem verhuist"
    THUISGEVOEL = "thuisgevoel", "thuisgevoel: mensen voelen zich minder thuis"
    BEWONERS = "bewoners", "zittende en nieuwe bewoners"
    STAD = "stad", "botst met wat de stad wil"
    ANDERS = "anders", "iets anders"


class Neveneffect(Reisonderdeel):
    """An unintended effect of an activity on a group."""

    activiteit = models.ForeignKey(
        Activiteit, on_delete=models.PROTECT, related_name="neveneffecten", verbose_name="van welke activiteit?"
    )
    soort = models.CharField("wat voor effect?", max_length=20, choices=Effectsoort)
    groep = models.CharField("voor welke groep?", max_length=200)
    tekst = models.TextField("wat kan er gebeuren, en hoe erg is dat?", max_length=MAX_TEKST)
    ander_gebied = models.CharField("verhuist het naar een andere plek? welke?", max_length=200, blank=True)
    hoe_weten_wij = models.TextField("hoe weten wij dat?", max_length=MAX_TEKST, blank=True)

    class Meta:
        ordering = ["activiteit", "versie"]
        verbose_name = "onbedoeld effect"
        verbose_name_plural = "onbedoelde effecten"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(soort__in=Effectsoort.values),
                name="neveneffect_soort_bestaat",
                **said_at("soort", "Kies een van de mogelijkheden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} ({self.groep})"
