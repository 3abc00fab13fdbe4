# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a guest reads with the same code after the meeting: decided, agreed, what became of each card, what next."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from routekaart.zaal.besluiten.handelingen import besluit, rond_actie_af, spreek_af
from routekaart.zaal.kaarten.handelingen import groepeer, schrijf_op, verberg
from routekaart.zaal.models import ActieUitkomst, Sessie, Sessiesluiting, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import maak_partij, maak_wijk
from tests.factories_zaal import maak_sessie, ronde_van, telefoon

pytestmark = pytest.mark.django_db
DAG = date(2031, 5, 9)


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


def papier(sessie, *teksten):
    return schrijf_op(ronde=ronde_van(sessie), regels=[(t, 1) for t in teksten], sleutel=uuid4(), door=None)


def lees(sessie, taal="nl"):
    return Client().get(f"/m/{sessie.code}/?taal={taal}").text


def dicht(sessie, vervolg=""):
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None, vervolg=vervolg)


def deel(pagina, begin, eind):
    return pagina.split(begin)[1].split(eind)[0]


def test_each_card_says_whether_it_ended_in_a_decision(sessie):
    groepeer(ronde=ronde_van(sessie), kaarten=papier(sessie, "Bomen", "Gras"), naam="Groen", door=None)
    papier(sessie, "Losse gedachte")
    verberg(kaart=papier(sessie, "Lelijk woord")[0], door=None)
    besluit(ronde=ronde_van(sessie), tekst="Wij planten bomen.", door=None)
    groepeer(ronde=ronde_van(sessie), kaarten=papier(sessie, "Te laat"), naam="Groen", door=None)
    ronde = voeg_vraag_toe(sessie=sessie, vraag="En verder?", methode=Methode.OPEN, door=None)
    ga_naar(ronde=ronde, stap=Stap.SCHRIJF, gezien=zaalstand(sessie).versie, door=None)
    papier(sessie, "Een bankje")
    dicht(sessie)
    pagina = lees(sessie)
    groen = deel(pagina, "Groen</strong> (2 kaarten)", "</details>")
    assert "Staat in het besluit." in groen
    assert ("Bomen" in groen, "Gras" in groen, "Te laat" in groen) == (True, True, False)
    laat = deel(pagina, "Groen</strong> (1 kaart)", "</details>")
    assert ("Besproken, niet in een besluit." in laat, "Te laat" in laat) == (True, True)
    verder = pagina.split("En verder?")[-1]
    assert "Besproken, niet in een besluit." in verder
    assert "Een bankje" in verder
    assert "Losse kaarten" in pagina
    assert "Lelijk woord" not in pagina
    assert "<form" not in pagina


def test_an_english_guest_reads_it_in_english(sessie):
    sessie.rondes.update(vraag_en="What is an inclusive neighbourhood?")
    papier(sessie, "Bomen")
    besluit(ronde=ronde_van(sessie), tekst="Wij planten bomen.", door=None)
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    spreek_af(sessie=sessie, actor=actor, wat="Bellen", wanneer=DAG, door=None)
    sluit_sessie(sessie=sessie, reden="", door=None, vervolg="In maart")
    pagina = lees(sessie, "en")
    for tekst in (
        "This meeting is over.",
        "What is an inclusive neighbourhood?",
        "Part of the decision.",
        "ready on 9 May 2031; still to be done",
        "When do we meet again?",
        "In maart",
        "The one card is in the report.",
        "You can read this with the same code until",
    ):
        assert tekst in pagina, tekst
    for nederlands in ("Staat in het besluit", "nog te doen", "Wanneer zien"):
        assert nederlands not in pagina


@pytest.mark.parametrize(
    ("uitkomst", "woord"), [(ActieUitkomst.GEDAAN, "gedaan"), (ActieUitkomst.GESTOPT, "gaat niet door")]
)
def test_the_state_of_an_action_follows_after_the_meeting(sessie, uitkomst, woord):
    actie = spreek_af(sessie=sessie, actor=maak_partij(sessie.wijk).actor, wat="Bellen", wanneer=DAG, door=None)
    sluit_sessie(sessie=sessie, reden="", door=None)
    assert "klaar op 9 mei 2031; nog te doen" in lees(sessie)
    rond_actie_af(actie=actie, uitkomst=uitkomst, door=None)
    assert f"klaar op 9 mei 2031; {woord}" in lees(sessie)


def test_the_next_moment_is_the_meeting_that_stands_ready_else_the_words(sessie):
    dicht(sessie, "Na de zomer")
    assert "Na de zomer" in lees(sessie)
    straks = maak_sessie(sessie.wijk, "Een geheime vraag")
    volgende_week = timezone.localdate() + timedelta(days=7)
    Sessie.objects.filter(pk=straks.pk).update(datum=volgende_week, plaats="Buurthuis")
    pagina = lees(sessie)
    assert f"{volgende_week.day} " in deel(pagina, "Wanneer zien we elkaar weer?", "</p>")
    assert "Buurthuis" in pagina
    assert "Een geheime vraag" not in pagina  # a guest is told when and where, not what
    assert straks.code not in pagina
    elders = maak_sessie(maak_wijk("elders"), "Elders")
    Sessie.objects.filter(pk=elders.pk).update(datum=timezone.localdate() + timedelta(days=1), plaats="Elders")
    assert "Elders" not in lees(sessie)


def test_without_a_next_moment_it_says_so(sessie):
    dicht(sessie)
    assert "Dat is nog niet afgesproken." in lees(sessie)


def test_a_payload_is_text_in_the_feedback(sessie):
    kwaad = "<script>alert(1)</script>"
    groepeer(ronde=ronde_van(sessie), kaarten=papier(sessie, kwaad), naam=f"{kwaad}"[:60], door=None)
    besluit(ronde=ronde_van(sessie), tekst=kwaad, door=None)
    dicht(sessie, kwaad)
    for taal in ("nl", "en"):
        assert "<script>alert" not in lees(sessie, taal)


def test_after_eight_weeks_the_code_is_like_one_that_never_was(sessie):
    client = telefoon(sessie)
    dicht(sessie)
    Sessiesluiting.objects.update(moment=timezone.now() - timedelta(weeks=8, minutes=1))
    assert client.get(f"/m/{sessie.code}/").status_code == 404
    assert client.get(f"/m/{sessie.code}/navraag/").status_code == 404


def test_the_number_of_queries_does_not_grow(sessie):
    aantallen = []
    actor = maak_partij(sessie.wijk).actor
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            groepeer(
                ronde=ronde_van(sessie),
                kaarten=papier(sessie, f"K {hoeveel} {nr}"),
                naam=f"G {hoeveel} {nr}",
                door=None,
            )
            spreek_af(sessie=sessie, actor=actor, wat=f"A {hoeveel} {nr}", wanneer=DAG, door=None)
        sluit_sessie(sessie=sessie, reden="", door=None)
        with CaptureQueriesContext(connection) as vragen:
            lees(sessie)
        Sessiesluiting.objects.filter(sessie=sessie).delete()
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
