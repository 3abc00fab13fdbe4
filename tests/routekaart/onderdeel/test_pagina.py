# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the structures: every kind can be added, changed, closed and opened, and says what is wrong."""

import re
from datetime import date

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from routekaart.models import Opbrengst, Standpunt, Uitdaging, Verandering
from tests.factories import ingelogd, maak_bron, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import ALLE_SOORTEN, maak_onderdeel, velden
from wijken.models import Afsluiting, Kerncijfer, Onderwerp, Rol, Tekstvoorstel
from wijken.onderdelen.handelingen import sluit, wijzig

pytestmark = pytest.mark.django_db


@pytest.fixture
def reis():
    wijk = maak_wijk()
    perron = maak_perron(wijk)
    return perron, ingelogd(maak_lid(wijk, Rol.WIJKREGISSEUR))


def perron_bij(perron, soort):
    nummer = soort.perron or 1
    rij = perron.routekaart.perrons.get(nummer=nummer)
    rij.routekaart = perron.routekaart
    return rij


def pad(soort, staart="nieuw/"):
    plek = "vertrek" if soort.bij_vertrek else f"routekaart/perron/{soort.perron or 1}"
    return f"/wijken/proefwijk/{plek}/{soort.woord}/{staart}"


def post_velden(waarden):
    return {
        k: str(w.sleutel) if isinstance(w, models.Model) else w.isoformat() if isinstance(w, date) else w
        for k, w in waarden.items()
    }


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda s: s.woord)
def test_every_kind_can_be_added_changed_closed_and_opened(soort, reis):
    perron, client = reis
    hier = perron_bij(perron, soort)
    waarden = velden(soort, hier)
    assert client.get(pad(soort)).status_code == 200
    antwoord = client.post(pad(soort), post_velden(waarden), follow=True)
    assert antwoord.redirect_chain[0][0].endswith(f"#{soort.woord}"), antwoord.text[:3000]
    rij = soort.rijen(hier).get()
    assert str(rij).split(",")[0][:20] in antwoord.text.replace("&#x27;", "'")
    eigen = pad(soort, f"{rij.sleutel}/")
    pagina = client.get(eigen)
    assert pagina.status_code == 200
    veld = next(
        v
        for v in reversed(soort.velden)
        if isinstance(soort.model._meta.get_field(v), models.TextField | models.CharField)
        and not soort.model._meta.get_field(v).choices
    )
    anders = post_velden(waarden) | {veld: "Heel iets anders.", "versie": rij.versie}
    if soort.woord == "opbrengsten":
        anders["nagevraagd_op"] = "2026-05-01"
    antwoord = client.post(eigen, anders, follow=True)
    rij.refresh_from_db()
    assert getattr(rij, veld) == "Heel iets anders.", antwoord.text[:3000]
    assert client.post(f"{eigen}sluiten/", {"reden": "Klaar.", "versie": rij.versie}).status_code == 303
    assert Afsluiting.objects.get().reden == "Klaar."
    assert "Weer openen" in client.get(eigen).text
    assert client.post(f"{eigen}openen/").status_code == 303
    assert not Afsluiting.objects.exists()


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda s: s.woord)
def test_an_empty_form_says_what_is_missing(soort, reis):
    perron, client = reis
    maak_partij(perron.wijk)
    antwoord = client.post(pad(soort), {})
    assert antwoord.status_code == 422
    assert "Vul dit veld in." in antwoord.text or "Maak hier een keuze." in antwoord.text
    assert antwoord.text.count("autofocus") == 1


def test_a_link_to_another_journey_is_refused(reis):
    _, client = reis
    vreemd = maak_onderdeel("uitdagingen", maak_perron(maak_wijk("elders")))
    velden_ = {"naam": "Anders doen", "uitdagingen": [str(vreemd.sleutel)]}
    antwoord = client.post("/wijken/proefwijk/routekaart/perron/3/veranderingen/nieuw/", velden_)
    assert antwoord.status_code == 422
    assert "hoort bij een andere reis" in antwoord.text
    assert "Anders doen" in antwoord.text
    assert not Verandering.objects.exists()


def test_dates_in_an_impossible_order_are_refused_at_the_field(reis):
    perron, client = reis
    activiteit, partij = maak_onderdeel("activiteiten", perron), maak_partij(perron.wijk)
    waarden = post_velden(
        {"activiteit": activiteit, "actor": partij.actor, "van": date(2026, 3, 1), "tot": date(2026, 2, 1)}
    )
    antwoord = client.post(
        "/wijken/proefwijk/routekaart/perron/7/machinisten/nieuw/", waarden | {"opvolging": "Iemand."}
    )
    assert antwoord.status_code == 422
    assert "Deze datum ligt voor de begindatum." in antwoord.text
    assert "Iemand." in antwoord.text
    assert 'value="2026-02-01"' in antwoord.text


def test_the_same_thing_twice_offers_the_existing_one(reis):
    perron, client = reis
    rij = maak_onderdeel("uitdagingen", perron, naam="Armoede")
    antwoord = client.post("/wijken/proefwijk/routekaart/perron/2/uitdagingen/nieuw/", {"naam": "Armoede"})
    assert antwoord.status_code == 422
    assert "Deze uitdaging staat er al." in antwoord.text
    assert f"/perron/2/uitdagingen/{rij.sleutel}/" in antwoord.text
    assert Uitdaging.objects.count() == 1


def test_own_choice_needs_no_reason_and_takes_none(reis):
    perron, client = reis
    deelname = maak_partij(perron.wijk)
    basis = {"deelname": str(deelname.sleutel), "plaats": "eigen_keuze"}
    url = "/wijken/proefwijk/routekaart/perron/5/inclusie/nieuw/"
    antwoord = client.post(url, basis | {"reden": "Geen tijd."})
    assert antwoord.status_code == 422
    assert "hoeft dat niet uit te leggen" in antwoord.text
    assert client.post(url, basis).status_code == 303


def test_a_reservation_needs_a_reason_and_goes_by_perron(reis):
    perron, client = reis
    partij = maak_partij(perron.wijk)
    basis = {"actor": str(partij.actor.sleutel)}
    antwoord = client.post("/wijken/proefwijk/routekaart/perron/1/standpunten/nieuw/", basis | {"keuze": "voorbehoud"})
    assert "Schrijf op waarom." in antwoord.text
    antwoord = client.post(
        "/wijken/proefwijk/routekaart/perron/4/standpunten/nieuw/", basis | {"keuze": "voorbehoud", "reden": "X"}
    )
    assert antwoord.status_code == 422
    assert (
        client.post(
            "/wijken/proefwijk/routekaart/perron/4/standpunten/nieuw/",
            basis | {"keuze": "bezwaar", "reden": "Te snel."},
        ).status_code
        == 303
    )
    assert Standpunt.objects.get().perron.nummer == 4
    assert "Te snel." not in client.get("/wijken/proefwijk/routekaart/perron/1/").text
    assert "Te snel." in client.get("/wijken/proefwijk/routekaart/perron/4/").text


def test_a_participant_writes_for_the_own_party_only(reis):
    perron, _ = reis
    eigen, ander = maak_partij(perron.wijk), maak_partij(perron.wijk)
    client = ingelogd(maak_lid(perron.wijk, Rol.DEELNEMER, voor=eigen))
    uitdaging = maak_onderdeel("uitdagingen", perron)
    url = "/wijken/proefwijk/routekaart/perron/2/opbrengsten/nieuw/"
    basis = {"uitdaging": str(uitdaging.sleutel), "tekst": "Rust."}
    assert client.post(url, basis | {"actor": str(ander.actor.sleutel)}).status_code == 422
    assert client.post(url, basis | {"actor": str(eigen.actor.sleutel)}).status_code == 303
    van_ander = maak_onderdeel("opbrengsten", perron, uitdaging=uitdaging, actor=ander.actor, tekst="Geld.")
    assert client.get(f"/wijken/proefwijk/routekaart/perron/2/opbrengsten/{van_ander.sleutel}/").status_code == 403
    assert ingelogd(maak_lid(perron.wijk, Rol.DEELNEMER)).get(url).status_code == 403
    assert Opbrengst.objects.count() == 2


def test_figure_and_voice_stand_side_by_side(reis):
    perron, client = reis
    cijfer = Kerncijfer.objects.create(
        wijk=perron.wijk, onderwerp=Onderwerp.INKOMEN_LAAG, jaar=2022, waarde="43.4", bron=maak_bron()
    )
    partij = maak_partij(perron.wijk, "De Corporatie")
    uitdaging = maak_onderdeel(
        "uitdagingen", perron, naam="Armoede", cijfer=cijfer, stem="Het geld is op.", stem_herkomst="Aan de deur"
    )
    maak_onderdeel("opbrengsten", perron, uitdaging=uitdaging, actor=partij.actor, tekst="Minder huurschuld.")
    pagina = client.get("/wijken/proefwijk/routekaart/perron/2/").text
    for tekst in ("43,4", "Proefbureau", "Het geld is op.", "Aan de deur", "De Corporatie", "Minder huurschuld."):
        assert tekst in pagina


def test_the_second_of_two_writers_finds_both_texts_in_the_field(reis):
    perron, client = reis
    rij = maak_onderdeel("uitdagingen", perron, naam="Armoede", toelichting="Er is armoede in de wijk.")
    gezien = rij.versie
    wijzig(
        rij=rij, waarden={"toelichting": "Er is veel armoede in de wijk."}, versie=gezien, door=maak_lid(perron.wijk)
    )
    url = f"/wijken/proefwijk/routekaart/perron/2/uitdagingen/{rij.sleutel}/"
    mijn = {"naam": "Armoede", "toelichting": "Er is armoede in de hele wijk.", "versie": gezien}
    antwoord = client.post(url, mijn)
    assert antwoord.status_code == 409
    assert "Iemand was u net voor" in antwoord.text
    assert Tekstvoorstel.objects.get().tekst == "Er is armoede in de hele wijk."
    assert "Er is veel armoede in de hele wijk." in antwoord.text
    rij.refresh_from_db()
    samen = {"naam": "Armoede", "toelichting": "Er is veel armoede in de hele wijk.", "versie": rij.versie}
    assert client.post(url, samen).status_code == 303
    assert Tekstvoorstel.objects.get().afgehandeld
    assert "Geschiedenis (2)" in client.get(url).text


def test_a_closed_row_is_read_with_its_reason(reis):
    perron, client = reis
    rij = maak_onderdeel("subdoelen", perron, tekst="Een oud doel")
    sluit(rij=rij, reden="Gehaald.", versie=rij.versie, door=None)
    pagina = client.get("/wijken/proefwijk/routekaart/perron/1/").text
    assert "Gesloten (1)" in pagina
    assert "Gehaald." in pagina


def test_closing_without_a_reason_or_on_an_old_version(reis):
    perron, client = reis
    rij = maak_onderdeel("subdoelen", perron)
    url = f"/wijken/proefwijk/routekaart/perron/1/subdoelen/{rij.sleutel}/sluiten/"
    assert "Vul dit veld in." in client.post(url, {"versie": rij.versie}).text
    antwoord = client.post(url, {"reden": "Klaar.", "versie": rij.versie - 1})
    assert antwoord.status_code == 409
    assert not Afsluiting.objects.exists()
    assert client.get(url).status_code == 302


@pytest.mark.parametrize(
    "staart",
    [
        *("2/subdoelen/nieuw/", "1/onzin/nieuw/", "12/subdoelen/nieuw/"),
        *("0/standpunten/nieuw/", "0/schatten/nieuw/", "1/schatten/nieuw/"),
    ],
)
def test_a_kind_stands_at_its_own_perron(reis, staart):
    _, client = reis
    assert client.get(f"/wijken/proefwijk/routekaart/perron/{staart}").status_code == 404


@pytest.mark.parametrize("woord", ["standpunten", "subdoelen", "doelgroepen", "onzin"])
def test_before_the_journey_stands_only_what_belongs_there(reis, woord):
    _, client = reis
    assert client.get(f"/wijken/proefwijk/vertrek/{woord}/nieuw/").status_code == 404


def test_the_treasures_are_reached_from_the_page_of_the_wijk_and_lead_back(reis):
    perron, client = reis
    rij = maak_onderdeel("schatten", perron)
    pagina = client.get("/wijken/proefwijk/").text
    assert 'href="/wijken/proefwijk/vertrek/schatten/nieuw/"' in pagina
    eigen = f"/wijken/proefwijk/vertrek/schatten/{rij.sleutel}/"
    assert f'href="{eigen}"' in pagina
    pagina = client.get(eigen).text
    assert f'action="{eigen}sluiten/"' in pagina
    assert 'href="/wijken/proefwijk/#schatten"' in pagina
    assert "/perron/" not in pagina.partition("<main")[2]


def test_the_text_of_a_treasure_goes_back_from_its_own_address(reis):
    perron, client = reis
    rij = maak_onderdeel("schatten", perron, bijdrage="Groen.")
    rij = wijzig(rij=rij, waarden={"bijdrage": "Grijs."}, versie=rij.versie, door=maak_lid(perron.wijk))
    antwoord = client.post(f"/wijken/proefwijk/vertrek/schatten/{rij.sleutel}/terug/{rij.versie}/")
    assert antwoord["Location"] == f"/wijken/proefwijk/vertrek/schatten/{rij.sleutel}/"
    rij.refresh_from_db()
    assert rij.bijdrage == "Groen."


def test_the_query_count_of_a_full_perron_is_constant(reis):
    perron, client = reis
    partij = maak_partij(perron.wijk)
    aantallen = []
    for aantal in (1, 30):
        for nr in range(aantal):
            u = maak_onderdeel("uitdagingen", perron, nr=nr + 100 * aantal)
            maak_onderdeel("opbrengsten", perron, uitdaging=u, actor=partij.actor, tekst="Iets.")
            maak_onderdeel("veranderingen", perron, nr=nr + 100 * aantal, links={"uitdagingen": [u]})
        tellen = []
        for nummer in (2, 3):
            with CaptureQueriesContext(connection) as vragen:
                client.get(f"/wijken/proefwijk/routekaart/perron/{nummer}/")
            tellen.append(len(vragen))
        aantallen.append(tellen)
    assert aantallen[0] == aantallen[1]


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda s: s.woord)
def test_a_row_of_boxes_has_no_box_for_nothing(soort, reis):
    _, client = reis
    pagina = client.get(pad(soort)).text
    assert not re.search(r'<input[^>]*type="checkbox"[^>]*value=""', pagina)
