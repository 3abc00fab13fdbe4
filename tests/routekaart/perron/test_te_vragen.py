# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A party that boards later is asked for its stand on what was agreed before (P3)."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actoren.models import Actor, Plaats
from routekaart.perron.handelingen import heropen, stel_vast
from routekaart.reis.stand import opsomming, reisstand
from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_partij, maak_perron, maak_routekaart, maak_wijk
from tests.factories_draad import maak_besluit
from tests.factories_onderdelen import maak_onderdeel
from wijken.models import Rol

pytestmark = pytest.mark.django_db
PAD = "/wijken/proefwijk/routekaart/perron/1/"


@pytest.fixture
def reis():
    """A wijk with one party, which agrees with the answer of perron 1."""
    wijk = maak_wijk()
    corporatie = maak_partij(wijk, "De Corporatie")
    perron = maak_perron(wijk)
    spreek_af(perron)
    maak_onderdeel("standpunten", perron, actor=corporatie.actor)
    return perron


def spreek_af(perron):
    perron.refresh_from_db(fields=["versie"])
    stel_vast(perron=perron, tekst="Iedereen telt mee.", door=None, versie=perron.versie)


def zinnen(perron, **kwargs):
    return reisstand(perron.routekaart, **kwargs).perrons[perron.nummer - 1].open_zinnen


def test_a_party_that_boards_after_the_answer_is_asked(reis):
    assert zinnen(reis) == ()
    school = maak_partij(reis.wijk, "De School")
    assert zinnen(reis) == ("Nog te vragen: De School (later ingestapt).",)
    maak_onderdeel("standpunten", reis, actor=school.actor)
    assert zinnen(reis) == ()


def test_a_party_that_was_aboard_already_is_asked_without_more(reis):
    perron = reis.routekaart.perrons.get(nummer=2)
    perron.routekaart = reis.routekaart
    spreek_af(perron)
    assert zinnen(perron) == ("Nog te vragen: De Corporatie.",)


def test_a_party_that_chose_to_board_later_is_asked_once_it_does(reis):
    school = maak_partij(reis.wijk, "De School")
    maak_besluit(school, Plaats.LATER)
    assert zinnen(reis) == ()
    spreek_af_opnieuw(reis)
    maak_besluit(school, Plaats.AAN_BOORD)
    assert zinnen(reis) == ("Nog te vragen: De School (later ingestapt).",)


def spreek_af_opnieuw(perron):
    perron.refresh_from_db(fields=["versie"])
    heropen(perron=perron, reden="Beter.", door=None, versie=perron.versie)
    assert not any("te vragen" in z for z in zinnen(perron))
    spreek_af(perron)


def test_who_chooses_not_to_join_gets_no_reminder(reis):
    maak_besluit(maak_partij(reis.wijk, "De Kerk"), Plaats.EIGEN_KEUZE)
    assert zinnen(reis) == ()
    assert "De Kerk" not in zijde(reis)
    perron = reis.routekaart.perrons.get(nummer=4)
    perron.routekaart = reis.routekaart
    maak_bijdrage(perron, Actor.objects.get(naam="De Corporatie"))
    assert zinnen(perron) == ("Nog geen antwoord vastgesteld.",)


def zijde(perron) -> str:
    """Return what the page says about who is still to be asked."""
    pagina = ingelogd(maak_lid(perron.wijk, Rol.LEZER)).get(PAD).text
    return re.split(r'id="te-vragen"', pagina)[1].split("</section>")[0]


@pytest.mark.parametrize("nummer", [4, 9])
def test_the_other_perrons_ask_for_objections_only(reis, nummer):
    perron = reis.routekaart.perrons.get(nummer=nummer)
    perron.routekaart = reis.routekaart
    spreek_af(perron)
    assert zinnen(perron) == ()


def test_an_older_journey_asks_nobody_any_more(reis):
    maak_routekaart(reis.wijk, "De tweede")
    maak_partij(reis.wijk, "De School")
    assert zinnen(reis, is_huidig=False) == ()
    pagina = ingelogd(maak_lid(reis.wijk, Rol.REISLEIDER)).get("/wijken/proefwijk/routekaarten/1/perron/1/").text
    assert "De School" not in pagina


def test_the_page_names_them_and_leads_who_speaks_for_them_to_the_form(reis):
    school = maak_partij(reis.wijk, "De School")
    pagina = ingelogd(maak_lid(reis.wijk, Rol.DEELNEMER, voor=school)).get(PAD).text
    url = f"{PAD}standpunten/nieuw/?actor={school.actor.sleutel}"
    assert f'href="{url}"' in pagina
    assert "De School (later ingestapt)" in pagina
    formulier = ingelogd(maak_lid(reis.wijk, Rol.REISLEIDER)).get(url).text
    assert re.search(rf'value="{school.actor.sleutel}"[^>]*selected', formulier)
    assert "standpunten/nieuw/?actor=" not in ingelogd(maak_lid(reis.wijk, Rol.DEELNEMER)).get(PAD).text


def test_agreeing_with_htmx_brings_the_list_along(reis):
    reis.refresh_from_db(fields=["versie"])
    heropen(perron=reis, reden="Beter.", door=None, versie=reis.versie)
    maak_partij(reis.wijk, "De School")
    reis.refresh_from_db(fields=["versie"])
    velden = {"tekst": "Ook de school.", "versie": reis.versie, "ondanks": "Wij willen vooruit."}
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    deel = ingelogd(maak_lid(reis.wijk, Rol.REISLEIDER)).post(f"{PAD}antwoord/", velden, headers=headers).text
    lijst = deel.split('id="te-vragen"')[1].split("</section>")[0]
    assert 'data-hx-swap-oob="true"' in lijst
    assert "De School" in lijst


@pytest.mark.parametrize(
    ("namen", "zin"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A en B"),
        (["A", "B", "C", "D"], "A, B, C en D"),
        (["A", "B", "C", "D", "E"], "A, B, C en nog 2 partijen"),
    ],
)
def test_names_in_a_sentence(namen, zin):
    assert opsomming(namen) == zin


def test_the_query_count_is_constant(reis):
    client = ingelogd(maak_lid(reis.wijk, Rol.LEZER))

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(PAD).status_code == 200
        return len(gevangen)

    maak_partij(reis.wijk)
    een = vragen()
    for _ in range(29):
        maak_partij(reis.wijk)
    assert vragen() == een
