# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that guests see are in every language: nothing open, nothing left over, nothing outside the catalogues."""

import gettext
import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

WORTEL = Path(__file__).resolve().parent.parent
TALEN = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
SJABLONEN = WORTEL / "templates" / "zaal"
# Pages of members in the same folders, besides those of the desk (regie): those are Dutch.
VAN_LEDEN = {"terugkomst", "terugkomsten", "lade", "draaiboek"}
DELEN = ("gasten", "schermen", "papier/drukwerk")
LOSSE = [SJABLONEN / "papier" / "terugkoppeling.html"]
VOOR_GASTEN = sorted(
    p
    for p in {*(p for d in DELEN for p in (SJABLONEN / d).glob("*.html")), *SJABLONEN.rglob("telefoon*.html"), *LOSSE}
    if p.stem not in VAN_LEDEN and not p.stem.startswith("regie")
)


def pad(taal: str, soort: str = "po") -> Path:
    return WORTEL / "locale" / taal / "LC_MESSAGES" / f"django.{soort}"


def sleutels(bestand: Path) -> set[tuple[str | None, str, str]]:
    return {(e.msgctxt, e.msgid, e.msgid_plural) for e in polib.pofile(str(bestand)) if not e.obsolete}


@pytest.fixture(params=TALEN)
def taal(request):
    return request.param


def test_there_is_another_language_than_dutch():
    assert "en" in TALEN


def test_every_text_is_translated(taal):
    catalogus = polib.pofile(str(pad(taal)))
    assert len(catalogus) > 100
    assert catalogus.fuzzy_entries() == []
    assert [e.msgid for e in catalogus.untranslated_entries()] == []
    assert [e.msgid for e in catalogus.obsolete_entries()] == []


def zinnen(e: polib.POEntry) -> list[tuple[str, str]]:
    """Return each Dutch text of an entry with what it is in the other language."""
    if not e.msgid_plural:
        return [(e.msgid, e.msgstr)]
    return [(e.msgid_plural, tekst) for vorm, tekst in e.msgstr_plural.items()]


def test_a_translation_has_the_same_gaps_and_fits_in_an_attribute(taal):
    for e in polib.pofile(str(pad(taal))):
        for bron, tekst in zinnen(e):
            gaten = [sorted(re.findall(r"%\(\w+\)s", t)) for t in (bron, tekst)]
            een = e.msgid_plural and set(gaten[1]) < set(gaten[0])  # "the one card" needs no number
            assert een or gaten[0] == gaten[1], e.msgid
            assert sorted(re.findall(r"<[^>]+>", bron)) == sorted(re.findall(r"<[^>]+>", tekst)), e.msgid
            if "<" not in e.msgid:  # a template prints it as it is, between quotes too
                assert not set(tekst) & set('"<>&'), e.msgid


def test_the_compiled_catalogue_is_that_of_the_source(taal, tmp_path):
    nieuw = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check", "-o", nieuw, pad(taal)], check=True)
    gelezen = []
    for bestand in (nieuw, pad(taal, "mo")):
        with bestand.open("rb") as mo:
            gelezen.append(gettext.GNUTranslations(mo)._catalog)
    assert gelezen[0] == gelezen[1], "run `make messages`"


def test_makemessages_finds_nothing_new(taal, tmp_path, monkeypatch, settings):
    for deel in ("routekaart/zaal", "templates/zaal", "locale"):
        shutil.copytree(WORTEL / deel, tmp_path / deel)
    monkeypatch.chdir(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    (tmp_path / "routekaart" / "zaal" / "erbij.py").write_text("gettext('Hier is iets bij.')\n", encoding="utf-8")
    call_command("makemessages", verbosity=0)
    gevonden = sleutels(tmp_path / "locale" / taal / "LC_MESSAGES" / "django.po")
    assert gevonden - {(None, "Hier is iets bij.", "")} == sleutels(pad(taal)), "run `make messages`"
    assert (None, "Hier is iets bij.", "") in gevonden, "what is new is found"
    assert not list(tmp_path.rglob("*.pot"))


# ---- no text in a template of guests stands outside the catalogues ----

WEG = (
    re.compile(r"\{% comment %\}.*?\{% endcomment %\}", re.DOTALL),
    re.compile(r"\{#.*?#\}", re.DOTALL),
    re.compile(r"\{% blocktranslate.*?\{% endblocktranslate %\}", re.DOTALL),
    re.compile(r"<style>.*?</style>", re.DOTALL),
    re.compile(r"\{[%{].*?[%}]\}", re.DOTALL),
)
GELEZEN = re.compile(r"""\b(?:alt|title|placeholder|aria-label|content|data-live-\w+|data-kaart-\w+)="([^"]*)\"""")
# The name of the application, what a PDF says about itself, and what machines read.
ATTRIBUUT = re.compile(r'[\w-]+="')  # in a block of its own
MAG = {"Wijkwijzer", "De coalitie van", "width=device-width, initial-scale=1", "×"}


def kaal(tekst: str) -> list[str]:
    """Return the words in a template that a guest reads, or hears, and that are not marked for translation."""
    for patroon in WEG:
        tekst = patroon.sub("\x00", tekst)
    zichtbaar = [*GELEZEN.findall(tekst), *re.split(r"<[^>]*>", tekst)]
    delen = [deel.strip(" \n·:;,.()–_") for stuk in zichtbaar for deel in stuk.split("\x00")]
    return [
        deel for deel in delen if re.search(r"[^\W\d_]{2}", deel) and deel not in MAG and not ATTRIBUUT.fullmatch(deel)
    ]


@pytest.mark.parametrize("sjabloon", VOOR_GASTEN, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_no_template_for_guests_has_a_bare_sentence(sjabloon):
    assert kaal(sjabloon.read_text(encoding="utf-8")) == []


def test_the_walk_sees_the_templates_of_guests():
    namen = {p.stem for p in VOOR_GASTEN}
    assert namen >= {
        "basis_telefoon",
        "binnenkomen",
        "meedoen",
        "telefoon",
        "scherm",
        "wand_leeg",
        "terugkoppeling",
        "kaarten",
    }
    assert {p.stem for d in DELEN for p in (SJABLONEN / d).glob("*.html")} >= VAN_LEDEN, "left over"


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("<p>Meedoen</p>", ["Meedoen"]),
        ('<p>{% translate "Meedoen" %} · {{ naam }}</p>', []),
        ('<img alt="Een code">', ["Een code"]),
        ('<p>{% if a %}tot{% endif %} {{ b }} ({% translate "c" %})</p>', ["tot"]),
        ("{% blocktranslate %}Vraag {{ a }}{% endblocktranslate %}", []),
        ("{# words for who reads the code #}<b>1 ×</b>", []),
    ],
)
def test_the_walk_itself_can_fail(tekst, woorden):
    assert kaal(tekst) == woorden
