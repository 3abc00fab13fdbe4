# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making the bundles of static/bundels/ with the real esbuild: what comes out, and what is refused."""

import json
import re
from pathlib import Path

import pytest

from scripts.bundels import BundleError, bundle, licences, main, make_themes, used_of

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "node_modules"
THEME = """/* made by others */
.thema {
  --a: var(--b);
  --b: var(--c, 1px);
  --c: "x;y"; /* een */
  --niet: var(--ook-niet);
  --ook-niet: 2px;
  --lang:
    var(--van-lang);
  --van-lang: 3px;
}
"""
SOURCES = {
    "css/bundels/zaal.css": '@import url("../../thema/zaal.css");\n@import url("../a.css");\n'
    '@import url("../../vendor/x-css/x.css");\n@import url("../p.css") print;\n',
    "css/a.css": '/* eigen */ @font-face { font-family: "L"; src: url("../vendor/letter/l.woff2") }\n'
    '.a { background: url("../img/pijl.svg") }\n',
    "css/p.css": ".a { display: none }\n",
    "css/fout.css": "body { margin: 0 }\n",
    "img/pijl.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "js/bundels/zaal.js": 'import "../een.js";\nimport "../twee.js";\n',
    "js/een.js": "window.rij = [document.currentScript.dataset.nu];\n",
    "js/twee.js": "window.rij.push(window.rij?.length ?? 0);\n",
    "vendor/x-css/x.css": ".x { color: #ff0000 }\n",
    "vendor/tokens/theme.css": THEME,
    "vendor/tokens/LICENSE.md": "Licence X\n",
    "vendor/x-css/LICENSE.md": "Licence X\n",
    "vendor/y-css/LICENSE": "Licence X",
    "vendor/letter/l.woff2": "wOF2",
    "vendor/letter/OFL.txt": "Licence L",
}


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A static folder with one audience."""
    for name, text in SOURCES.items():
        path = tmp_path / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "static"


def made(static: Path, name: str) -> str:
    return (static / "bundels" / name).read_text()


def test_an_audience_becomes_one_small_stylesheet_in_its_order(static: Path) -> None:
    bundle(MODULES, static, static / "bundels")
    css = made(static, "zaal.css")
    assert "eigen" not in css
    assert css.index(".a{") < css.index(".x{color:red}") < css.index("@media print{.a{display:none}}")
    assert 'url("./l.woff2")' in css
    assert made(static, "l.woff2") == "wOF2"
    assert "url('data:image/svg+xml," in css, "small pictures travel along"


def test_its_script_is_one_of_its_own_scope_in_the_language_of_2018(static: Path) -> None:
    bundle(MODULES, static, static / "bundels")
    script = made(static, "zaal.js")
    assert script.startswith(("(()=>{", '"use strict";(()=>{'))
    assert "?." not in script
    assert "??" not in script
    assert script.index("currentScript") < script.index("push")


def test_source_maps_lead_back_to_what_somebody_wrote(static: Path) -> None:
    bundle(MODULES, static, static / "bundels")
    for name in ("zaal.css", "zaal.js"):
        assert f"sourceMappingURL={name}.map" in made(static, name)
    assert json.loads(made(static, "zaal.js.map"))["sources"] == ["../js/een.js", "../js/twee.js"]
    assert "/* eigen */" in json.loads(made(static, "zaal.css.map"))["sourcesContent"][1]


def test_the_page_for_when_all_else_fails_is_a_bundle_of_its_own(static: Path) -> None:
    bundle(MODULES, static, static / "bundels")
    assert made(static, "fout.css").startswith("body{margin:0}")


def test_licences_come_along_each_text_once(static: Path) -> None:
    bundle(MODULES, static, static / "bundels")
    text = made(static, "licenties.txt")
    assert text.count("Licence X") == text.count("Licence L") == 1
    assert "\ntokens, x-css, y-css\n" in text


def test_of_the_theme_only_what_is_used_stays_and_what_that_uses() -> None:
    slim = used_of(THEME, ".x { width: calc(1px + var( --a)) }")
    assert re.findall(r"^  (--[\w-]+):", slim, re.MULTILINE) == ["--a", "--b", "--c", "--lang", "--van-lang"]
    assert slim.startswith("/* made by others */\n.thema {\n")
    assert re.findall(r"^  (--[\w-]+):", used_of(THEME, ""), re.MULTILINE) == ["--lang", "--van-lang"]


def test_each_audience_has_its_own_theme_and_whoever_works_on_it_all_of_it(static: Path) -> None:
    (static / "css" / "a.css").write_text(".a { width: var(--c) }")
    bundle(MODULES, static, static / "bundels")
    assert made(static, "zaal.css").startswith('.thema{--c: "x;y";--lang: var(--van-lang);--van-lang: 3px}.a')
    make_themes(static, whole=True)
    assert (static / "thema" / "zaal.css").read_text() == THEME


@pytest.mark.parametrize("audience", ["leden", "telefoon", "scherm"])
def test_no_page_misses_a_token_of_the_real_theme(audience: str) -> None:
    theme = (ROOT / "static" / "vendor" / "tokens" / "theme.css").read_text(encoding="utf-8")
    css = (ROOT / "static" / "bundels" / f"{audience}.css").read_text(encoding="utf-8")
    there, asked = set(re.findall(r"(--[\w-]+):", css)), set(re.findall(r"var\((--[\w-]+)", css))
    assert asked & set(re.findall(r"^\s*(--[\w-]+):", theme, re.MULTILINE)) - there == set()
    assert there


def test_what_has_no_source_any_more_disappears(static: Path) -> None:
    bundle(MODULES, static, static / "bundels")
    (static / "js" / "bundels" / "zaal.js").unlink()
    bundle(MODULES, static, static / "bundels")
    assert not (static / "bundels" / "zaal.js").exists()
    assert (static / "bundels" / "zaal.css").exists()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("css/a.css", '@import url("../weg.css");', r"weg\.css"),
        ("css/a.css", ".a { background: url(../img/weg.svg) }", r"weg\.svg"),
        ("css/a.css", ".a { color: red", "(?i)expected"),
        ("css/a.css", ".a { colr: red }", "colr"),
        ("js/een.js", "const a = ;", "(?i)unexpected"),
    ],
)
def test_a_mistake_is_named_and_leaves_the_old_folder(static: Path, name: str, text: str, message: str) -> None:
    bundle(MODULES, static, static / "bundels")
    old = made(static, "zaal.css")
    (static / name).write_text(text)
    with pytest.raises(BundleError, match=message):
        bundle(MODULES, static, static / "bundels")
    assert made(static, "zaal.css") == old
    assert not (static / "bundels.new").exists()


def test_without_esbuild_the_command_says_what_to_do(static: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--modules", str(static / "niets"), "--static", str(static)]) == 1
    assert "make setup" in capsys.readouterr().err


def test_the_command_fills_the_folder_and_counts(static: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--static", str(static)]) == 0
    count = int(re.findall(r"bundels: (\d+) files", capsys.readouterr().out)[0])
    assert count == len(list((static / "bundels").iterdir()))


def test_the_real_licences_are_complete() -> None:
    vendor = ROOT / "static" / "vendor"
    text = licences(vendor)
    assert all(
        re.search(rf"(^|, ){re.escape(p.name)}(,|$)", text, re.MULTILINE) for p in vendor.iterdir() if p.is_dir()
    )
    assert (ROOT / "static" / "bundels" / "licenties.txt").read_text(encoding="utf-8") == text
