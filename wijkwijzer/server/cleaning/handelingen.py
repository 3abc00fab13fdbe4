# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nightly cleaning: begun by the worker once a day, done as a task. What it throws away: clean_up.py."""

import logging
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.tasks import task
from django.utils import timezone

from wijkwijzer.server.cleaning.clean_up import clean_up
from wijkwijzer.server.models import Opruiming

NIGHT = 3  # the hour after which a day is cleaned up
KEEP_DAYS = timedelta(days=60)

_log = logging.getLogger(__name__)


def begin_night(*, nu: datetime) -> bool:
    """Put the cleaning of today in line, unless it is too early or somebody did. Returns whether it was us."""
    lokaal = timezone.localtime(nu)
    if lokaal.hour < NIGHT or Opruiming.objects.filter(dag=lokaal.date()).exists():
        return False
    try:
        with transaction.atomic():
            Opruiming.objects.create(dag=lokaal.date(), begonnen=nu)
            clean.enqueue(lokaal.date().isoformat())
    except IntegrityError:  # another worker was first
        return False
    return True


@task
def clean(dag: str) -> None:
    """Clean up, and write down that it was done. Raises NotAllCleaned after all that could be cleaned."""
    for zin in clean_up():
        _log.info(zin)
    vandaag = date.fromisoformat(dag)
    Opruiming.objects.filter(dag=vandaag).update(klaar=timezone.now())
    Opruiming.objects.filter(dag__lt=vandaag - KEEP_DAYS).delete()
