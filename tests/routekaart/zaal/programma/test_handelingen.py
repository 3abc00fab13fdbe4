# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programme can be changed until the room is there, before the meeting and while it goes on."""

import pytest

from routekaart.zaal.models import Sessiesoort, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, verplaats, verwijder, voeg_vraag_toe, wijzig_vraag
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import begin, last_af, sluit_sessie
from tests.factories import maak_wijk
from tests.factories_voorbereiding import maak_voorbereid
from tests.weigert import geweigerd
from wijkwijzer.errors import Verouderd

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessie():
    sessie = maak_voorbereid(maak_wijk(), soort=Sessiesoort.VRAAG)
    for vraag in ("A", "B", "C", "D"):
        voeg_vraag_toe(sessie=sessie, vraag=vraag, methode=Methode.OPEN, door=None)
    return sessie


def rij(sessie):
    return "".join(r.vraag_nl for r in sessie.rondes.all())


def ronde(sessie, vraag):
    return sessie.rondes.get(vraag_nl=vraag)


def stap(sessie, stap):
    stand = zaalstand(sessie)
    ga_naar(ronde=stand.ronde, stap=stap, gezien=stand.versie, door=None)


def test_questions_change_places(sessie):
    verplaats(ronde=ronde(sessie, "C"), omhoog=True, door=None)
    assert rij(sessie) == "ACBD"
    verplaats(ronde=ronde(sessie, "A"), omhoog=False, door=None)
    assert rij(sessie) == "CABD"
    assert [r.volgorde for r in sessie.rondes.all()] == [1, 2, 3, 4]


@pytest.mark.parametrize(("vraag", "omhoog", "waar"), [("A", True, "vooraan"), ("D", False, "achteraan")])
def test_past_the_ends_is_refused(sessie, vraag, omhoog, waar):
    with geweigerd(f"vraag_staat_{waar}", f"staat al {waar}"):
        verplaats(ronde=ronde(sessie, vraag), omhoog=omhoog, door=None)
    assert rij(sessie) == "ABCD"


def test_a_question_is_taken_out_and_the_others_move_up(sessie):
    verwijder(ronde=ronde(sessie, "B"), door=None)
    assert [(r.volgorde, r.vraag_nl) for r in sessie.rondes.all()] == [(1, "A"), (2, "C"), (3, "D")]
    voeg_vraag_toe(sessie=sessie, vraag="E", methode=Methode.OPEN, door=None)
    assert rij(sessie) == "ACDE"


def test_two_at_once_on_one_question_is_said_and_breaks_nothing(sessie):
    weg = ronde(sessie, "B")
    verwijder(ronde=ronde(sessie, "B"), door=None)
    for handeling in (
        lambda: verwijder(ronde=weg, door=None),
        lambda: verplaats(ronde=weg, omhoog=True, door=None),
        lambda: wijzig_vraag(ronde=weg, versie=weg.versie, vraag="X", methode=Methode.OPEN, door=None),
    ):
        with geweigerd("vraag_niet_meer_in_programma", "staat niet meer in het programma"):
            handeling()


def test_a_question_is_changed_whole(sessie):
    oud = ronde(sessie, "B")
    velden = {"vraag_en": "Really?", "perron": 3, "anoniem": False, "verdekt": False, "minuten": 7}
    nieuw = wijzig_vraag(ronde=oud, versie=oud.versie, vraag="Echt?", methode=Methode.KENNISMAKING, door=None, **velden)
    nieuw.refresh_from_db()
    assert {k: getattr(nieuw, k) for k in velden} == velden
    assert (nieuw.vraag_nl, nieuw.methode, nieuw.volgorde) == ("Echt?", Methode.KENNISMAKING, 2)
    with pytest.raises(Verouderd):
        wijzig_vraag(ronde=oud, versie=oud.versie, vraag="Anders?", methode=Methode.OPEN, door=None)


def test_while_the_room_waits_its_question_can_change_but_not_move(sessie):
    begin(sessie=sessie, door=None)
    eerste = ronde(sessie, "A")
    wijzig_vraag(ronde=eerste, versie=eerste.versie, vraag="Z", methode=Methode.OPEN, anoniem=False, door=None)
    assert zaalstand(sessie).ronde.anoniem is False
    for handeling in (
        lambda: verwijder(ronde=ronde(sessie, "Z"), door=None),
        lambda: verplaats(ronde=ronde(sessie, "Z"), omhoog=False, door=None),
        lambda: verplaats(ronde=ronde(sessie, "B"), omhoog=True, door=None),
    ):
        with geweigerd("vraag_al_bereikt", "al bij deze vraag geweest"):
            handeling()
    verplaats(ronde=ronde(sessie, "B"), omhoog=False, door=None)
    assert rij(sessie) == "ZCBD"


def test_once_people_write_anonymity_is_fixed(sessie):
    begin(sessie=sessie, door=None)
    stap(sessie, Stap.SCHRIJF)
    stap(sessie, Stap.WACHT)
    eerste = ronde(sessie, "A")
    with geweigerd("vraag_al_begonnen", "al met deze vraag begonnen"):
        wijzig_vraag(ronde=eerste, versie=eerste.versie, vraag="A", methode=Methode.OPEN, anoniem=False, door=None)
    eerste.refresh_from_db()
    assert eerste.anoniem is True


@pytest.mark.parametrize("hoe", ["bijeenkomst_gesloten", "bijeenkomst_gaat_niet_door"])
def test_afterwards_the_programme_stays(sessie, hoe):
    if hoe == "bijeenkomst_gesloten":
        begin(sessie=sessie, door=None)
        sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    else:
        last_af(sessie=sessie, reden="Dicht.", door=None)
    b = ronde(sessie, "B")
    for handeling in (
        lambda: verwijder(ronde=b, door=None),
        lambda: verplaats(ronde=b, omhoog=False, door=None),
        lambda: wijzig_vraag(ronde=b, versie=b.versie, vraag="X", methode=Methode.OPEN, door=None),
    ):
        with geweigerd(hoe):
            handeling()
    assert rij(sessie) == "ABCD"
