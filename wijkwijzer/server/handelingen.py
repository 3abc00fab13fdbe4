# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put tasks back that a worker left or that fell over, and begin the nightly cleaning once a day."""

import logging
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.tasks import TaskResultStatus, task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wijkwijzer.server.cleaning import clean_up
from wijkwijzer.server.models import Opruiming

TRIES = 3  # workers that a task may take along
NIGHT = 3  # the hour after which a day is cleaned up
KEEP_DAYS = timedelta(days=60)

_log = logging.getLogger(__name__)


class WorkerGone(Exception):
    """The worker died while it did this, as often as that is allowed."""


def put_back() -> int:
    """Put tasks back in line that were being done; returns how many. For the only worker, before it begins.

    What took three workers along is not tried a fourth time.
    """
    back = 0
    for row in DBTaskResult.objects.running():
        if len(row.worker_ids) >= TRIES:
            _log.error("task %s (%s) took %s workers along and was given up", row.id, row.task_path, TRIES)
            row.set_failed(WorkerGone(f"{TRIES} workers died while doing this"))
        else:
            back += DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.RUNNING).update(
                status=TaskResultStatus.READY, started_at=None
            )
    return back


def try_again() -> int:
    """Put all tasks that fell over back in line, as if they were new; returns how many."""
    return DBTaskResult.objects.failed().update(
        status=TaskResultStatus.READY,
        started_at=None,
        finished_at=None,
        worker_ids=[],
        exception_class_path="",
        traceback="",
    )


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
