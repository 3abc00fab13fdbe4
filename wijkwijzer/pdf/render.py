# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML in, PDF out: WeasyPrint in a bounded child process, so that no document can hurt the server.

The server process never imports WeasyPrint; see pdf_proces.py for the other side and docs/adr/0003-pdf.md for why.
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


def read_style(stijl: Path) -> SafeString:
    """Return a stylesheet of our own; `</` would end the style element early, and never belongs in it.

    Raises ValueError when it does.
    """
    css = stijl.read_text(encoding="utf-8")
    if "</" in css:
        raise ValueError(f"'</' in {stijl}")
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

    geheugen_mb: int = 768
    cpu_seconden: int = 60
    klok_seconden: float = 90


DEFAULT = Limits()


class PdfError(Exception):
    """No PDF could be made. `melding` is Dutch, for the person who asked; details go to the log."""

    def __init__(self, melding: str) -> None:
        super().__init__(melding)
        self.melding = melding


class PdfBusy(PdfError):
    """Another render is going on; try again after `wacht_seconden` (for Retry-After)."""

    def __init__(self, wacht_seconden: int = 10) -> None:
        super().__init__(
            f"Er wordt op dit moment al een pdf gemaakt. Probeer het over {wacht_seconden} seconden opnieuw."
        )
        self.wacht_seconden = wacht_seconden


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
    middelen: Mapping[str, bytes],
    map_: Path | None = None,
    grenzen: Limits = DEFAULT,
    geduld: float = 0.0,
    lettertypen: Path = FONTS,
) -> bytes:
    """Render a whole HTML document to a tagged PDF (PDF/UA-1 and PDF/A-2a); the same input gives the same bytes.

    `middelen` are the only files that the document can reach, as `middel:<name>`. `map_` is the folder that holds
    the lock (one render per installation at a time) and the font cache; without it there is neither. `geduld` is
    how many seconds to wait for one's turn. Hold no database connection meanwhile.

    Raises PdfBusy (not our turn), PdfTooLarge (a limit was hit), PdfError (anything else); never leaves half a file.
    """
    if fout := [naam for naam in middelen if not NAME.fullmatch(naam)]:
        raise ValueError(f"ongeldige naam voor een middel: {fout[0]!r}")
    if not any(lettertypen.glob("*.ttf")):
        log.error("geen lettertypen (*.ttf) in %s", lettertypen)
        raise PdfError(
            "Het lettertype voor de pdf ontbreekt op deze server. Vraag de beheerder om de installatie opnieuw te "
            "draaien (make)."
        )
    opdracht = json.dumps(
        {
            # A lone surrogate (pasted from a broken source) has no bytes; it becomes a question mark.
            "html": html.encode("utf-8", "replace").decode("utf-8"),
            "middelen": {naam: base64.b64encode(inhoud).decode("ascii") for naam, inhoud in middelen.items()},
            "lettertypen": str(lettertypen),
            "grenzen": {"geheugen": grenzen.geheugen_mb * 1024 * 1024, "cpu": grenzen.cpu_seconden},
        }
    )
    with _turn(map_, geduld) as slot, tempfile.TemporaryDirectory(prefix="wijkwijzer-pdf-") as tijdelijk:
        return _run(opdracht.encode("ascii"), grenzen, _environment(Path(tijdelijk), map_, lettertypen), slot)


@contextlib.contextmanager
def _turn(map_: Path | None, geduld: float) -> Iterator[tuple[int, ...]]:
    """Hold the installation's one turn; yields the descriptors of the lock. Raises PdfBusy."""
    if map_ is None:
        yield ()
        return
    map_.mkdir(parents=True, exist_ok=True)
    einde = time.monotonic() + geduld
    with (map_ / "pdf.slot").open("ab") as slot:
        while True:
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= einde:
                    raise PdfBusy from None
                time.sleep(0.05)
        # The child gets the lock too: if the server is killed, the turn ends when the child does.
        yield (slot.fileno(),)


def _environment(tijdelijk: Path, map_: Path | None, lettertypen: Path) -> dict[str, str]:
    """The child's whole environment: our fonts, and none of the server's secrets."""
    cache = (map_ or tijdelijk) / "lettercache"
    cache.mkdir(exist_ok=True)
    instelling = tijdelijk / "fonts.conf"
    instelling.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>'
        f"<dir>{escape(str(lettertypen))}</dir><cachedir>{escape(str(cache))}</cachedir></fontconfig>\n",
        encoding="utf-8",
    )
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "TMPDIR": str(tijdelijk),
        "FONTCONFIG_FILE": str(instelling),
        # One heap: threads' arenas would each claim 64 MB of the address space that is counted.
        "MALLOC_ARENA_MAX": "1",
    }


def _run(opdracht: bytes, grenzen: Limits, omgeving: dict[str, str], slot: tuple[int, ...]) -> bytes:
    """Run the child on one order and turn every way in which it can end into bytes or a PdfError."""
    try:
        kind = subprocess.run(  # noqa: S603 - our own interpreter and module, nothing from a user
            [sys.executable, "-m", child.__name__],
            input=opdracht,
            capture_output=True,
            timeout=grenzen.klok_seconden,
            env=omgeving,
            cwd=ROOT,
            pass_fds=slot,
            check=False,
        )
    except subprocess.TimeoutExpired:
        log.warning("pdf: klaar na %s seconden gestopt", grenzen.klok_seconden)
        raise PdfTooLarge from None
    if kind.returncode == 0 and kind.stdout.startswith(b"%PDF-"):
        return kind.stdout
    reden = kind.stderr.decode("utf-8", "replace").strip()[-500:]
    # The last line is a kind of exception and its text; the text may quote what the document says.
    log.warning("pdf: proces eindigde met %s: %s", kind.returncode, reden.rpartition("\n")[2].partition(":")[0][:80])
    if kind.returncode == child.OUT_OF_MEMORY or -kind.returncode in LIMIT_SIGNALS:
        raise PdfTooLarge
    if kind.returncode == child.REFUSED:
        raise PdfError(
            "De pdf verwijst naar iets buiten Wijkwijzer en is daarom niet gemaakt. Meld dit aan de beheerder."
        )
    raise PdfError(
        "De pdf maken is niet gelukt. Probeer het opnieuw; lukt het weer niet, meld het dan aan de beheerder."
    )
