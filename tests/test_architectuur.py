# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structure holds: imports go one way, writing happens in verbs, views stay sentences.

The contracts on imports stand in pyproject.toml and are checked by import-linter, here and in `make check`.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from wijken.onderdelen.soort import soorten
from wijkwijzer.registry import effects, kinds
from wijkwijzer.rows import Domeinrij

WORTEL = Path(__file__).resolve().parent.parent
VOLGORDE = ["wijkwijzer", "wijken", "actoren", "routekaart"]
UITERST_RECHTS = "ontwikkeling"  # knows everything, and nothing knows it
GENEST = sorted(f"routekaart.{p.parent.name}" for p in (WORTEL / "routekaart").glob("*/apps.py"))
MAX_REGELS_VIEW, MAX_REGELS_BESTAND = 25, 400

BRON = sorted(
    p for app in [*VOLGORDE, UITERST_RECHTS] for p in (WORTEL / app).rglob("*.py") if "migrations" not in p.parts
)


def modulenaam(pad: Path) -> str:
    return ".".join(pad.relative_to(WORTEL).with_suffix("").parts)


def linter(map_: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts on a tree."""
    opdracht = [Path(sys.executable).with_name("lint-imports"), WORTEL / "pyproject.toml", "--no-logo", "--no-cache"]
    return subprocess.run(opdracht, cwd=map_, capture_output=True, text=True, check=False)


def test_imports_keep_to_the_contracts():
    uitkomst = linter(WORTEL)
    assert uitkomst.returncode == 0, uitkomst.stdout
    assert " 0 broken" in uitkomst.stdout


@pytest.fixture
def leeg_huis(tmp_path):
    """Return a tree with our modules by name and nothing in them, so that one line in it is the only import."""
    for app in [*VOLGORDE, UITERST_RECHTS]:
        for pad in (WORTEL / app).rglob("*.py"):
            leeg = tmp_path / pad.relative_to(WORTEL)
            leeg.parent.mkdir(parents=True, exist_ok=True)
            leeg.touch()
    return tmp_path


MAG_NIET = {
    "wijken.views": ("from routekaart import aanbod", "routekaart.aanbod"),
    "wijkwijzer.urls": ("import wijken.models", "wijken.models"),
    "wijkwijzer.accounts.login": ("import actoren.models", "actoren.models"),
    "routekaart.reis.stand": ("from routekaart.reisplan import document", "routekaart.reisplan.document"),
    "routekaart.zaal.urls": ("from routekaart.reisplan import opstellen", "routekaart.reisplan.opstellen"),
    "routekaart.reisplan.views": ("def later():\n    from routekaart.zaal import toegang", "routekaart.zaal.toegang"),
    "routekaart.zaal.toegang": ("import ontwikkeling.urls", "ontwikkeling.urls"),
    "wijkwijzer.web.htmx": ("from wijkwijzer.accounts import models", "wijkwijzer.accounts.models"),
    "wijkwijzer.text.clean": ("from wijkwijzer.web import forms", "wijkwijzer.web.forms"),
    "wijkwijzer.rows": ("from wijkwijzer.live import channel", "wijkwijzer.live.channel"),
    "wijkwijzer.server.env": ("from wijkwijzer.live import stream", "wijkwijzer.live.stream"),
    "wijkwijzer.settings": ("from wijkwijzer.server import demo", "wijkwijzer.server.demo"),
    "routekaart.models.perron": ("from routekaart.reis import lijn", "routekaart.reis.lijn"),
    "routekaart.zaal.models.kaart": ("from routekaart.zaal.kaarten import lezen", "routekaart.zaal.kaarten.lezen"),
}


MAG = {
    "wijken.views": "import wijkwijzer.registry",
    "wijkwijzer.urls": "from django.urls import include\nurlpatterns = [include('wijken.urls')]",
    "wijkwijzer.accounts.login": "from wijkwijzer.web import forms",
    "wijkwijzer.settings": "from wijkwijzer.server.env import read_bool",
    "routekaart.reis.stand": "from actoren.models import actor",
    "routekaart.reisplan.views": "from routekaart.reis.stand import Staat\nfrom routekaart.reisplan import document",
    "routekaart.models.perron": "from routekaart import perrons",
    "ontwikkeling.urls": "from routekaart.zaal.navraag import lezen",
}


def schrijf(map_: Path, regels: dict[str, str]) -> None:
    for module, regel in regels.items():
        map_.joinpath(*module.split(".")).with_suffix(".py").write_text(f"{regel}\n", encoding="utf-8")


def test_what_the_contracts_forbid_is_found(leeg_huis):
    schrijf(leeg_huis, {module: regel for module, (regel, _) in MAG_NIET.items()})
    uitkomst = linter(leeg_huis)
    assert uitkomst.returncode == 1, uitkomst.stdout
    gevonden = set(re.findall(r"([\w.]+) -> ([\w.]+)", uitkomst.stdout))
    assert {(module, doel) for module, (_, doel) in MAG_NIET.items()} - gevonden == set(), uitkomst.stdout
    assert "0 kept" in uitkomst.stdout


def test_what_the_contracts_allow_is_let_through(leeg_huis):
    schrijf(leeg_huis, MAG)
    uitkomst = linter(leeg_huis)
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_every_nested_app_stands_on_its_own():
    contracten = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    beschermd = [c["protected_modules"] for c in contracten if c["type"] == "protected"]
    assert GENEST
    assert [sorted(b) for b in beschermd] == [GENEST]


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
    assert lezers == {"wijken.journaal_lezen"}


def test_every_domain_row_has_a_key_that_travels():
    eigen = [m for m in apps.get_models() if m.__module__.split(".")[0] in VOLGORDE]
    assert eigen
    assert [m.__name__ for m in eigen if not issubclass(m, Domeinrij)] == []


def test_every_constraint_has_a_test_that_names_it():
    bladen = [*(WORTEL / "tests").rglob("test_*models.py"), *(WORTEL / "tests").rglob("models/test_*.py")]
    tests = "\n".join(p.read_text(encoding="utf-8") for p in bladen)
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


def vraagt_naar_woord(knoop: ast.AST) -> bool:
    """Tell whether this compares the word or the model of a kind with one that is written out."""
    if not isinstance(knoop, ast.Compare):
        return False
    links, rechts = ast.unparse(knoop.left), knoop.comparators[0]
    vast = any(isinstance(n, ast.Constant) for n in ast.walk(rechts)) and not isinstance(rechts, ast.Call)
    naam = links.rpartition(".")[2]
    return (naam == "woord" and vast) or (naam == "model" and isinstance(knoop.ops[0], ast.Is | ast.IsNot))


@pytest.mark.parametrize("pad", BRON, ids=modulenaam)
def test_no_code_asks_for_the_word_of_a_kind(pad):
    """What only one kind has, is a field or a hook of that kind."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    assert [ast.unparse(k) for k in ast.walk(boom) if vraagt_naar_woord(k)] == []


@pytest.mark.parametrize(
    ("regel", "fout"),
    [
        ('soort.woord == "standpunten"', True),
        ('woord in {"machinisten", "risicos"}', True),
        ("soort.model is Uitdaging", True),
        ("soort.woord in mee", False),
        ("soort.model not in doelen", False),
    ],
)
def test_the_rule_about_words_can_fail(regel, fout):
    assert any(vraagt_naar_woord(k) for k in ast.walk(ast.parse(regel))) is fout


def test_every_kind_stands_in_the_app_of_its_model():
    for soort in soorten():
        app = soort.model.__module__.partition(".")[0]
        bestanden = [p for p in (WORTEL / app).rglob("*.py") if "soorten" in str(p.relative_to(WORTEL))]
        zelf = [p for p in bestanden if f'woord="{soort.woord}"' in p.read_text(encoding="utf-8")]
        assert len(zelf) == 1, soort.woord


def test_every_kind_of_journal_line_is_declared_once_and_used():
    """Word, sentence and live effect stand together, in the file of the verb."""
    bron = {pad: pad.read_text(encoding="utf-8") for pad in BRON}
    verklaard = [
        (w, p.name) for p, t in bron.items() for w in re.findall(r'^\w+ = regelsoort\(\s*"(\w+)"', t, re.MULTILINE)
    ]
    assert {bestand for _, bestand in verklaard} == {"handelingen.py"}
    assert sorted(w for w, _ in verklaard) == sorted(kinds()), "one line of code per kind, all of them at start-up"
    gebruikt = {w for t in bron.values() for w in re.findall(r"wijziging\([^)]*soort=(\w+)", t)}
    assert {w.lower() for w in gebruikt - {"soort"}} == set(kinds())


def test_every_live_effect_is_acted_on_and_used():
    assert {e for k in kinds().values() for e in k.live} == set(effects())


METHODE_GEKEND = re.compile(r"\bMethode\.\w|\bmethode\s*(?:[=!]=|(?:not )?in\b)")
METHODE_GEKEND_IN = re.compile(r"{%-?\s*(?:el)?if\b[^%]*\bmethode\s*(?:[=!]=|(?:not )?in\b)")


def mag_methode_kennen(pad: Path) -> bool:
    """The words in the database, the classes that know what they mean, and programmes that name them as data."""
    return bool({"models", "methoden"} & set(pad.parts)) or pad.parts[-2:] == ("programma", "sjablonen.py")


def test_only_the_class_of_a_method_knows_how_it_differs():
    fout = [
        f"{modulenaam(p)}:{nr}"
        for p in BRON
        if not mag_methode_kennen(p)
        for nr, regel in enumerate(p.read_text(encoding="utf-8").splitlines(), 1)
        if METHODE_GEKEND.search(regel)
    ]
    assert fout == []


def test_no_template_compares_a_method():
    sjablonen = list((WORTEL / "templates").rglob("*.html"))
    assert sjablonen
    assert [p.name for p in sjablonen if METHODE_GEKEND_IN.search(p.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("regel", "mag"),
    [
        ("if ronde.methode == Methode.POLS:", False),
        ("if ronde.methode in SOORTEN:", False),
        ("if methode not in WOORDEN:", False),
        ("def voeg_toe(*, methode: Methode) -> Ronde:", True),
        ("stand.methode.is_voorbij(stand.stap, Stap.STEM)", True),
    ],
)
def test_the_rule_about_methods_itself_can_fail(regel, mag):
    assert (METHODE_GEKEND.search(regel) is None) is mag


@pytest.mark.parametrize(
    ("regel", "mag"),
    [
        ('{% if stand.ronde.methode == "pols" %}', False),
        ('{% elif x and ronde.methode in "pols stelling" %}', False),
        ("{% if regel.methode %}<strong>", True),
        ("{{ ronde.get_methode_display|capfirst }}", True),
    ],
)
def test_the_rule_about_methods_in_templates_can_fail(regel, mag):
    assert (METHODE_GEKEND_IN.search(regel) is None) is mag


def test_no_template_has_inline_script_or_style_or_another_host():
    for pad in (WORTEL / "templates").rglob("*.html"):
        tekst = pad.read_text(encoding="utf-8")
        if pad.parent.name not in {"reisplan", "drukwerk"}:  # a PDF carries its stylesheet; browsers never see it
            assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", tekst), pad
        assert not re.search(r"""(src|href|action)=["'](https?:)?//""", tekst), pad


def test_a_class_has_a_name_of_its_own():
    """One word, one thing: whoever looks for a name finds one class."""
    plekken: dict[str, list[str]] = {}
    for pad in BRON:
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body:
            if isinstance(knoop, ast.ClassDef) and knoop.name != "Command":
                plekken.setdefault(knoop.name, []).append(modulenaam(pad))
    assert len(plekken) > 100
    assert {naam: waar for naam, waar in plekken.items() if len(waar) > 1} == {}
