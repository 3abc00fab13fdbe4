# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of preparing, as members use them."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actoren.models import Plaats
from routekaart.zaal.models import Sessie, Sessiesoort, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import begin, kies_leervragen, last_af, nodig_uit, sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_routekaart, maak_wijk
from tests.factories_draad import maak_besluit
from tests.factories_voorbereiding import maak_leervraag, maak_voorbereid, morgen
from tests.factories_zaal import maak_sessie, naar
from wijken.models import Gebied, Rol

pytestmark = pytest.mark.django_db
ZAAL = "/wijken/proefwijk/zaal/"


@pytest.fixture
def wijk():
    return maak_wijk()


@pytest.fixture
def regisseur(wijk):
    return ingelogd(maak_lid(wijk, Rol.WIJKREGISSEUR))


def pad(sessie, deel=""):
    return f"{ZAAL}{sessie.sleutel}/voorbereiding/{deel}"


def velden(**anders):
    return {"soort": "startsessie", "titel": "Startsessie", "datum": morgen().isoformat()} | anders


def test_a_meeting_is_prepared_from_the_list_to_the_room(wijk, regisseur):
    actor = maak_partij(wijk, "De Een").actor
    assert f"{ZAAL}voorbereiden/" in regisseur.get(ZAAL).text
    gevuld = velden(plaats="Buurthuis", begintijd="19:30", partijen=[str(actor.sleutel)])
    pagina = regisseur.post(f"{ZAAL}voorbereiden/", gevuld, follow=True)
    sessie = Sessie.objects.get()
    assert pagina.redirect_chain == [(pad(sessie), 303)]
    for tekst in ("19:30", "19:35", "Buurthuis", "De Een", "Wat verstaan we onder de inclusieve wijk?", "1 uur en"):
        assert tekst in pagina.text
    assert "nog niet begonnen" in regisseur.get(ZAAL).text
    for deel in ("regie", "scherm"):
        assert regisseur.get(f"{ZAAL}{sessie.sleutel}/{deel}/")["Location"] == pad(sessie)
    pagina = regisseur.post(pad(sessie, "beginnen/"), follow=True)
    assert pagina.redirect_chain == [(f"{ZAAL}{sessie.sleutel}/regie/", 303)]
    assert "Wat doet u in de wijk" in pagina.text
    assert "al begonnen" in regisseur.post(pad(sessie, "beginnen/"), follow=True).text


def test_who_is_aboard_is_ticked_and_others_can_be(wijk, regisseur):
    een, twee = maak_partij(wijk, "De Een"), maak_partij(wijk, "De Twee")
    maak_besluit(twee, Plaats.EIGEN_KEUZE)
    form = regisseur.get(f"{ZAAL}voorbereiden/").context["form"]
    assert form["partijen"].value() == [str(een.actor.sleutel)]
    assert [naam for _, naam in form.fields["partijen"].choices] == ["De Een", "De Twee"]


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"titel": ""}, "Vul dit veld in."),
        ({"datum": "gisteren"}, "Dit is geen datum."),
        ({"datum": (timezone.localdate() - timedelta(days=1)).isoformat()}, "Deze dag is voorbij."),
        ({"begintijd": "half acht"}, "Dit is geen tijd."),
        ({"soort": "verdieping"}, "Kies het perron waar de verdieping over gaat."),
        ({"soort": "feest"}, "Deze keuze bestaat niet meer."),
        ({"partijen": ["onzin"]}, "Deze keuze bestaat niet meer."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_stays(wijk, regisseur, anders, melding):
    antwoord = regisseur.post(f"{ZAAL}voorbereiden/", velden(plaats="Het oude badhuis", **anders))
    assert (antwoord.status_code, melding in antwoord.text) == (422, True)
    assert "Het oude badhuis" in antwoord.text
    assert not Sessie.objects.exists()


def test_a_verdieping_goes_into_a_case_and_another_kind_forgets_the_perron(wijk, regisseur):
    assert "Gaat het over één casus?" not in regisseur.get(f"{ZAAL}voorbereiden/").text
    casus = Gebied.objects.create(wijk=wijk, naam="De Hoge Flat", soort="flat", casus=True)
    gevuld = velden(soort="verdieping", perron="4", casus=str(casus.sleutel))
    assert "over De Hoge Flat" in regisseur.post(f"{ZAAL}voorbereiden/", gevuld, follow=True).text
    regisseur.post(f"{ZAAL}voorbereiden/", velden(soort="weekstart", perron="4"))
    assert Sessie.objects.get(soort="weekstart").rondes.count() == 1


def test_day_time_and_place_are_changed(wijk, regisseur):
    sessie = maak_voorbereid(wijk, begintijd=time(9))
    assert 'value="09:00"' in regisseur.get(pad(sessie, "gegevens/")).text
    gevuld = velden(plaats="School", begintijd="10:00", versie=sessie.versie)
    assert "School" in regisseur.post(pad(sessie, "gegevens/"), gevuld, follow=True).text
    laat = regisseur.post(pad(sessie, "gegevens/"), gevuld | {"plaats": "Kerk"})
    assert (laat.status_code, "Iemand anders heeft dit net gewijzigd." in laat.text) == (409, True)
    assert "Kerk" in laat.text


def test_the_programme_is_arranged_with_plain_buttons(wijk, regisseur):
    sessie = maak_voorbereid(wijk, soort=Sessiesoort.VRAAG)
    assert "Er staat nog geen vraag in het programma." in regisseur.get(pad(sessie)).text
    for vraag in ("Eerst?", "Dan?"):
        regisseur.post(pad(sessie, "vragen/"), {"vraag": vraag, "methode": "open", "minuten": 5})
    eerst, dan = sessie.rondes.all()
    pagina = regisseur.post(pad(sessie, f"vragen/{dan.sleutel}/verzet/"), {"doe": "omhoog"}, follow=True)
    assert pagina.text.index("Dan?") < pagina.text.index("Eerst?")
    pagina = regisseur.post(pad(sessie, f"vragen/{dan.sleutel}/verzet/"), {"doe": "omhoog"}, follow=True)
    assert "staat al vooraan" in pagina.text
    pagina = regisseur.post(pad(sessie, f"vragen/{eerst.sleutel}/verzet/"), {"doe": "weg"}, follow=True)
    assert "uit het programma gehaald" in pagina.text
    assert [r.vraag_nl for r in sessie.rondes.all()] == ["Dan?"]
    assert regisseur.get(pad(sessie, f"vragen/{eerst.sleutel}/")).status_code == 404


def test_a_question_is_changed_on_a_page_of_its_own(wijk, regisseur):
    ronde = maak_voorbereid(wijk).rondes.first()
    adres = pad(ronde.sessie, f"vragen/{ronde.sleutel}/")
    assert ronde.vraag_en in regisseur.get(adres).text
    gevuld = {"vraag": "Anders?", "methode": "open", "minuten": 7, "keuring": "on", "versie": ronde.versie}
    assert "Anders?" in regisseur.post(adres, gevuld, follow=True).text
    ronde.refresh_from_db()
    assert (ronde.keuring, ronde.minuten) == (True, 7)
    laat = regisseur.post(adres, gevuld | {"vraag": "Nog anders?"})
    assert (laat.status_code, "Nog anders?" in laat.text) == (409, True)
    leeg = regisseur.post(adres, gevuld | {"vraag": ""})
    assert (leeg.status_code, "Vul dit veld in." in leeg.text) == (422, True)


def test_while_it_goes_on_only_what_comes_can_be_moved(wijk, regisseur):
    sessie = maak_voorbereid(wijk)
    begin(sessie=sessie, door=None)
    naar(sessie, Stap.SCHRIJF)
    pagina = regisseur.get(pad(sessie)).text
    eerste, tweede, *_ = sessie.rondes.all()
    assert f'Wijzigen<span class="ww-verborgen">: {eerste.vraag_nl}' not in pagina
    assert f'Omhoog<span class="ww-verborgen">: {tweede.vraag_nl}' not in pagina
    assert f'Omlaag<span class="ww-verborgen">: {tweede.vraag_nl}' in pagina
    assert "Naar de regie" in pagina
    assert "afgelasten" not in pagina
    assert pad(sessie) in regisseur.get(f"{ZAAL}{sessie.sleutel}/regie/").text


def test_invitations_and_learning_questions_are_kept(wijk, regisseur):
    reis, actor = maak_routekaart(wijk), maak_partij(wijk, "De Een").actor
    sessie = maak_voorbereid(wijk)
    leervraag = maak_leervraag(reis, "Wat werkt al?")
    regisseur.post(pad(sessie, "uitnodigen/"), {"partijen": [str(actor.sleutel)]})
    assert sessie.uitnodigingen.get().actor == actor
    gevuld = {"leervragen": [str(leervraag.sleutel)], "nieuw": "Wat niet?"}
    pagina = regisseur.post(pad(sessie, "leervragen/"), gevuld, follow=True).text
    assert "Wat werkt al?" in pagina
    assert "Wat niet?" in pagina
    assert "Wat niet?" in regisseur.get(reverse("perron", args=["proefwijk", 1])).text
    dubbel = regisseur.post(pad(sessie, "leervragen/"), {"nieuw": "Wat niet?"})
    assert (dubbel.status_code, "Dit staat er al" in dubbel.text) == (422, True)
    begin(sessie=sessie, door=None)
    assert "Wat werkt al?" in regisseur.get(f"{ZAAL}{sessie.sleutel}/regie/").text


def test_a_closed_meeting_is_used_again(wijk, regisseur):
    oud = maak_sessie(wijk, "Wat bindt ons?")
    sluit_sessie(sessie=oud, reden="Klaar.", door=None)
    assert pad(oud, "opnieuw/") in regisseur.get(ZAAL).text
    assert "Wat bindt ons?" in regisseur.get(pad(oud, "opnieuw/")).text
    gevuld = {"titel": "Nog een keer", "datum": morgen().isoformat()}
    pagina = regisseur.post(pad(oud, "opnieuw/"), gevuld, follow=True).text
    assert "met een nieuwe code" in pagina
    assert Sessie.objects.get(titel="Nog een keer").rondes.get().vraag_nl == "Wat bindt ons?"


def test_the_list_is_split_by_what_can_be_done(wijk, regisseur):
    pagina = regisseur.get(ZAAL).text
    for leeg in ("Er is nu geen bijeenkomst bezig.", "Er staat geen bijeenkomst klaar.", "nog geen bijeenkomst gewe"):
        assert leeg in pagina
    assert "Gaat niet door" not in pagina
    maak_voorbereid(wijk, "Straks")
    maak_sessie(wijk, "Nu bezig")
    last_af(sessie=maak_voorbereid(wijk, "Toch niet"), reden="De zaal is dicht.", door=None)
    pagina = regisseur.get(ZAAL).text
    stukken = [pagina.index(t) for t in ("Nu bezig", ">Straks<", "nog geen bijeenkomst gewe", ">Toch niet<")]
    assert stukken == sorted(stukken)
    assert "De zaal is dicht." in pagina


def test_calling_off_asks_why_and_closes_the_code(wijk, regisseur):
    sessie = maak_voorbereid(wijk)
    leeg = regisseur.post(pad(sessie, "afgelasten/"), {"reden": ""})
    assert (leeg.status_code, "Vul dit veld in." in leeg.text) == (422, True)
    assert Client().get(f"/m/{sessie.code}/").status_code == 200
    regisseur.post(pad(sessie, "afgelasten/"), {"reden": "De zaal is dicht."})
    onbekend = Client().get("/m/CCCCCC/")
    af = Client().get(f"/m/{sessie.code}/")
    assert af.status_code == onbekend.status_code == 404
    assert "Met deze code is nu geen bijeenkomst te openen." in af.text
    pagina = regisseur.get(pad(sessie)).text
    assert "gaat niet door: De zaal is dicht." in pagina
    assert "De bijeenkomst beginnen" not in pagina


def test_before_it_begins_a_phone_says_when_and_where(wijk):
    sessie = maak_voorbereid(wijk, plaats="Buurthuis", begintijd=time(19, 30))
    for taal, zin in (("nl", "We beginnen nog niet."), ("en", "We have not started yet.")):
        antwoord = Client().get(f"/m/{sessie.code}/?taal={taal}")
        for tekst in (zin, "19:30", "Buurthuis", str(sessie.datum.year)):
            assert tekst in antwoord.text, tekst
        assert "no-store" in antwoord["Cache-Control"]
    getypt = Client().post("/m/", {"code": sessie.code.lower()}, follow=True)
    assert "We beginnen nog niet." in getypt.text
    for deel in ("", "kaart/", "stem/"):
        antwoord = Client().post(f"/m/{sessie.code}/{deel}", {"wie": "bewoner", "tekst": "Te vroeg"})
        assert antwoord.status_code == 200, deel
    assert not sessie.gasten.exists()
    begin(sessie=sessie, door=None)
    assert "Bij wie hoort u?" in Client().get(f"/m/{sessie.code}/").text


def test_a_phone_that_waits_asks_for_the_version_until_the_page_to_come_in_by_is_there(wijk):
    sessie = maak_voorbereid(wijk)
    pagina, live = Client().get(f"/m/{sessie.code}/").text, f"/m/{sessie.code}/live/"
    wijk.refresh_from_db()
    assert f'data-live-versie="{wijk.versie}" data-live-peilt="15000"' in pagina
    assert Client().get(live).json() == {"v": wijk.versie}
    begin(sessie=sessie, door=None)
    assert Client().get(live).status_code == 404
    assert "data-live-klaar" in Client().get(f"/m/{sessie.code}/").text


def test_who_was_invited_stands_first_on_a_phone(wijk):
    maak_partij(wijk, "Aap"), maak_partij(wijk, "Mies")
    zus = maak_partij(wijk, "Zus").actor
    sessie = maak_sessie(wijk)
    nodig_uit(sessie=sessie, partijen=[zus], door=None)
    pagina = Client().get(f"/m/{sessie.code}/").text
    plekken = [pagina.index(f"<span>{naam}</span>") for naam in ("Zus", "Aap", "Mies")]
    assert plekken == sorted(plekken)


def test_beginning_on_another_day_says_what_that_does(wijk, regisseur):
    zin = "Begint u nu, dan wordt vandaag de dag van de bijeenkomst."
    assert zin in regisseur.get(pad(maak_voorbereid(wijk))).text
    assert zin not in regisseur.get(pad(maak_voorbereid(wijk, datum=timezone.localdate()))).text


def test_a_reader_reads_and_changes_nothing(wijk):
    sessie = maak_voorbereid(wijk)
    pagina = ingelogd(maak_lid(wijk, Rol.LEZER)).get(pad(sessie)).text
    assert "Wat doet u in de wijk" in pagina
    for knop in ("Omhoog", "Weghalen", "De bijeenkomst beginnen", "Opnieuw gebruiken", "afgelasten"):
        assert knop not in pagina


def test_what_belongs_to_the_desk_is_not_there_before_it_begins(wijk, regisseur):
    sessie = maak_voorbereid(wijk)
    assert regisseur.post(f"{ZAAL}{sessie.sleutel}/regie/stap/", {"doe": "verder"}).status_code == 404
    assert regisseur.get(f"{ZAAL}{sessie.sleutel}/verslag/").status_code == 404


def test_the_wall_counts_along_when_the_programme_changes(wijk, regisseur):
    sessie = maak_voorbereid(wijk)
    begin(sessie=sessie, door=None)
    aantal = len(zaalstand(sessie).rondes)
    regisseur.post(pad(sessie, f"vragen/{sessie.rondes.last().sleutel}/verzet/"), {"doe": "weg"})
    assert f"Vraag 1 van {aantal - 1}" in regisseur.get(f"{ZAAL}{sessie.sleutel}/regie/").text


def test_the_number_of_queries_does_not_grow(wijk, regisseur):
    reis, sessie, aantallen = maak_routekaart(wijk), maak_voorbereid(wijk), []
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            voeg_vraag_toe(sessie=sessie, vraag=f"Vraag {nr}", methode=Methode.OPEN, door=None)
        partijen = [maak_partij(wijk).actor for _ in range(hoeveel)]
        nodig_uit(sessie=sessie, partijen=partijen, door=None)
        leervragen = [maak_leervraag(reis, f"Leervraag {hoeveel} {nr}") for nr in range(hoeveel)]
        kies_leervragen(sessie=sessie, leervragen=leervragen, door=None)
        maak_voorbereid(wijk)
        with CaptureQueriesContext(connection) as vragen:
            regisseur.get(pad(sessie))
            regisseur.get(ZAAL)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


def test_every_line_of_preparing_is_a_sentence(wijk, regisseur):
    reis = maak_routekaart(wijk)
    partij = maak_partij(wijk, "De Een").actor
    regisseur.post(f"{ZAAL}voorbereiden/", velden(titel="Samen"))
    sessie = Sessie.objects.get()
    ronde = sessie.rondes.first()
    regisseur.post(pad(sessie, "gegevens/"), velden(titel="Samen", versie=sessie.versie))
    nodig_uit(sessie=sessie, partijen=[partij], door=None)
    kies_leervragen(sessie=sessie, leervragen=[maak_leervraag(reis)], door=None)
    gevuld = {"vraag": "Anders?", "methode": "open", "minuten": 7, "versie": ronde.versie}
    regisseur.post(pad(sessie, f"vragen/{ronde.sleutel}/"), gevuld)
    for wat in ("omlaag", "weg"):
        regisseur.post(pad(sessie, f"vragen/{ronde.sleutel}/verzet/"), {"doe": wat})
    last_af(sessie=sessie, reden="Dicht.", door=None)
    pagina = regisseur.get("/wijken/proefwijk/journaal/").text
    for zin in (
        "De bijeenkomst “Samen” is voorbereid.",
        "Dag, tijd of plaats van de bijeenkomst “Samen” is gewijzigd.",
        "Uitgenodigd voor “Samen”: De Een.",
        "De leervragen van “Samen” zijn gekozen: 1.",
        "Bij “Samen” is een vraag gewijzigd: Anders?",
        "Bij “Samen” is een vraag verplaatst: Anders?",
        "Bij “Samen” is een vraag weggehaald: Anders?",
        "De bijeenkomst “Samen” gaat niet door: Dicht.",
    ):
        assert zin in pagina
