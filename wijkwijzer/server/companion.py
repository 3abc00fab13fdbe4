# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker beside the server: started with it, started again when it dies, ended with it."""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from django.conf import settings

LOOK = 0.2  # seconds between two looks
PATIENCE = 1.0  # seconds for a task that is being done; what is broken off is put back in line at the next start
FIRST, LAST = 0.5, 30.0  # seconds before it is started again; longer for one that keeps dying
LIVED = 60.0  # seconds after which a worker did well

_log = logging.getLogger(__name__)


def worker_command() -> list[str]:
    """Return how the worker is started: it ends when the pipe to it closes, so also with a server that is killed."""
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "werker", "--met-server"]


class Companion:
    """A process that lives as long as this one. `ends` tells whether the server is on its way out."""

    def __init__(
        self, ends: Callable[[], bool] = lambda: False, command: Sequence[str] = (), *, first: float = FIRST
    ) -> None:
        self._ends = ends
        self._command = list(command) or worker_command()
        self._first = self._delay = first
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="werker", daemon=True)

    def start(self) -> None:
        """Start it."""
        self._thread.start()

    def stop(self) -> None:
        """End it: kindly first, then by force."""
        self._stop.set()
        self._thread.join(PATIENCE * 3)

    def _watch(self) -> None:
        while not self._ending():
            began = time.monotonic()
            code = self._live()
            if self._ending():
                return
            self._delay = self._first if time.monotonic() - began > LIVED else min(self._delay * 2, LAST)
            _log.warning("the worker stopped (%s) and is started again in %.0f s", code, self._delay)
            self._stop.wait(self._delay)

    def _ending(self) -> bool:
        return self._stop.is_set() or self._ends()

    def _live(self) -> int:
        """Start the process and wait for its end, or for ours. A session of its own: Ctrl+C is for the server."""
        process = subprocess.Popen(self._command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603
        with process:
            while process.poll() is None and not self._ending():
                self._stop.wait(LOOK)
            if process.returncode is not None:
                return process.returncode
            process.terminate()
            try:
                return process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                return process.wait()
