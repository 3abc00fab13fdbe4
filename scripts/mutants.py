#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Change the code on purpose, one small thing at a time, and see whether its tests notice (`make mutanten`).

    scripts/mutants.py                  a sample of each file in TARGETS
    scripts/mutants.py hub --number 25  more of the files whose name holds "hub"; --number 0 takes all
    scripts/mutants.py hub --only 171   all changes of one line

Works in copies of the tree; nothing in this one changes. The same seed gives the same sample. A mutant is killed when
the tests beside its file fail or do not end; each survivor is named: a test to write, or a change that means nothing.
"""

import argparse
import ast
import itertools
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The files, each with the tests beside it: the quickest first.
TARGETS: dict[str, tuple[str, ...]] = {
    "wijken/wijziging.py": ("tests/wijken/test_wijziging.py",),
    "wijkwijzer/live/hub.py": (
        "tests/wijkwijzer/live/test_hub_rounds.py",
        "tests/wijkwijzer/live/test_hub.py",
        "tests/wijkwijzer/live/test_presence.py",
        "tests/wijkwijzer/live/test_stream.py",
    ),
    "routekaart/zaal/stemmen/handelingen.py": ("tests/routekaart/zaal/stemmen/test_stemmen.py",),
    "routekaart/zaal/stemmen/uitslag.py": ("tests/routekaart/zaal/stemmen/test_stemmen.py",),
    "routekaart/zaal/stemmen/forms.py": ("tests/routekaart/zaal/stemmen/test_stemmen.py",),
    "routekaart/reis/stand.py": ("tests/routekaart/reis/test_stand.py",),
    "routekaart/rodedraad/keten.py": ("tests/routekaart/rodedraad/test_keten.py",),
    "wijkwijzer/text/diff.py": ("tests/wijkwijzer/text/test_diff_merge.py",),
    "wijkwijzer/text/merge.py": ("tests/wijkwijzer/text/test_diff_merge.py",),
}
SEED = 2026
NUMBER = 10
COPIES = 2  # mutants at once
OPTIONS = ("--reuse-db",)

# Folders that a copy only points to: nothing in them is changed, and some are large.
POINT_TO = ("static/vendor", "staticfiles", "node_modules")

COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: the file, the line, what stood there and what stands there now, and the whole new source."""

    file: str
    line: int
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.before}  ->  {self.after}"


# --- Changes ----------------------------------------------------------------------------------------------------------


Change = tuple[ast.AST, str]  # what is replaced, and the code that stands there then


def changes(node: ast.AST) -> Iterator[Change]:
    """Yield what could be changed at a node."""
    yield from _other_outcomes(node)
    match node:
        case ast.Constant(value=bool() as value):
            yield node, str(not value)
        case ast.Constant(value=int() as value):
            yield node, str(value + 1)
        case ast.Constant(value=str() as value):
            yield node, repr(f"{value}XX")
        case ast.Return(value=ast.expr() as returned) if not isinstance(returned, ast.Constant):
            yield node, "return None"
        case ast.Expr(value=ast.Call()):
            yield node, "pass"
        case ast.Break():
            yield node, "continue"
        case ast.Continue():
            yield node, "break"


def _other_outcomes(node: ast.AST) -> Iterator[Change]:
    """Yield other operators, and conditions turned around."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARE:
            yield node, _code(ast.Compare(node.left, [COMPARE[type(op)]()], node.comparators))
        case ast.BoolOp():
            yield node, _code(ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values))
        case ast.BinOp() if type(node.op) in BINARY:
            yield node, _code(ast.BinOp(node.left, BINARY[type(node.op)](), node.right))
        case ast.AugAssign():
            yield node, "pass"
            if type(node.op) in BINARY:
                yield node, ast.unparse(ast.AugAssign(node.target, BINARY[type(node.op)](), node.value))
        case ast.UnaryOp(op=ast.Not()):
            yield node, _code(node.operand)
        case ast.If() | ast.While() | ast.IfExp() if not isinstance(
            node.test, ast.Compare | ast.UnaryOp | ast.Constant
        ):
            yield node.test, _code(ast.UnaryOp(ast.Not(), node.test))


def _code(node: ast.expr) -> str:
    return f"({ast.unparse(node)})"


def _skipped(tree: ast.Module) -> set[int]:
    """Return the nodes that no mutant is made of: what is said, not done, and the patience of the module."""
    # Constants of the module are durations and names, tuned by hand.
    roots = [s for s in tree.body if isinstance(s, ast.Assign | ast.AnnAssign | ast.Import | ast.ImportFrom)]
    out = {id(inner) for root in [*roots, *map(_said, ast.walk(tree))] if root for inner in ast.walk(root)}
    for text in ast.walk(tree):
        if isinstance(text, ast.JoinedStr):
            out.update(id(inner) for inner in ast.walk(text) if isinstance(inner, ast.Constant))
    return out


def _said(node: ast.AST) -> ast.AST | None:
    """Return the part of a node that is a text for people, or a type."""
    match node:
        case ast.Expr(value=ast.Constant() | ast.Call(func=ast.Attribute(value=ast.Name(id="_log")))):
            return node
        case ast.Raise():
            return node
        case ast.arg() | ast.AnnAssign():
            return node.annotation
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return node.returns
    return None


def mutants(file: str, source: str) -> list[Mutant]:
    """Return every mutant of a file, in the order of its lines."""
    tree = ast.parse(source)
    skipped = _skipped(tree)
    lines = source.encode().splitlines(keepends=True)
    starts = [0, *itertools.accumulate(map(len, lines))]
    found = []
    for node in ast.walk(tree):
        for old, new in () if id(node) in skipped else changes(node):
            assert isinstance(old, ast.expr | ast.stmt)  # noqa: S101 - for the types: only these have a place
            begin = starts[old.lineno - 1] + old.col_offset
            end = starts[(old.end_lineno or old.lineno) - 1] + (old.end_col_offset or 0)
            whole = b"".join(lines)
            changed = (whole[:begin] + new.encode() + whole[end:]).decode()
            found.append(Mutant(file, old.lineno, " ".join(whole[begin:end].decode().split()), new, changed))
    return sorted(found, key=lambda m: (m.line, m.before, m.after))


def sample(all_: Sequence[Mutant], number: int, seed: int) -> list[Mutant]:
    """Return some of the mutants of a file, the same for the same seed; 0 means all."""
    if not number or number >= len(all_):
        return list(all_)
    chosen = random.Random(f"{seed}{all_[0].file}").sample(range(len(all_)), number)  # noqa: S311 - no secret
    return [all_[i] for i in sorted(chosen)]


# --- Runs -------------------------------------------------------------------------------------------------------------


class Tree:
    """A copy of the working tree with a database of its own, in which one mutant after another is tried."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "tree"
        self._data = folder / "data"
        self._data.mkdir(parents=True)
        listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
        files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603
        for name in files.splitlines():
            if (ROOT / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.folder / name)
        for name in POINT_TO:
            if (ROOT / name).exists():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name).symlink_to(ROOT / name)

    def run(self, tests: Sequence[str], patience: float) -> bool | None:
        """Run tests in this tree; returns whether they passed, None when they did not end."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *OPTIONS, *tests]
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("WIJKWIJZER_", "DATABASE_URL", "PYTEST_"))}
        env = {**kept, "WIJKWIJZER_DATA": str(self._data), "WIJKWIJZER_DEMO": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        with subprocess.Popen(  # noqa: S603 - our own tests
            command,
            cwd=self.folder,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as child:
            try:
                return child.wait(patience) == 0
            except subprocess.TimeoutExpired:
                return None
            finally:
                if child.poll() is None:
                    os.killpg(child.pid, 9)

    def keep_database(self) -> None:
        """Keep the empty database that a run has made, if it needed one: a mutant may leave rows in it."""
        if (self._data / "test.sqlite3").exists():
            shutil.copy(self._data / "test.sqlite3", self._data / "kept")

    def try_(self, mutant: Mutant, tests: Sequence[str], patience: float) -> bool:
        """Return whether a mutant survives its tests."""
        place = self.folder / mutant.file
        before = place.read_bytes()
        for left in self._data.glob("test.sqlite3*"):
            left.unlink()
        if (self._data / "kept").exists():
            shutil.copy(self._data / "kept", self._data / "test.sqlite3")
        try:
            place.write_text(mutant.source, encoding="utf-8")
            return self.run(tests, patience) is True
        finally:
            place.write_bytes(before)


def prepare(folder: Path, tests: Sequence[str]) -> tuple[Tree, float]:
    """Make a copy, run the tests in it as they are, and return it with the time that took. Raises SystemExit."""
    tree = Tree(folder)
    if not tree.run(tests, 600):
        raise SystemExit(f"The tests fail without a mutant: {' '.join(tests)}")
    tree.keep_database()
    start = time.monotonic()
    tree.run(tests, 600)
    return tree, time.monotonic() - start


def hunt(chosen: Sequence[Mutant], tests: Sequence[str], folder: Path) -> list[Mutant]:
    """Try mutants, some at a time; returns those that survive."""
    free: queue.Queue[Tree] = queue.Queue()
    copies = [prepare(folder / str(number), tests) for number in range(min(COPIES, len(chosen)))]
    patience = 20 + 4 * max(seconds for _, seconds in copies)
    for tree, _ in copies:
        free.put(tree)

    def survives(mutant: Mutant) -> bool:
        tree = free.get()
        try:
            return tree.try_(mutant, tests, patience)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(len(copies)) as pool:
        return [mutant for mutant, alive in zip(chosen, pool.map(survives, chosen), strict=True) if alive]


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: prints killed and survived per file, and names each survivor."""
    parser = argparse.ArgumentParser(description="Change the code on purpose and see whether its tests notice.")
    parser.add_argument("files", nargs="*", help="part of the name of a file in TARGETS; all without it")
    parser.add_argument("--number", type=int, default=NUMBER, help="mutants per file (0: all)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", type=int, help="only the mutants of this line")
    options = parser.parse_args(argv)
    killed = total = 0
    for file, tests in TARGETS.items():
        if options.files and not any(part in file for part in options.files):
            continue
        all_ = mutants(file, (ROOT / file).read_text(encoding="utf-8"))
        if options.only:
            chosen = [m for m in all_ if m.line == options.only]
        else:
            chosen = sample(all_, options.number, options.seed)
        if not chosen:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="wijkwijzer-mutants-") as folder:
            alive = hunt(chosen, tests, Path(folder))
        seconds = time.monotonic() - start
        print(f"{file}: {len(chosen) - len(alive)} of {len(chosen)} killed ({len(all_)} in all) in {seconds:.0f} s")
        for mutant in alive:
            print(f"  survived  {mutant}", flush=True)
        killed, total = killed + len(chosen) - len(alive), total + len(chosen)
    print(f"{killed} of {total} killed, {total - killed} survived")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
