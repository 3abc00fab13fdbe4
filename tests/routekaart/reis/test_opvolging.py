# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A journey that starts from its predecessor."""

import pytest

from routekaart.models import Activiteit, Inzet, Opbrengst, Routekaart, Subdoel, Uitdaging, Verandering
from routekaart.reis.opvolging import mee_te_nemen, volg_op
from tests.factories import ingelogd, maak_gebruiker, maak_lid, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.models import Journaalregel, Rol
from wijken.onderdelen.handelingen import sluit

pytestmark = pytest.mark.django_db
ALLES = [s.woord for s in mee_te_nemen()]


@pytest.fixture
def perron():
    perron = maak_perron(maak_wijk())
    for nr, soort in enumerate(mee_te_nemen(), start=100):
        maak_onderdeel(soort.woord, perron, nr=nr)
    uitdaging = Uitdaging.objects.first()
    verandering = maak_onderdeel("veranderingen", perron, nr=7, links={"uitdagingen": [uitdaging]})
    maak_onderdeel("activiteiten", perron, nr=7, links={"veranderingen": [verandering]})
    return perron


def aantallen(kaart):
    return {s.woord: s.model.objects.filter(routekaart=kaart).count() for s in mee_te_nemen()}


def test_everything_goes_along_with_its_links(perron):
    vorige = perron.routekaart
    voor = aantallen(vorige)
    nieuw = volg_op(vorige=vorige, naam="De tweede reis", mee=ALLES, door=maak_gebruiker())
    assert nieuw.nummer == 2
    assert nieuw.perrons.count() == 9
    assert aantallen(nieuw) == voor == aantallen(vorige)
    verandering = Verandering.objects.get(routekaart=nieuw, naam="Elkaar kennen 7")
    assert [u.routekaart for u in verandering.uitdagingen.all()] == [nieuw]
    activiteit = Activiteit.objects.get(routekaart=nieuw, naam="Buurtmaaltijd 7")
    assert list(activiteit.veranderingen.all()) == [verandering]
    assert all(i.activiteit.routekaart == nieuw for i in Inzet.objects.filter(routekaart=nieuw))
    sleutels = {r.sleutel for s in mee_te_nemen() for r in s.model.objects.all()}
    assert len(sleutels) == sum(voor.values()) * 2


def test_only_what_was_chosen_and_what_it_needs(perron):
    nieuw = volg_op(
        vorige=perron.routekaart, naam="Smal", mee=["opbrengsten", "veranderingen", "machinisten"], door=None
    )
    assert not Uitdaging.objects.filter(routekaart=nieuw).exists()
    assert not Opbrengst.objects.filter(routekaart=nieuw).exists()  # each needs its uitdaging
    assert not Inzet.objects.filter(routekaart=nieuw).exists()
    verandering = Verandering.objects.get(routekaart=nieuw, naam="Elkaar kennen 7")
    assert list(verandering.uitdagingen.all()) == []


def test_what_was_closed_stays_behind(perron):
    rij = Subdoel.objects.first()
    sluit(rij=rij, reden="Gehaald.", versie=rij.versie, door=None)
    nieuw = volg_op(vorige=perron.routekaart, naam="Verder", mee=ALLES, door=None)
    assert not Subdoel.objects.filter(routekaart=nieuw).exists()


def test_one_change_one_line_with_the_counts(perron):
    regels = Journaalregel.objects.count()
    volg_op(vorige=perron.routekaart, naam="Verder", mee=["subdoelen"], door=None)
    assert Journaalregel.objects.count() == regels + 1
    regel = Journaalregel.objects.order_by("pk").last()
    assert regel.nieuw["subdoelen"] == 1
    assert regel.nieuw["vorige"] == str(perron.routekaart.sleutel)


def test_the_page_begins_it_and_the_older_one_is_readable(perron):
    client = ingelogd(maak_lid(perron.wijk, Rol.WIJKREGISSEUR))
    url = "/wijken/proefwijk/routekaarten/nieuw/"
    assert client.get(url).text.count("checked") == len(ALLES)
    assert "Vul dit veld in." in client.post(url, {"naam": " "}).text
    antwoord = client.post(url, {"naam": "De tweede reis", "mee": ["uitdagingen"]}, follow=True)
    assert "De nieuwe reis is begonnen." in antwoord.text
    assert Routekaart.objects.count() == 2
    assert "Elkaar kennen 7" in client.get("/wijken/proefwijk/routekaarten/1/perron/3/").text
    assert "Elkaar kennen 7" not in client.get("/wijken/proefwijk/routekaart/perron/3/").text
