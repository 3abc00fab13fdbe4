# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A guest's phone: coming in, writing, and what it may not do."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from routekaart.zaal.gasten.beperking import MISLUKT_PER_ADRES, beperking
from routekaart.zaal.models import Gast, Kaart, Sessie, Sessiesluiting, Stap
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import maak_partij, maak_wijk
from tests.factories_zaal import VRAAG, maak_sessie, naar, ronde_van, stuur_kaart, telefoon
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.refusals import sentence

pytestmark = pytest.mark.django_db
NERGENS = "00000000-0000-4000-8000-000000000000"
XSS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "{{ 7|add:7 }}",
    "' onfocus='alert(1)' autofocus='",
]


@pytest.fixture(autouse=True)
def _niets_geteld():
    beperking.vergeet()
    yield
    beperking.vergeet()


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


def test_a_typed_code_leads_to_the_meeting(sessie):
    client = Client()
    assert "Welke code staat op het scherm?" in client.get("/m/").text
    antwoord = client.post("/m/", {"code": f" {sessie.code.lower()} "})
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/m/{sessie.code}/")
    antwoord = client.get(f"/m/{sessie.code.lower()}/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/m/{sessie.code}/")


def test_the_first_page_says_who_sees_this_and_asks_for_a_party(sessie):
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    pagina = Client().get(f"/m/{sessie.code}/").text
    assert "komt op het scherm in de zaal en in het verslag" in pagina
    for waarde in ("bewoner", str(actor.sleutel), "liever_niet"):
        assert f'value="{waarde}"' in pagina
    assert pagina.index("Ik woon in de wijk") < pagina.index("De Bakker") < pagina.index("Dat zeg ik liever niet")


def test_the_cookie_is_for_this_meeting_and_not_for_scripts(sessie):
    koekje = telefoon(sessie).cookies["ww_gast"]
    assert (koekje["path"], koekje["httponly"], koekje["samesite"]) == (f"/m/{sessie.code}/", True, "Lax")
    assert str(Gast.objects.get().sleutel) in koekje.value


def test_a_cookie_opens_only_its_own_meeting(sessie):
    ander = maak_sessie(maak_wijk("elders"), "Een andere vraag", stap=Stap.SCHRIJF)
    koekje = telefoon(sessie).cookies["ww_gast"].value
    inbreker = Client()
    inbreker.cookies["ww_gast"] = koekje
    assert "Bij wie hoort u?" in inbreker.get(f"/m/{ander.code}/").text
    stuur_kaart(inbreker, ander, "Van buiten.")
    velden = {"tekst": "Omweg.", "ronde": str(ronde_van(ander).sleutel), "sleutel": str(uuid4())}
    eigen = Client()
    eigen.cookies["ww_gast"] = koekje
    eigen.post(f"/m/{sessie.code}/kaart/", velden)
    assert not Kaart.objects.exists()


@pytest.mark.parametrize("waarde", ["", "x", "a:b", f"{NERGENS}:vals"])
def test_a_forged_cookie_is_nobody(sessie, waarde):
    client = Client()
    client.cookies["ww_gast"] = waarde
    assert "Bij wie hoort u?" in client.get(f"/m/{sessie.code}/").text


def test_unknown_expired_and_impossible_codes_look_exactly_alike(sessie):
    verlopen = maak_sessie(sessie.wijk, "Lang geleden")
    sluit_sessie(sessie=verlopen, reden="Klaar.", door=None)
    Sessiesluiting.objects.update(moment=timezone.now() - timedelta(weeks=8, minutes=1))
    vergeten = maak_sessie(sessie.wijk, "Nooit gesloten")
    Sessie.objects.filter(pk=vergeten.pk).update(datum=timezone.localdate() - timedelta(weeks=9))
    antwoorden = set()
    for code in ("CCCCCC", verlopen.code, vergeten.code, "nee"):
        for doe in (
            lambda c: Client().get(f"/m/{c}/"),
            lambda c: Client().post(f"/m/{c}/", {"wie": "bewoner"}),
            lambda c: Client().post(f"/m/{c}/kaart/", {"tekst": "x"}),
        ):
            antwoord = doe(code)
            antwoorden.add((antwoord.status_code, zonder_token(antwoord.text), antwoord["Cache-Control"]))
    assert {a[0] for a in antwoorden} == {404}
    assert len(antwoorden) == 1
    getypt = {zonder_token(Client().post("/m/", {"code": c}).text).replace(c, "") for c in ("CCCCCC", verlopen.code)}
    assert len(getypt) == 1


def zonder_token(tekst: str) -> str:
    """A page without its CSRF token, which differs each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", tekst)


def test_codes_can_not_be_walked_and_the_room_still_comes_in(sessie):
    ander = maak_sessie(sessie.wijk, "Een andere zaal")
    binnen = telefoon(sessie)
    for _ in range(MISLUKT_PER_ADRES):
        assert Client().get("/m/CCCCCC/").status_code == 404
    assert Client().get("/m/CCCCCC/").status_code == 429
    assert Client().get(f"/m/{ander.code}/").status_code == 429
    assert Client().post("/m/", {"code": ander.code}).status_code == 429
    assert binnen.get(f"/m/{sessie.code}/").status_code == 200
    assert Client().get(f"/m/{sessie.code}/").status_code == 200
    assert Client(REMOTE_ADDR="10.1.2.3").get(f"/m/{ander.code}/").status_code == 200


def test_a_choice_is_needed_to_come_in(sessie):
    antwoord = Client().post(f"/m/{sessie.code}/", {"naam": "Zomaar"})
    assert antwoord.status_code == 422
    assert "Kies bij wie u hoort." in antwoord.text
    assert 'value="Zomaar"' in antwoord.text
    antwoord = Client().post(f"/m/{sessie.code}/", {"wie": str(uuid4()), "taal": "en"})
    assert "Choose who you are with." in antwoord.text
    antwoord = Client().post(f"/m/{sessie.code}/", {"wie": "bewoner", "naam": "n" * 61})
    assert (antwoord.status_code, "61 tekens, maximaal 60" in antwoord.text) == (422, True)
    assert not Gast.objects.exists()


def test_waiting_writing_sent_and_seeing(sessie):
    wachtend = maak_sessie(sessie.wijk, "Een vraag voor straks")
    client = telefoon(wachtend)
    pad = f"/m/{wachtend.code}/"
    pagina = client.get(pad).text
    assert "We beginnen zo." in pagina
    assert "Een vraag voor straks" not in pagina.split("<main")[1]
    naar(wachtend, Stap.SCHRIJF)
    pagina = client.get(pad).text
    assert "<textarea" in pagina
    assert "Niemand ziet wie dit schreef. Dat blijft zo." in pagina
    assert "http-equiv" not in pagina  # nobody's text is lost to a refresh
    assert stuur_kaart(client, wachtend, "Meer groen.").status_code == 302
    pagina = client.get(pad).text
    assert "Ingeleverd." in pagina
    assert "Meer groen." in pagina
    assert "nog dicht" in pagina
    assert "<textarea" not in pagina
    assert 'http-equiv="refresh" content="3"' in pagina
    assert "<textarea" in client.get(f"{pad}?nog").text
    naar(wachtend, Stap.ONTHUL)
    ander = telefoon(wachtend)
    pagina = ander.get(pad).text
    assert "Kijk naar het scherm" in pagina
    assert "Meer groen." in pagina


def test_before_the_reveal_a_phone_sees_only_its_own_cards(sessie):
    stuur_kaart(telefoon(sessie), sessie, "Van een ander.")
    client = telefoon(sessie)
    stuur_kaart(client, sessie, "Van mij.")
    pagina = client.get(f"/m/{sessie.code}/").text
    assert "Van mij." in pagina
    assert "Van een ander." not in pagina


def test_an_english_phone_speaks_english_all_the_way(sessie):
    ronde_van(sessie)
    client = telefoon(sessie, taal="en")
    pagina = client.get(f"/m/{sessie.code}/").text
    assert '<html lang="en"' in pagina
    assert "Nobody sees who wrote this." in pagina
    assert VRAAG in pagina  # no English text was given for this question
    sessie.rondes.update(vraag_en="What is an inclusive neighbourhood?")
    assert "What is an inclusive neighbourhood?" in client.get(f"/m/{sessie.code}/").text
    stuur_kaart(client, sessie, "Know each other.")
    assert Kaart.objects.get().taal == "en"
    assert "Sent." in client.get(f"/m/{sessie.code}/").text
    antwoord = stuur_kaart(client, sessie, "")
    assert "Write something first." in antwoord.text


def test_the_same_post_three_times_gives_one_card(sessie):
    client, sleutel = telefoon(sessie), uuid4()
    for _ in range(3):
        antwoord = stuur_kaart(client, sessie, "Meer groen.", sleutel)
        assert (antwoord.status_code, antwoord["Location"]) == (302, f"/m/{sessie.code}/")
    assert Kaart.objects.count() == 1
    assert client.get(f"/m/{sessie.code}/").text.count("Meer groen.") == 1


def test_ten_thousand_characters_are_refused_and_kept(sessie):
    antwoord = stuur_kaart(telefoon(sessie), sessie, "a" * 10_000)
    assert antwoord.status_code == 422
    assert "10.000 tekens, maximaal 300" in antwoord.text
    assert "a" * 10_000 in antwoord.text
    assert not Kaart.objects.exists()


@pytest.mark.parametrize("tekst", ["", "   ", "\u200b\u2060"])
def test_nothing_is_no_card(sessie, tekst):
    antwoord = stuur_kaart(telefoon(sessie), sessie, tekst)
    assert (antwoord.status_code, "Schrijf eerst iets op." in antwoord.text) == (422, True)


def test_a_card_for_a_question_that_is_over_is_refused_and_the_text_kept(sessie):
    client = telefoon(sessie)
    sluit_sessie(sessie=sessie, reden="Brand.", door=None)
    antwoord = stuur_kaart(client, sessie, "Mijn lange verhaal.")
    assert antwoord.status_code == 422
    assert "Deze vraag is voorbij." in antwoord.text
    assert "Mijn lange verhaal." in antwoord.text
    assert "Deze bijeenkomst is afgelopen." in client.get(f"/m/{sessie.code}/").text
    assert "Deze bijeenkomst is afgelopen." in Client().get(f"/m/{sessie.code}/").text
    antwoord = Client().post(f"/m/{sessie.code}/", {"wie": "bewoner"})
    assert (antwoord.status_code, Gast.objects.count()) == (422, 1)


@pytest.mark.parametrize("velden", [{}, {"ronde": "x", "sleutel": "y"}, {"ronde": NERGENS, "sleutel": NERGENS}])
def test_a_form_that_was_tampered_with_changes_nothing(sessie, velden):
    antwoord = telefoon(sessie).post(f"/m/{sessie.code}/kaart/", {"tekst": "x", **velden})
    assert antwoord.status_code == 302
    assert not Kaart.objects.exists()


@pytest.mark.parametrize("tekst", XSS)
def test_a_payload_is_text_everywhere(sessie, tekst):
    client = telefoon(sessie)
    stuur_kaart(client, sessie, tekst)
    naar(sessie, Stap.ONTHUL)
    pagina = client.get(f"/m/{sessie.code}/").text
    for rauw in ("<script>alert", "<img src=x", "<svg/onload", "' onfocus='"):
        assert rauw not in pagina
    assert Kaart.objects.get().tekst == tekst


def test_a_tampered_list_of_own_cards_is_harmless(sessie):
    client = telefoon(sessie)
    client.cookies["ww_kaarten"] = "x.y.." + "z" * 500
    assert client.get(f"/m/{sessie.code}/").status_code == 200


def test_a_card_needs_a_guest_and_a_token(sessie):
    assert stuur_kaart(Client(), sessie, "Zomaar.").status_code == 302
    streng = Client(enforce_csrf_checks=True)
    assert streng.post(f"/m/{sessie.code}/", {"wie": "bewoner"}).status_code == 403
    assert not Kaart.objects.exists()
    assert not Gast.objects.exists()
    assert Client().get(f"/m/{sessie.code}/kaart/").status_code == 302


def test_pages_of_guests_are_not_kept(sessie):
    for pad in ("/m/", f"/m/{sessie.code}/", "/m/CCCCCC/"):
        assert {"private", "no-store"} <= set(Client().get(pad)["Cache-Control"].split(", "))


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_who_sends_too_much_is_asked_to_wait_and_keeps_the_text(sessie, monkeypatch, taal):
    monkeypatch.setattr("routekaart.zaal.kaarten.views.PER_GAST", 2)
    client = telefoon(sessie, taal=taal)
    assert [stuur_kaart(client, sessie, f"Kaart {nr}").status_code for nr in range(2)] == [302, 302]
    antwoord = stuur_kaart(client, sessie, "Een te veel")
    assert (antwoord.status_code, "Een te veel</textarea>" in antwoord.text) == (422, True)
    with override(taal):
        assert sentence(Geweigerd("te_snel")) in antwoord.text
    assert stuur_kaart(telefoon(sessie), sessie, "Van een ander").status_code == 302
    assert Kaart.objects.count() == 3
