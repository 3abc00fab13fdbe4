# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages with the promises: of all parties, and of one."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_routekaart, maak_wijk
from tests.factories_draad import sluit_rij
from tests.factories_onderdelen import maak_onderdeel
from wijken.models import Rol

pytestmark = pytest.mark.django_db
PAD = "/wijken/proefwijk/toezeggingen/"


@pytest.fixture
def reis():
    """Two parties with promises on a journey: the perron, both parties."""
    wijk = maak_wijk()
    corporatie, school = maak_partij(wijk, "De Corporatie"), maak_partij(wijk, "De School")
    perron = maak_perron(wijk)

    def beloof(deelname, tekst, wanneer=None, staat="toegezegd"):
        return maak_onderdeel("toezeggingen", perron, actor=deelname.actor, tekst=tekst, wanneer=wanneer, staat=staat)

    beloof(corporatie, "Een zaal", date(2026, 9, 1))
    beloof(corporatie, "Twee banken", date(2026, 3, 1), "gedaan")
    beloof(school, "Het plein open", date(2026, 6, 1), "bezig")
    beloof(school, "Een moestuin")
    return perron, corporatie, school


def rijen(pagina: str) -> list[str]:
    """Return the rows of the tables as plain words."""
    kaal = re.findall(r'<tr class="utrecht-table__row">(.*?)</tr>', pagina.split("<tbody", 1)[1], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", rij).split()) for rij in kaal if "<td" in rij]


def lezer(perron):
    return ingelogd(maak_lid(perron.wijk, Rol.LEZER))


def test_all_promises_by_party(reis):
    perron, corporatie, _ = reis
    pagina = lezer(perron).get(PAD).text
    assert rijen(pagina) == [
        "Twee banken Gedaan 1 maart 2026",
        "Een zaal Toegezegd 1 september 2026",
        "Het plein open Bezig 1 juni 2026",
        "Een moestuin Toegezegd Nog geen datum",
    ]
    assert f'href="{PAD}{corporatie.actor.sleutel}/"' in pagina
    assert '<strong aria-current="true">Per partij</strong>' in pagina


def test_all_promises_by_date(reis):
    pagina = lezer(reis[0]).get(PAD, {"volgorde": "datum"}).text
    assert rijen(pagina) == [
        "Twee banken De Corporatie Gedaan 1 maart 2026",
        "Het plein open De School Bezig 1 juni 2026",
        "Een zaal De Corporatie Toegezegd 1 september 2026",
        "Een moestuin De School Toegezegd Nog geen datum",
    ]
    assert '<strong aria-current="true">Op datum</strong>' in pagina


def test_an_unknown_order_is_the_first_one(reis):
    client = lezer(reis[0])
    assert rijen(client.get(PAD, {"volgorde": "wie"}).text) == rijen(client.get(PAD).text)


def test_the_page_of_one_party_has_only_its_own(reis):
    perron, _, school = reis
    pagina = lezer(perron).get(f"{PAD}{school.actor.sleutel}/").text
    assert rijen(pagina) == ["Het plein open Bezig 1 juni 2026", "Een moestuin Toegezegd Nog geen datum"]
    assert "Toezeggingen van De School" in pagina
    assert "De Corporatie" not in pagina


def test_a_party_of_another_wijk_is_not_there(reis):
    vreemd = maak_partij(maak_wijk("elders"), "De Kerk")
    assert lezer(reis[0]).get(f"{PAD}{vreemd.actor.sleutel}/").status_code == 404


def test_who_speaks_for_a_party_can_change_and_add(reis):
    perron, corporatie, school = reis
    client = ingelogd(maak_lid(perron.wijk, Rol.DEELNEMER, voor=school))
    pagina = client.get(PAD).text
    assert len(re.findall(r">Wijzigen<", pagina)) == 2
    eigen = client.get(f"{PAD}{school.actor.sleutel}/").text
    nieuw = f"/wijken/proefwijk/routekaart/perron/8/toezeggingen/nieuw/?actor={school.actor.sleutel}"
    assert f'href="{nieuw}"' in eigen
    assert client.get(nieuw).status_code == 200
    assert {client.get(url).status_code for url in re.findall(r'href="(/[^"]+/8/toezeggingen/[^"]+)"', pagina)} == {200}
    ander = client.get(f"{PAD}{corporatie.actor.sleutel}/").text
    assert "Een toezegging toevoegen" not in ander
    assert ">Wijzigen<" not in ander + lezer(perron).get(PAD).text


def test_what_was_closed_or_belongs_to_an_older_journey_is_left_out(reis):
    perron, _, school = reis
    rij = maak_onderdeel("toezeggingen", perron, actor=school.actor, tekst="Een bus")
    sluit_rij(rij)
    assert "Een bus" not in lezer(perron).get(PAD).text
    maak_routekaart(perron.wijk, "De tweede")
    pagina = lezer(perron).get(PAD).text
    assert "Er zijn nog geen toezeggingen." in pagina
    assert "Een zaal" not in pagina


def test_a_party_without_promises_is_invited(reis):
    perron, _, _ = reis
    kerk = maak_partij(perron.wijk, "De Kerk")
    pagina = lezer(perron).get(f"{PAD}{kerk.actor.sleutel}/").text
    assert "Er staan hier nog geen toezeggingen." in pagina
    assert "De Kerk" not in lezer(perron).get(PAD).text


def test_perron_8_and_the_wijk_lead_here(reis):
    perron, corporatie, _ = reis
    client = lezer(perron)
    assert f'href="{PAD}"' in client.get("/wijken/proefwijk/routekaart/perron/8/").text
    wijk = client.get("/wijken/proefwijk/").text
    assert f'href="{PAD}{corporatie.actor.sleutel}/"' in wijk
    assert f'href="{PAD}"' in wijk
    maak_routekaart(perron.wijk, "De tweede")
    assert f'href="{PAD}"' not in client.get("/wijken/proefwijk/routekaarten/1/perron/8/").text
    assert "Die schrijft u op bij perron 8." in client.get("/wijken/proefwijk/").text


def test_text_of_people_is_escaped(reis):
    perron, _, school = reis
    maak_onderdeel("toezeggingen", perron, actor=school.actor, tekst="<b>vet</b>")
    assert "&lt;b&gt;vet&lt;/b&gt;" in lezer(perron).get(PAD).text


@pytest.mark.parametrize("vraag", ["", "?volgorde=datum"])
def test_the_query_count_is_constant(reis, vraag):
    perron, _, school = reis
    client = ingelogd(maak_lid(perron.wijk, Rol.DEELNEMER, voor=school))

    def vragen() -> list[int]:
        aantallen = []
        for pad in (f"{PAD}{vraag}", f"{PAD}{school.actor.sleutel}/", "/wijken/proefwijk/"):
            with CaptureQueriesContext(connection) as gevangen:
                assert client.get(pad).status_code == 200
            aantallen.append(len(gevangen))
        return aantallen

    een = vragen()
    for nr in range(30):
        maak_onderdeel("toezeggingen", perron, actor=school.actor, tekst=f"Kopje koffie {nr}")
        maak_onderdeel("toezeggingen", perron, nr=nr)
    assert vragen() == een
