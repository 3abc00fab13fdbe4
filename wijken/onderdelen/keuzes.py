# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be chosen for a link to something of the wijk itself."""

from django.db.models import QuerySet

from wijken.models import Gebied, Kerncijfer
from wijken.onderdelen.soort import Plek
from wijkwijzer.accounts.models import Gebruiker


def gebieden(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Gebied]:
    """Return the parts of the wijk."""
    return Gebied.objects.filter(wijk=plek.wijk)


def kerncijfers(plek: Plek, gebruiker: Gebruiker) -> QuerySet[Kerncijfer]:
    """Return the figures of the wijk."""
    return Kerncijfer.objects.filter(wijk=plek.wijk).select_related("bron")
