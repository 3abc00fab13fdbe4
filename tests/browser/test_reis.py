# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole journey, as a member plays it: nine perrons of the Haarwijk in the browser, and the PDF to take home."""

import pytest

from actoren.models import Deelname
from routekaart.models import Antwoord, Bijdrage
from routekaart.voorbeelden.laden import maak_demo_accounts
from tests.factories import maak_lid
from tests.pdf_tekst import lees_tekst
from tests.werk import haal_pdf
from wijken.models import Rol

BIJDRAGE = "Wij willen bij perron {nr} dat iedereen in de Haarwijk zich thuis voelt."
ANTWOORD = "Bij perron {nr} spreken wij samen af dat wij klein beginnen en elkaar blijven vragen."
ONDANKS = "Bij perron {nr} zijn wij nog met weinig, en wij willen beginnen."


def vul_perron(pagina, nummer: int, partij: str) -> list[str]:
    """Contribute and agree on the perron that is open; return the sentences that were typed."""
    bijdrage, antwoord, ondanks = (z.format(nr=nummer) for z in (BIJDRAGE, ANTWOORD, ONDANKS))
    pagina.get_by_label("Namens welke partij?").select_option(label=partij)
    pagina.get_by_label("Wat draagt u bij?").fill(bijdrage)
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text(bijdrage).wait_for()
    pagina.get_by_label("Ons gezamenlijke antwoord").fill(antwoord)
    pagina.get_by_label("Waarom stelt u toch vast?").fill(ondanks)
    pagina.get_by_role("button", name="Vaststellen").click()
    pagina.locator("#perron-staat", has_text="Vastgesteld").wait_for()
    return [bijdrage, antwoord, ondanks]


def test_a_member_fills_in_nine_perrons_and_takes_the_plan_home(wijken, open_pagina):
    partij = str(Deelname.objects.filter(wijk=wijken["haarwijk"]).first().actor)
    maak_demo_accounts("samen-op-reis")  # with a role in each wijk that there is
    pagina = open_pagina()
    pagina.goto("/wijken/haarwijk/routekaart/")
    pagina.get_by_label("E-mailadres").fill("Reisleider@voorbeeld.nl")
    pagina.get_by_label("Wachtwoord").fill("samen-op-reis")
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url("**/routekaart/")
    pagina.get_by_role("link", name="Naar perron 1").click()
    zinnen = []
    for nummer in range(1, 10):
        pagina.wait_for_url(f"**/perron/{nummer}/")
        zinnen += vul_perron(pagina, nummer, partij)
        if nummer < 9:
            pagina.get_by_role("link", name="Volgende perron").click()
    pagina.get_by_role("navigation", name="Verder reizen").get_by_role("link", name="Routekaart").click()
    pagina.get_by_text("Alle negen perrons zijn vastgesteld.").first.wait_for()
    tekst = lees_tekst(haal_pdf(pagina.request, "/wijken/haarwijk/routekaart/reisplan.pdf"))
    assert [z for z in zinnen if z not in tekst] == []
    assert (Bijdrage.objects.filter(tekst__in=zinnen).count(), Antwoord.objects.filter(tekst__in=zinnen).count()) == (
        9,
        9,
    )


def test_a_member_reopens_and_everybody_sees_why(wijken, open_pagina):
    leider = maak_lid(wijken["ossenkoppelerhoek"], Rol.REISLEIDER)
    pagina = open_pagina(leider)
    pagina.goto("/wijken/ossenkoppelerhoek/routekaart/perron/1/")
    pagina.get_by_text("Dit perron heropenen").click()
    pagina.get_by_label("Waarom heropent u dit perron?").fill("De sportclub wil ook meedenken.")
    pagina.get_by_role("button", name="Heropenen").click()
    pagina.locator("#perron-staat", has_text="Heropend").wait_for()
    lezer = open_pagina(maak_lid(wijken["ossenkoppelerhoek"], Rol.LEZER), telefoon=True)
    lezer.goto("/wijken/ossenkoppelerhoek/routekaart/perron/1/")
    assert lezer.get_by_text("De sportclub wil ook meedenken.").first.is_visible()
    assert (
        "heropend" in lezer.get_by_role("navigation", name="Perrons").inner_text().lower()
        or lezer.locator("#nummers").get_by_text("heropend").count()
    )


def test_changing_taking_back_and_putting_back(wijken, open_pagina):
    wijk = wijken["ossenkoppelerhoek"]
    lid = maak_lid(wijk, Rol.WIJKREGISSEUR)
    pagina = open_pagina(lid)
    pagina.goto("/wijken/ossenkoppelerhoek/routekaart/perron/8/")
    eerste = Bijdrage.objects.filter(perron__routekaart__wijk=wijk, perron__nummer=8).order_by("actor__naam").first()
    kaart = pagina.locator(f"#bijdrage-{eerste.sleutel}")
    kaart.get_by_role("link", name="Wijzigen").click()
    kaart.get_by_label("Tekst van de bijdrage").fill("Een heel andere tekst.")
    kaart.get_by_role("button", name="Opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text("Een heel andere tekst.").wait_for()
    kaart.get_by_role("link", name="Wijzigen").click()
    kaart.get_by_role("button", name="Bijdrage intrekken").click()
    pagina.get_by_text("Ingetrokken bijdragen (1)").wait_for()
    pagina.get_by_role("button", name="Terugzetten").click()
    kaart.get_by_text("Een heel andere tekst.").wait_for()
    assert not pagina.get_by_text("Ingetrokken bijdragen").count()


def test_a_draft_answer_stays_while_a_contribution_is_saved(wijken, open_pagina):
    wijk = wijken["haarwijk"]
    pagina = open_pagina(maak_lid(wijk, Rol.WIJKREGISSEUR))
    pagina.goto("/wijken/haarwijk/routekaart/perron/3/")
    pagina.get_by_label("Ons gezamenlijke antwoord").fill("Dit is nog niet af")
    pagina.get_by_label("Namens welke partij?").select_option(index=1)
    pagina.get_by_label("Wat draagt u bij?").fill("Een zin.")
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.locator("#bijdrage-lijst").get_by_text("Een zin.").wait_for()
    pagina.locator("#melding", has_text="is opgeslagen").wait_for()
    assert pagina.get_by_label("Ons gezamenlijke antwoord").input_value() == "Dit is nog niet af"
    assert pagina.get_by_label("Wat draagt u bij?").input_value() == ""


@pytest.mark.parametrize("javascript", [True, False])
def test_a_mistake_keeps_the_text_and_puts_the_focus_at_the_field(wijken, open_pagina, toezicht, javascript):
    toezicht.verwacht.add(422)
    pagina = open_pagina(maak_lid(wijken["haarwijk"], Rol.WIJKREGISSEUR), javascript=javascript)
    pagina.goto("/wijken/haarwijk/routekaart/perron/3/")
    pagina.get_by_label("Wat draagt u bij?").fill("Zonder partij.")
    pagina.get_by_role("button", name="Bijdrage opslaan").click()
    pagina.get_by_text("Maak hier een keuze.").first.wait_for()
    assert pagina.get_by_label("Wat draagt u bij?").input_value() == "Zonder partij."
    if javascript:
        naam = pagina.evaluate("document.activeElement.name")
        assert naam == "partij"


def test_everything_can_be_entered_without_javascript(wijken, open_pagina):
    wijk = wijken["haarwijk"]
    partij = str(Deelname.objects.filter(wijk=wijk).first().actor)
    pagina = open_pagina(maak_lid(wijk, Rol.REISLEIDER), javascript=False)
    pagina.goto("/wijken/haarwijk/routekaart/perron/9/")
    for zin in vul_perron(pagina, 9, partij):
        assert pagina.get_by_text(zin).first.is_visible()
    pagina.get_by_text("Dit perron heropenen").click()
    pagina.get_by_label("Waarom heropent u dit perron?").fill("Toch nog een vraag.")
    pagina.get_by_role("button", name="Heropenen").click()
    assert pagina.locator("#perron-staat").inner_text() == "Heropend"


def test_after_an_expired_session_the_text_is_there_again(wijken, open_pagina):
    from django.contrib.sessions.models import Session

    assert wijken["haarwijk"]
    maak_demo_accounts("samen-op-reis")  # with a role in each wijk that there is
    pagina = open_pagina()
    pagina.goto("/inloggen/?next=/wijken/haarwijk/routekaart/perron/4/")
    for _ in range(2):
        pagina.get_by_label("E-mailadres").fill("wijkregisseur@voorbeeld.nl")
        pagina.get_by_label("Wachtwoord").fill("samen-op-reis")
        pagina.get_by_role("button", name="Inloggen").click()
        pagina.wait_for_url("**/perron/4/")
        if pagina.get_by_text("Uw tekst staat weer in het formulier").count():
            break
        pagina.get_by_label("Ons gezamenlijke antwoord").fill("Een lang antwoord dat niet weg mag.")
        Session.objects.all().delete()
        pagina.get_by_role("button", name="Vaststellen").click()
        pagina.wait_for_url("**/inloggen/**")
    assert pagina.get_by_label("Ons gezamenlijke antwoord").input_value() == "Een lang antwoord dat niet weg mag."
    pagina.get_by_label("Waarom stelt u toch vast?").fill("Wij willen vooruit.")
    pagina.get_by_role("button", name="Vaststellen").click()
    pagina.locator("#perron-staat", has_text="Vastgesteld").wait_for()
