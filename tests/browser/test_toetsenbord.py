# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The task of a member with the keyboard alone: reach, type, save, and keep one's place."""

from tests.factories import maak_lid
from wijken.models import Rol


def actief(pagina) -> str:
    """Return what has the focus: its id, else its text."""
    return pagina.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def tab_tot(pagina, doel: str, hoogstens: int = 60) -> int:
    """Press Tab until this has the focus; return how often. Fails when it can't be reached."""
    for stap in range(1, hoogstens + 1):
        pagina.keyboard.press("Tab")
        if actief(pagina) == doel:
            return stap
    raise AssertionError(f"{doel} was not reached in {hoogstens} steps")


def test_the_first_tab_skips_to_the_content(wijken, open_pagina):
    pagina = open_pagina(maak_lid(wijken["haarwijk"], Rol.REISLEIDER))
    pagina.goto("/wijken/haarwijk/routekaart/perron/3/")
    pagina.keyboard.press("Tab")
    assert actief(pagina) == "Naar de inhoud"
    pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_contributing_and_agreeing_by_keyboard_keeps_the_focus(wijken, open_pagina):
    pagina = open_pagina(maak_lid(wijken["haarwijk"], Rol.REISLEIDER))
    pagina.goto("/wijken/haarwijk/routekaart/perron/3/")
    tab_tot(pagina, "id_bijdrageform_partij")
    pagina.keyboard.press("ArrowDown")
    tab_tot(pagina, "id_bijdrageform_tekst", 2)
    pagina.keyboard.type("Getypt met het toetsenbord.")
    tab_tot(pagina, "bijdrage-opslaan", 2)
    pagina.keyboard.press("Enter")
    pagina.locator("#bijdrage-lijst").get_by_text("Getypt met het toetsenbord.").wait_for()
    pagina.locator("#melding", has_text="is opgeslagen").wait_for()
    assert actief(pagina) == "bijdrage-opslaan"
    tab_tot(pagina, "id_antwoordform_tekst", 8)  # past the links to what is still open
    pagina.keyboard.type("Ons antwoord, zonder muis.")
    tab_tot(pagina, "id_antwoordform_ondanks", 4)
    pagina.keyboard.type("Wij willen verder.")
    tab_tot(pagina, "antwoord-vaststellen", 2)
    pagina.keyboard.press("Enter")
    pagina.locator("#perron-staat", has_text="Vastgesteld").wait_for()
    pagina.locator("#antwoord-kop:focus").wait_for()
    assert pagina.locator("#melding").inner_text() == "Het antwoord is vastgesteld."


def test_changing_a_contribution_by_keyboard_keeps_the_focus(wijken, open_pagina):
    pagina = open_pagina(maak_lid(wijken["ossenkoppelerhoek"], Rol.WIJKREGISSEUR))
    pagina.goto("/wijken/ossenkoppelerhoek/routekaart/perron/8/")
    tab_tot(pagina, "Wijzigen van de bijdrage van Gemeente Almelo")
    pagina.keyboard.press("Enter")
    pagina.locator("textarea[name=tekst]:focus").wait_for()
    pagina.keyboard.press("Control+A")
    pagina.keyboard.type("Veranderd zonder muis.")
    tab_tot(pagina, "Opslaan", 2)
    pagina.keyboard.press("Enter")
    pagina.locator("#bijdrage-lijst").get_by_text("Veranderd zonder muis.").wait_for()
    pagina.locator("#bijdrage-lijst a:focus").wait_for()


def test_the_focus_is_always_visible(wijken, open_pagina):
    pagina = open_pagina(maak_lid(wijken["haarwijk"], Rol.REISLEIDER))
    pagina.goto("/wijken/haarwijk/routekaart/perron/3/")
    zonder = []
    for _ in range(40):
        pagina.keyboard.press("Tab")
        stijl = pagina.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.tagName, s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
        )
        if stijl[0] != "BODY" and (stijl[1] == "none" or stijl[2] < 2):
            zonder.append((actief(pagina), stijl))
    assert zonder == []
