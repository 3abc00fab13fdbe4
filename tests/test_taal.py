# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who reads which language: members Dutch, whatever their browser asks for; a guest what the phone asks for."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import get_language

from routekaart.zaal.gasten.beperking import MISLUKT_PER_ADRES, beperking
from routekaart.zaal.gasten.handelingen import laat_binnen
from routekaart.zaal.models import Gastsoort, Sessie, Stap, Taal
from routekaart.zaal.papier.blad import Kaarten, Kaartvraag, Kop, Meedoenblad, naar_html
from tests.factories import maak_lid, maak_partij, maak_routekaart, maak_wijk
from tests.factories_voorbereiding import maak_voorbereid
from tests.factories_zaal import maak_kaart, maak_navraag, maak_sessie, telefoon
from wijken.models import Rol

pytestmark = pytest.mark.django_db
ENGELS = {"Accept-Language": "en-GB,en;q=0.9"}


@pytest.fixture
def wijk():
    wijk = maak_wijk()
    maak_routekaart(wijk)
    return wijk


@pytest.fixture
def lid(wijk):
    client = Client(headers=ENGELS)
    client.force_login(maak_lid(wijk, Rol.WIJKREGISSEUR))
    client.cookies["django_language"] = "en"
    return client


def test_a_member_with_an_english_browser_reads_dutch(wijk, lid):
    sessie = maak_sessie(wijk)
    Sessie.objects.update(datum=date(2031, 5, 9))
    voor = {"slug": wijk.slug, "sleutel": sessie.sleutel}
    paginas = {naam: lid.get(reverse(naam, kwargs=voor)) for naam in ("zaal_regie", "zaal_scherm", "zaal_verslag")}
    for naam, pagina in paginas.items():
        assert pagina.status_code == 200, naam
        assert '<html lang="nl"' in pagina.text, naam
    assert "9 mei 2031" in paginas["zaal_verslag"].text
    assert "Wie ontbreekt?" in paginas["zaal_regie"].text
    assert "Scan de code met uw telefoon" in paginas["zaal_scherm"].text
    assert "0</strong> telefoons doen mee" in paginas["zaal_scherm"].text


def test_the_messages_of_a_form_are_dutch_too_for_that_member(wijk, lid):
    navraag = maak_navraag(maak_sessie(wijk), maak_partij(wijk).actor)
    adres = reverse("zaal_navraag_verdelen", args=[wijk.slug, navraag.sessie.sleutel, navraag.sleutel])
    fout = lid.post(adres, {"wie": "", "voor": "gisteren"})
    assert fout.status_code == 422
    for zin in ("Het is nog niet opgeslagen.", "Maak hier een keuze.", "Voer een geldige datum in."):
        assert zin in fout.text, zin
    assert "Enter a valid date" not in fout.text


def test_so_are_the_login_and_what_is_not_there(wijk):
    vreemd = Client(headers=ENGELS)
    fout = vreemd.post(reverse("inloggen"), {"username": "", "password": ""})
    assert "Vul dit veld in." in fout.text
    assert "Please" not in fout.text
    assert '<html lang="nl"' in vreemd.get("/bestaat/niet/").text


def test_a_phone_speaks_its_language_from_the_first_page_to_every_refusal(wijk):
    sessie, client = maak_sessie(wijk, stap=Stap.SCHRIJF), Client(headers=ENGELS)
    for adres, status, zin in (
        ("/m/", 200, "What code is on the screen?"),
        ("/m/CCCCCC/", 404, "This code opens no meeting now."),
        (f"/m/{sessie.code}/", 200, "Who are you with?"),
        (f"/m/{sessie.code}/terug/", 200, "Join again"),
    ):
        pagina = client.get(adres)
        assert (pagina.status_code, zin in pagina.text) == (status, True), adres
        assert '<html lang="en" dir="ltr"' in " ".join(pagina.text.split())
        assert pagina.headers["Content-Language"] == "en"
    for _ in range(MISLUKT_PER_ADRES):
        beperking.mislukt("127.0.0.1")
    vol = client.get("/m/CCCCCC/")
    beperking.vergeet()
    assert (vol.status_code, "A wrong code was tried too often." in vol.text) == (429, True)
    assert get_language() == "nl", "the thread goes on in Dutch"


def test_a_guest_keeps_the_language_that_was_chosen_whatever_the_phone_is_set_to(wijk):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    client = telefoon(sessie, taal="en")
    pagina = client.get(f"/m/{sessie.code}/", headers={"Accept-Language": "nl"})
    assert "Question 1 of 1" in pagina.text
    assert "Vraag 1 van 1" in client.get(f"/m/{sessie.code}/?taal=nl").text
    assert get_language() == "nl"


def test_who_comes_too_early_reads_when_and_where_in_the_language_of_the_phone(wijk):
    sessie = maak_voorbereid(wijk)
    Sessie.objects.filter(pk=sessie.pk).update(datum=date(2031, 5, 9), begintijd="14:05", plaats="Buurthuis")
    pagina = Client(headers=ENGELS).get(f"/m/{sessie.code}/").text
    assert "Friday 9 May 2031 at 14:05" in pagina
    assert "vrijdag 9 mei 2031 om 14:05" in Client().get(f"/m/{sessie.code}/").text


def test_the_verbs_of_a_guest_write_the_same_whatever_the_language(wijk):
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF, anoniem=False)
    telefoon(sessie, taal="en")
    telefoon(sessie, taal="nl")
    kaart = maak_kaart(laat_binnen(sessie=sessie, soort=Gastsoort.BEWONER, actor=None, taal=Taal.EN), "A bench")
    assert kaart.taal == "en"
    assert {str(g) for g in sessie.gasten.all()} == {"bewoner"}


def test_the_sheets_say_it_in_both_languages_each_marked_as_such():
    kop = Kop("Startsessie", "startsessie", "Proefwijk", date(2031, 5, 9), "19:30", "Buurthuis", "")
    poster = naar_html(Meedoenblad(kop, "CDF HJK", "voorbeeld.nl/m", "<svg/>"))
    assert "vrijdag 9 mei 2031, 19:30 uur" in poster
    assert "Doe mee met uw telefoon</p>" in poster
    assert 'lang="en">Take part with your phone</p>' in poster
    assert 'lang="en">· Join in</span>' in poster
    vragen = [Kaartvraag(1, "Wat?", "What?", anoniem=True), Kaartvraag(2, "Wie?", "Who?", anoniem=False)]
    kaarten = " ".join(naar_html(Kaarten(kop, vragen)).split())
    assert 'wie deze kaart is. <span lang="en">Anonymous.</span>' in kaarten
    assert 'Ik hoor bij <span lang="en">(I am with)</span>:' in kaarten
