#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copy what the pages use from node_modules/ to static/vendor/, with the licence files. Needs no node.

    scripts/vendor.py [--source node_modules] [--target static/vendor]

The list below is the whole list: a file that is not in it is not served. Each package gets one flat folder.
"""

import argparse
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

CANDIDATE = ("button", "data-badge", "heading", "link", "number-badge", "paragraph", "skip-link")
UTRECHT = (
    "alert",
    "breadcrumb-nav",
    "form-field",
    "form-field-description",
    "form-field-error-message",
    "form-label",
    "page-body",
    "page-content",
    "page-footer",
    "page-header",
    "page-layout",
    "root",
    "select",
    "table",
    "textarea",
    "textbox",
)
SCREEN_FONTS = tuple(f"files/noto-sans-{s}-{g}-normal.woff2" for s in ("latin", "latin-ext") for g in (400, 600, 700))
PDF_FONTS = tuple(
    f"{cut}/SourceSans3_{cut}.ttf" for cut in ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")
)


class Package(NamedTuple):
    """One package to copy: its folder under static/vendor/ and its files, as paths inside the package."""

    folder: str
    files: tuple[str, ...]


PACKAGES: dict[str, Package] = {
    "htmx.org": Package("htmx", ("dist/htmx.esm.js",)),
    "@nl-design-system-unstable/voorbeeld-design-tokens": Package("tokens", ("dist/theme.css",)),
    "@fontsource/noto-sans": Package("noto-sans", SCREEN_FONTS),
    "@expo-google-fonts/source-sans-3": Package("source-sans-3", PDF_FONTS),
    **{f"@nl-design-system-candidate/{n}-css": Package(f"{n}-css", (f"dist/{n}.css",)) for n in CANDIDATE},
    **{f"@utrecht/{n}-css": Package(f"{n}-css", ("dist/index.css",)) for n in UTRECHT},
}

LICENCES = ("LICENSE*", "LICENCE*", "OFL*", "COPYING*", "NOTICE*")
# A map that is not copied along makes collectstatic fail, so the reference to it goes.
SOURCE_MAP = re.compile(r"[ \t]*(?:/\*[#@]\s*sourceMappingURL=[^*]*\*/|//[#@]\s*sourceMappingURL=\S*)[ \t]*\n?")
REFERENCE = re.compile(r"url\(\s*['\"]?(?!data:|#)([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)


class VendorError(Exception):
    """A package misses a file, its licence, or refers to something that is not copied. Says which."""


def without_source_map(text: str) -> str:
    """Return the text of a stylesheet or script without its sourceMappingURL comments."""
    return SOURCE_MAP.sub("", text)


def copy_file(source: Path, target: Path) -> None:
    """Copy one file to `target`; css and js lose their source map comment. Raises VendorError on a loose reference."""
    if source.suffix not in {".css", ".js"}:
        shutil.copyfile(source, target)
        return
    text = without_source_map(source.read_text(encoding="utf-8"))
    if source.suffix == ".css" and (loose := REFERENCE.search(text)):
        raise VendorError(f"{source} refers to {loose.group(1) or loose.group(2)}, which is not copied along.")
    target.write_text(text, encoding="utf-8")


def copy_package(source: Path, target: Path, files: Sequence[str]) -> int:
    """Copy the named files and every licence file of one package. Returns how many; raises VendorError."""
    if not source.is_dir():
        raise VendorError(f"{source} is not there; run `make setup`.")
    target.mkdir(parents=True)
    for name in files:
        if not (source / name).is_file():
            raise VendorError(f"{source} has no {name}.")
        copy_file(source / name, target / Path(name).name)
    licences = sorted({p for pattern in LICENCES for p in source.glob(pattern) if p.is_file()})
    if not licences:
        raise VendorError(f"{source} has no licence file.")
    for licence in licences:
        shutil.copyfile(licence, target / licence.name)
    return len(files) + len(licences)


def fill(source: Path, target: Path, packages: Mapping[str, Package] = PACKAGES) -> int:
    """Fill `target` afresh from node_modules folder `source`. Returns the number of files; raises VendorError.

    The new folder is made beside the old one, so a failure leaves the old one as it was.
    """
    fresh = target.with_name(f"{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        count = sum(copy_package(source / name, fresh / p.folder, p.files) for name, p in packages.items())
    except VendorError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return count


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: returns 0, or 1 with one line on stderr."""
    root = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description="Fill static/vendor/ from node_modules/.")
    parser.add_argument("--source", type=Path, default=root / "node_modules")
    parser.add_argument("--target", type=Path, default=root / "static" / "vendor")
    options = parser.parse_args(argv)
    try:
        count = fill(options.source, options.target)
    except VendorError as error:
        print(f"vendor: {error}", file=sys.stderr)
        return 1
    print(f"vendor: {count} files in {options.target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
