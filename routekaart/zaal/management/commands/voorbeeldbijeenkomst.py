# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prepare an example meeting, for who wants to look around."""

from datetime import time, timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from actoren.boord import aan_boord
from routekaart.models import Leervraag
from routekaart.toegang import huidige_routekaart
from routekaart.zaal.models import Sessie, Sessiesoort
from routekaart.zaal.sessie.handelingen import bereid_voor, kies_leervragen
from wijken.models import Wijk

WIJK, TITEL = "haarwijk", "Startsessie in de Haarwijk (voorbeeld)"


class Command(BaseCommand):
    """Prepare a startsessie in the Haarwijk for next week. Does nothing when a meeting is there already."""

    help = "Zet in de Haarwijk een startsessie klaar, als voorbeeld."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run. Safe to run again."""
        wijk = Wijk.objects.filter(slug=WIJK).first()
        if wijk is None or Sessie.objects.filter(wijk=wijk).exists():
            return
        sessie = bereid_voor(
            wijk=wijk,
            soort=Sessiesoort.STARTSESSIE,
            titel=TITEL,
            datum=timezone.localdate() + timedelta(days=7),
            begintijd=time(19, 30),
            plaats="Een buurtcentrum in de wijk",
            partijen=[opvarende.actor for opvarende in aan_boord(wijk.pk)],
            door=None,
        )
        leervragen = Leervraag.objects.open().filter(routekaart=huidige_routekaart(wijk))
        kies_leervragen(sessie=sessie, leervragen=list(leervragen[:1]), door=None)
        self.stdout.write(f"Klaargezet: {sessie.titel}")
