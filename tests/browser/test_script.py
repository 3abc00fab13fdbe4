# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own scripts run in browsers of 2018 and over plain http, as on a laptop's own Wi-Fi; a parser says so."""

from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
ACORN = (WORTEL / "node_modules" / "acorn" / "dist" / "acorn.js").read_text(encoding="utf-8")
SCRIPTS = sorted((WORTEL / "static" / "js").glob("*.js"))
BUNDELS = sorted((WORTEL / "static" / "bundels").glob("*.js"))
MAX_LIVE = 250  # lines: one script for all live pages, that one person can read through
# What the language and its library got after 2018 (a parser knows syntax only), and what browsers got later.
TE_NIEUW = {
    *("flat", "flatMap", "fromEntries", "trimStart", "trimEnd", "matchAll", "allSettled", "globalThis", "BigInt"),
    *("replaceAll", "any", "WeakRef", "FinalizationRegistry", "AggregateError", "at", "hasOwn", "findLast"),
    *("findLastIndex", "toSorted", "toReversed", "toSpliced", "groupBy", "withResolvers", "isWellFormed"),
    *("structuredClone", "replaceChildren", "requestSubmit", "checkVisibility", "timeout", "toggleAttribute"),
}
# What browsers give to pages over https only.
ALLEEN_HTTPS = {"randomUUID", "serviceWorker", "locks", "subtle", "clipboard", "storage", "wakeLock", "share"}
ONTLEED = """(tekst) => {
    const namen = new Set();
    const loop = (knoop) => {
        if (!knoop || typeof knoop !== "object") return;
        if (knoop.type === "Identifier") namen.add(knoop.name);
        Object.keys(knoop).forEach((k) => loop(knoop[k]));
    };
    try {
        loop(acorn.parse(tekst, { ecmaVersion: 2018, sourceType: "script" }));
    } catch (fout) {
        return { fout: String(fout), namen: [] };
    }
    return { fout: "", namen: [...namen] };
}"""


@pytest.fixture
def te_nieuw(chromium):
    """Return a function that says what in a script is too new: a sentence of the parser, or names."""
    pagina = chromium.new_page()
    pagina.add_script_tag(content=ACORN)

    def te_nieuw_(tekst: str) -> list[str]:
        uitslag = pagina.evaluate(ONTLEED, tekst)
        namen = sorted((TE_NIEUW | ALLEEN_HTTPS).intersection(uitslag["namen"]))
        return [uitslag["fout"], *namen] if uitslag["fout"] else namen

    yield te_nieuw_
    pagina.close()


@pytest.mark.parametrize("bestand", SCRIPTS, ids=lambda bestand: bestand.name)
def test_our_scripts_are_es2018(te_nieuw, bestand):
    assert te_nieuw(bestand.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("bestand", BUNDELS, ids=lambda bestand: bestand.name)
def test_so_are_the_bundles_and_phone_and_wall_hold_nothing_else(te_nieuw, bestand):
    """With htmx too, in words: what it calls may be newer, so it comes last and what is ours has run by then."""
    nieuw = te_nieuw(bestand.read_text(encoding="utf-8"))
    assert nieuw == [] or (bestand.stem == "leden" and not [n for n in nieuw if " " in n])
    assert ("htmx-config" in bestand.read_text(encoding="utf-8")) is (bestand.stem == "leden")


@pytest.mark.parametrize(
    "tekst",
    [
        "a?.b;",
        "a ?? b;",
        "a ||= b;",
        "try { a(); } catch { b(); }",
        "1_000;",
        "class A { #b = 1; }",
        "import('x');",
        "'a'.replaceAll('a', 'b');",
        "[1].at(-1);",
        "crypto.randomUUID();",
    ],
)
def test_what_is_newer_is_noticed(te_nieuw, tekst):
    assert te_nieuw(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "const { a, ...rest } = { ...b };",
        "async function f() { for await (const a of b) c(a); }",
        "p.finally(() => {});",
        "zeg('flat');",
    ],
)
def test_what_is_old_enough_is_let_through(te_nieuw, tekst):
    assert te_nieuw(tekst) == []


def test_live_updates_are_one_short_script():
    assert SCRIPTS
    assert [bestand.stem for bestand in BUNDELS] == ["leden", "scherm", "telefoon"]
    assert len((WORTEL / "static" / "js" / "live.js").read_text(encoding="utf-8").splitlines()) <= MAX_LIVE
