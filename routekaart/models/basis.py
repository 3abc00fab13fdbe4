# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the structures of a journey have in common."""

from django.db import models

from routekaart.models.routekaart import Routekaart
from wijken.models import Onderdeel, Wijk


class Reisonderdeel(Onderdeel):
    """A row that belongs to one journey."""

    routekaart = models.ForeignKey(Routekaart, on_delete=models.CASCADE, related_name="+", editable=False)

    class Meta:
        abstract = True

    @property
    def wijk(self) -> Wijk:
        """The wijk of the journey."""
        return self.routekaart.wijk
