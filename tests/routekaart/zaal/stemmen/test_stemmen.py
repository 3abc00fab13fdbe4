# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Voting: hidden while it runs, per kind of party afterwards, never a group under five, never a person."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actoren.models import Soort
from routekaart.zaal.kaarten.handelingen import groepeer, schrijf_op
from routekaart.zaal.models import Gast, Sessie, Stap, Stem, Stemkeuze
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from routekaart.zaal.stemmen.forms import soort_van
from routekaart.zaal.stemmen.handelingen import STIPPEN, stem, tel_handen
from routekaart.zaal.stemmen.uitslag import ANDEREN, KLEINSTE_GROEP, gestemd, uitslag, uitslagen, voeg_soorten_samen
from tests.factories import ingelogd, maak_lid, maak_partij, maak_wijk
from tests.factories_zaal import maak_gast, maak_sessie, naar, ronde_van, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessie():
    """A meeting with two groups of cards, that votes."""
    sessie = maak_sessie(maak_wijk(), stap=Stap.GROEPEER)
    for naam in ("Groen", "Rust"):
        kaarten = schrijf_op(ronde=ronde_van(sessie), regels=[(naam, 1)], sleutel=uuid4(), door=None)
        groepeer(ronde=ronde_van(sessie), kaarten=kaarten, naam=naam, door=None)
    naar(sessie, Stap.STEM)
    return sessie


@pytest.fixture
def stelling():
    """A meeting that votes on a statement."""
    sessie = maak_sessie(maak_wijk())
    sessie.rondes.update(methode=Methode.STELLING)
    naar(sessie, Stap.STEM)
    return sessie


def groepen(sessie):
    return list(ronde_van(sessie).groepen.all())


def stip(sessie, *welke, soort="", toestel=None):
    rijen = [groepen(sessie)[n] for n in welke]
    stem(ronde=ronde_van(sessie), toestel=toestel or uuid4(), soort=soort, groepen=rijen)


def antwoord(sessie, keuze, soort="", keer=1):
    for _ in range(keer):
        stem(ronde=ronde_van(sessie), toestel=uuid4(), soort=soort, keuze=keuze)


def stuur_stem(client, sessie, keuze):
    return client.post(f"/m/{sessie.code}/stem/", {"ronde": str(ronde_van(sessie).sleutel), "keuze": keuze})


@pytest.mark.parametrize(
    ("stemmers", "groepen"),
    [
        ({}, set()),
        ({"bewoners": 4}, set()),
        ({"bewoners": 5}, {("bewoners", 5)}),
        ({"bewoners": 9, "zorg": 2, "politie": 3}, {("bewoners", 9), (ANDEREN, 5)}),
        ({"bewoners": 9, "politie": 1}, {(ANDEREN, 10)}),
        ({"bewoners": 9, "zorg": 6, "politie": 1}, {("bewoners", 9), (ANDEREN, 7)}),
        ({"bewoners": 9, "": 7}, {("bewoners", 9), (ANDEREN, 7)}),
        ({"zorg": 2, "politie": 3}, {(ANDEREN, 5)}),
    ],
)
def test_kinds_go_together_until_a_group_has_five(stemmers, groepen):
    namen = voeg_soorten_samen(stemmers)
    telling = {}
    for soort, naam in namen.items():
        telling[naam] = telling.get(naam, 0) + stemmers[soort]
    assert set(telling.items()) == groepen
    assert all(n >= KLEINSTE_GROEP for n in telling.values())


def test_nobody_is_named_in_a_vote_and_the_journal_says_nothing_of_it(sessie):
    actor = maak_partij(sessie.wijk, "Zonnebakkers", Soort.ONDERNEMERS).actor
    client = telefoon(sessie, str(actor.sleutel), naam="Zonnestraal")
    assert stuur_stem(client, sessie, [str(groepen(sessie)[0].sleutel)]).status_code == 302
    rij, regel = Stem.objects.get(), Journaalregel.objects.get(soort="stem_uitgebracht")
    assert rij.soort == Soort.ONDERNEMERS
    tekst = " ".join(f"{getattr(r, f.attname)!r}" for r in (rij, regel) for f in r._meta.concrete_fields)
    gast, koekjes = Gast.objects.get(), client.cookies
    for spoor in (gast.sleutel, gast.naam, actor.sleutel, actor.naam, koekjes["ww_toestel"].value):
        assert str(spoor) not in tekst
    assert "Groen" not in str(regel.nieuw)
    assert str(groepen(sessie)[0].sleutel) not in f"{regel.nieuw}{regel.onderwerp}"


def test_one_phone_has_another_key_in_each_question(sessie):
    client = telefoon(sessie)
    stuur_stem(client, sessie, [str(groepen(sessie)[0].sleutel)])
    ander = voeg_vraag_toe(sessie=sessie, vraag="Twee?", methode=Methode.STELLING, door=None)
    naar(sessie, Stap.BESLUIT)
    ga_naar(ronde=ander, stap=Stap.STEM, gezien=zaalstand(sessie).versie, door=None)
    stuur_stem(client, sessie, "eens")
    sleutels = set(Stem.objects.values_list("apparaatsleutel", flat=True))
    assert len(sleutels) == 2


def test_voting_again_replaces_the_vote(sessie):
    client, (groen, rust) = telefoon(sessie), groepen(sessie)
    pad = f"/m/{sessie.code}/"
    pagina = client.get(pad).text
    assert "één, twee of drie" in pagina
    assert "http-equiv" not in pagina
    stuur_stem(client, sessie, [str(groen.sleutel), str(rust.sleutel)])
    stuur_stem(client, sessie, [str(rust.sleutel)])
    assert list(Stem.objects.values_list("groep__naam", flat=True)) == ["Rust"]
    assert "Uw stem is geteld." in client.get(pad).text
    assert 'type="checkbox"' in client.get(f"{pad}?opnieuw").text
    assert gestemd(zaalstand(sessie)) == 1


def test_three_dots_are_three(sessie):
    ronde = ronde_van(sessie)
    for naam in "abcd":
        kaarten = schrijf_op(ronde=ronde, regels=[(naam, 1)], sleutel=uuid4(), door=None)
        groepeer(ronde=ronde, kaarten=kaarten, naam=naam, door=None)
    client = telefoon(sessie)
    te_veel = [str(g.sleutel) for g in groepen(sessie)[: STIPPEN + 1]]
    reactie = stuur_stem(client, sessie, te_veel)
    assert (reactie.status_code, "Kies er niet meer dan drie." in reactie.text) == (422, True)
    reactie = stuur_stem(client, sessie, [])
    assert (reactie.status_code, "Maak eerst een keuze." in reactie.text) == (422, True)
    assert not Stem.objects.exists()


def test_as_many_dots_as_there_are_count_and_one_more_does_not(sessie):
    ronde = ronde_van(sessie)
    for naam in "ab":
        kaarten = schrijf_op(ronde=ronde, regels=[(naam, 1)], sleutel=uuid4(), door=None)
        groepeer(ronde=ronde, kaarten=kaarten, naam=naam, door=None)
    stip(sessie, 0, 1, 2)
    assert Stem.objects.count() == STIPPEN == 3
    with geweigerd("te_veel_stippen"):
        stip(sessie, 0, 1, 2, 3)
    assert Stem.objects.count() == STIPPEN


def test_the_journal_says_how_many_hands_a_table_raised(sessie):
    tel_handen(ronde=ronde_van(sessie), groep=groepen(sessie)[0], keuze=Stemkeuze.STIP, aantal=6, door=None)
    regel = Journaalregel.objects.get(soort="tafel_gestemd")
    assert regel.nieuw == {"titel": sessie.titel, "aantal": 6}


def test_the_report_has_the_outcome_of_each_question(sessie):
    for _ in range(5):
        stip(sessie, 0, soort=Soort.ZORG)
    naar(sessie, Stap.BESLUIT)
    [beeld] = uitslagen(sessie).values()
    assert beeld == uitslag(zaalstand(sessie))
    assert [(r.naam, r.aantal, r.gedragen) for r in beeld.regels] == [("Groen", 5, ""), ("Rust", 0, "")]


def test_while_it_runs_nobody_sees_who_is_winning(sessie):
    for _ in range(6):
        stip(sessie, 0)
    client = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    for deel in ("scherm", "regie"):
        pagina = client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/{deel}/")
        assert pagina.context["uitslag"] is None
        assert "scherm-getal" not in pagina.text
        assert "Stemmen per soort" not in pagina.text
    scherm = client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/scherm/").text
    assert ">6</strong> mensen hebben gestemd" in scherm
    naar(sessie, Stap.BESLUIT)
    scherm = client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/scherm/").text
    assert '<span class="scherm-getal">6</span>' in scherm
    assert "Stemmen per soort partij" in client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/").text


def test_the_outcome_per_kind_and_by_whom_it_is_carried(sessie):
    for _ in range(5):
        stip(sessie, 0, 1, soort=Soort.BEWONERS)
        stip(sessie, 0, soort=Soort.ZORG)
    naar(sessie, Stap.BESLUIT)
    beeld = uitslag(zaalstand(sessie))
    assert beeld.stemmers == 10
    assert [(r.naam, r.aantal, r.gedragen) for r in beeld.regels] == [
        ("Groen", 10, "door alle soorten partijen"),
        ("Rust", 5, "door een deel van de soorten partijen"),
    ]
    assert beeld.regels[1].per_soort == [("bewoners", 5), ("zorg", 0)]


def test_under_five_there_is_no_outcome(stelling):
    antwoord(stelling, Stemkeuze.EENS, keer=4)
    naar(stelling, Stap.ONTHUL)
    assert uitslag(zaalstand(stelling)).regels == ()
    client = ingelogd(maak_lid(stelling.wijk, Rol.LEZER))
    assert "Minder dan 5 mensen" in client.get(f"/wijken/proefwijk/zaal/{stelling.sleutel}/scherm/").text


@pytest.mark.parametrize(("methode", "woord"), [(Methode.STELLING, "eens"), (Methode.POLS, "gaat goed")])
def test_a_statement_and_the_pulse(stelling, methode, woord):
    stelling.rondes.update(methode=methode)
    antwoord(stelling, Stemkeuze.EENS, Soort.BEWONERS, keer=4)
    antwoord(stelling, Stemkeuze.ONEENS, Soort.POLITIE, keer=1)
    naar(stelling, Stap.ONTHUL)
    beeld = uitslag(zaalstand(stelling))
    assert (beeld.regels[0].naam, beeld.regels[0].aantal) == (woord, 4)
    assert {len(r.per_soort) for r in beeld.regels} == {1}  # one resident of four could be told apart otherwise


def test_a_statement_on_an_english_phone(stelling):
    client = telefoon(stelling, taal="en")
    pagina = client.get(f"/m/{stelling.code}/").text
    assert "Not sure" in pagina
    assert 'type="radio"' in pagina
    stuur_stem(client, stelling, "twijfel")
    assert Stem.objects.get().soort == Soort.BEWONERS
    assert "Your vote was counted." in client.get(f"/m/{stelling.code}/").text
    naar(stelling, Stap.ONTHUL)
    assert "Look at the screen" in client.get(f"/m/{stelling.code}/").text


def test_the_facilitator_counts_the_hands_of_a_table(sessie):
    client = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    pad = f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/tafel/"
    client.post(pad, {"wat": str(groepen(sessie)[1].sleutel), "aantal": "6"})
    assert Stem.objects.get().aantal == 6
    reactie = client.post(pad, {"wat": "onzin", "aantal": "0"})
    assert (reactie.status_code, "Deze keuze bestaat niet meer" in reactie.text) == (422, True)
    naar(sessie, Stap.BESLUIT)
    assert uitslag(zaalstand(sessie)).regels[0].aantal == 6
    reactie = client.post(pad, {"wat": str(groepen(sessie)[1].sleutel), "aantal": "6"})
    assert (reactie.status_code, Stem.objects.count()) == (422, 1)
    with geweigerd("nu_geen_stemming", "nu niet gestemd"):
        tel_handen(ronde=ronde_van(sessie), keuze=Stemkeuze.EENS, aantal=1, door=None)


def test_a_table_votes_on_a_statement(stelling):
    client = ingelogd(maak_lid(stelling.wijk, Rol.REISLEIDER))
    client.post(f"/wijken/proefwijk/zaal/{stelling.sleutel}/regie/tafel/", {"wat": "oneens", "aantal": "7"})
    assert (Stem.objects.get().keuze, Stem.objects.get().groep) == ("oneens", None)


def test_outside_the_vote_nothing_is_counted(sessie):
    client, keuze = telefoon(sessie), [str(groepen(sessie)[0].sleutel)]
    ronde = str(ronde_van(sessie).sleutel)
    naar(sessie, Stap.BESLUIT)
    reactie = client.post(f"/m/{sessie.code}/stem/", {"ronde": ronde, "keuze": keuze})
    assert (reactie.status_code, "Er wordt nu niet gestemd." in reactie.text) == (422, True)
    for velden in ({}, {"ronde": "x"}, {"ronde": str(uuid4()), "keuze": keuze}):
        assert client.post(f"/m/{sessie.code}/stem/", velden).status_code == 302
    assert not Stem.objects.exists()


def test_closing_cuts_the_votes_from_the_phones_and_keeps_the_outcome(sessie):
    toestellen = [uuid4() for _ in range(5)]
    for toestel in toestellen:
        stip(sessie, 0, 1, toestel=toestel)
    naar(sessie, Stap.BESLUIT)
    voor = uitslag(zaalstand(sessie))
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    assert uitslag(zaalstand(sessie)) == voor
    assert voor.stemmers == 5
    assert not set(toestellen) & set(Stem.objects.values_list("apparaatsleutel", flat=True))


def test_the_kind_of_a_guest(sessie):
    actor = maak_partij(sessie.wijk, soort=Soort.ZORG).actor
    assert soort_van(maak_gast(sessie)) == Soort.BEWONERS
    assert soort_van(maak_gast(sessie, actor)) == Soort.ZORG
    assert soort_van(Gast(soort="liever_niet")) == ""


def test_another_question_from_the_desk(sessie):
    client = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    basis = f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/"
    velden = {"vraag": "Wij kennen elkaar.", "vraag_en": "We know each other.", "methode": "stelling", "minuten": "3"}
    pagina = client.post(f"{basis}vragen/", velden, follow=True).text
    assert "Vraag 1 van 2" in pagina
    ronde = Sessie.objects.get().rondes.last()
    assert (ronde.volgorde, ronde.vraag("en"), ronde.minuten, ronde.anoniem) == (2, "We know each other.", 3, False)
    reactie = client.post(f"{basis}vragen/", velden | {"vraag": "", "minuten": "0"})
    assert (reactie.status_code, "Vul dit veld in." in reactie.text) == (422, True)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    with geweigerd("bijeenkomst_gesloten"):
        voeg_vraag_toe(sessie=sessie, vraag="Nog een?", methode=Methode.OPEN, door=None)
    journaal = client.get("/wijken/proefwijk/journaal/").text
    assert "is een vraag toegevoegd: Wij kennen elkaar." in journaal


def test_the_outcome_takes_as_many_queries_for_thirty(sessie):
    aantallen = []
    for hoeveel in (1, 29):
        for _ in range(hoeveel):
            stip(sessie, 0, 1, soort=Soort.ZORG)
        with CaptureQueriesContext(connection) as vragen:
            uitslag(zaalstand(sessie))
        aantallen.append(len(vragen))
    assert aantallen[0] <= aantallen[1] <= aantallen[0] + 1  # under five votes the names of the groups aren't needed


def test_a_script_hears_that_its_vote_is_stored_and_a_form_is_sent_on(stelling):
    client, ronde = telefoon(stelling), ronde_van(stelling)
    velden = {"ronde": str(ronde.sleutel), "sleutel": str(ronde.sleutel), "wat": "stem", "keuze": "eens"}
    adres = f"/m/{stelling.code}/stem/"
    assert client.post(adres, velden, headers={"accept": "application/json"}).json() == {"sleutel": str(ronde.sleutel)}
    assert client.post(adres, velden).url == f"/m/{stelling.code}/"
    assert Stem.objects.count() == 1
