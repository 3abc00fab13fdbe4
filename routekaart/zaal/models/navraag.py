# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room wants to ask a party or group that is not there, who asks it, and what came of it."""

from django.db import models

from actoren.models import Actor, Doelgroep
from routekaart.zaal.models.gast import Taal
from routekaart.zaal.models.sessie import Sessie
from wijken.models import Geschreven, GeschrevenDoor, Rol, Wijk

MAX_NAVRAAG, MAX_UITKOMST = 300, 1000


class Navraag(Geschreven):
    """A question to somebody who is not in the room: never words that we put in their mouth.

    Who wrote it down is not kept: anybody in the room may, a guest too.
    """

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="navragen")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    doelgroep = models.ForeignKey(Doelgroep, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    tekst = models.CharField(max_length=MAX_NAVRAAG)
    taal = models.CharField(max_length=5, choices=Taal)

    class Meta:
        ordering = ["sessie", "versie"]
        verbose_name_plural = "navragen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(actor__isnull=False, doelgroep__isnull=True)
                | models.Q(actor__isnull=True, doelgroep__isnull=False),
                name="navraag_partij_of_doelgroep",
            ),
            models.CheckConstraint(condition=~models.Q(tekst=""), name="navraag_met_tekst"),
            models.CheckConstraint(condition=models.Q(taal__in=Taal.values), name="navraag_taal_bestaat"),
            models.UniqueConstraint(fields=["sessie", "actor", "tekst"], name="navraag_uniek_per_partij"),
            models.UniqueConstraint(fields=["sessie", "doelgroep", "tekst"], name="navraag_uniek_per_doelgroep"),
        ]

    def __str__(self) -> str:
        return f"{self.aan}: {self.tekst}"

    @property
    def aan(self) -> str:
        """The name of who is asked."""
        return str(self.actor or self.doelgroep)

    @property
    def wijk(self) -> Wijk:
        """The wijk of the meeting."""
        return self.sessie.wijk


class Navraagafspraak(Geschreven):
    """Who asks it, before when: a party, or somebody by role. A later agreement takes the place of this one."""

    navraag = models.OneToOneField(Navraag, on_delete=models.CASCADE, related_name="afspraak")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rol = models.CharField(max_length=20, choices=Rol, blank=True)
    voor = models.DateField()

    class Meta:
        verbose_name_plural = "navraagafspraken"
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(actor__isnull=False) & models.Q(rol=""))
                | (models.Q(actor__isnull=True) & ~models.Q(rol="")),
                name="navraagafspraak_partij_of_rol",
            ),
            models.CheckConstraint(condition=models.Q(rol__in=[*Rol.values, ""]), name="navraagafspraak_rol_bestaat"),
        ]

    def __str__(self) -> str:
        return str(self.actor) if self.actor else f"de {self.get_rol_display()}"


class NavraagUitkomst(models.TextChoices):
    """How a question to somebody who was not there ended."""

    GEVRAAGD = "gevraagd", "gevraagd"
    VERVALLEN = "vervallen", "niet meer nodig"


class Navraagafsluiting(GeschrevenDoor):
    """It was asked, with the answer; or it is dropped, with the reason (that is also how abuse leaves the report)."""

    navraag = models.OneToOneField(Navraag, on_delete=models.CASCADE, related_name="afsluiting")
    uitkomst = models.CharField(max_length=10, choices=NavraagUitkomst)
    tekst = models.CharField(max_length=MAX_UITKOMST)

    class Meta:
        verbose_name_plural = "navraagafsluitingen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uitkomst__in=NavraagUitkomst.values), name="navraagafsluiting_uitkomst_bestaat"
            ),
            models.CheckConstraint(condition=~models.Q(tekst=""), name="navraagafsluiting_met_tekst"),
        ]

    def __str__(self) -> str:
        return f"{self.get_uitkomst_display()}: {self.tekst}"
