# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in, coming back, and not losing what was typed when the session had expired."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from routekaart.models import Bijdrage
from tests.factories import maak_gebruiker, maak_lid, maak_partij, maak_perron, maak_wijk
from wijken.models import Rol

pytestmark = pytest.mark.django_db
WACHTWOORD = "samen-op-reis"
PAD = "/wijken/proefwijk/routekaart/perron/1/"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": f"http://testserver{PAD}"}


@pytest.fixture
def lid():
    wijk = maak_wijk()
    deelname = maak_partij(wijk)
    maak_perron(wijk)
    gebruiker = maak_lid(wijk, Rol.WIJKREGISSEUR, voor=deelname, email="regie@voorbeeld.nl")
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    gebruiker.partij = str(deelname.actor.sleutel)
    return gebruiker


def log_in(client, naar="", email="regie@voorbeeld.nl", wachtwoord=WACHTWOORD):
    velden = {"username": email, "password": wachtwoord, "next": naar}
    return client.post(f"/inloggen/?next={naar}", velden)


def test_logging_in_comes_back_to_where_one_was_going(lid):
    client = Client()
    naar = client.get(PAD)["Location"]
    assert naar == f"/inloggen/?next={PAD}"
    pagina = client.get(naar).text
    assert 'name="username"' in pagina
    assert 'name="password"' in pagina
    assert log_in(client, PAD)["Location"] == PAD
    assert client.get(PAD).status_code == 200


def test_the_case_of_the_address_does_not_matter(lid):
    assert log_in(Client(), email=" Regie@Voorbeeld.NL")["Location"] == "/wijken/"


@pytest.mark.parametrize(
    ("email", "wachtwoord"), [("regie@voorbeeld.nl", "fout"), ("niemand@voorbeeld.nl", WACHTWOORD)]
)
def test_a_wrong_pair_says_what_to_do_and_not_which_half(lid, email, wachtwoord):
    antwoord = log_in(Client(), email=email, wachtwoord=wachtwoord)
    assert antwoord.status_code == 200
    assert "horen niet bij elkaar" in antwoord.text
    assert email in antwoord.text
    assert wachtwoord not in antwoord.text.replace(f'class="ww-code">{WACHTWOORD}<', "")


def test_another_host_is_not_a_way_back(lid):
    assert log_in(Client(), "https://elders.voorbeeld.nl/")["Location"] == "/wijken/"


def test_the_password_is_shown_in_demo_mode_only(settings):
    settings.DEMO_WACHTWOORD = "dit-is-de-demo"
    assert "dit-is-de-demo" in Client().get("/inloggen/").text
    settings.DEMO = False
    pagina = Client().get("/inloggen/").text
    assert "dit-is-de-demo" not in pagina
    assert "lezer@voorbeeld.nl" not in pagina


def test_logging_out(lid):
    client = Client()
    log_in(client)
    assert client.post("/uitloggen/")["Location"] == "/"
    assert client.get("/wijken/").status_code == 302


def laat_verlopen(client):
    Session.objects.all().delete()
    assert client.get("/wijken/").status_code == 302


def test_a_text_survives_an_expired_session(lid):
    client = Client()
    log_in(client)
    laat_verlopen(client)
    velden = {"partij": lid.partij, "tekst": "Dit is mijn lange tekst."}
    antwoord = client.post(f"{PAD}bijdragen/", velden, headers={"Referer": f"http://testserver{PAD}"})
    assert antwoord["Location"] == f"/inloggen/?next={PAD}"
    assert "uw tekst is bewaard" in client.get(antwoord["Location"]).text
    assert log_in(client, PAD)["Location"] == PAD
    pagina = client.get(PAD).text
    assert "Dit is mijn lange tekst." in pagina
    assert "Uw tekst staat weer in het formulier" in pagina
    assert f'value="{lid.partij}" selected' in pagina
    assert not Bijdrage.objects.exists()
    assert "Dit is mijn lange tekst." not in client.get(PAD).text


def test_another_window_that_looks_at_itself_again_takes_nothing_away(lid):
    """live.js fetches pages in the background; a kept text and a message wait for the page that the user opens."""
    client, live = Client(), {"X-Live": "1"}
    client.post(f"{PAD}bijdragen/", {"partij": lid.partij, "tekst": "Nog niet opgeslagen."})
    log_in(client)
    assert "Nog niet opgeslagen." not in client.get(PAD, headers=live).text
    assert "Nog niet opgeslagen." in client.get(PAD).text
    client.post(f"{PAD}bijdragen/", {"partij": lid.partij, "tekst": "Opgeslagen."})
    assert "is opgeslagen" not in client.get(PAD, headers=live).text
    assert "is opgeslagen" in client.get(PAD).text
    assert "is opgeslagen" not in client.get(PAD).text


def test_without_a_referer_the_way_back_leads_to_the_form_as_well(lid):
    client = Client()
    antwoord = client.post(f"{PAD}antwoord/", {"tekst": "Ons antwoord.", "versie": "1"})
    assert antwoord["Location"] == f"/inloggen/?next={PAD}antwoord/"
    log_in(client)
    antwoord = client.get(f"{PAD}antwoord/", follow=True)
    assert antwoord.redirect_chain == [(PAD, 302)]
    assert "Ons antwoord." in antwoord.text


def test_htmx_is_sent_to_the_login_page_as_a_whole(lid):
    client = Client()
    antwoord = client.post(f"{PAD}bijdragen/", {"partij": lid.partij, "tekst": "Uit htmx."}, headers=HTMX)
    assert antwoord.status_code == 204
    assert antwoord["HX-Redirect"] == f"/inloggen/?next={PAD}"
    log_in(client, PAD)
    assert "Uit htmx." in client.get(PAD).text


def test_a_changed_contribution_survives_as_well(lid):
    client = Client()
    log_in(client)
    client.post(f"{PAD}bijdragen/", {"partij": lid.partij, "tekst": "Oud."})
    pad = f"{PAD}bijdragen/{Bijdrage.objects.get().sleutel}/"
    laat_verlopen(client)
    client.post(pad, {"tekst": "Nieuw en lang.", "versie": "1"})
    log_in(client, pad)
    assert "Nieuw en lang." in client.get(pad).text
    assert Bijdrage.objects.get().tekst == "Oud."


def test_a_foreign_referer_is_not_followed(lid):
    antwoord = Client().post(f"{PAD}bijdragen/", {"tekst": "X"}, headers={"Referer": "https://elders.voorbeeld.nl/x"})
    assert antwoord["Location"] == f"/inloggen/?next={PAD}bijdragen/"


def test_an_enormous_text_is_not_kept_for_a_guest(lid):
    client = Client()
    client.post(f"{PAD}bijdragen/", {"tekst": "a" * 50_000})
    assert "kept_input" not in client.session


def test_a_missing_token_gives_the_text_back_to_copy():
    maak_gebruiker()
    client = Client(enforce_csrf_checks=True)
    antwoord = client.post(f"{PAD}bijdragen/", {"tekst": "Niet kwijt <b>raken</b>."})
    assert antwoord.status_code == 403
    assert "Niet kwijt &lt;b&gt;raken&lt;/b&gt;." in antwoord.text
