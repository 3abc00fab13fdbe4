# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker: does the tasks that requests put in line, one after the other, and begins the nightly cleaning.

The loop of django-tasks-db takes the writer's lock of SQLite at every look and dies when that takes too long. This one
looks first whether there is anything to do, and outlives trouble with the database.
"""

import logging
import os
import signal
import sys
import time
from types import FrameType
from uuid import uuid4

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from wijkwijzer.server.alone import make_alone
from wijkwijzer.server.cleaning.handelingen import begin_night
from wijkwijzer.server.handelingen import put_back

INTERVAL = 0.2  # seconds between two looks
SLOWER = 1.0  # seconds between two looks whether we may work, and after trouble
MINUTE = 60.0  # seconds between two looks at the clock

_log = logging.getLogger(__name__)


class Work:
    """The work of one worker: `run` returns after `stop`, once the task that was being done is done."""

    def __init__(self, *, interval: float = INTERVAL) -> None:
        self.interval = interval
        self._alone = make_alone()
        self._clock = self._looked = float("-inf")
        self._worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,  # until there is nothing more to do
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=uuid4().hex,
        )

    def run(self) -> None:
        """Work as long as nobody says stop, whenever no other worker does."""
        try:
            while self._worker.running:
                if self._alone.acquire():
                    self._work()
                    self._alone.release()
                else:
                    time.sleep(SLOWER)
        finally:
            self._alone.release()
            connection.close()

    def stop(self) -> None:
        """Take no next task."""
        self._worker.running = False

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """End: after the task that is being done, or at once for who asks twice; then the task is put back later."""
        if not self._worker.running:
            os._exit(1)
        self.stop()
        if not self._worker.running_task:
            sys.exit(0)

    def listen_to_signals(self) -> None:
        """End on SIGTERM and SIGINT."""
        signal.signal(signal.SIGTERM, self.on_signal)
        signal.signal(signal.SIGINT, self.on_signal)

    def _work(self) -> None:
        """Do what there is to do until it is enough, or until there is trouble with the database."""
        try:
            if back := put_back():
                _log.warning("worker: put %s tasks back in line", back)
            while self._worker.running and self._may_work():
                if DBTaskResult.objects.ready().exists():
                    self._worker.run()
                else:
                    time.sleep(self.interval)
        except (OperationalError, InterfaceError) as error:
            _log.warning("worker: the database is busy or gone (%s)", error)
            connection.close()
            time.sleep(SLOWER)

    def _may_work(self) -> bool:
        """Look at the clock, and whether we are the only worker, now and then."""
        nu = time.monotonic()
        if nu - self._clock >= MINUTE:
            self._clock = nu
            begin_night(nu=timezone.now())
        if nu - self._looked < SLOWER:
            return True
        self._looked = nu
        return self._alone.holds()
