# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two members of two parties on one journey: different yields, a reservation, two texts at once, and the rode draad."""

from actoren.models import Deelname
from routekaart.models import Perron, Routekaart
from tests.factories import maak_lid, maak_partij, maak_routekaart, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.models import Rol, Tekstvoorstel


def kaart_met_draad(wijk):
    """A small journey whose thread runs through, except at three places."""
    perron = Perron.objects.select_related("routekaart__wijk").get(
        routekaart=Routekaart.objects.filter(wijk=wijk).latest("nummer"), nummer=1
    )
    een, twee = list(Deelname.objects.filter(wijk=wijk).select_related("actor")[:2])
    maak_onderdeel("bestemming", perron)
    uitdaging = maak_onderdeel(
        "uitdagingen", perron, naam="Eenzaamheid", stem="Ik zie niemand.", toelichting="Er is eenzaamheid in de wijk."
    )
    verandering = maak_onderdeel("veranderingen", perron, naam="Elkaar zien", links={"uitdagingen": [uitdaging]})
    activiteit = maak_onderdeel(
        "activiteiten", perron, naam="Koffie op het plein", links={"veranderingen": [verandering]}
    )
    maak_onderdeel("machinisten", perron, activiteit=activiteit, actor=een.actor)
    # The three gaps:
    maak_onderdeel("veranderingen", perron, naam="Langer open", links={"uitdagingen": [uitdaging]})
    maak_onderdeel("activiteiten", perron, naam="Samen eten", links={"veranderingen": [verandering]})
    maak_onderdeel("doelgroepen", perron, naam="Jongeren")
    return perron, uitdaging, een, twee


def vul_opbrengst(pagina, tekst):
    pagina.goto("/wijken/proefwijk/routekaart/perron/2/")
    pagina.get_by_role("link", name="Opbrengst invullen").first.click()
    pagina.get_by_label("Wat moet het deze partij opleveren?").fill(tekst)
    keuze = pagina.get_by_label("Partij", exact=True)
    if keuze.input_value() == "":
        keuze.select_option(index=1)
    pagina.get_by_role("button", name="Opslaan").click()
    pagina.get_by_text(tekst).first.wait_for()


def test_two_members_of_two_parties(server, open_pagina, toezicht):
    toezicht.verwacht.add(409)
    wijk = maak_wijk()
    maak_partij(wijk, "De Corporatie"), maak_partij(wijk, "De School")
    maak_routekaart(wijk)
    _, uitdaging, een, twee = kaart_met_draad(wijk)
    eerste = open_pagina(maak_lid(wijk, Rol.DEELNEMER, voor=een))
    tweede = open_pagina(maak_lid(wijk, Rol.DEELNEMER, voor=twee), telefoon=True)

    vul_opbrengst(eerste, "Minder leegstand.")
    vul_opbrengst(tweede, "Ouders die elkaar kennen.")
    eerste.reload()
    assert eerste.get_by_text("Minder leegstand.").is_visible()
    assert eerste.get_by_text("Ouders die elkaar kennen.").is_visible()

    tweede.goto("/wijken/proefwijk/routekaart/perron/1/")
    tweede.get_by_role("link", name="Een standpunt toevoegen").click()
    tweede.get_by_label("Welke partij?").select_option(index=0)
    tweede.get_by_label("Wat vindt deze partij?").select_option(label="eens, met een voorbehoud")
    tweede.get_by_label("Waarom?").fill("Er is nog geen geld voor.")
    tweede.get_by_role("button", name="Opslaan").click()
    tweede.get_by_text("Er is nog geen geld voor.").wait_for()

    # Both open the same text, both change it, and no word is lost.
    pad = f"/wijken/proefwijk/routekaart/perron/2/uitdagingen/{uitdaging.sleutel}/"
    for pagina in (eerste, tweede):
        pagina.goto(pad)
    eerste.get_by_label("Toelichting").fill("Er is veel eenzaamheid in de wijk.")
    eerste.get_by_role("button", name="Opslaan").click()
    eerste.wait_for_url("**/perron/2/**")
    tweede.get_by_label("Toelichting").fill("Er is eenzaamheid in de hele wijk.")
    tweede.get_by_role("button", name="Opslaan").click()
    tweede.get_by_text("Iemand was u net voor").wait_for()
    assert tweede.get_by_label("Toelichting").input_value() == "Er is veel eenzaamheid in de hele wijk."
    tweede.get_by_role("button", name="Opslaan").click()
    tweede.wait_for_url("**/perron/2/**")
    uitdaging.refresh_from_db()
    assert uitdaging.toelichting == "Er is veel eenzaamheid in de hele wijk."
    assert Tekstvoorstel.objects.get().afgehandeld


def gaten(pagina) -> list[str]:
    """Return the sentences about what is missing."""
    pagina.goto("/wijken/proefwijk/routekaart/rode-draad/")
    return pagina.locator(".ww-draad__gaten li").all_inner_texts()


def test_each_gap_leads_to_the_place_that_mends_it(server, open_pagina):
    wijk = maak_wijk()
    maak_partij(wijk, "De Corporatie"), maak_partij(wijk, "De School")
    maak_routekaart(wijk)
    perron, uitdaging, een, twee = kaart_met_draad(wijk)
    for deelname in (een, twee):
        maak_onderdeel("opbrengsten", perron, uitdaging=uitdaging, actor=deelname.actor)
    pagina = open_pagina(maak_lid(wijk, Rol.WIJKREGISSEUR))
    zinnen = gaten(pagina)
    assert len(zinnen) == 3
    for naam in ("Langer open", "Samen eten", "Jongeren"):
        assert any(naam in z for z in zinnen)

    pagina.locator(".ww-draad__gaten li", has_text="Samen eten").get_by_role("link").click()
    pagina.get_by_label("Welke partij is machinist?").select_option(index=1)
    pagina.get_by_role("button", name="Opslaan").click()
    assert len(gaten(pagina)) == 2

    pagina.locator(".ww-draad__gaten li", has_text="Langer open").get_by_role("link").click()
    pagina.get_by_label("Vanuit welke behoefte van bewoners?").fill("Na het werk iemand zien.")
    pagina.get_by_label("Wat gaan wij doen?").fill("Avondkoffie")
    pagina.get_by_label("Fysiek of sociaal?").select_option(label="sociaal")
    pagina.get_by_role("button", name="Opslaan").click()
    zinnen = gaten(pagina)
    assert not any("Langer open" in z for z in zinnen)

    pagina.locator(".ww-draad__gaten li", has_text="Jongeren").get_by_role("link").click()
    pagina.get_by_label("Wie spreekt voor deze groep?").select_option(index=1)
    pagina.get_by_role("button", name="Opslaan").click()
    assert not any("Jongeren" in z for z in gaten(pagina))
