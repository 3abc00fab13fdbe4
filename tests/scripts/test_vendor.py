# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filling static/vendor/: what is copied, what is left out, and what is refused."""

import json
from pathlib import Path

import pytest

from scripts.vendor import PACKAGES, Package, VendorError, fill, main, without_source_map

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A node_modules folder with one package in it."""
    folder = tmp_path / "node_modules" / "@iemand" / "knop-css"
    (folder / "dist").mkdir(parents=True)
    (folder / "dist" / "knop.css").write_text(".knop{color:red}\n/*# sourceMappingURL=knop.css.map */\n")
    (folder / "dist" / "test.css").write_text(".proef{}")
    (folder / "dist" / "letter.woff2").write_bytes(b"wOF2\x00\xff")
    (folder / "LICENSE.md").write_text("EUPL")
    return tmp_path / "node_modules"


PACKAGE = {"@iemand/knop-css": Package("knop", ("dist/knop.css", "dist/letter.woff2"))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".a{}\n/*# sourceMappingURL=a.css.map */", ".a{}\n"),
        (".a{}/*# sourceMappingURL=a.css.map */\n.b{}", ".a{}.b{}"),
        ("f();\n//# sourceMappingURL=htmx.min.js.map\n", "f();\n"),
        ("f();\n//@ sourceMappingURL=oud.map", "f();\n"),
        ("/* over sourceMappingURL gaat dit niet */", "/* over sourceMappingURL gaat dit niet */"),
    ],
)
def test_source_map_comments_go(text: str, expected: str) -> None:
    assert without_source_map(text) == expected


def test_named_files_and_licence_are_copied_flat_and_nothing_else(modules: Path, tmp_path: Path) -> None:
    target = tmp_path / "vendor"
    assert fill(modules, target, PACKAGE) == 3
    assert sorted(p.name for p in (target / "knop").iterdir()) == ["LICENSE.md", "knop.css", "letter.woff2"]
    assert (target / "knop" / "knop.css").read_text() == ".knop{color:red}\n"
    assert (target / "knop" / "letter.woff2").read_bytes() == b"wOF2\x00\xff"


def test_what_is_no_longer_in_the_list_disappears(modules: Path, tmp_path: Path) -> None:
    target = tmp_path / "vendor"
    (target / "oud").mkdir(parents=True)
    (target / "oud" / "oud.css").write_text("")
    fill(modules, target, PACKAGE)
    assert [p.name for p in target.iterdir()] == ["knop"]


@pytest.mark.parametrize(
    ("breek", "message"),
    [
        (lambda p: (p / "dist" / "knop.css").unlink(), r"has no dist/knop\.css"),
        (lambda p: (p / "LICENSE.md").unlink(), "has no licence file"),
        (lambda p: (p / "dist" / "knop.css").write_text("@import 'https://elders.example/a.css';"), "elders"),
        (lambda p: (p / "dist" / "knop.css").write_text("a{background:url(plaatje.png)}"), r"plaatje\.png"),
    ],
)
def test_a_fault_is_named_and_leaves_the_old_folder(modules: Path, tmp_path: Path, breek, message: str) -> None:
    target = tmp_path / "vendor"
    fill(modules, target, PACKAGE)
    breek(modules / "@iemand" / "knop-css")
    with pytest.raises(VendorError, match=message):
        fill(modules, target, PACKAGE)
    assert (target / "knop" / "knop.css").read_text() == ".knop{color:red}\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["node_modules", "vendor"]


def test_data_urls_and_fragments_may_stay(modules: Path, tmp_path: Path) -> None:
    text = "a{background:url(data:image/png;base64,AAAA)}b{filter:url(#wazig)}"
    (modules / "@iemand" / "knop-css" / "dist" / "knop.css").write_text(text)
    fill(modules, tmp_path / "vendor", PACKAGE)
    assert (tmp_path / "vendor" / "knop" / "knop.css").read_text() == text


def test_without_node_modules_the_command_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--source", str(tmp_path / "niets"), "--target", str(tmp_path / "vendor")]) == 1
    assert "make setup" in capsys.readouterr().err


def test_the_list_is_exactly_what_package_json_asks_for_and_every_folder_is_its_own() -> None:
    asked = json.loads((ROOT / "package.json").read_text())["dependencies"]
    assert set(PACKAGES) == set(asked) - {"esbuild"}, "but for the tool that bundles them"
    assert len({package.folder for package in PACKAGES.values()}) == len(PACKAGES)


def test_the_real_folder_holds_every_listed_file() -> None:
    for package in PACKAGES.values():
        folder = ROOT / "static" / "vendor" / package.folder
        for name in package.files:
            assert (folder / Path(name).name).stat().st_size > 0
        assert [p for p in folder.iterdir() if p.name.upper().startswith(("LICENSE", "LICENCE", "OFL"))]
