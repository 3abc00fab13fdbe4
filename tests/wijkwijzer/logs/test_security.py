# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security log: one line each for who came in, who was refused, and who got which role; by key."""

import re

import pytest
from django.test import Client

from routekaart.zaal.gasten.beperking import MISLUKT_PER_ADRES, PER_GAST, beperking, tempo
from routekaart.zaal.models import Stap
from tests.factories import ingelogd, maak_gebruiker, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_zaal import maak_sessie, stuur_kaart, telefoon
from wijken.handelingen import geef_rol
from wijken.models import Rol
from wijkwijzer.logs.security import report

pytestmark = pytest.mark.django_db
WACHTWOORD = "een-lang-wachtwoord-1"
PERRON = "/wijken/proefwijk/routekaart/perron/1/"


@pytest.fixture(autouse=True)
def niets_geteld():
    beperking.vergeet()
    tempo._keren.clear()
    yield
    beperking.vergeet()
    tempo._keren.clear()


@pytest.fixture
def lid():
    wijk = maak_wijk()
    maak_perron(wijk)
    gebruiker = maak_lid(wijk, Rol.LEZER, email="iemand@voorbeeld.nl")
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    return gebruiker


def log_in(email, wachtwoord=WACHTWOORD):
    client = Client()
    client.post("/inloggen/", {"username": email, "password": wachtwoord})
    return client


def zonder_inhoud(boek, *meer):
    """No address, nothing that somebody typed."""
    assert not re.search("@|iemand|voorbeeld|" + "|".join([WACHTWOORD, *meer]), boek.tekst), boek.tekst
    return True


def test_coming_in_and_going_out(lid, boek):
    log_in(" Iemand@Voorbeeld.nl ").post("/uitloggen/")
    assert boek.beveiliging() == [
        {"event": "ingelogd", "account": str(lid.sleutel)},
        {"event": "uitgelogd", "account": str(lid.sleutel)},
    ]
    assert zonder_inhoud(boek)


def test_a_wrong_password_names_the_account_by_its_key(lid, boek):
    log_in("Iemand@Voorbeeld.nl", "verkeerdwoord")
    assert boek.beveiliging() == [{"event": "inloggen_mislukt", "account": str(lid.sleutel)}]
    assert zonder_inhoud(boek, "verkeerdwoord")


@pytest.mark.parametrize("getypt", ["niemand@voorbeeld.nl", "mijn wachtwoord hier", "", "x' or 1=1"])
def test_an_unknown_address_is_not_written_down(lid, boek, getypt):
    log_in(getypt)
    assert boek.beveiliging() == [{"event": "inloggen_mislukt"}]
    assert zonder_inhoud(boek, "niemand", "mijn", "1=1")


def test_an_account_that_may_not_log_in(lid, boek):
    lid.is_active = False
    lid.save()
    log_in(lid.email)
    assert boek.beveiliging() == [{"event": "inloggen_mislukt", "account": str(lid.sleutel)}]


def test_looking_across_wijken(lid, boek):
    maak_wijk("andere")
    client = ingelogd(lid)
    assert client.get("/wijken/andere/").status_code == 404
    assert client.get("/wijken/getypt-adres/").status_code == 404
    assert boek.beveiliging() == [
        {"event": "geweigerd", "account": str(lid.sleutel), "reden": "geen_lid", "wijk": "andere"},
        {"event": "geweigerd", "account": str(lid.sleutel), "reden": "geen_lid"},
    ]
    assert zonder_inhoud(boek, "getypt")


def test_what_a_role_does_not_allow(lid, boek):
    antwoord = ingelogd(lid).post(f"{PERRON}bijdragen/", {"tekst": "Mijn inbreng", "versie": "0"})
    assert antwoord.status_code == 403
    assert boek.beveiliging() == [{"event": "geweigerd", "account": str(lid.sleutel), "reden": "geen_recht"}]
    assert zonder_inhoud(boek, "inbreng")


def test_a_form_from_elsewhere(lid, boek):
    client = Client(enforce_csrf_checks=True)
    client.force_login(lid)
    assert client.post(PERRON, {"tekst": "Mijn inbreng"}).status_code == 403
    assert boek.beveiliging() == [{"event": "geweigerd", "account": str(lid.sleutel), "reden": "csrf"}]
    assert zonder_inhoud(boek, "inbreng")


def test_who_is_not_logged_in_is_sent_to_the_door_without_a_line(lid, boek):
    assert Client().get(PERRON).status_code == 302
    assert boek.beveiliging() == []


def test_a_role_given_and_changed(boek):
    wijk, gebruiker, door = maak_wijk(), maak_gebruiker("iemand@voorbeeld.nl"), maak_gebruiker()
    geef_rol(wijk=wijk, gebruiker=gebruiker, rol=Rol.LEZER, door=None)
    geef_rol(wijk=wijk, gebruiker=gebruiker, rol=Rol.REISLEIDER, door=door)
    vast = {"event": "rol_gegeven", "account": str(gebruiker.sleutel), "wijk": "proefwijk"}
    assert boek.beveiliging() == [
        {**vast, "rol": "lezer"},
        {**vast, "rol": "reisleider", "was": "lezer", "door": str(door.sleutel)},
    ]
    assert zonder_inhoud(boek)


def test_a_role_that_was_not_given_has_no_line(boek):
    wijk = maak_wijk()
    type(wijk).objects.all().delete()
    with pytest.raises(type(wijk).DoesNotExist):
        geef_rol(wijk=wijk, gebruiker=maak_gebruiker(), rol=Rol.LEZER, door=None)
    assert boek.beveiliging() == []


def test_guessing_codes_reaches_its_limit(boek):
    client = Client()
    for nr in range(MISLUKT_PER_ADRES):
        beperking.mislukt("127.0.0.1")
        if nr == 0:
            assert client.get("/m/GERADEN1/").status_code == 404
    assert boek.beveiliging() == []
    assert client.get("/m/GERADEN2/").status_code == 429
    assert boek.beveiliging() == [{"event": "grens_bereikt", "reden": "codes_geraden"}]
    assert "GERADEN" not in boek.tekst
    assert "127.0.0.1" not in boek.tekst


def test_a_phone_that_sends_too_much(boek):
    wijk = maak_wijk()
    maak_partij(wijk)
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    client = telefoon(sessie, naam="Eennaam")
    for nr in range(PER_GAST + 1):
        stuur_kaart(client, sessie, f"Mijnkaart nummer {nr}")
    assert boek.beveiliging() == [{"event": "grens_bereikt", "reden": "te_snel"}]
    assert not re.search(f"Mijnkaart|Eennaam|{sessie.code}", boek.tekst)


def test_words_that_are_empty_are_left_out(boek):
    report("proef", rol="", reden="iets")
    assert boek.beveiliging() == [{"event": "proef", "reden": "iets"}]
