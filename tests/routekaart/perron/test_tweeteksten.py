# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two answers at once, and texts that came second and wait: nobody's words get lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.models import Antwoord, Perron
from routekaart.perron.handelingen import heropen, stel_vast
from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.models import Rol, Tekstvoorstel
from wijken.onderdelen.handelingen import bewaar_voorstel

pytestmark = pytest.mark.django_db
PAD = "/wijken/proefwijk/routekaart/perron/1/"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def reis():
    """A perron of a wijk without parties, so that nothing is open; two who may agree."""
    perron = maak_perron(maak_wijk())
    return perron, maak_lid(perron.wijk, Rol.REISLEIDER), maak_lid(perron.wijk, Rol.WIJKREGISSEUR)


def versie(perron) -> int:
    return Perron.objects.get(pk=perron.pk).versie


def spreek_af(perron, tekst):
    stel_vast(perron=perron, tekst=tekst, door=None, versie=versie(perron))


def maak_open(perron):
    heropen(perron=perron, reden="Beter.", door=None, versie=versie(perron))


def ingevuld(pagina: str) -> str:
    """Return the text in the answer form."""
    return re.search(
        r'<textarea name="tekst"[^>]*id="id_antwoordform_tekst"[^>]*>\n?(.*?)</textarea>', pagina, re.DOTALL
    )[1]


def kaal(pagina: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", pagina).split())


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_second_of_two_answers_sees_base_theirs_and_a_proposal(reis, headers):
    perron, lid, _ = reis
    spreek_af(perron, "Buren kennen elkaar.")
    maak_open(perron)
    gezien = versie(perron)
    spreek_af(perron, "Alle buren kennen elkaar.")
    maak_open(perron)
    velden = {"tekst": "Buren kennen en helpen elkaar.", "versie": gezien}
    antwoord = ingelogd(lid).post(f"{PAD}antwoord/", velden, headers=headers)
    assert antwoord.status_code == 409
    assert "Iemand was u net voor" in antwoord.text
    assert "De tekst waar beiden van uitgingen Buren kennen elkaar." in kaal(antwoord.text)
    assert re.search(r"<ins>.*?Alle", antwoord.text)
    assert re.search(r"<ins>.*?en helpen", antwoord.text)
    assert ingevuld(antwoord.text) == "Alle buren kennen en helpen elkaar."
    voorstel = Tekstvoorstel.objects.get()
    assert (voorstel.basis, voorstel.tekst) == ("Buren kennen elkaar.", "Buren kennen en helpen elkaar.")
    velden = {"tekst": ingevuld(antwoord.text), "versie": versie(perron)}
    assert ingelogd(lid).post(f"{PAD}antwoord/", velden).status_code == 303
    assert Antwoord.objects.last().tekst == "Alle buren kennen en helpen elkaar."
    assert Tekstvoorstel.objects.get().afgehandeld


def test_two_first_answers_both_stay(reis):
    perron, lid, _ = reis
    gezien = versie(perron)
    spreek_af(perron, "Iedereen telt mee.")
    antwoord = ingelogd(lid).post(f"{PAD}antwoord/", {"tekst": "Wij beginnen klein.", "versie": gezien})
    assert antwoord.status_code == 409
    assert ingevuld(antwoord.text) == "Iedereen telt mee.\nWij beginnen klein."
    assert "U wijzigde allebei dezelfde plek." in antwoord.text
    assert "Het perron is al vastgesteld: heropen het eerst" in antwoord.text


def test_after_reopening_the_own_words_are_in_the_form_again(reis):
    perron, lid, ander = reis
    gezien = versie(perron)
    spreek_af(perron, "Iedereen telt mee.")
    ingelogd(lid).post(f"{PAD}antwoord/", {"tekst": "Wij beginnen klein.", "versie": gezien})
    ingelogd(lid).post(f"{PAD}heropenen/", {"reden": "Er is nog een tekst.", "versie": versie(perron)})
    pagina = ingelogd(lid).get(PAD).text
    assert ingevuld(pagina) == "Iedereen telt mee.\nWij beginnen klein."
    assert "Er wacht nog een tekst" in pagina
    elders = ingelogd(ander).get(PAD).text
    assert ingevuld(elders) == "Iedereen telt mee."
    assert "Wij beginnen klein." in kaal(elders)
    assert "Er wacht nog een tekst" not in ingelogd(maak_lid(perron.wijk, Rol.LEZER)).get(PAD).text


def test_the_same_answer_at_once_is_no_conflict(reis):
    perron, lid, _ = reis
    gezien = versie(perron)
    spreek_af(perron, "Iedereen telt mee.")
    antwoord = ingelogd(lid).post(f"{PAD}antwoord/", {"tekst": "Iedereen telt mee.", "versie": gezien})
    assert antwoord.status_code == 409
    assert "Iemand was u net voor" not in antwoord.text
    assert not Tekstvoorstel.objects.exists()


def test_who_changed_nothing_gets_what_the_other_made_of_it(reis):
    perron, lid, _ = reis
    spreek_af(perron, "Oud.")
    maak_open(perron)
    gezien = versie(perron)
    spreek_af(perron, "Nieuw.")
    maak_open(perron)
    antwoord = ingelogd(lid).post(f"{PAD}antwoord/", {"tekst": "Oud.", "versie": gezien})
    assert (antwoord.status_code, ingevuld(antwoord.text)) == (409, "Nieuw.")
    assert not Tekstvoorstel.objects.exists()


def test_agreeing_settles_what_the_form_showed_and_nothing_that_came_later(reis):
    perron, lid, ander = reis
    gezien = bewaar_voorstel(rij=perron, veld="antwoord", basis="", tekst="Eerst.", door=ander)
    client = ingelogd(lid)
    verborgen = re.search(r'name="voorstellen_gezien"\s+value="(\d+)"', client.get(PAD).text)
    assert verborgen[1] == str(gezien.versie)
    later = bewaar_voorstel(rij=perron, veld="antwoord", basis="", tekst="Later.", door=ander)
    velden = {"tekst": "Zo.", "versie": versie(perron), "ondanks": "Wij willen vooruit."}
    assert client.post(f"{PAD}antwoord/", velden | {"voorstellen_gezien": gezien.versie}).status_code == 303
    gezien.refresh_from_db(), later.refresh_from_db()
    assert gezien.afgehandeld
    assert later.afgehandeld is None


@pytest.mark.parametrize("wat", ["", "x", "-1", "9" * 30])
def test_a_broken_mark_settles_nothing_of_others(reis, wat):
    perron, lid, ander = reis
    bewaar_voorstel(rij=perron, veld="antwoord", basis="", tekst="Eerst.", door=ander)
    velden = {"tekst": "Zo.", "versie": versie(perron), "ondanks": "Vooruit.", "voorstellen_gezien": wat}
    assert ingelogd(lid).post(f"{PAD}antwoord/", velden).status_code == 303
    assert Tekstvoorstel.objects.get().afgehandeld is None


def test_a_text_that_waits_stands_at_its_row_and_is_settled_by_saving(reis):
    perron, lid, ander = reis
    client = ingelogd(lid)
    bijdrage = maak_bijdrage(perron, maak_partij(perron.wijk).actor, "Wij willen groen.")
    begrip = maak_onderdeel("begrippen", perron, betekenis="Van alles wat.")
    for rij, veld, pad, velden in (
        (bijdrage, "tekst", f"{PAD}bijdragen/{bijdrage.sleutel}/", {"tekst": "Wij willen groen en rust."}),
        (begrip, "betekenis", f"{PAD}begrippen/{begrip.sleutel}/", {"term": begrip.term, "betekenis": "Van alles."}),
    ):
        voorstel = bewaar_voorstel(rij=rij, veld=veld, basis=getattr(rij, veld), tekst="Rust voor ons.", door=ander)
        pagina = client.get(pad).text
        assert "Er wacht nog een tekst" in pagina
        assert "Rust voor ons" in kaal(pagina)
        rij.refresh_from_db()
        klaar = {"versie": rij.versie, "voorstellen_gezien": voorstel.versie}
        assert client.post(pad, velden | klaar).status_code == 303
        voorstel.refresh_from_db()
        assert voorstel.afgehandeld
        assert "Er wacht nog een tekst" not in client.get(pad).text


def test_the_query_count_is_constant(reis):
    perron, lid, ander = reis
    client, tellingen = ingelogd(lid), []
    for aantal in (1, 30):
        for nr in range(aantal):
            bewaar_voorstel(rij=perron, veld="antwoord", basis="", tekst=f"Tekst {aantal}-{nr}.", door=ander)
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(PAD).status_code == 200
        tellingen.append(len(gevangen))
    assert tellingen[0] == tellingen[1]
