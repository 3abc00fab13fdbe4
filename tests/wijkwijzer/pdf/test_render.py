# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDF mechanics, with real renders in real child processes."""

import fcntl
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from tests.pdf_tekst import AFBREEKSTREEPJE, lees_regels, lees_tekst
from tests.verapdf import controleer
from wijkwijzer.pdf.render import ROOT, Limits, PdfBusy, PdfError, PdfTooLarge, make_pdf

pytestmark = pytest.mark.usefixtures("echt_gemaakt")

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">
<rect width="40" height="10" fill="#1d5c8a"/><text x="1" y="7" font-size="5">lijn</text></svg>"""

LANG_WOORD = "woningcorporatiebestuurdersvergadering"


def blad(inhoud: str, stijl: str = "") -> str:
    """A small whole document."""
    return f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<meta name="dcterms.created" content="2026-02-03"><meta name="dcterms.modified" content="2026-02-03">
<style>html {{ font-family: "Source Sans 3" }} {stijl}</style></head><body><h1>Proef</h1>{inhoud}</body></html>"""


LANG_DOCUMENT = blad("<p>Een alinea die vaak terugkomt, met een paar gewone woorden erin.</p>" * 6000)


def test_text_tags_language_and_title(tmp_path: Path) -> None:
    pdf = make_pdf(blad("<p>Wij groeten elkaar in de straat.</p>"), assets={}, folder=tmp_path)
    lezer = pypdf.PdfReader(io.BytesIO(pdf))
    assert "Wij groeten elkaar in de straat." in lees_tekst(pdf)
    assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert lezer.trailer["/Root"]["/Lang"] == "nl"
    assert lezer.metadata is not None
    assert lezer.metadata.title == "Proef"


def test_both_standards_pass_with_table_list_image_and_link(tmp_path: Path) -> None:
    html = blad("""<h2 id="een">Een</h2><p><a href="#een">Naar boven</a></p>
        <p><img src="asset:lijn.svg" alt="Een lijn"></p><ul><li>Wonen</li><li>Zorg</li></ul>
        <table><thead><tr><th scope="col">Onderwerp</th><th scope="col">Wijk</th></tr></thead>
        <tbody><tr><th scope="row">Inwoners</th><td>6.470</td></tr></tbody></table>""")
    pad = tmp_path / "proef.pdf"
    pad.write_bytes(make_pdf(html, assets={"lijn.svg": SVG}))
    assert controleer(pad) == {"PDF/UA-1": [], "PDF/A-2a": []}


def test_validator_can_fail(tmp_path: Path) -> None:
    pad = tmp_path / "kaal.pdf"
    schrijver = pypdf.PdfWriter()
    schrijver.add_blank_page(200, 200)
    schrijver.write(pad)
    uitslag = controleer(pad)
    assert uitslag["PDF/UA-1"]
    assert uitslag["PDF/A-2a"]


def test_an_image_without_alternative_is_seen_by_the_validator(tmp_path: Path) -> None:
    pad = tmp_path / "zonder-alt.pdf"
    pad.write_bytes(make_pdf(blad('<p><img src="asset:lijn.svg"></p>'), assets={"lijn.svg": SVG}))
    assert controleer(pad)["PDF/UA-1"]


def test_same_input_same_bytes_and_other_input_other_identifier(tmp_path: Path) -> None:
    assets = {"lijn.svg": SVG}
    html = blad('<p>Tekst</p><p><img src="asset:lijn.svg" alt="lijn"></p>')
    een = make_pdf(html, assets=assets, folder=tmp_path)
    time.sleep(1.1)  # a clock in the file would show
    assert make_pdf(html, assets=assets) == een
    ander = make_pdf(html.replace("Tekst", "Andere"), assets=assets)
    kenmerken = [pypdf.PdfReader(io.BytesIO(pdf)).trailer["/ID"][0] for pdf in (een, ander)]
    assert kenmerken[0] != kenmerken[1]


def test_dutch_hyphenation_in_running_text_only() -> None:
    stijl = "body { width: 4cm } p { hyphens: auto } h2 { hyphens: manual; font-size: 1em }"
    pdf = make_pdf(blad(f"<h2>Kop {LANG_WOORD}</h2><p>Tekst {LANG_WOORD}.</p>", stijl), assets={})
    regels = lees_regels(pdf)
    assert LANG_WOORD in regels, "the heading keeps the word whole"
    assert [regel for regel in regels if regel.endswith(AFBREEKSTREEPJE)], "the paragraph breaks it"
    assert f"Tekst {LANG_WOORD}." in lees_tekst(pdf)


def test_only_our_font_is_embedded() -> None:
    pdf = make_pdf(blad("<p>Gewoon <b>vet</b> <i>schuin</i></p><pre>code</pre>", "p { font-family: Arial }"), assets={})
    namen = set()
    for pagina in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        namen |= {str(lettertype.get_object()["/BaseFont"]) for lettertype in pagina["/Resources"]["/Font"].values()}
    assert namen
    assert all("Source-Sans-3" in naam for naam in namen), namen


def test_characters_that_no_font_has_keep_the_file_valid_and_the_text_readable(tmp_path: Path) -> None:
    tekst = "Ruim \N{GRINNING FACE} op\N{VARIATION SELECTOR-16}, \u0633\u0644, \x0bcafe\u0301, Łódź, Привіт"
    pdf = make_pdf(blad(f"<p>{tekst}</p>"), assets={})
    assert "Ruim □ op, □□, café, Łódź, Привіт" in lees_tekst(pdf)
    pad = tmp_path / "tekens.pdf"
    pad.write_bytes(pdf)
    assert controleer(pad) == {"PDF/UA-1": [], "PDF/A-2a": []}


def test_lone_surrogate_does_not_break_the_render() -> None:
    assert "half ? teken" in lees_tekst(make_pdf(blad("<p>half \ud83d teken</p>"), assets={}))


@pytest.mark.parametrize(
    "inhoud",
    [
        '<img src="file:///etc/hostname" alt="x">',
        '<img src="http://127.0.0.1:1/x.png" alt="x">',
        '<img src="https://voorbeeld.nl/x.png" alt="x">',
        '<img src="data:image/svg+xml,%3Csvg/%3E" alt="x">',
        '<img src="asset:onbekend.svg" alt="x">',
        '<img src="naast.png" alt="x">',
        '<img src="asset:buiten.svg" alt="x">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<base href="file:///etc/"><img src="hostname" alt="x">',
        '<style>@import "http://127.0.0.1:1/x.css";</style>',
        "<style>@font-face { font-family: x; src: url(file:///etc/hostname) } p { font-family: x }</style><p>x</p>",
        "<style>p { background: url(file:///etc/hostname) }</style><p>x</p>",
    ],
)
def test_nothing_outside_the_order_is_fetched(inhoud: str) -> None:
    buiten = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
        <image xlink:href="file:///etc/hostname" width="9" height="9"/></svg>"""
    with pytest.raises(PdfError, match="buiten Wijkwijzer") as fout:
        make_pdf(blad(inhoud), assets={"buiten.svg": buiten})
    assert not isinstance(fout.value, PdfTooLarge)


def test_a_name_that_is_no_plain_name_is_refused() -> None:
    with pytest.raises(ValueError, match="not a plain name"):
        make_pdf(blad(""), assets={"../geheim": b""})


@pytest.mark.parametrize(
    "grenzen",
    [
        pytest.param(Limits(memory_mb=160), id="geheugen"),
        pytest.param(Limits(cpu_seconds=1), id="rekentijd"),
        pytest.param(Limits(wall_seconds=1), id="klok"),
    ],
)
def test_a_document_past_a_limit_says_that_it_is_too_large(grenzen: Limits, tmp_path: Path) -> None:
    with pytest.raises(PdfTooLarge) as fout:
        make_pdf(LANG_DOCUMENT, assets={}, folder=tmp_path, limits=grenzen)
    assert "te groot" in fout.value.sentence
    klein = make_pdf(blad("<p>De volgende mag weer.</p>"), assets={}, folder=tmp_path)
    assert "De volgende mag weer." in lees_tekst(klein)


def test_one_render_at_a_time_and_patience(tmp_path: Path) -> None:
    with (tmp_path / "pdf.slot").open("ab") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        with pytest.raises(PdfBusy) as fout:
            make_pdf(blad(""), assets={}, folder=tmp_path)
        assert fout.value.retry_after > 0
        assert str(fout.value.retry_after) in fout.value.sentence
        begin = time.monotonic()
        with pytest.raises(PdfBusy):
            make_pdf(blad(""), assets={}, folder=tmp_path, patience=0.4)
        assert time.monotonic() - begin >= 0.4
        loslaten = threading.Timer(0.3, fcntl.flock, (slot, fcntl.LOCK_UN))
        loslaten.start()
        assert make_pdf(blad(""), assets={}, folder=tmp_path, patience=20).startswith(b"%PDF-")
        loslaten.join()


def test_a_broken_picture_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(PdfError, match="niet gelukt"):
        make_pdf(blad('<img src="asset:lijn.svg" alt="lijn">'), assets={"lijn.svg": SVG[:-9]})


def wacht_op_kind(moet_er_zijn: Callable[[], bool]) -> int:
    """The process id of the render that this process started."""
    while moet_er_zijn():
        for pad in Path("/proc").glob("[0-9]*"):
            try:
                ouder = int((pad / "stat").read_text().rpartition(")")[2].split()[1])
                opdracht = (pad / "cmdline").read_bytes()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if ouder == os.getpid() and b"wijkwijzer.pdf.child" in opdracht:
                return int(pad.name)
    raise AssertionError("no child process seen")


class Achtergrond(threading.Thread):
    """A long render in a thread, so that the test can look at its child process."""

    def __init__(self, map_: Path) -> None:
        super().__init__()
        self.map_ = map_
        self.fout: PdfError | None = None

    def run(self) -> None:
        try:
            make_pdf(LANG_DOCUMENT, assets={}, folder=self.map_)
        except PdfError as fout:
            self.fout = fout


@pytest.mark.parametrize(
    ("teken", "te_groot"), [(signal.SIGTERM, False), (signal.SIGKILL, True), (signal.SIGSEGV, True)]
)
def test_a_child_that_dies_is_a_clear_error(tmp_path: Path, teken: signal.Signals, te_groot: bool) -> None:
    draad = Achtergrond(tmp_path)
    draad.start()
    os.kill(wacht_op_kind(draad.is_alive), teken)
    draad.join(30)
    assert draad.fout is not None
    assert isinstance(draad.fout, PdfTooLarge) is te_groot
    assert draad.fout.sentence


def test_child_is_bounded_and_sees_no_secret_of_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIJKWIJZER_SECRET_KEY", "heel-geheim")
    monkeypatch.setenv("DATABASE_URL", "postgresql://geheim")
    monkeypatch.setenv("PYTHONPATH", "/ergens")
    draad = Achtergrond(tmp_path)
    draad.start()
    kind = wacht_op_kind(draad.is_alive)
    omgeving = dict(regel.split("=", 1) for regel in Path(f"/proc/{kind}/environ").read_text().split("\0") if regel)
    verwacht = {"Max address space": str(768 * 1024 * 1024), "Max cpu time": "60", "Max core file size": "0"}
    grenzen: dict[str, str] = {}
    while not verwacht.items() <= grenzen.items() and draad.is_alive():
        regels = Path(f"/proc/{kind}/limits").read_text().splitlines()
        grenzen = {regel[:26].strip(): regel[26:].split()[0] for regel in regels[1:]}
    os.kill(kind, signal.SIGTERM)
    draad.join(30)
    assert set(omgeving) == {"PATH", "LANG", "TMPDIR", "FONTCONFIG_FILE", "MALLOC_ARENA_MAX"}
    assert "geheim" not in str(omgeving)
    assert verwacht.items() <= grenzen.items()


def test_killed_child_leaves_no_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    with pytest.raises(PdfTooLarge):
        make_pdf(LANG_DOCUMENT, assets={}, limits=Limits(wall_seconds=1))
    assert list((tmp_path / "tmp").iterdir()) == []


def test_missing_fonts_are_named_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(PdfError, match="lettertype"):
        make_pdf(blad(""), assets={}, fonts=tmp_path)


def test_server_process_never_imports_weasyprint() -> None:
    code = "import sys, wijkwijzer.pdf.render; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
