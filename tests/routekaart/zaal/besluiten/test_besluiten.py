# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""From cards to an answer on the perron, actions, the report, and what a phone sees afterwards."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from routekaart.models import Antwoord, Perron
from routekaart.perron.handelingen import heropen, stel_vast
from routekaart.zaal.besluiten.handelingen import besluit, besluit_op_perron, perron_van, spreek_af
from routekaart.zaal.kaarten.handelingen import groepeer, schrijf_op, verberg
from routekaart.zaal.models import Actie, Besluit, Kaart, Sessiesluiting, Stap, Uitkomst
from routekaart.zaal.papier.verslag import vraagverslagen
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_zaal import maak_sessie, ronde_van, stuur_kaart, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol
from wijkwijzer.errors import Verouderd

pytestmark = pytest.mark.django_db
DAG = date(2031, 5, 9)


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


@pytest.fixture
def sessie(perron):
    sessie = maak_sessie(perron.wijk, stap=Stap.SCHRIJF)
    sessie.rondes.update(perron=1)
    return sessie


@pytest.fixture
def regisseur(perron):
    return ingelogd(maak_lid(perron.wijk, Rol.WIJKREGISSEUR))


def papier(sessie, *teksten):
    return schrijf_op(ronde=ronde_van(sessie), regels=[(t, 1) for t in teksten], sleutel=uuid4(), door=None)


def basis(sessie, deel="regie"):
    return f"/wijken/proefwijk/zaal/{sessie.sleutel}/{deel}/"


def neem(sessie, perron, tekst="Iedereen hoort erbij."):
    return besluit_op_perron(ronde=ronde_van(sessie), perron=perron, tekst=tekst, versie=perron.versie, door=None)


def test_a_decision_is_the_answer_of_the_perron_with_its_cards(sessie, perron, regisseur):
    een, _ = papier(sessie, "Elkaar groeten", "Lelijk woord")
    verberg(kaart=Kaart.objects.get(tekst="Lelijk woord"), door=None)
    velden = {"tekst": "Wij groeten elkaar.", "zeggenschap": "meebeslist", "versie": perron.versie}
    pagina = regisseur.post(f"{basis(sessie)}besluit/", velden, follow=True).text
    assert "Het besluit staat vast." in pagina
    rij = Besluit.objects.get()
    assert (rij.antwoord.tekst, rij.antwoord.zeggenschap, rij.antwoord.perron) == (
        "Wij groeten elkaar.",
        "meebeslist",
        perron,
    )
    assert list(rij.kaarten.all()) == [een]
    assert Journaalregel.objects.order_by("-pk").first().soort == "perron_vastgesteld"
    pagina = regisseur.get("/wijken/proefwijk/routekaart/perron/1/").text
    for tekst in ("Wij groeten elkaar.", "Uit de zaal: 1 kaart", "Elkaar groeten", basis(sessie, "verslag")):
        assert tekst in pagina
    assert "Lelijk woord" not in pagina


def test_the_cards_belong_to_their_own_answer_only(sessie, perron, regisseur):
    papier(sessie, "Elkaar groeten")
    neem(sessie, perron)
    perron.refresh_from_db()
    heropen(perron=perron, reden="Toch niet.", door=None, versie=perron.versie)
    perron.refresh_from_db()
    stel_vast(perron=perron, tekst="Anders.", door=None, versie=perron.versie)
    assert "Uit de zaal" not in regisseur.get("/wijken/proefwijk/routekaart/perron/1/").text


def test_a_decision_that_the_perron_refuses_leaves_nothing_behind(sessie, perron, regisseur):
    gezien = perron.versie
    stel_vast(perron=perron, tekst="Eerder.", door=None, versie=gezien)
    with pytest.raises(Verouderd):
        neem(sessie, perron)
    perron.refresh_from_db()
    with geweigerd("perron_al_vastgesteld", "Heropen het eerst"):
        neem(sessie, perron)
    reactie = regisseur.post(f"{basis(sessie)}besluit/", {"tekst": "Mijn tekst.", "versie": perron.versie})
    assert (reactie.status_code, "Heropen het eerst" in reactie.text, "Mijn tekst." in reactie.text) == (
        422,
        True,
        True,
    )
    assert not Besluit.objects.exists()
    assert Antwoord.objects.count() == 1


def test_a_question_without_a_perron_is_decided_once(regisseur, perron):
    sessie = maak_sessie(perron.wijk, stap=Stap.SCHRIJF)
    assert perron_van(ronde_van(sessie)) is None
    regisseur.post(f"{basis(sessie)}besluit/", {"tekst": "Zo doen wij het."})
    assert (Besluit.objects.get().antwoord, Antwoord.objects.count()) == (None, 0)
    with geweigerd("vraag_al_besloten", "al besloten"):
        besluit(ronde=ronde_van(sessie), tekst="Nog eens.", door=None)
    assert "Besloten bij" in regisseur.get("/wijken/proefwijk/journaal/").text
    assert Perron.objects.get(pk=perron.pk).versie == perron.versie


def test_a_meeting_closes_with_actions_or_with_the_reason(sessie, regisseur):
    deelname = maak_partij(sessie.wijk, "De Een")
    velden = {"actor": str(deelname.actor.sleutel), "wat": "De sleutel regelen", "wanneer": "2031-05-09"}
    pagina = regisseur.post(f"{basis(sessie)}acties/", velden, follow=True).text
    assert "De Een: De sleutel regelen" in pagina
    reactie = regisseur.post(f"{basis(sessie)}acties/", velden)
    assert (reactie.status_code, "Deze actie staat er al." in reactie.text) == (422, True)
    reactie = regisseur.post(f"{basis(sessie)}acties/", {"actor": "", "wat": "", "wanneer": "morgen"})
    assert (reactie.status_code, Actie.objects.count()) == (422, 1)
    with geweigerd("met_acties_met_reden", "Laat dit veld dan leeg"):
        sluit_sessie(sessie=sessie, reden="Geen zin.", door=None)
    assert sluit_sessie(sessie=sessie, reden="", door=None).uitkomst == Uitkomst.ACTIES
    assert "De Een gaat dit doen: De sleutel regelen" in regisseur.get("/wijken/proefwijk/journaal/").text


def test_nothing_is_decided_after_closing(sessie, perron):
    deelname = maak_partij(sessie.wijk)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    for doe in (
        lambda: neem(sessie, perron),
        lambda: besluit(ronde=ronde_van(sessie), tekst="Laat.", door=None),
        lambda: spreek_af(sessie=sessie, actor=deelname.actor, wat="Laat.", wanneer=DAG, door=None),
    ):
        with geweigerd("bijeenkomst_gesloten", "gesloten"):
            doe()
    assert not Besluit.objects.exists()


def test_the_report_holds_every_card_once_and_no_names(sessie, perron, regisseur):
    actor = maak_partij(sessie.wijk, "De Een").actor
    maak_partij(sessie.wijk, "De Afwezige")
    client = telefoon(sessie, str(actor.sleutel), naam="Voornaam")
    stuur_kaart(client, sessie, "Van de telefoon")
    kaarten = papier(sessie, "Van papier", "Ook van papier", "Lelijk woord")
    verberg(kaart=kaarten[2], door=None)
    groepeer(ronde=ronde_van(sessie), kaarten=kaarten[:1], naam="Groep A", door=None)
    neem(sessie, perron)
    spreek_af(sessie=sessie, actor=actor, wat="De sleutel regelen", wanneer=DAG, door=None)
    assert "nog open" in regisseur.get(basis(sessie, "verslag")).text
    sluit_sessie(sessie=sessie, reden="", door=None)
    pagina = ingelogd(maak_lid(sessie.wijk, Rol.LEZER)).get(basis(sessie, "verslag")).text
    for tekst in ("Van de telefoon", "Van papier", "Ook van papier", "Iedereen hoort erbij.", "De sleutel regelen"):
        assert pagina.count(f">{tekst}<") + pagina.count(f"{tekst} <span") + pagina.count(f": {tekst}") >= 1, tekst
    gezegd = [k.tekst for v in vraagverslagen(sessie) for _, rij in v.groepen for k in rij]
    assert sorted(gezegd) == ["Ook van papier", "Van de telefoon", "Van papier"]
    for tekst in ("Groep A", "De Een: 1 telefoon", "De Afwezige", "1 kaart van het scherm gehaald", "9 mei 2031"):
        assert tekst in pagina
    for geheim in ("Voornaam", "Lelijk woord"):
        assert geheim not in pagina


def test_the_same_code_shows_what_came_of_it_for_eight_weeks(sessie, perron):
    actor = maak_partij(sessie.wijk, "De Een").actor
    client = telefoon(sessie, taal="en")
    papier(sessie, "Een", "Twee")
    neem(sessie, perron)
    spreek_af(sessie=sessie, actor=actor, wat="De sleutel regelen", wanneer=DAG, door=None)
    sluit_sessie(sessie=sessie, reden="", door=None)
    pad = f"/m/{sessie.code}/"
    pagina = client.get(pad).text
    for tekst in (
        "This meeting is over.",
        "What was decided",
        "Iedereen hoort erbij.",
        "All 2 cards are in the report.",
    ):
        assert tekst in pagina
    pagina = Client().get(pad).text
    for tekst in ("Wat is besloten", "klaar op 9 mei 2031; nog te doen", "Alle 2 kaarten staan in het verslag."):
        assert tekst in pagina
    assert "<form" not in pagina
    Sessiesluiting.objects.update(moment=timezone.now() - timedelta(weeks=7, days=6))
    assert Client().get(pad).status_code == 200
    Sessiesluiting.objects.update(moment=timezone.now() - timedelta(weeks=8, minutes=1))
    assert Client().get(pad).status_code == 404


def test_a_meeting_without_actions_says_why_to_the_guests(sessie):
    sluit_sessie(sessie=sessie, reden="Wij kenden elkaar niet.", door=None)
    pagina = Client().get(f"/m/{sessie.code}/").text
    assert "Er is nog geen besluit." in pagina
    assert "Wij kenden elkaar niet." in pagina


def test_the_report_takes_as_many_queries_for_thirty(sessie, regisseur):
    aantallen = []
    for hoeveel in (1, 29):
        papier(sessie, *[f"Kaart {hoeveel} {nr}" for nr in range(hoeveel)])
        with CaptureQueriesContext(connection) as vragen:
            regisseur.get(basis(sessie, "verslag"))
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
