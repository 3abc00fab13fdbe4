# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stylesheets and base templates: what they refer to exists, and nothing needs a looser content security policy."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

STATIC = settings.BASE_DIR / "static"
SJABLONEN = settings.BASE_DIR / "templates"
PAPIER = {"reisplan.css", "drukwerk.css", "zaalpdf.css"}  # for PDF, where there are no tokens
SCHERM = sorted(p for p in (STATIC / "css").glob("*.css") if p.name not in PAPIER)
VAST = ["500.html", "503.html"]
EIGEN_TOKENS = STATIC / "css" / "tokens.css"
VARIABELE = re.compile(r"var\((--[a-z0-9-]+)")


def zonder_commentaar(bestand: Path) -> str:
    """The text of a stylesheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", bestand.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_there_are_stylesheets_and_fixed_pages_to_look_at() -> None:
    assert {"basis.css", "fout.css", "perron.css", "tokens.css", "treinlijn.css"} <= {p.name for p in SCHERM}


@pytest.mark.parametrize("bestand", SCHERM, ids=lambda p: p.name)
def test_what_a_stylesheet_refers_to_is_here(bestand: Path) -> None:
    for adres in re.findall(r"url\([\"']?([^\"')]+)", zonder_commentaar(bestand)):
        assert "//" not in adres
        assert (bestand.parent / adres).resolve().is_file(), adres
    assert "@import" not in zonder_commentaar(bestand)


@pytest.mark.parametrize("bestand", SCHERM, ids=lambda p: p.name)
def test_every_token_that_is_used_is_defined(bestand: Path) -> None:
    """A mistyped token gives no error in a browser, only a page that looks wrong."""
    bekend = re.findall(r"(--[a-z0-9-]+):", (STATIC / "vendor" / "tokens" / "theme.css").read_text(encoding="utf-8"))
    for css in SCHERM:
        bekend += re.findall(r"(--[a-z0-9-]+):", zonder_commentaar(css))
    assert set(VARIABELE.findall(zonder_commentaar(bestand))) - set(bekend) == set()


@pytest.mark.parametrize("bestand", SCHERM, ids=lambda p: p.name)
def test_own_colours_stand_with_the_tokens_and_nowhere_else(bestand: Path) -> None:
    """Except in print, which is black and white, and in the page that can't count on tokens."""
    kleuren = set(re.findall(r"#[0-9a-f]{3,6}\b", zonder_commentaar(bestand)))
    if bestand.name == "afdruk.css":
        # Grey only: red, green and blue are equal.
        assert all(len(set(k[1:])) == 1 for k in kleuren), kleuren
    elif bestand.name not in {"tokens.css", "fout.css"}:
        assert kleuren == set()


def test_own_tokens_are_defined_in_one_place() -> None:
    """But for the colour of a phase, which its class sets, and what print makes black."""
    for css in SCHERM:
        if css != EIGEN_TOKENS and css.name != "afdruk.css":
            assert set(re.findall(r"(--ww-[a-z-]+):", zonder_commentaar(css))) <= {"--ww-fasekleur"}, css.name


def test_the_files_that_the_templates_name_are_here() -> None:
    namen = {
        n for p in SJABLONEN.rglob("*.html") for n in re.findall(r"\{% static '([^']+)' %\}", p.read_text("utf-8"))
    }
    assert {"bundels/leden.css", "bundels/leden.js", "bundels/telefoon.css", "bundels/scherm.css"} <= namen
    assert [n for n in sorted(namen) if not finders.find(n)] == []


@pytest.mark.parametrize("publiek", sorted((STATIC / "css" / "bundels").glob("*.css")), ids=lambda p: p.stem)
def test_an_audience_names_parts_that_are_here_and_only_those(publiek: Path) -> None:
    regels = zonder_commentaar(publiek).split("\n")
    delen = [re.fullmatch(r'@import url\("([^"]+)"\)( print)?;', regel) for regel in regels if regel.strip()]
    assert len(delen) > 3
    assert all(deel and (publiek.parent / deel[1]).is_file() for deel in delen)
    assert delen[0][1] == f"../../thema/{publiek.name}", "what it uses of the theme"


def test_every_own_stylesheet_of_the_screen_has_an_audience() -> None:
    """A file that no bundle names reaches nobody, and nothing else would say so."""
    alle = "".join(p.read_text(encoding="utf-8") for p in (STATIC / "css" / "bundels").glob("*.css"))
    assert [p.name for p in SCHERM if f"../{p.name}" not in alle] == ["fout.css"], "a bundle of its own"


def test_the_parts_of_the_bundles_are_not_served_beside_them() -> None:
    assert finders.find("bundels/licenties.txt"), "but their licences are"
    for naam in ("css/basis.css", "css/bundels/leden.css", "js/live.js", "vendor/tokens/theme.css"):
        assert not finders.find(naam), naam


@pytest.mark.parametrize("sjabloon", sorted(SJABLONEN.rglob("*.html")), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_page_links_one_stylesheet_and_one_script(sjabloon: Path) -> None:
    """Each is a request, and one that the first look at the page waits for."""
    tekst = sjabloon.read_text(encoding="utf-8")
    assert len(re.findall(r'<link[^>]*rel="stylesheet"', tekst)) <= 1
    assert len(re.findall(r"<script", tekst)) <= 1
    assert all("defer" in script for script in re.findall(r"<script(?:[^>]|(?<=%)>)*", tekst))


@pytest.mark.parametrize(("naam", "publiek"), [("begin", "leden"), ("inloggen", "leden"), ("meedoen", "telefoon")])
def test_a_page_that_is_made_links_one_stylesheet(client, naam: str, publiek: str) -> None:
    stijlen = re.findall(r'<link rel="stylesheet"\s+href="([^"]+)"', client.get(reverse(naam)).text)
    assert len(stijlen) == 1
    assert re.fullmatch(rf"/static/bundels/{publiek}\.[0-9a-f]{{12}}\.css", stijlen[0])


@pytest.mark.parametrize("naam", VAST)
def test_the_fixed_pages_hold_nothing_to_fill_in(naam: str) -> None:
    tekst = (SJABLONEN / "fouten" / naam).read_text(encoding="utf-8")
    for teken in ("{%", "{{", "<script", "<style", "style="):
        assert teken not in tekst
    for adres in re.findall(r'href="/static/([^"]+)"', tekst):
        assert finders.find(adres)
    assert '<html lang="nl">' in tekst


# The travel plan is for the PDF, with its style inside.
PAGINAS = sorted(p for p in SJABLONEN.rglob("*.html") if p.parent.name not in {"reisplan", "drukwerk"})


@pytest.mark.parametrize("sjabloon", PAGINAS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_page_has_script_or_style_of_its_own(sjabloon: Path) -> None:
    tekst = sjabloon.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", tekst)
    assert not re.search(r"\shx-[a-z]+=", tekst), "write data-hx-*: the validator refuses hx-*"
