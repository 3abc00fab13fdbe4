# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The methods that add something to cards: 1-2-4-all, associations and a slogan, a meeting without a plan."""

from uuid import uuid4

import pytest

from routekaart.models import Bestemming
from routekaart.zaal.kaarten.handelingen import groepeer, verberg
from routekaart.zaal.methoden.handelingen import neem_slogan_over, stel_slogan_voor
from routekaart.zaal.methoden.register import methoden
from routekaart.zaal.models import Gast, Kaart, Kaartgroep, Sessie, Sessiesluiting, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.schermen.wand import wand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from tests.factories_zaal import desk, maak_gast, maak_kaart, maak_sessie, naar, ronde_van, stuur, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol

pytestmark = pytest.mark.django_db


def begin(methode, *, perron=None, anoniem=True):
    """A meeting that is at the start of a question of this method."""
    wijk = maak_wijk()
    if perron:
        maak_perron(wijk, perron)
    sessie = maak_sessie(wijk)
    ronde = voeg_vraag_toe(
        sessie=sessie, vraag="Wat past bij ons?", methode=methode, perron=perron, anoniem=anoniem, door=None
    )
    ga_naar(ronde=ronde, stap=Stap.WACHT, gezien=zaalstand(sessie).versie, door=None)
    return sessie


def test_one_two_four_all_has_a_time_and_plain_words_for_every_step():
    methode, gewoon = methoden()[Methode.EEN_TWEE_VIER], methoden()[Methode.OPEN]
    tijden = {stap: methode.minuten(stap, 4) for stap in methode.stappen}
    assert [tijden[f] for f in (Stap.ALLEEN, Stap.TWEE, Stap.SCHRIJF, Stap.ONTHUL)] == [1, 2, 4, 5]
    assert (tijden[Stap.WACHT], tijden[Stap.BESLUIT]) == (None, None)
    assert (methode.label(Stap.SCHRIJF), gewoon.label(Stap.SCHRIJF)) == ("met z'n vieren", "schrijven")
    assert all(methode.uitleg(f) for f in (Stap.ALLEEN, Stap.TWEE, Stap.SCHRIJF, Stap.ONTHUL))
    assert gewoon.uitleg(Stap.SCHRIJF) == ""
    assert gewoon.minuten(Stap.ONTHUL, 5) is None


def test_one_two_four_all_from_the_desk_to_one_card_per_four():
    sessie = begin(Methode.EEN_TWEE_VIER)
    pagina, client, engels = desk(sessie), telefoon(sessie), telefoon(sessie, taal="en")
    for stap, knop, zin, zin_en in (
        (Stap.ALLEEN, "Alleen denken", "Denk eerst alleen na", "First think alone"),
        (Stap.TWEE, "Verder met z&#x27;n tweeën", "Praat met uw buurman", "Talk with the person next to you"),
        (Stap.SCHRIJF, "Verder met z&#x27;n vieren", "Eén van u levert het in", "One of you sends it"),
    ):
        assert knop in pagina().text
        naar(sessie, stap)
        assert zaalstand(sessie).loopt
        for tekst, verwacht in (
            (pagina("scherm/").text, zin),
            (client.get(f"/m/{sessie.code}/").text, zin),
            (engels.get(f"/m/{sessie.code}/").text, zin_en),
        ):
            assert verwacht in tekst
            assert "data-klok" in tekst
        assert ("<textarea" in client.get(f"/m/{sessie.code}/").text) is (stap is Stap.SCHRIJF)
        if stap is not Stap.SCHRIJF:
            assert stuur(client, sessie, tekst="Te vroeg").status_code == 422
    stuur(client, sessie, tekst="Van ons vieren")
    assert Kaart.objects.get().tekst == "Van ons vieren"
    naar(sessie, Stap.ONTHUL)
    scherm = pagina("scherm/").text
    assert "Elk groepje vertelt kort" in scherm
    assert "Van ons vieren" in scherm
    pagina("regie/stap/", {"doe": "terug", "gezien": zaalstand(sessie).versie})
    pagina("regie/stap/", {"doe": "terug", "gezien": zaalstand(sessie).versie})
    assert zaalstand(sessie).stap is Stap.TWEE
    assert "In “Wat verstaan" in ingelogd(maak_lid(sessie.wijk, Rol.LEZER)).get("/wijken/proefwijk/journaal/").text


def test_an_association_is_one_or_two_words():
    sessie = begin(Methode.ASSOCIATIE)
    naar(sessie, Stap.SCHRIJF)
    client = telefoon(sessie)
    assert "Schrijf één of twee woorden" in client.get(f"/m/{sessie.code}/").text
    antwoord = stuur(client, sessie, tekst="een hele lange zin")
    assert (antwoord.status_code, "een hele lange zin</textarea>" in antwoord.text) == (422, True)
    assert stuur(client, sessie, tekst="samen sterk").status_code == 302
    assert "één of twee woorden" in desk(sessie)("scherm/").text


def test_from_associations_by_way_of_dots_to_the_slogan_of_the_journey():
    sessie = begin(Methode.ASSOCIATIE, perron=1)
    naar(sessie, Stap.SCHRIJF)
    telefoons = [telefoon(sessie) for _ in range(6)]
    for nr, client in enumerate(telefoons):
        stuur(client, sessie, tekst=f"woord {nr}")
    naar(sessie, Stap.GROEPEER)
    pagina = desk(sessie)
    tekst = telefoons[0].get(f"/m/{sessie.code}/").text
    assert "Uw slogan" in tekst
    assert "woord 5" in tekst
    antwoord = stuur(telefoons[0], sessie, tekst="s" * 61, wat="slogan")
    assert (antwoord.status_code, "61 tekens, maximaal 60" in antwoord.text) == (422, True)
    assert "Uw slogan" in antwoord.text
    stuur(telefoons[0], sessie, tekst="Wij horen bij elkaar", wat="slogan")
    assert "Ingeleverd." in telefoons[0].get(f"/m/{sessie.code}/").text
    assert "Uw slogan" in telefoons[0].get(f"/m/{sessie.code}/?nog").text
    stuur(telefoons[1], sessie, tekst="wij horen bij ELKAAR", wat="slogan")
    stuur(telefoons[2], sessie, tekst="Iedereen aan boord", wat="slogan")
    groepen = wand(zaalstand(sessie)).groepen
    assert [(g.naam, g.aantal, len(g.zichtbaar)) for g in groepen] == [
        ("Wij horen bij elkaar", 2, 0),
        ("Iedereen aan boord", 1, 0),
    ]
    assert pagina("scherm/").text.count("Wij horen bij elkaar") == 1
    assert telefoons[5].get(f"/m/{sessie.code}/").text.count("Wij horen bij elkaar") == 1
    naar(sessie, Stap.STEM)
    keuze = str(Kaartgroep.objects.get(naam="Iedereen aan boord").sleutel)
    for client in telefoons:
        client.post(f"/m/{sessie.code}/stem/", {"ronde": str(ronde_van(sessie).sleutel), "keuze": keuze})
    naar(sessie, Stap.BESLUIT)
    regie = pagina().text
    assert "Iedereen aan boord</textarea>" in regie
    perron = sessie.routekaart.perrons.get(nummer=1)
    velden = {"tekst": "Iedereen aan boord", "versie": perron.versie, "ondanks": "Zo beginnen wij."}
    tekst = pagina("regie/besluit/", velden).text
    assert "bij perron 1</a> de bestemming op" in tekst
    assert "nog niet opgeschreven" in pagina("regie/slogan/", {}).text
    maak_onderdeel("bestemming", perron)
    assert "Overnemen als slogan" in pagina().text
    assert "Dit is nu de slogan van de reis." in pagina("regie/slogan/", {}).text
    assert Bestemming.objects.get().slogan == "Iedereen aan boord"
    assert "Dit is de slogan van de reis." in pagina().text


def test_a_slogan_comes_once_only_in_its_step_and_names_nobody():
    sessie = begin(Methode.ASSOCIATIE)
    actor = maak_partij(sessie.wijk).actor
    gast, ronde, sleutel = maak_gast(sessie, actor), ronde_van(sessie), uuid4()

    def stel_voor(tekst="Samen"):
        return stel_slogan_voor(ronde=ronde, gast=gast, tekst=tekst, apparaatsleutel=sleutel)

    naar(sessie, Stap.SCHRIJF)
    with geweigerd("voorbij"):
        stel_voor()
    naar(sessie, Stap.GROEPEER)
    assert stel_voor() == stel_voor()
    kaart = Kaart.objects.get()
    assert (kaart.gast, kaart.actor, kaart.anoniem) == (None, None, True)
    regel = Journaalregel.objects.get(soort="slogan_voorgesteld")
    assert (regel.door, regel.namens, regel.namens_naam) == (None, None, "")
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    with geweigerd("voorbij"):
        stel_voor()


def test_a_slogan_that_is_read_first_or_hidden_is_nowhere_to_be_voted_on():
    sessie = begin(Methode.ASSOCIATIE, anoniem=False)
    naar(sessie, Stap.GROEPEER)
    client = telefoon(sessie)
    stuur(client, sessie, tekst="Zichtbaar", wat="slogan")
    stuur(client, sessie, tekst="Lelijk", wat="slogan")
    verberg(kaart=Kaart.objects.get(tekst="Lelijk"), door=None)
    assert Kaart.objects.filter(gast=Gast.objects.get()).count() == 2
    sessie.rondes.update(keuring=True)
    stuur(client, sessie, tekst="Ongelezen", wat="slogan")
    sessie.rondes.filter(volgorde=2).update(keuring=False)
    naar(sessie, Stap.STEM)
    for tekst in (client.get(f"/m/{sessie.code}/").text, desk(sessie)("scherm/").text):
        assert "Zichtbaar" in tekst
    opties = desk(sessie)("scherm/").text
    assert "Lelijk" not in opties
    assert "Ongelezen" not in opties


def test_a_slogan_needs_a_decision_that_fits():
    sessie = begin(Methode.ASSOCIATIE, perron=1)
    with geweigerd("slogan_zonder_besluit", "nog geen besluit"):
        neem_slogan_over(ronde=ronde_van(sessie), door=None)
    maak_onderdeel("bestemming", sessie.routekaart.perrons.get(nummer=1))
    ronde = ronde_van(sessie)
    zet = zaalstand(sessie).zet
    ronde_besluit = {"tekst": "x" * 121, "versie": zet.versie, "moment": zet.moment}
    type(ronde).besluit.related.related_model.objects.create(ronde=ronde, **ronde_besluit)
    with geweigerd("slogan_te_lang", "maximaal 120 tekens"):
        neem_slogan_over(ronde=ronde, door=None)


def test_a_decision_on_a_slogan_is_not_the_answer_of_the_perron():
    sessie = begin(Methode.ASSOCIATIE, perron=1)
    client = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    client.post(f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/besluit/", {"tekst": "Samen", "versie": 0})
    assert ronde_van(sessie).besluit.antwoord is None
    assert not sessie.routekaart.perrons.get(nummer=1).antwoorden.exists()


def test_a_meeting_without_a_plan_begins_with_one_press_and_simply_ends():
    wijk = maak_wijk()
    client = ingelogd(maak_lid(wijk, Rol.WIJKREGISSEUR))
    assert "Planningvrij beginnen" in client.get("/wijken/proefwijk/zaal/").text
    antwoord = client.post("/wijken/proefwijk/zaal/planningvrij/", follow=True)
    assert "Waar wilt u het over hebben?" in antwoord.text
    sessie = Sessie.objects.get()
    assert sessie.soort == "planningvrij"
    naar(sessie, Stap.SCHRIJF)
    stuur(telefoon(sessie), sessie, tekst="De bus.")
    assert "mag gewoon eindigen" in client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/").text
    antwoord = client.post(f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/sluiten/", {"reden": ""}, follow=True)
    assert "Deze bijeenkomst is gesloten op" in antwoord.text
    assert Sessiesluiting.objects.get().uitkomst == "gewoon"
    assert "De bus." in client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/verslag/").text


def test_the_desk_says_when_phones_read_english():
    sessie = maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)
    pagina = desk(sessie)
    assert "telefoons in het Engels" not in pagina().text
    telefoon(sessie, taal="en")
    assert "Aantal telefoons in het Engels: 1." in pagina().text


def test_no_handle_to_drag_without_a_group_to_drag_to():
    sessie = maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)
    kaart = maak_kaart(maak_gast(sessie))
    assert "data-greep" not in desk(sessie)().text
    groepeer(ronde=kaart.ronde, kaarten=[kaart], naam="Groen", door=None)
    assert f'data-greep="{kaart.sleutel}"' in desk(sessie)().text
