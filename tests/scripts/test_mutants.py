# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make mutanten`: which changes it makes of a file, and that it tells the noticed from the unnoticed."""

from pathlib import Path

import pytest

from scripts import mutants as script
from scripts.mutants import ROOT, TARGETS, mutants, sample

CODE = '''"""What it does."""
LIMIT = 3
def f(a: "text", b: int = 1) -> "text":
    """Say."""
    if a > b and not b:
        _log.info("said")
        raise ValueError("said")
    a += 1
    g(a, True)
    return f"{a} said"
'''


def changes(code: str) -> set[tuple[str, str]]:
    return {(m.before, m.after) for m in mutants("x.py", code)}


def test_what_is_done_changes_and_what_is_said_does_not() -> None:
    assert changes(CODE) == {
        ("1", "2"),
        ("a > b and not b", "(a > b or not b)"),
        ("a > b", "(a >= b)"),
        ("not b", "(b)"),
        ("a > b and not b", "(not (a > b and (not b)))"),
        ("a += 1", "a -= 1"),
        ("a += 1", "pass"),
        ("g(a, True)", "pass"),
        ("True", "False"),
        ('return f"{a} said"', "return None"),
    }


def test_a_change_stays_in_its_place() -> None:
    een = next(m for m in mutants("x.py", CODE.replace("Say", "Zég 💬")) if m.before == "True")
    assert een.source == CODE.replace("Say", "Zég 💬").replace("True", "False")
    assert een.line == 9


@pytest.mark.parametrize("file", TARGETS)
def test_every_mutant_of_our_files_is_a_program_that_differs(file: str) -> None:
    source = (ROOT / file).read_text()
    found = sample(mutants(file, source), 20, 1)
    assert found
    for mutant in found:
        compile(mutant.source, file, "exec")
        assert mutant.source != source
        assert source.splitlines()[mutant.line - 1].strip()
    assert all((ROOT / test).is_file() for test in TARGETS[file])


def test_the_same_seed_gives_the_same_sample_in_order() -> None:
    all_ = mutants("x.py", CODE)
    een, twee = (sample(all_, 4, seed) for seed in (1, 1))
    assert een == twee == sorted(een, key=all_.index)
    assert len(een) == 4
    assert sample(all_, 0, 1) == sample(all_, 99, 1) == all_
    assert any(sample(all_, 4, seed) != een for seed in range(2, 9))


def test_what_tests_notice_is_killed_and_the_rest_is_named(tmp_path: Path, monkeypatch, capsys) -> None:
    """In a tree of one module and one test, that looks at one of its two functions."""
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "m.py").write_text("def a(x):\n    return not x\n\ndef b(x):\n    return x + x\n")
    (tmp_path / "tree" / "test_m.py").write_text("import m\ndef test_a():\n    assert m.a(0) is True\n")
    monkeypatch.setattr(script, "ROOT", tmp_path / "tree")
    monkeypatch.setattr(script, "TARGETS", {"m.py": ("test_m.py",)})
    monkeypatch.setattr(script, "COPIES", 1)
    monkeypatch.setattr(script, "OPTIONS", ("-p", "no:django"))

    def copy(self, folder: Path) -> None:
        self.folder, self._data = tmp_path / "tree", folder
        folder.mkdir(parents=True)

    monkeypatch.setattr(script.Tree, "__init__", copy)
    assert script.main(["--number", "0"]) == 0
    out = capsys.readouterr().out
    assert "m.py: 2 of 4 killed (4 in all)" in out
    assert "survived  m.py:5: x + x  ->  (x - x)" in out
    assert "m.py:2" not in out
    assert (tmp_path / "tree" / "m.py").read_text().startswith("def a(x):\n    return not x\n")
    assert script.main(["geen", "--number", "0"]) == 0
    assert capsys.readouterr().out == "0 of 0 killed, 0 survived\n"
