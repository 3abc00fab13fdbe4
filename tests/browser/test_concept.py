# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text that is not finished: kept in the browser, offered back, and gone when the server has it."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from routekaart.models import Antwoord, Bijdrage
from tests.factories import maak_lid
from wijken.models import Rol

JS = settings.BASE_DIR / "static" / "js"
PAD = "/wijken/haarwijk/routekaart/perron/3/"
WAAROM = "Waarom stelt u toch vast?"  # on this perron something is open
TEKST = "Een lange zin die niet weg mag."
AANBOD = "Er staat nog een tekst van u die niet is opgeslagen"
GEEN_INTERNET = "Even geen internet. Uw tekst blijft hier staan."
GEHEUGEN = "() => Object.keys(localStorage).filter((k) => k.startsWith('ww-concept:')).map((k) => localStorage[k])"
# What Chromium and htmx write on the console when a request does not arrive.
STORING = {"ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "Failed to fetch"}


@pytest.fixture
def lid(wijken):
    return maak_lid(wijken["haarwijk"], Rol.WIJKREGISSEUR)


def bijdrageveld(pagina):
    return pagina.get_by_label("Wat draagt u bij?")


def antwoordveld(pagina):
    return pagina.get_by_label("Ons gezamenlijke antwoord")


def bewaard(pagina) -> list[str]:
    return pagina.evaluate(GEHEUGEN)


def typ(pagina, tekst: str = TEKST, veld=bijdrageveld):
    """Type a text and wait until the browser keeps it."""
    veld(pagina).fill(tekst)
    pagina.wait_for_function(f"(tekst) => ({GEHEUGEN})().some((rij) => rij.includes(tekst))", arg=tekst)


def typ_en_klik(pagina, veld, tekst: str, knop: str):
    """Type, and press a button before the browser has had the time to keep the text."""
    veld(pagina).evaluate(
        """(veld, [tekst, naam]) => {
            veld.value = tekst;
            veld.dispatchEvent(new Event("input", { bubbles: true }));
            [...document.querySelectorAll("button")].find((knop) => knop.textContent.trim() === naam).click();
        }""",
        [tekst, knop],
    )


def open_met_concept(open_pagina, lid, **opties):
    """Open a perron, type, and load the page again."""
    pagina = open_pagina(lid, **opties)
    pagina.goto(PAD)
    typ(pagina)
    pagina.reload()
    pagina.get_by_text(AANBOD).wait_for()
    return pagina


@pytest.mark.parametrize("telefoon", [False, True])
def test_a_typed_text_is_offered_after_a_reload_and_put_back(lid, open_pagina, telefoon):
    pagina = open_met_concept(open_pagina, lid, telefoon=telefoon)
    assert bijdrageveld(pagina).input_value() == "", "offered, not put in unasked"
    vak = pagina.get_by_role("status").filter(has_text=AANBOD)
    assert vak.count() == 1
    assert vak.locator("p").inner_text()[len(AANBOD) :].startswith(", van ")
    assert vak.locator("p").inner_text().endswith(" uur.")
    breed = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert breed == 0
    vak.get_by_role("button", name="Terugzetten").click()
    assert bijdrageveld(pagina).input_value() == TEKST
    assert not pagina.get_by_text(AANBOD).count()
    assert pagina.evaluate("document.activeElement.closest('form').dataset.concept").endswith("/bijdragen/")
    pagina.reload()
    pagina.get_by_text(AANBOD).wait_for()  # put back is not saved


def test_a_text_in_the_last_moment_is_kept_too(lid, open_pagina):
    pagina = open_pagina(lid)
    pagina.goto(PAD)
    bijdrageveld(pagina).fill(TEKST)
    pagina.goto("/wijken/")
    pagina.goto(PAD)
    pagina.get_by_role("button", name="Terugzetten").click()
    assert bijdrageveld(pagina).input_value() == TEKST


def test_thrown_away_stays_away(lid, open_pagina):
    pagina = open_met_concept(open_pagina, lid)
    pagina.get_by_role("button", name="Weggooien").click()
    assert not pagina.get_by_text(AANBOD).count()
    assert bewaard(pagina) == []
    pagina.reload()
    assert bijdrageveld(pagina).input_value() == ""
    assert not pagina.get_by_text(AANBOD).count()


def test_a_new_text_does_not_push_out_the_one_on_offer(lid, open_pagina):
    pagina = open_met_concept(open_pagina, lid)
    typ_en_klik(pagina, bijdrageveld, "Een andere gedachte.", "Terugzetten")
    assert bijdrageveld(pagina).input_value() == TEKST
    pagina.get_by_role("button", name="Terugzetten").click()  # the other one is offered now
    assert bijdrageveld(pagina).input_value() == "Een andere gedachte."
    assert len(bewaard(pagina)) == 2


def test_saved_is_gone_and_the_other_form_keeps_its_text(lid, open_pagina):
    pagina = open_met_concept(open_pagina, lid)
    pagina.get_by_role("button", name="Terugzetten").click()
    typ(pagina, "Ons antwoord is nog niet af.", antwoordveld)
    pagina.get_by_label("Namens welke partij?").select_option(index=1)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text(TEKST).wait_for()
    pagina.wait_for_function(f"() => ({GEHEUGEN})().length === 1")
    assert not pagina.get_by_text(AANBOD).count()
    pagina.reload()
    pagina.get_by_role("button", name="Terugzetten").click()
    assert antwoordveld(pagina).input_value() == "Ons antwoord is nog niet af."
    assert bijdrageveld(pagina).input_value() == ""
    assert Bijdrage.objects.filter(tekst=TEKST).count() == 1


def test_a_mistake_keeps_the_text_until_it_is_saved(lid, open_pagina, toezicht):
    toezicht.verwacht.add(422)
    pagina = open_pagina(lid)
    pagina.goto(PAD)
    typ(pagina)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.get_by_text("Maak hier een keuze.").first.wait_for()
    assert len(bewaard(pagina)) == 1
    assert not pagina.get_by_text(AANBOD).count(), "the form shows it already"
    pagina.get_by_label("Namens welke partij?").select_option(index=1)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text(TEKST).wait_for()
    pagina.wait_for_function(f"() => ({GEHEUGEN})().length === 0")
    assert not pagina.get_by_text(AANBOD).count()


def test_a_live_update_while_the_answer_comes_in_does_not_offer_what_is_saved(lid, open_pagina):
    """Between the new form and the news that it is saved htmx waits a moment; others go on working."""
    pagina = open_pagina(lid)
    pagina.goto(PAD)
    pagina.evaluate(
        """() => document.addEventListener("htmx:before:settle", () => {
            document.dispatchEvent(new CustomEvent("live:anders"));
            window.onderweg = document.body.innerText;
        }, { once: true })"""
    )
    typ(pagina)
    pagina.get_by_label("Namens welke partij?").select_option(index=1)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.wait_for_function(f"() => ({GEHEUGEN})().length === 0")
    assert AANBOD in pagina.evaluate("window.onderweg"), "this is the moment that was meant"
    assert not pagina.get_by_text(AANBOD).count()


def zonder_htmx(pagina):
    """Let the forms of this page be sent by the browser itself, as where htmx can not run."""
    eigen = "".join((JS / f"{naam}.js").read_text(encoding="utf-8") for naam in ("live", "concept"))
    pagina.route("**/bundels/leden.*js", lambda route: route.fulfill(body=eigen, content_type="text/javascript"))


def test_a_plain_form_a_mistake_keeps_the_text_and_saving_drops_it(lid, open_pagina, toezicht):
    toezicht.verwacht.add(422)
    pagina = open_pagina(lid)
    zonder_htmx(pagina)
    pagina.goto(PAD)
    typ(pagina)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.get_by_text("Maak hier een keuze.").first.wait_for()
    pagina.wait_for_load_state()
    assert len(bewaard(pagina)) == 1
    pagina.goto(PAD)
    pagina.get_by_role("button", name="Terugzetten").click()
    pagina.get_by_label("Namens welke partij?").select_option(index=1)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text(TEKST).wait_for()
    pagina.wait_for_load_state()
    assert bewaard(pagina) == []
    assert not pagina.get_by_text(AANBOD).count()


def test_a_plain_form_that_the_server_could_not_save_is_offered_again(lid, open_pagina, toezicht):
    toezicht.verwacht.add(503)
    pagina = open_pagina(lid)
    zonder_htmx(pagina)
    pagina.route("**/bijdragen/", lambda route: route.fulfill(status=503, body="stuk", content_type="text/html"))
    pagina.goto(PAD)
    typ(pagina)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.get_by_text("stuk").wait_for()
    pagina.goto("/wijken/")
    pagina.goto(PAD)
    pagina.get_by_role("button", name="Terugzetten").click()
    assert bijdrageveld(pagina).input_value() == TEKST


def test_after_an_expired_session_the_text_is_kept_until_saved(lid, open_pagina):
    lid.set_password("samen-op-reis")
    lid.save()
    pagina = open_pagina(lid)
    pagina.goto(PAD)
    typ(pagina, veld=antwoordveld)
    Session.objects.all().delete()
    pagina.get_by_role("button", name="Vaststellen").click()
    pagina.wait_for_url("**/inloggen/**")
    pagina.get_by_label("E-mailadres").fill(lid.email)
    pagina.get_by_label("Wachtwoord").fill("samen-op-reis")
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.get_by_text("Uw tekst staat weer in het formulier").wait_for()
    assert antwoordveld(pagina).input_value() == TEKST
    assert not pagina.get_by_text(AANBOD).count()
    pagina.reload()  # the server gives a text back once; the browser still has it
    pagina.get_by_role("button", name="Terugzetten").click()
    assert antwoordveld(pagina).input_value() == TEKST
    pagina.get_by_label(WAAROM).fill("Wij willen vooruit.")
    pagina.get_by_role("button", name="Vaststellen").click()
    pagina.locator("#perron-staat", has_text="Vastgesteld").wait_for()
    pagina.wait_for_function(f"() => ({GEHEUGEN})().length === 0")
    assert Antwoord.objects.filter(tekst=TEKST).count() == 1


def test_nobody_else_sees_it(lid, wijken, open_pagina):
    pagina = open_met_concept(open_pagina, lid)
    ander = open_pagina(maak_lid(wijken["haarwijk"], Rol.WIJKREGISSEUR))
    pagina.context.clear_cookies()
    pagina.context.add_cookies(ander.context.cookies())
    pagina.goto(PAD)
    antwoordveld(pagina).wait_for()
    assert len(bewaard(pagina)) == 1, "the other person's text is still in this browser"
    assert not pagina.get_by_text(AANBOD).count()
    assert not pagina.get_by_text(TEKST).count()


def test_logging_out_and_a_week_remove_it(lid, open_pagina):
    pagina = open_met_concept(open_pagina, lid)
    pagina.evaluate(
        """() => Object.keys(localStorage).forEach((k) => localStorage.setItem(k, JSON.stringify(
            { ...JSON.parse(localStorage[k]), moment: Date.now() - 6.9 * 24 * 3600 * 1000 })))"""
    )
    pagina.reload()
    pagina.get_by_text(AANBOD).wait_for()
    pagina.evaluate(
        """() => Object.keys(localStorage).forEach((k) => localStorage.setItem(k, JSON.stringify(
            { ...JSON.parse(localStorage[k]), moment: Date.now() - 7.1 * 24 * 3600 * 1000 })))"""
    )
    pagina.reload()
    antwoordveld(pagina).wait_for()
    assert not pagina.get_by_text(AANBOD).count()
    assert bewaard(pagina) == []
    typ(pagina)
    typ_en_klik(pagina, antwoordveld, "Tot op het laatst getypt.", "Uitloggen")
    pagina.wait_for_url(lambda url: "/perron/" not in url)
    assert bewaard(pagina) == []


def test_only_texts_are_kept_no_password_and_nothing_hidden(lid, open_pagina):
    pagina = open_pagina(lid)
    pagina.goto(PAD)
    pagina.evaluate(
        """() => {
            const form = document.createElement("form");
            form.dataset.concept = "/proef/";
            form.innerHTML = `<textarea name="tekst" aria-label="Proef"></textarea>
                <input type="password" name="geheim" aria-label="Geheim">
                <input type="hidden" name="verborgen" value="niet bewaren">`;
            document.querySelector("main").append(form);
        }"""
    )
    pagina.get_by_label("Geheim").fill("hartje-winter")
    typ(pagina, veld=lambda p: p.get_by_label("Proef"))
    typ(pagina, "En een tweede zin.")
    alles = " ".join(bewaard(pagina))
    assert alles.count(TEKST) == alles.count("En een tweede zin.") == 1
    for nooit in ("hartje-winter", "geheim", "niet bewaren", "verborgen", "csrfmiddlewaretoken", "versie"):
        assert nooit not in alles


@pytest.mark.parametrize("hoe", ["offline", "unreachable"])
def test_without_a_connection_the_text_stays_and_says_so(lid, open_pagina, toezicht, hoe):
    toezicht.verwacht |= STORING
    pagina = open_pagina(lid)
    pagina.goto(PAD)
    typ(pagina, veld=antwoordveld)
    if hoe == "offline":
        pagina.context.set_offline(True)
    else:
        pagina.route("**/antwoord/", lambda route: route.abort())
    pagina.get_by_role("button", name="Vaststellen").click()
    pagina.get_by_role("status").filter(has_text=GEEN_INTERNET).wait_for()
    pagina.get_by_role("button", name="Vaststellen").click()
    pagina.wait_for_function("(zin) => document.body.innerText.split(zin).length === 2", arg=GEEN_INTERNET)
    assert antwoordveld(pagina).input_value() == TEKST
    assert len(bewaard(pagina)) == 1
    assert "pagina" not in bewaard(pagina)[0], "htmx sends it; the next page says nothing about it"
    pagina.context.set_offline(False)
    pagina.unroute_all()
    pagina.get_by_label(WAAROM).fill("Wij willen vooruit.")
    pagina.get_by_role("button", name="Vaststellen").click()
    pagina.locator("#perron-staat", has_text="Vastgesteld").wait_for()
    pagina.wait_for_function(f"() => ({GEHEUGEN})().length === 0")
    assert not pagina.get_by_text(GEEN_INTERNET).count()


def test_the_form_that_htmx_brings_offers_its_text(lid, open_pagina, wijken):
    eerste = Bijdrage.objects.filter(perron__routekaart__wijk=wijken["ossenkoppelerhoek"], perron__nummer=8).first()
    pagina = open_pagina(maak_lid(wijken["ossenkoppelerhoek"], Rol.WIJKREGISSEUR))
    kaart = pagina.locator(f"#bijdrage-{eerste.sleutel}")
    for keer in range(2):
        pagina.goto("/wijken/ossenkoppelerhoek/routekaart/perron/8/")
        kaart.get_by_role("link", name="Wijzigen").click()
        if not keer:
            typ(pagina, veld=lambda _: kaart.get_by_label("Tekst van de bijdrage"))
    kaart.get_by_text(AANBOD).wait_for()
    assert kaart.get_by_label("Tekst van de bijdrage").input_value() == eerste.tekst.replace("\r\n", "\n")
    kaart.get_by_role("button", name="Terugzetten").click()
    kaart.get_by_role("button", name="Opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text(TEKST).wait_for()
    pagina.wait_for_function(f"() => ({GEHEUGEN})().length === 0")


def test_in_a_closed_part_of_the_page_the_offer_is_seen(open_pagina, wijken):
    pagina = open_pagina(maak_lid(wijken["ossenkoppelerhoek"], Rol.REISLEIDER))
    pagina.goto("/wijken/ossenkoppelerhoek/routekaart/perron/1/")
    pagina.get_by_text("Dit perron heropenen").click()
    typ(pagina, veld=lambda p: p.get_by_label("Waarom heropent u dit perron?"))
    pagina.reload()
    pagina.get_by_text(AANBOD).wait_for()
    assert pagina.get_by_text(AANBOD).is_visible()


def test_a_full_or_refused_storage_does_not_stop_anybody(lid, open_pagina):
    pagina = open_pagina(lid)
    pagina.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('geweigerd'); } });"
    )
    pagina.goto(PAD)
    bijdrageveld(pagina).fill(TEKST)
    pagina.get_by_label("Namens welke partij?").select_option(index=1)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text(TEKST).wait_for()
