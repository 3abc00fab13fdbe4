# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put tasks back in line that a worker left, or that fell over."""

import logging

from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

TRIES = 3  # workers that a task may take along

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
