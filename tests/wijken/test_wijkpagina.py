# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of wijken: the list, the wijk with its panels, what happened."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ingelogd, maak_bijdrage, maak_bron, maak_lid, maak_partij, maak_perron, maak_wijk
from wijken.handelingen import geef_rol
from wijken.models import Gebied, Kerncijfer, Onderwerp, Opgave, Programma, Rol
from wijken.views import PER_BLAD

pytestmark = pytest.mark.django_db


@pytest.fixture
def wijk():
    return maak_wijk()


def lezer_van(wijk):
    return ingelogd(maak_lid(wijk, Rol.LEZER))


def test_the_list_has_the_own_wijken_only(wijk):
    maak_wijk("elders")
    pagina = lezer_van(wijk).get("/wijken/").text
    assert "Proefwijk" in pagina
    assert "u bent lezer" in pagina
    assert "Elders" not in pagina


def test_an_empty_wijk_says_what_is_missing(wijk):
    pagina = lezer_van(wijk).get("/wijken/proefwijk/").text
    for zin in (
        "Deze wijk heeft nog geen routekaart.",
        "Er is nog geen beschrijving van deze wijk.",
        "Er is nog geen kaart van deze wijk.",
        "Er zijn nog geen cijfers van deze wijk.",
        "Er zijn nog geen opgaven opgeschreven.",
        "Er doen nog geen partijen mee.",
        "Er zijn nog geen deelgebieden.",
        "Er is nog niets opgeschreven over eerdere",
    ):
        assert zin in pagina


def test_figures_stand_beside_the_city_with_source_year_and_licence(wijk):
    bron = maak_bron()
    for plek, waarde in (({"wijk": wijk}, 6470), ({"gemeente": wijk.gemeente}, None)):
        Kerncijfer.objects.create(**plek, onderwerp=Onderwerp.INWONERS, jaar=2022, waarde=waarde, bron=bron)
    pagina = lezer_van(wijk).get("/wijken/proefwijk/").text
    for tekst in ("6.470", "onbekend", ">2022<", "Proefbureau, Proefcijfers (2022), CC BY 4.0"):
        assert tekst in pagina


def test_the_past_has_its_reasons(wijk):
    Programma.objects.create(wijk=wijk, naam="Oud feest", soort="evenement", tot=2019, gestopt_omdat="Geen geld.")
    pagina = lezer_van(wijk).get("/wijken/proefwijk/").text
    for tekst in ("Oud feest", "tot en met 2019", "Waarom het stopte", "Geen geld."):
        assert tekst in pagina


def test_the_journal_is_a_page_of_sentences(wijk):
    perron = maak_perron(wijk)
    maak_bijdrage(perron, maak_partij(wijk, "De Bakker").actor)
    pagina = lezer_van(wijk).get("/wijken/proefwijk/journaal/").text
    assert "De reis is begonnen: Onze reis." in pagina
    assert "De Bakker droeg bij aan perron 1, Bestemming." in pagina
    assert pagina.index("De Bakker droeg bij") < pagina.index("De reis is begonnen")


def test_the_journal_can_be_leafed_through(wijk):
    client = lezer_van(wijk)
    perron, actor = maak_perron(wijk), maak_partij(wijk).actor
    for nr in range(PER_BLAD):
        maak_bijdrage(perron, actor, f"Zin {nr}")
    assert "Blad 1 van 2" in client.get("/wijken/proefwijk/journaal/").text
    laatste = client.get("/wijken/proefwijk/journaal/?blad=2").text
    assert "De reis is begonnen" in laatste
    assert "Blad 2 van 2" in client.get("/wijken/proefwijk/journaal/?blad=99").text
    assert "Blad 1 van 2" in client.get("/wijken/proefwijk/journaal/?blad=x").text


def vul(wijk, aantal):
    """Add this many of everything that the pages of wijken list."""
    bron, perron = maak_bron_een_keer(), maak_perron(wijk)
    begin = Opgave.objects.count()
    for nr in range(begin, begin + aantal):
        Opgave.objects.create(wijk=wijk, naam=f"Opgave {nr}", bron=bron)
        Gebied.objects.create(wijk=wijk, naam=f"Gebied {nr}", soort="buurt", casus=nr % 2 == 0, bron=bron)
        Programma.objects.create(wijk=wijk, naam=f"Programma {nr}", soort="programma", bron=bron)
        maak_bijdrage(perron, maak_partij(wijk).actor, f"Zin {nr}")


def maak_bron_een_keer():
    from wijken.models import Bron

    return Bron.objects.first() or maak_bron()


@pytest.mark.parametrize("pad", ["/wijken/proefwijk/", "/wijken/proefwijk/journaal/", "/wijken/proefwijk/routekaart/"])
def test_the_query_count_is_constant(wijk, pad):
    client, aantallen = lezer_van(wijk), []
    for aantal in (1, 30):
        vul(wijk, aantal)
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(pad).status_code == 200
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


def test_the_list_of_wijken_takes_a_constant_number_of_queries():
    eerste = maak_wijk("een")
    lid = maak_lid(eerste, Rol.LEZER)
    client, aantallen = ingelogd(lid), []
    for aantal in (0, 30):
        for nr in range(aantal):
            geef_rol(wijk=maak_wijk(f"wijk{nr}"), gebruiker=lid, rol=Rol.LEZER, door=None)
        with CaptureQueriesContext(connection) as vragen:
            assert client.get("/wijken/").status_code == 200
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
