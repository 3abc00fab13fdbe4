# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreeing shows what is still open at a perron, and asks why the coalition agrees all the same."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actoren.models import Plaats
from routekaart.models import Antwoord
from routekaart.perron.forms import AntwoordForm
from routekaart.perron.handelingen import heropen, stel_vast, trek_bijdrage_in
from routekaart.perron.nogopen import PERRON_VAN_GAT, open_punten
from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_partij, maak_perron, maak_routekaart, maak_wijk
from tests.factories_draad import maak_activiteit, maak_besluit, maak_draad, maak_uitdaging, sluit_rij
from tests.factories_onderdelen import maak_onderdeel
from tests.weigert import geweigerd
from wijken.models import Rol
from wijken.onderdelen.handelingen import bewaar_voorstel, handel_af
from wijkwijzer.settings import BASE_DIR
from wijkwijzer.web.run_verb import INVALID, run_verb

pytestmark = pytest.mark.django_db
PAD = "/wijken/proefwijk/routekaart/perron/"


@pytest.fixture
def reis():
    """A wijk with one party and a journey; its reisleider."""
    wijk = maak_wijk()
    partij = maak_partij(wijk, "De Corporatie")
    perron = maak_perron(wijk)
    return perron, partij, maak_lid(wijk, Rol.REISLEIDER)


def op(perron, nummer):
    rij = perron.routekaart.perrons.get(nummer=nummer)
    rij.routekaart = perron.routekaart
    return rij


def punten(perron, door=None):
    return [(p.zin, p.url) for p in open_punten(perron, door=door)]


def test_parties_aboard_that_did_not_contribute(reis):
    perron, partij, _ = reis
    zin = ("Er is nog geen bijdrage van De Corporatie.", f"{PAD}1/#bijdragen")
    assert punten(perron) == [zin]
    bijdrage = maak_bijdrage(perron, partij.actor)
    assert punten(perron) == []
    trek_bijdrage_in(bijdrage=bijdrage, door=None, versie=bijdrage.versie)
    assert punten(perron) == [zin]
    maak_besluit(partij, Plaats.EIGEN_KEUZE)
    assert punten(perron) == []


def test_gaps_of_the_thread_belong_to_a_perron(reis):
    perron, partij, _ = reis
    maak_besluit(partij, Plaats.EIGEN_KEUZE)
    kaart = perron.routekaart
    maak_draad(kaart, partij.actor)
    assert [punten(op(perron, n)) for n in range(1, 10)] == [[]] * 9
    maak_uitdaging(kaart, "Stilte", stem="")
    maak_activiteit(kaart, "Zomerfeest")
    open_ = {n: [zin for zin, _ in punten(op(perron, n))] for n in range(1, 10)}
    assert {n: len(zinnen) for n, zinnen in open_.items() if zinnen} == {2: 2, 3: 1, 6: 1, 7: 1}
    assert open_[7] == ["De activiteit “Zomerfeest” heeft nog geen machinist."]


def test_every_kind_of_gap_has_a_perron():
    bron = (BASE_DIR / "routekaart" / "rodedraad" / "keten.py").read_text(encoding="utf-8")
    soorten = set(re.findall(r'_gat\([^"]*?"([a-z_]+)"', bron))
    assert soorten == set(PERRON_VAN_GAT)


def test_texts_that_wait(reis):
    perron, partij, lid = reis
    bijdrage = maak_bijdrage(perron, partij.actor)
    subdoel = maak_onderdeel("subdoelen", perron, tekst="Een bankje")
    standpunt = maak_onderdeel("standpunten", perron, actor=partij.actor)
    uitdaging = maak_onderdeel("uitdagingen", perron)
    elders = maak_onderdeel("subdoelen", maak_perron(maak_wijk("elders")))
    for rij in (bijdrage, subdoel, standpunt, uitdaging, elders):
        bewaar_voorstel(rij=rij, veld="tekst", basis="", tekst="Anders.", door=lid)
    wacht = [p for p in punten(perron) if "tekstvoorstel" in p[0]]
    assert wacht == [
        ("Er wacht nog een tekstvoorstel voor de bijdrage van De Corporatie.", f"{PAD}1/bijdragen/{bijdrage.sleutel}/"),
        ("Er wacht nog een tekstvoorstel voor “Een bankje”.", f"{PAD}1/subdoelen/{subdoel.sleutel}/"),
        (f"Er wacht nog een tekstvoorstel voor “{standpunt}”.", f"{PAD}1/standpunten/{standpunt.sleutel}/"),
    ]
    client = ingelogd(lid)
    assert {client.get(url).status_code for _, url in wacht} == {200}
    sluit_rij(subdoel)
    handel_af(voorstel=bewaar_voorstel(rij=bijdrage, veld="tekst", basis="", tekst="Anders.", door=lid), door=lid)
    assert [z for z, _ in punten(perron) if "tekstvoorstel" in z] == [wacht[2][0]]


def test_the_own_proposal_for_the_answer_is_not_open(reis):
    perron, partij, lid = reis
    maak_bijdrage(perron, partij.actor)
    bewaar_voorstel(rij=perron, veld="antwoord", basis="", tekst="Van mij.", door=lid)
    assert punten(perron, lid) == []
    ander = maak_lid(perron.wijk, Rol.WIJKREGISSEUR)
    assert punten(perron, ander) == [("Er wacht nog een tekstvoorstel voor ons antwoord.", f"{PAD}1/#antwoord")]


def test_a_member_gives_the_reason_under_the_lock(reis):
    perron, partij, lid = reis
    with geweigerd("perron_nog_iets_open", "waarom u toch vaststelt") as nee:
        stel_vast(perron=perron, tekst="Zo.", door=lid, versie=perron.versie)
    assert nee.value.veld == "ondanks"
    assert not Antwoord.objects.exists()
    stel_vast(perron=perron, tekst="Zo.", door=lid, versie=perron.versie, ondanks="Wij willen vooruit.")
    assert Antwoord.objects.get().ondanks == "Wij willen vooruit."
    perron.refresh_from_db(fields=["versie"])
    heropen(perron=perron, reden="Beter.", door=lid, versie=perron.versie)
    maak_bijdrage(perron, partij.actor)
    perron.refresh_from_db(fields=["versie"])
    stel_vast(perron=perron, tekst="Nu met ons.", door=lid, versie=perron.versie)
    assert Antwoord.objects.get(tekst="Nu met ons.").ondanks == ""


def test_the_form_lists_what_is_open_and_asks_why(reis):
    perron, _, lid = reis
    client = ingelogd(lid)
    pagina = client.get(f"{PAD}1/").text
    assert "Bij dit perron is nog iets open." in pagina
    assert "Er is nog geen bijdrage van De Corporatie." in pagina
    velden = {"tekst": "Zo.", "versie": perron.versie}
    antwoord = client.post(f"{PAD}1/antwoord/", velden)
    assert antwoord.status_code == 422
    assert "Er is nog iets open. Schrijf op waarom u toch vaststelt." in antwoord.text
    assert ">Zo.</textarea>" in antwoord.text.replace("\n", "")
    antwoord = client.post(f"{PAD}1/antwoord/", velden | {"ondanks": "De school komt later."}, follow=True)
    assert "Toch vastgesteld, omdat: De school komt later." in antwoord.text


def test_with_nothing_open_the_question_is_not_asked(reis):
    perron, partij, lid = reis
    maak_bijdrage(perron, partij.actor)
    client = ingelogd(lid)
    pagina = client.get(f"{PAD}1/").text
    assert "Waarom stelt u toch vast?" not in pagina
    assert "is nog iets open" not in pagina
    assert client.post(f"{PAD}1/antwoord/", {"tekst": "Zo.", "versie": perron.versie}).status_code == 303
    assert Antwoord.objects.get().ondanks == ""


def test_what_opens_while_somebody_agrees_is_told_and_asked_at_the_next_try(reis):
    perron, _, lid = reis
    velden = {"tekst": "Zo.", "versie": perron.versie}
    form = AntwoordForm(velden, open_punten=[])
    assert run_verb(form, lambda d: stel_vast(perron=perron, door=lid, **d)) == INVALID
    assert form.non_field_errors() == ["Er is nog iets open. Schrijf op waarom u toch vaststelt."]
    assert 'name="ondanks"' in ingelogd(lid).post(f"{PAD}1/antwoord/", velden).text


def test_an_import_says_what_was_agreed_elsewhere(reis):
    perron, _, _ = reis
    stel_vast(perron=perron, tekst="Zo was het.", door=None, versie=perron.versie)
    assert Antwoord.objects.get().tekst == "Zo was het."


def test_the_query_count_is_constant(reis):
    perron, _, lid = reis
    client = ingelogd(lid)

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(f"{PAD}2/").status_code == 200
        return len(gevangen)

    def vul(aantal: int) -> None:
        for _ in range(aantal):
            deelname = maak_partij(perron.wijk)
            rij = maak_uitdaging(perron.routekaart)
            bijdrage = maak_bijdrage(op(perron, 2), deelname.actor, f"Bijdrage {rij.pk}.")
            for doel in (rij, bijdrage):
                bewaar_voorstel(rij=doel, veld="tekst", basis="", tekst="Anders.", door=lid)

    vul(1)
    een = vragen()
    vul(29)
    assert vragen() == een


def test_an_older_journey_asks_nothing(reis):
    perron, _, lid = reis
    maak_routekaart(perron.wijk, "De tweede")
    assert "is nog iets open" not in ingelogd(lid).get("/wijken/proefwijk/routekaarten/1/perron/1/").text
