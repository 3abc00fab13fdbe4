# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests share of documents: never a failure, never another document's, and one validator per run."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest

from tests import documenten, verapdf
from tests.documenten import bewaard
from tests.verapdf import ValidatorFout, controleer
from wijkwijzer.pdf import render
from wijkwijzer.pdf.render import PdfError, make_pdf

BLAD = '<!DOCTYPE html><html lang="nl"><head><title>Proef</title></head><body><p>{}</p></body></html>'


@pytest.fixture
def gedeeld(tmp_path, monkeypatch):
    """A folder of this test, as if its run has just begun."""
    monkeypatch.setattr(documenten, "GEDEELD", tmp_path)
    monkeypatch.setattr("tests.proefomgeving.GEDEELD", tmp_path)
    return tmp_path


def test_the_same_is_made_once_and_something_else_anew(gedeeld):
    gemaakt = []

    def maak(inhoud):
        gemaakt.append(inhoud)
        return inhoud

    assert [bewaard("proef", v, lambda v=v: maak(v)) for v in (b"een", b"twee", b"een")] == [b"een", b"twee", b"een"]
    assert gemaakt == [b"een", b"twee"]
    assert bewaard("ander", b"een", lambda: maak(b"drie")) == b"drie", "a verdict is no document"


def test_a_failure_is_not_kept(gedeeld):
    def mislukt():
        raise ValueError("nee")

    with pytest.raises(ValueError, match="nee"):
        bewaard("proef", b"een", mislukt)
    assert bewaard("proef", b"een", lambda: b"goed") == b"goed"


def test_a_document_is_rendered_once(gedeeld):
    een, ander = (make_pdf(BLAD.format(t), assets={}) for t in ("Een.", "Ander."))
    assert een != ander
    pad = next(p for p in (gedeeld / "pdf").iterdir() if p.read_bytes() == een)
    pad.write_bytes(b"%PDF-uit de kast")
    assert make_pdf(BLAD.format("Een."), assets={}) == b"%PDF-uit de kast"
    with pytest.raises(PdfError):
        make_pdf(BLAD.format('<img src="asset:weg.svg" alt="">'), assets={})
    assert len(list((gedeeld / "pdf").iterdir())) == 2


def test_who_asks_for_the_real_thing_gets_it(gedeeld, echt_gemaakt):
    assert render._run.__module__ == render.__name__
    assert make_pdf(BLAD.format("Een."), assets={}).startswith(b"%PDF-1.")
    assert not (gedeeld / "pdf").exists()


def leeg_blad(pad: Path, *, breed: int = 200) -> Path:
    schrijver = pypdf.PdfWriter()
    schrijver.add_blank_page(breed, 200)
    schrijver.write(pad)
    return pad


# One process that has a file judged, as a worker of a run does.
WERKER = """
import sys
from pathlib import Path
from tests.verapdf import controleer
print(sorted(soort for soort, fouten in controleer(Path(sys.argv[1])).items() if fouten))
"""


def test_one_validator_serves_every_process_and_ends_with_the_run(gedeeld, monkeypatch):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as run:
        monkeypatch.setenv("WIJKWIJZER_RUN", str(run.pid))
        monkeypatch.setenv("WIJKWIJZER_GEDEELD", str(gedeeld))
        for nr in range(2):
            opdracht = [sys.executable, "-c", WERKER, str(leeg_blad(gedeeld / f"{nr}.pdf", breed=200 + nr))]
            uit = subprocess.run(opdracht, capture_output=True, text=True, check=True, cwd=verapdf.WORTEL)
            assert uit.stdout.strip() == "['PDF/A-2a', 'PDF/UA-1']"
        diensten = [p for p in Path("/proc").glob("[0-9]*/cmdline") if str(gedeeld / "verapdf.sok") in lees(p)]
        assert len(diensten) == 1
        assert controleer(leeg_blad(gedeeld / "hier.pdf", breed=300))["PDF/UA-1"]
        onleesbaar = gedeeld / "geen.pdf"
        onleesbaar.write_bytes(b"dit is geen pdf")
        with pytest.raises(ValidatorFout):
            controleer(onleesbaar)
        assert controleer(leeg_blad(gedeeld / "erna.pdf", breed=400))["PDF/UA-1"], "it goes on after a failure"
        run.communicate(b"\n")
    tot = time.monotonic() + 15
    while any(str(gedeeld / "verapdf.sok") in lees(p) for p in diensten) and time.monotonic() < tot:
        time.sleep(0.05)
    assert not any(str(gedeeld / "verapdf.sok") in lees(p) for p in diensten)


def lees(pad: Path) -> str:
    """Return the command of a process; nothing when it is gone."""
    try:
        return pad.read_bytes().decode(errors="replace")
    except OSError:
        return ""


def test_a_validator_that_was_killed_is_started_again(gedeeld, monkeypatch):
    monkeypatch.setenv("WIJKWIJZER_RUN", str(os.getpid()))
    (gedeeld / "verapdf.sok").write_bytes(b"")  # what a killed one leaves behind: a name that nobody answers
    assert controleer(leeg_blad(gedeeld / "een.pdf"))["PDF/A-2a"]
    (gedeeld / "verapdf.sok").unlink()  # so it ends
