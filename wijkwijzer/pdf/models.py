# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents that people asked for: on their way, made, or not made because something went wrong."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from wijkwijzer.rows import Domeinrij


class Document(Domeinrij):
    """A document, kept for as long as it may be asked for again.

    `adres` is the page that gives it: whoever may read that page now may have it, and nobody else. `opdracht` holds
    what people wrote, until the document has been made or could not be.
    """

    kenmerk = models.CharField("kenmerk van de inhoud", max_length=64, unique=True)
    adres = models.CharField("adres", max_length=300)
    aanvrager = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="gevraagd door"
    )
    gevraagd = models.DateTimeField("gevraagd op")
    opdracht = models.TextField("opdracht", blank=True)
    taak = models.CharField("taak", max_length=64, blank=True)
    bestand = models.FileField("bestand", upload_to="documenten", blank=True)
    gemaakt = models.DateTimeField("gemaakt op", null=True)
    mislukt = models.DateTimeField("mislukt op", null=True)
    melding = models.CharField("waarom het mislukte", max_length=300, blank=True)
    bewaar_tot = models.DateTimeField("bewaren tot")

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        constraints = [
            models.CheckConstraint(condition=Q(gemaakt=None) | Q(mislukt=None), name="document_gemaakt_of_mislukt"),
            models.CheckConstraint(
                condition=Q(gemaakt=None, mislukt=None) | Q(opdracht=""), name="document_klaar_is_zonder_opdracht"
            ),
        ]

    def __str__(self) -> str:
        return self.adres
