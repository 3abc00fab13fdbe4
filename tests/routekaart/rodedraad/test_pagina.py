# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the rode draad: gaps first, links that work for who reads, and the same as text."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.rodedraad.beeld import MEESTE
from tests import factories_draad as maak
from tests.factories import ingelogd, maak_lid, maak_partij
from tests.factories_draad import heel, lees, soorten
from wijken.models import Rol

pytestmark = pytest.mark.django_db
BASIS = "/wijken/proefwijk/routekaart/perron/"
PAD = "/wijken/proefwijk/routekaart/rode-draad/"


@pytest.fixture
def reis():
    return maak.maak_reis()


def test_the_page_names_the_gaps_before_the_picture_and_the_text(reis):
    heel(reis)
    a = maak.maak_activiteit(reis["kaart"], "Zomerfeest")
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.REISLEIDER)).get(PAD).text
    kop, beeld, tekst = (pagina.index(s) for s in ("op twee plekken", "<svg", "Vanuit de behoefte: Elkaar"))
    assert kop < beeld < tekst
    assert f'href="{BASIS}7/machinisten/nieuw/?activiteit={a.sleutel}"' in pagina
    assert "nog geen machinist" in pagina
    assert ' style="' not in pagina
    ids = re.findall(r' id="([^"]+)"', pagina)
    assert len(ids) == len(set(ids))


def test_every_link_on_the_page_opens_for_every_role(reis):
    heel(reis)
    ander = maak_partij(reis["wijk"], "De School")
    u = maak.maak_uitdaging(reis["kaart"], stem="")
    maak.maak_opbrengst(u, ander.actor)
    maak.maak_activiteit(reis["kaart"])
    for rol in Rol:
        client = ingelogd(maak_lid(reis["wijk"], rol, voor=reis["deelname"] if rol == Rol.DEELNEMER else None))
        hoofd = client.get(PAD).text.split("<main")[1].split("</main>")[0]
        links = set(re.findall(r'href="(/[^"#]*)', hoofd))
        assert len(links) >= 4
        fout = {pad: client.get(pad.replace("&amp;", "&")).status_code for pad in links}
        assert set(fout.values()) == {200}, (rol, fout)


def test_following_the_links_mends_the_thread(reis):
    maak.maak_bestemming(reis["kaart"])
    maak.maak_uitdaging(reis["kaart"])
    client = ingelogd(maak_lid(reis["wijk"], Rol.REISLEIDER))
    actor = str(reis["actor"].sleutel)
    invullen = {
        "uitdaging_zonder_opbrengst": {"actor": actor, "tekst": "Rust."},
        "uitdaging_zonder_verandering": {"naam": "Elkaar kennen"},
        "verandering_zonder_activiteit": {"naam": "Zomerfeest", "behoefte": "Elkaar zien.", "domein": "sociaal"},
        "activiteit_zonder_machinist": {"actor": actor},
    }
    for soort, velden in invullen.items():
        gat = next(g for g in lees(reis).gaten if g.soort == soort)
        pad, vraag = gat.url.split("?")
        veld, sleutel = vraag.split("=")
        gekozen = re.search(rf'value="{sleutel}"[^>]*(selected|checked)', client.get(gat.url).text)
        assert gekozen, f"{soort}: the form does not know what it is for"
        assert client.post(pad, velden | {veld: sleutel}).status_code in {302, 303}
        assert soort not in soorten(reis)
    assert lees(reis).gaten == ()


def test_in_page_links_have_a_target(reis):
    delen = heel(reis, 2)
    maak.maak_activiteit(reis["kaart"], "Gedeeld", *delen["veranderingen"])
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.LEZER)).get(PAD).text
    doelen = set(re.findall(r'href="#([^"]+)"', pagina))
    assert any(d.startswith("activiteit-") for d in doelen)
    assert doelen <= set(re.findall(r' id="([^"]+)"', pagina))


def test_an_empty_journey_invites(reis):
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.REISLEIDER)).get(PAD).text
    assert "De reis is nog leeg." in pagina
    assert "<svg class" not in pagina
    assert "Er mist nog iets" not in pagina


def test_a_large_journey_is_shown_as_text_only(reis):
    v = heel(reis)["veranderingen"][0]
    for _ in range(MEESTE["activiteiten"]):
        maak.maak_activiteit(reis["kaart"], "", v)
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.LEZER)).get(PAD).text
    assert "te groot om in één tekening te lezen" in pagina
    assert "ww-draad__beeld" not in pagina
    assert pagina.count(">nog geen machinist<") == MEESTE["activiteiten"]


def test_text_of_people_is_escaped(reis):
    maak.maak_uitdaging(reis["kaart"], "<script>alert(1)</script>")
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.LEZER)).get(PAD).text
    assert "<script>alert" not in pagina
    assert "&lt;script&gt;alert" in pagina


@pytest.mark.parametrize("werkt", ["", "ja"])
def test_the_number_of_queries_is_constant(reis, werkt):
    client = ingelogd(maak_lid(reis["wijk"], Rol.DEELNEMER, voor=reis["deelname"]))

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(PAD).status_code == 200
        return len(gevangen)

    def vul(aantal: int) -> None:
        for _ in range(aantal):
            u = maak.maak_uitdaging(reis["kaart"])
            maak.maak_opbrengst(u, reis["actor"])
            v = maak.maak_verandering(reis["kaart"], "", u)
            a = maak.maak_activiteit(reis["kaart"], "", v, werkt=werkt)
            maak.maak_inzet(a, reis["actor"])
            maak.maak_risico(reis["kaart"], activiteit=a)
            groep = maak.maak_doelgroep(reis["wijk"])
            maak.maak_ervaring(reis["wijk"], doelgroep=groep)

    vul(1)
    een = vragen()
    vul(29)
    assert vragen() == een
    assert een < 25
