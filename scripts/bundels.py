#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make one style sheet and one script per audience, with esbuild, in static/bundels/ (ADR 0009).

    scripts/bundels.py          once, small
    scripts/bundels.py --watch  again at every change of a source, until it is stopped (`make dev`)

An audience is a file in static/css/bundels/ or static/js/bundels/ that names its parts. Letters, source maps and the
licences of what others made come along. Of the theme each audience gets the tokens that it uses; with --watch all of
them, so that using another one needs no restart. The binary of esbuild is called as it is: this needs no node.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

if __package__ is None or __package__ == "":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.vendor import LICENCES

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = ("css/bundels/*.css", "js/bundels/*.js", "css/fout.css")  # fout.css is a bundle of one, of fixed address
OPTIONS = (
    *("--bundle", "--minify", "--sourcemap", "--format=iife", "--target=es2018", "--log-level=warning"),
    *("--loader:.woff2=file", "--loader:.svg=dataurl", "--entry-names=[name]", "--asset-names=[name]"),
)
STAMP = ".stamp"  # of set-up
LICENCE_FILE = "licenties.txt"
THEME, THEMES = "vendor/tokens/theme.css", "thema"  # the whole, and the folder of what each audience uses of it
PART = re.compile(r'@import url\("([^"]+)"\)')
TOKEN = re.compile(r"^\s*(--[\w-]+):(.*);(?:\s*/\*.*\*/)?$")
USED = re.compile(r"var\(\s*(--[\w-]+)")


class BundleError(Exception):
    """There is no esbuild, or it refused the sources. Says which."""


def esbuild(modules: Path) -> Path:
    """Return esbuild's binary for this machine; npm installs the one that fits. Raises BundleError without one."""
    found = sorted(modules.glob("@esbuild/*/bin/esbuild"))
    if not found:
        raise BundleError(f"{modules} has no esbuild for this machine; run `make setup`.")
    return found[0]


def command(modules: Path, static: Path, target: Path, *extra: str) -> list[str]:
    """Return the command that bundles the entry files under `static` into `target`."""
    entries = sorted(str(path) for pattern in ENTRIES for path in static.glob(pattern))
    return [str(esbuild(modules)), *entries, *OPTIONS, f"--outdir={target}", *extra]


def used_of(theme: str, sheets: str) -> str:
    """Return the theme without the tokens that no sheet uses, nor another token that is used."""
    lines = [(line, TOKEN.match(line)) for line in theme.splitlines()]
    values = {found[1]: found[2] for _, found in lines if found}
    # What is no token of one line stays as it is (a value of more lines, say), and so does what it uses.
    todo = set(USED.findall(sheets + "".join(line for line, found in lines if not found)))
    used: set[str] = set()
    while todo:
        used |= todo
        todo = {name for token in todo for name in USED.findall(values.get(token, ""))} - used
    return "".join(f"{line}\n" for line, found in lines if not found or found[1] in used)


def make_themes(static: Path, *, whole: bool = False) -> None:
    """Write the theme of each audience to static/thema/, where its entry file takes it from."""
    theme = (static / THEME).read_text(encoding="utf-8")
    (static / THEMES).mkdir(exist_ok=True)
    for entry in (static / "css" / "bundels").glob("*.css"):
        parts = [entry.parent / name for name in PART.findall(entry.read_text(encoding="utf-8"))]
        sheets = "".join(p.read_text(encoding="utf-8") for p in parts if p.parent.name != THEMES and p.is_file())
        own = theme if whole else used_of(theme, sheets)
        (static / THEMES / entry.name).write_text(own, encoding="utf-8")


def licences(vendor: Path) -> str:
    """Return the licences of everything in static/vendor/ as one text: each text once, under whom it is for."""
    names: dict[str, list[str]] = {}
    for folder in sorted(p for p in vendor.iterdir() if p.is_dir()):
        for path in sorted({p for pattern in LICENCES for p in folder.glob(pattern)}):
            names.setdefault(path.read_text(encoding="utf-8").strip(), []).append(folder.name)
    return "\n".join(f"{'=' * 80}\n{', '.join(who)}\n{'=' * 80}\n\n{text}\n" for text, who in names.items())


def bundle(modules: Path, static: Path, target: Path) -> int:
    """Fill `target` afresh. Returns the number of files; raises BundleError, and then the old folder is as it was."""
    fresh = target.with_name(f"{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    make_themes(static)
    done = subprocess.run(command(modules, static, fresh), capture_output=True, text=True, check=False)  # noqa: S603
    # A warning is a mistake in a source too, or something that esbuild leaves as it is without knowing it.
    if done.returncode or done.stderr.strip():
        shutil.rmtree(fresh, ignore_errors=True)
        raise BundleError(done.stderr.strip() or f"esbuild ended with {done.returncode}.")
    (fresh / LICENCE_FILE).write_text(licences(static / "vendor"), encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return len(list(target.iterdir()))


def watch(modules: Path, static: Path, target: Path) -> None:
    """Become an esbuild that makes the bundles again at every change. Does not return."""
    (target / STAMP).unlink(missing_ok=True)  # set-up makes them as they should be again
    make_themes(static, whole=True)
    arguments = command(modules, static, target, "--watch=forever", "--log-level=info")
    os.execv(arguments[0], arguments)  # noqa: S606 - a program of ours, without a shell


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: returns 0, or 1 with what is wrong on stderr."""
    parser = argparse.ArgumentParser(description="Make the bundles of static/bundels/.")
    parser.add_argument("--modules", type=Path, default=ROOT / "node_modules")
    parser.add_argument("--static", type=Path, default=ROOT / "static")
    parser.add_argument("--watch", action="store_true", help="go on making them at every change")
    options = parser.parse_args(argv)
    target = options.static / "bundels"
    try:
        if options.watch:
            watch(options.modules, options.static, target)
        count = bundle(options.modules, options.static, target)
    except BundleError as error:
        print(f"bundels: {error}", file=sys.stderr)
        return 1
    print(f"bundels: {count} files in {target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
