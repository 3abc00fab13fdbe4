# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML in, PDF out: WeasyPrint in a bounded child process, so that no document can hurt the server.

The server process never imports WeasyPrint; see child.py for the other side and docs/adr/0003-pdf.md for why.
"""

import base64
import contextlib
import fcntl
import json
import logging
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from django.utils.safestring import SafeString, mark_safe

from wijkwijzer.pdf import child


def read_style(style: Path) -> SafeString:
    """Return a stylesheet of our own; `</` would end the style element early, and never belongs in it.

    Raises ValueError when it does.
    """
    css = style.read_text(encoding="utf-8")
    if "</" in css:
        raise ValueError(f"'</' in {style}")
    return mark_safe(css)  # noqa: S308 - a file of our own, no user text


log = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "static" / "vendor" / "source-sans-3"
NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
# How the kernel, glibc and GLib end a process that hits a limit.
LIMIT_SIGNALS = frozenset({signal.SIGSEGV, signal.SIGKILL, signal.SIGXCPU, signal.SIGABRT, signal.SIGTRAP})


@dataclass(frozen=True)
class Limits:
    """What one render may use. The defaults are several times what a plan of 60 pages needs."""

    memory_mb: int = 768
    cpu_seconds: int = 60
    wall_seconds: float = 90


DEFAULT = Limits()


class PdfError(Exception):
    """No PDF could be made. `sentence` is Dutch, for the person who asked; details go to the log."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class PdfBusy(PdfError):
    """Another render is going on; try again after `retry_after` seconds (for Retry-After)."""

    def __init__(self, retry_after: int = 10) -> None:
        super().__init__(f"Er wordt op dit moment al een pdf gemaakt. Probeer het over {retry_after} seconden opnieuw.")
        self.retry_after = retry_after


class PdfTooLarge(PdfError):
    """The document hit the limit on memory, processor time or waiting time."""

    def __init__(self) -> None:
        super().__init__(
            "Dit document is te groot om er in één keer een pdf van te maken. Maak de teksten korter, of vraag de "
            "beheerder om meer ruimte. Uw teksten zijn bewaard."
        )


def make_pdf(
    html: str,
    *,
    assets: Mapping[str, bytes],
    folder: Path | None = None,
    limits: Limits = DEFAULT,
    patience: float = 0.0,
    fonts: Path = FONTS,
) -> bytes:
    """Render a whole HTML document to a tagged PDF (PDF/UA-1 and PDF/A-2a); the same input gives the same bytes.

    `assets` are the only files that the document can reach, as `asset:<name>`. `folder` is the folder that holds
    the lock (one render per installation at a time) and the font cache; without it there is neither. `patience` is
    how many seconds to wait for one's turn. Hold no database connection meanwhile.

    Raises PdfBusy (not our turn), PdfTooLarge (a limit was hit), PdfError (anything else); never leaves half a file.
    """
    if odd := [name for name in assets if not NAME.fullmatch(name)]:
        raise ValueError(f"not a plain name for an asset: {odd[0]!r}")
    if not any(fonts.glob("*.ttf")):
        log.error("no fonts (*.ttf) in %s", fonts)
        raise PdfError(
            "Het lettertype voor de pdf ontbreekt op deze server. Vraag de beheerder om de installatie opnieuw te "
            "draaien (make)."
        )
    order = json.dumps(
        {
            # A lone surrogate (pasted from a broken source) has no bytes; it becomes a question mark.
            "html": html.encode("utf-8", "replace").decode("utf-8"),
            "assets": {name: base64.b64encode(content).decode("ascii") for name, content in assets.items()},
            "fonts": str(fonts),
            "limits": {"memory": limits.memory_mb * 1024 * 1024, "cpu": limits.cpu_seconds},
        }
    )
    with _turn(folder, patience) as lock, tempfile.TemporaryDirectory(prefix="wijkwijzer-pdf-") as scratch:
        return _run(order.encode("ascii"), limits, _environment(Path(scratch), folder, fonts), lock)


@contextlib.contextmanager
def _turn(folder: Path | None, patience: float) -> Iterator[tuple[int, ...]]:
    """Hold the installation's one turn; yields the descriptors of the lock. Raises PdfBusy."""
    if folder is None:
        yield ()
        return
    folder.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience
    with (folder / "pdf.slot").open("ab") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise PdfBusy from None
                time.sleep(0.05)
        # The child gets the lock too: if the server is killed, the turn ends when the child does.
        yield (lock.fileno(),)


def _environment(scratch: Path, folder: Path | None, fonts: Path) -> dict[str, str]:
    """The child's whole environment: our fonts, and none of the server's secrets."""
    cache = (folder or scratch) / "lettercache"
    cache.mkdir(exist_ok=True)
    config = scratch / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>'
        f"<dir>{escape(str(fonts))}</dir><cachedir>{escape(str(cache))}</cachedir></fontconfig>\n",
        encoding="utf-8",
    )
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "TMPDIR": str(scratch),
        "FONTCONFIG_FILE": str(config),
        # One heap: threads' arenas would each claim 64 MB of the address space that is counted.
        "MALLOC_ARENA_MAX": "1",
    }


def _run(order: bytes, limits: Limits, environ: dict[str, str], lock: tuple[int, ...]) -> bytes:
    """Run the child on one order and turn every way in which it can end into bytes or a PdfError."""
    try:
        process = subprocess.run(  # noqa: S603 - our own interpreter and module, nothing from a user
            [sys.executable, "-m", child.__name__],
            input=order,
            capture_output=True,
            timeout=limits.wall_seconds,
            env=environ,
            cwd=ROOT,
            pass_fds=lock,
            check=False,
        )
    except subprocess.TimeoutExpired:
        log.warning("pdf: stopped after %s seconds", limits.wall_seconds)
        raise PdfTooLarge from None
    if process.returncode == 0 and process.stdout.startswith(b"%PDF-"):
        return process.stdout
    reason = process.stderr.decode("utf-8", "replace").strip()[-500:]
    # The last line is a kind of exception and its text; the text may quote what the document says.
    kind = reason.rpartition("\n")[2].partition(":")[0][:80]
    log.warning("pdf: the process ended with %s: %s", process.returncode, kind)
    if process.returncode == child.OUT_OF_MEMORY or -process.returncode in LIMIT_SIGNALS:
        raise PdfTooLarge
    if process.returncode == child.REFUSED:
        raise PdfError(
            "De pdf verwijst naar iets buiten Wijkwijzer en is daarom niet gemaakt. Meld dit aan de beheerder."
        )
    raise PdfError(
        "De pdf maken is niet gelukt. Probeer het opnieuw; lukt het weer niet, meld het dan aan de beheerder."
    )
