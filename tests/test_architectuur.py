# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structure holds: imports go one way, writing happens in verbs, views stay sentences."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from wijkwijzer.registry import kinds
from wijkwijzer.rows import Domeinrij

WORTEL = Path(__file__).resolve().parent.parent
VOLGORDE = ["wijkwijzer", "wijken", "actoren", "routekaart"]
UITERST_RECHTS = "ontwikkeling"  # knows everything, and nothing knows it
GENEST = [f"routekaart.{naam}" for naam in ("zaal", "voortgang", "reisplan")]
MAX_REGELS_VIEW, MAX_REGELS_BESTAND = 25, 400

BRON = sorted(
    p for app in [*VOLGORDE, UITERST_RECHTS] for p in (WORTEL / app).rglob("*.py") if "migrations" not in p.parts
)


def modulenaam(pad: Path) -> str:
    return ".".join(pad.relative_to(WORTEL).with_suffix("").parts)


def laag(module: str) -> float:
    """Return how far to the right a module stands; the nested apps stand right of routekaart itself."""
    if any(module == g or module.startswith(f"{g}.") for g in GENEST):
        return len(VOLGORDE)
    naam = module.split(".", maxsplit=1)[0]
    if naam == UITERST_RECHTS:
        return len(VOLGORDE) + 1
    return VOLGORDE.index(naam) if naam in VOLGORDE else -1


def geimporteerd(boom: ast.AST) -> Iterator[str]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Import):
            yield from (a.name for a in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0, "relative imports hide the direction"
            yield knoop.module or ""
            yield from (f"{knoop.module}.{a.name}" for a in knoop.names)


def overtredingen(van: str, boom: ast.AST) -> list[str]:
    """Return the imports of a module that go to the right, or between nested apps."""
    fout = []
    for doel in geimporteerd(boom):
        if laag(doel) > laag(van):
            fout.append(f"{van} -> {doel}")
        eigen = next((g for g in GENEST if van.startswith(g)), None)
        buur = next((g for g in GENEST if doel == g or doel.startswith(f"{g}.")), None)
        if eigen and buur and eigen != buur:
            fout.append(f"{van} -> {doel}")
    return fout


@pytest.mark.parametrize("pad", BRON, ids=modulenaam)
def test_imports_go_one_way(pad):
    assert overtredingen(modulenaam(pad), ast.parse(pad.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("van", "regel", "mag"),
    [
        ("wijken.views", "from routekaart import stand", False),
        ("wijken.views", "import wijkwijzer.registry", True),
        ("routekaart.reis.stand", "from actoren.models import Actor", True),
        ("routekaart.reis.stand", "from routekaart.reisplan import rapport", False),
        ("routekaart.zaal.views", "from routekaart.reisplan import rapport", False),
        ("routekaart.reisplan.views", "from routekaart.reis.stand import Staat", True),
        ("wijkwijzer.urls_anders", "import wijken.models", False),
        ("routekaart.zaal.views", "import ontwikkeling", False),
        ("ontwikkeling.urls", "from routekaart.zaal import navraag", True),
    ],
)
def test_the_import_rule_itself_can_fail(van, regel, mag):
    assert (overtredingen(van, ast.parse(regel)) == []) is mag


def test_settings_and_urls_name_apps_only_as_text():
    """`include("wijken.urls")` is how the leftmost package knows an app without importing it."""
    for naam in ("settings", "urls"):
        boom = ast.parse((WORTEL / "wijkwijzer" / f"{naam}.py").read_text(encoding="utf-8"))
        assert overtredingen(f"wijkwijzer.{naam}", boom) == []


def functies(pad: Path) -> Iterator[ast.FunctionDef]:
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.FunctionDef):
            yield knoop


def is_view(pad: Path) -> bool:
    return "views" in pad.parts or pad.name == "views.py"


@pytest.mark.parametrize("pad", [p for p in BRON if is_view(p)], ids=modulenaam)
def test_a_view_is_a_sentence(pad):
    lang = [f.name for f in functies(pad) if f.end_lineno - f.lineno + 1 > MAX_REGELS_VIEW]
    assert lang == []


@pytest.mark.parametrize("pad", BRON, ids=modulenaam)
def test_a_file_is_about_one_thing(pad):
    assert len(pad.read_text(encoding="utf-8").splitlines()) <= MAX_REGELS_BESTAND


SCHRIJFT = re.compile(r"\.(create|get_or_create|update_or_create|bulk_create|bulk_update|update|save|delete)\(")
SCHRIJVERS = {
    "wijken.wijziging",
    "wijkwijzer.accounts.models",  # accounts belong to no wijk
    "wijken.importeren.wijkbestand",
    "wijken.onderdelen",  # the verbs that every structure shares
    "routekaart.reis.opvolging",  # a verb with a file of its own
    "wijkwijzer.web.qr",  # writes a picture, no row
    "routekaart.voorbeelden.laden",  # the passwords of the demo accounts
}


@pytest.mark.parametrize("pad", BRON, ids=modulenaam)
def test_only_verbs_write(pad):
    naam = modulenaam(pad)
    if naam in SCHRIJVERS or pad.name == "handelingen.py":
        assert SCHRIJFT.search(pad.read_text(encoding="utf-8"))
        return
    regels = [r for r in pad.read_text(encoding="utf-8").splitlines() if SCHRIJFT.search(r)]
    assert regels == []


def test_the_journal_is_read_through_one_door():
    lezers = {modulenaam(p) for p in BRON if "Journaalregel.objects" in p.read_text(encoding="utf-8")}
    assert lezers == {"wijken.journaal"}


def test_every_domain_row_has_a_key_that_travels():
    eigen = [m for m in apps.get_models() if m.__module__.split(".")[0] in VOLGORDE]
    assert eigen
    assert [m.__name__ for m in eigen if not issubclass(m, Domeinrij)] == []


def test_every_constraint_has_a_test_that_names_it():
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (WORTEL / "tests").rglob("test_*models.py"))
    namen = [
        c.name
        for m in apps.get_models()
        if m.__module__.split(".")[0] in VOLGORDE
        for c in m._meta.constraints
        if isinstance(c, models.CheckConstraint | models.UniqueConstraint)
    ]
    assert namen
    getest = [n for n in namen if n in tests or re.sub(r"^[a-z]+_(naam_uniek_in_wijk)$", r"\1", n) in tests]
    assert sorted(set(namen) - set(getest)) == []


def test_every_kind_of_journal_line_has_a_sentence():
    gebruikt = set()
    for pad in BRON:
        gebruikt |= set(re.findall(r'wijziging\([^)]*soort="(\w+)"', pad.read_text(encoding="utf-8")))
    assert gebruikt
    assert gebruikt == set(kinds())


def test_no_template_has_inline_script_or_style_or_another_host():
    for pad in (WORTEL / "templates").rglob("*.html"):
        tekst = pad.read_text(encoding="utf-8")
        if pad.parent.name not in {"reisplan", "drukwerk"}:  # a PDF carries its stylesheet; browsers never see it
            assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", tekst), pad
        assert not re.search(r"""(src|href|action)=["'](https?:)?//""", tekst), pad
