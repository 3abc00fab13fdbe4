# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gallery: it shows every shared part, of this moment's templates, and is not there in an installation."""

import pytest
from django.conf import settings

from ontwikkeling.bouwdoos import schermen, telefoons, vakken
from ontwikkeling.documenten import DOCUMENTEN

STUKKEN = [stuk for vak in vakken() for stuk in vak.stukken]
ELDERS = {"web/stijlen.html"}  # in the head of every page
IN_ANDERE = {
    "web/veld.html": "web/velden.html",
    "web/foutensamenvatting.html": "web/velden.html",
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "pad", ["/bouwdoos/", "/bouwdoos/telefoon/wacht/", "/bouwdoos/scherm/leeg/", "/bouwdoos/documenten/reisplan/"]
)
def test_an_installation_and_the_demo_have_no_gallery(client, pad):
    assert client.get(pad).status_code == 404


def test_every_shared_part_is_in_it():
    map_ = settings.BASE_DIR / "templates"
    alle = {str(pad.relative_to(map_)) for pad in (map_ / "onderdelen").glob("*.html")} - ELDERS
    getoond = {stuk.sjabloon for stuk in STUKKEN}
    assert {IN_ANDERE.get(naam, naam) for naam in alle} - getoond == set()


@pytest.mark.parametrize("stuk", STUKKEN, ids=lambda stuk: stuk.naam)
def test_a_part_is_made(stuk):
    assert stuk.html.strip().startswith("<")


def test_names_are_told_apart():
    assert len({stuk.naam for stuk in STUKKEN}) == len(STUKKEN)


def test_what_it_shows_is_an_example():
    """No wijk of the examples, and no address but one that belongs to nobody."""
    html = "".join(stuk.html for stuk in STUKKEN)
    assert "Voorbeeldwijk" in html
    for naam in ("Haarwijk", "Meerzicht", "Ossenkoppelerhoek"):
        assert naam not in html
    assert html.count("@") == html.count("@voorbeeld.nl")


def test_phone_wall_and_documents_are_there():
    assert {"schrijf", "fout", "stem", "onthul"} <= set(telefoons())
    assert {"leeg", "dicht", "kaarten", "groepen", "uitslag"} <= set(schermen())
    assert {"reisplan", "draaiboek", "kaarten", "meedoen", "verslag", "muurblad"} == set(DOCUMENTEN)
