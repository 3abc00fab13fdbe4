# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""History of texts, and going back: by the inverse, and not when somebody built on it."""

import pytest

from routekaart.models import Bijdrage
from routekaart.perron.geschiedenis import stappen, tekst_op, terugweg
from routekaart.perron.handelingen import wijzig_bijdrage
from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.models import Journaalregel, Rol, Tekstvoorstel
from wijken.onderdelen.handelingen import wijzig

pytestmark = pytest.mark.django_db
PAD = "/wijken/proefwijk/routekaart/perron/2/"


@pytest.fixture
def plek():
    wijk = maak_wijk()
    perron = maak_perron(wijk, 2)
    lid = maak_lid(wijk, Rol.WIJKREGISSEUR)
    return perron, lid, ingelogd(lid)


def verander(rij, tekst, door):
    rij.refresh_from_db()
    return wijzig(rij=rij, waarden={"toelichting": tekst}, versie=rij.versie, door=door).versie


def test_the_history_has_every_version_newest_first(plek):
    perron, lid, _ = plek
    rij = maak_onderdeel("uitdagingen", perron, toelichting="Een.")
    verander(rij, "Twee.", lid)
    laatste = verander(rij, "Drie.", lid)
    rij.refresh_from_db()
    uit = stappen(lid, rij, ["naam", "toelichting"])
    assert [(s.veld, s.terug) for s in uit] == [("toelichting", True), ("toelichting", False)]
    assert uit[0].versie == laatste
    assert [s.text for s in uit[0].stukken if s.kind == "removed"] == ["Twee"]
    assert tekst_op(lid, rij, "toelichting", uit[1].versie - 1) == "Een."
    assert tekst_op(lid, rij, "toelichting", uit[1].versie) == "Twee."
    assert tekst_op(lid, rij, "toelichting", laatste) == "Drie."


def test_going_back_writes_a_new_line(plek):
    perron, lid, client = plek
    rij = maak_onderdeel("uitdagingen", perron, toelichting="Een.")
    versie = verander(rij, "Twee.", lid)
    url = f"{PAD}uitdagingen/{rij.sleutel}/"
    assert "Terug naar de tekst van daarvoor" in client.get(url).text
    antwoord = client.post(f"{url}terug/{versie}/", follow=True)
    assert "De eerdere tekst staat er weer." in antwoord.text
    rij.refresh_from_db()
    assert rij.toelichting == "Een."
    assert Journaalregel.objects.order_by("pk").last().oud == {"toelichting": "Twee."}


def test_going_back_is_refused_when_somebody_built_on_it(plek):
    perron, lid, client = plek
    rij = maak_onderdeel("uitdagingen", perron, toelichting="Een.")
    versie = verander(rij, "Twee.", lid)
    verander(rij, "Drie.", lid)
    antwoord = client.post(f"{PAD}uitdagingen/{rij.sleutel}/terug/{versie}/", follow=True)
    assert "iemand wijzigde deze tekst daarna" in antwoord.text
    rij.refresh_from_db()
    assert rij.toelichting == "Drie."
    assert terugweg(lid, rij, ["toelichting"], versie) is None
    assert terugweg(lid, rij, ["toelichting"], 0) is None


def test_a_get_goes_nowhere(plek):
    perron, lid, client = plek
    rij = maak_onderdeel("uitdagingen", perron, toelichting="Een.")
    versie = verander(rij, "Twee.", lid)
    assert client.get(f"{PAD}uitdagingen/{rij.sleutel}/terug/{versie}/").status_code == 302
    rij.refresh_from_db()
    assert rij.toelichting == "Twee."


def test_a_contribution_has_a_history_too(plek):
    perron, lid, client = plek
    rij = maak_bijdrage(perron, maak_partij(perron.wijk).actor, "Een.")
    rij = wijzig_bijdrage(bijdrage=rij, tekst="Twee.", door=lid, versie=rij.versie)
    url = f"{PAD}bijdragen/{rij.sleutel}/"
    assert "Geschiedenis (1)" in client.get(url).text
    antwoord = client.post(f"{url}terug/{rij.versie}/", follow=True)
    assert antwoord.redirect_chain[0][0] == url
    assert Bijdrage.objects.get().tekst == "Een."


def test_two_texts_of_a_contribution_lie_side_by_side_and_none_is_lost(plek):
    perron, _, client = plek
    rij = maak_bijdrage(perron, maak_partij(perron.wijk).actor, "Wij willen groen.")
    gezien = rij.versie
    wijzig_bijdrage(bijdrage=rij, tekst="Wij willen veel groen.", door=maak_lid(perron.wijk), versie=gezien)
    url = f"{PAD}bijdragen/{rij.sleutel}/"
    antwoord = client.post(url, {"tekst": "Wij willen groen en rust.", "versie": gezien})
    assert antwoord.status_code == 409
    assert "Wij willen veel groen en rust." in antwoord.text
    assert Tekstvoorstel.objects.get().basis == "Wij willen groen."
    nu = Bijdrage.objects.get()
    assert client.post(url, {"tekst": "Wij willen veel groen en rust.", "versie": nu.versie}).status_code == 303
    assert Tekstvoorstel.objects.get().afgehandeld


def test_an_answer_that_came_second_is_kept(plek):
    perron, lid, client = plek
    from routekaart.perron.handelingen import stel_vast

    gezien = perron.versie
    stel_vast(perron=perron, tekst="Van de ander.", door=None, versie=gezien)
    client.post(f"{PAD}antwoord/", {"tekst": "Van mij.", "versie": gezien})
    voorstel = Tekstvoorstel.objects.get()
    assert (voorstel.veld, voorstel.tekst, voorstel.door) == ("antwoord", "Van mij.", lid)
