# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two members of two parties on the Haarwijk: every voice, two texts at once, the rode draad, and the PDF.

They begin a new journey, because the report leaves gaps in the first one; what is typed is looked up in the PDF.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from actoren.models import Deelname, Doelgroep, Ervaring
from routekaart.models import Uitdaging
from tests.factories import maak_lid
from tests.pdf_tekst import lees_tekst
from tests.werk import haal_pdf
from wijken.models import Rol, Tekstvoorstel, Wijk
from wijken.onderdelen.handelingen import voeg_toe, wijzig

BASIS = "/wijken/haarwijk/routekaart/"
CORPORATIE, BUURTCENTRA = "Poort6", "Buurtcentra in de Haarwijk"
UITDAGING = "Buren kennen elkaar te weinig"


@dataclass
class Reis:
    """The pages of the three who travel, and every sentence that must come back in the plan."""

    corporatie: Page
    buurtcentra: Page
    regisseur: Page
    zinnen: list[str] = field(default_factory=list)

    def voeg_toe(self, wie: Page, perron: int, knop: str, velden: Mapping[str, str], *, bewaar: bool = True) -> None:
        """Fill in a form that a perron page leads to."""
        wie.goto(f"{BASIS}perron/{perron}/")
        wie.get_by_role("link", name=knop).first.click()
        self.vul(wie, velden, bewaar=bewaar)

    def vul(self, wie: Page, velden: Mapping[str, str], *, bewaar: bool = True) -> None:
        """Fill in the fields of the form on the page by their labels, and save it."""
        for label, waarde in velden.items():
            veld = wie.locator("main").get_by_label(re.compile(rf"^\s*{re.escape(label)}"))
            soort = veld.evaluate("e => e.type")
            if soort == "select-one":
                veld.select_option(label=waarde)
            elif soort == "checkbox":
                veld.check()
            else:
                veld.fill(waarde)
                if bewaar and soort != "date":
                    self.zinnen.append(waarde)
        pad = wie.url
        wie.get_by_role("button", name="Opslaan").click()
        wie.wait_for_url(lambda url: url != pad)

    def gaten(self) -> list[str]:
        """Return the heading of the rode draad and the sentences about what is missing."""
        self.regisseur.goto(f"{BASIS}rode-draad/")
        return [
            self.regisseur.locator("#gaten").inner_text(),
            *self.regisseur.locator(".ww-draad__gaten li").all_inner_texts(),
        ]

    def volg_gat(self, deel: str, velden: Mapping[str, str]) -> None:
        """Follow the link of a gap on the rode draad, and fill in what it leads to."""
        self.gaten()
        self.regisseur.locator(".ww-draad__gaten a", has_text=deel).click()
        self.vul(self.regisseur, velden)


def maak_wijk_heel(wijk: Wijk) -> None:
    """Let somebody speak for each group and ask everybody: gaps of the wijk, which a new journey inherits."""
    spreker = Deelname.objects.get(wijk=wijk, actor__naam=BUURTCENTRA)
    for groep in Doelgroep.objects.filter(wijk=wijk):
        wijzig(rij=groep, waarden={"spreker": spreker}, versie=groep.versie, door=None)
        voeg_toe(rij=Ervaring(wijk=wijk, doelgroep=groep, tekst="Wij zijn gehoord."), door=None)
    for deelname in Deelname.objects.filter(wijk=wijk):
        voeg_toe(rij=Ervaring(wijk=wijk, deelname=deelname, tekst="Wij zijn gehoord."), door=None)


def begin_nieuwe_reis(reis: Reis) -> None:
    """Begin a journey that takes nothing along: it says only what the test says."""
    pagina = reis.regisseur
    pagina.goto("/wijken/haarwijk/routekaarten/nieuw/")
    pagina.get_by_label("Hoe heet de nieuwe reis?").fill("De tweede reis")
    for vakje in pagina.get_by_role("checkbox").all():
        vakje.uncheck()
    pagina.get_by_role("button", name="De nieuwe reis beginnen").click()
    pagina.wait_for_url("**/routekaart/")
    pagina.goto(f"{BASIS}rode-draad/")
    assert pagina.get_by_text("De reis is nog leeg.").is_visible()


def rijg_de_draad(reis: Reis) -> None:
    """Both parties write down a chain that runs through."""
    reis.voeg_toe(
        reis.corporatie,
        1,
        "De bestemming opschrijven",
        {
            "Wat verstaan wij onder de inclusieve wijk?": "In de Haarwijk hoort iedereen erbij.",
            "Onze slogan": "Samen voor de Haarwijk, elke dag",
            "Onze ambitie": "Elke straat heeft een plek om elkaar te zien.",
            "In welk jaar is dat zo?": "2036",
        },
    )
    reis.voeg_toe(
        reis.buurtcentra,
        2,
        "Een uitdaging toevoegen",
        {
            "Uitdaging": UITDAGING,
            "Toelichting": "Buren zien elkaar in de wijk.",
            "Wat zeggen bewoners erover, in hun eigen woorden?": "Ik groet wel, maar ik weet geen namen.",
            "Waar en wanneer gehoord?": "Aan de koffietafel, in maart",
        },
    )
    reis.zinnen.remove("Buren zien elkaar in de wijk.")  # both change it later
    reis.voeg_toe(
        reis.corporatie,
        3,
        "Een verandering toevoegen",
        {"Wat moet er veranderen?": "Er komen meer plekken om elkaar te zien", UITDAGING: ""},
    )
    reis.voeg_toe(
        reis.buurtcentra,
        6,
        "Een activiteit toevoegen",
        {
            "Vanuit welke behoefte van bewoners?": "Bewoners willen weten wie er naast hen woont.",
            "Wat gaan wij doen?": "Koffie in de gezamenlijke tuin",
            "Fysiek of sociaal?": "sociaal",
            "Er komen meer plekken": "",
            "Wat is de eerste kleine stap?": "Een tafel buiten zetten op zaterdag.",
        },
    )
    reis.voeg_toe(
        reis.buurtcentra,
        7,
        "Een machinist toevoegen",
        {
            "Van welke activiteit?": "Koffie in de gezamenlijke tuin",
            "Welke partij is machinist?": BUURTCENTRA,
            "Welke functie binnen die partij?": "beheerder van het buurtcentrum",
        },
    )


def zeg_elk_iets_anders(reis: Reis) -> None:
    """Each party wants something else from the same challenge, and one has a reservation."""
    for wie, tekst in (
        (reis.corporatie, "Minder klachten over geluid in de flats."),
        (reis.buurtcentra, "Bezoekers die een buur meenemen."),
    ):
        reis.voeg_toe(wie, 2, "Opbrengst invullen", {"Wat moet het deze partij opleveren?": tekst})
    for wie in (reis.corporatie, reis.buurtcentra):
        wie.goto(f"{BASIS}perron/2/")
        paren = dict(
            zip(
                wie.locator("#uitdagingen dt").all_inner_texts(),
                wie.locator("#uitdagingen dd").all_inner_texts(),
                strict=True,
            )
        )
        assert paren[CORPORATIE].startswith("Minder klachten over geluid in de flats.")
        assert paren[BUURTCENTRA].startswith("Bezoekers die een buur meenemen.")
    reis.voeg_toe(reis.corporatie, 1, "Een standpunt toevoegen", {"Wat vindt deze partij?": "eens"})
    reis.voeg_toe(
        reis.buurtcentra,
        1,
        "Een standpunt toevoegen",
        {
            "Wat vindt deze partij?": "eens, met een voorbehoud",
            "Waarom?": "Wij doen mee zolang de buurtcentra open blijven.",
        },
    )


def schrijf_tegelijk(reis: Reis) -> None:
    """Both open the same text, both change it, and no word is lost."""
    uitdaging = Uitdaging.objects.get(naam=UITDAGING)
    for pagina in (reis.corporatie, reis.buurtcentra):
        pagina.goto(f"{BASIS}perron/2/uitdagingen/{uitdaging.sleutel}/")
    laat = reis.buurtcentra
    laat.get_by_label("Toelichting").fill("Buren zien elkaar in de hele wijk.")
    reis.vul(reis.corporatie, {"Toelichting": "Buren zien elkaar te weinig in de wijk."}, bewaar=False)
    laat.get_by_text("Hier heeft iemand iets veranderd. Uw tekst blijft staan.").wait_for()
    laat.get_by_role("button", name="Opslaan").click()
    laat.get_by_role("heading", name="Iemand was u net voor").wait_for()
    botsing = laat.locator(".ww-botsingen")
    assert botsing.locator("ins", has_text="te weinig").is_visible()
    assert botsing.locator("ins", has_text="hele").is_visible()
    assert Tekstvoorstel.objects.get().tekst == "Buren zien elkaar in de hele wijk."
    assert laat.get_by_label("Toelichting").input_value() == "Buren zien elkaar te weinig in de hele wijk."
    reis.vul(laat, {})
    uitdaging.refresh_from_db()
    assert uitdaging.toelichting == "Buren zien elkaar te weinig in de hele wijk."
    assert Tekstvoorstel.objects.get().afgehandeld
    reis.zinnen.append(uitdaging.toelichting)


def plant_drie_gaten(reis: Reis) -> list[str]:
    """Break the thread in three places; return the sentences that should name them."""
    reis.voeg_toe(
        reis.corporatie,
        3,
        "Een verandering toevoegen",
        {"Wat moet er veranderen?": "De tuinen gaan open voor de hele straat", UITDAGING: ""},
    )
    reis.voeg_toe(
        reis.corporatie,
        6,
        "Een activiteit toevoegen",
        {
            "Vanuit welke behoefte van bewoners?": "Bewoners willen samen eten.",
            "Wat gaan wij doen?": "Soep op donderdag",
            "Fysiek of sociaal?": "sociaal",
            "Er komen meer plekken": "",
        },
    )
    groep = Doelgroep.objects.get(naam="Kwetsbare bewoners")
    reis.corporatie.goto(f"{BASIS}perron/4/doelgroepen/{groep.sleutel}/")
    reis.vul(reis.corporatie, {"Wie spreekt voor deze groep?": "Nog niemand of niets"})
    return [
        "Er mist nog iets op drie plekken.",
        "Voor de verandering “De tuinen gaan open voor de hele straat” is er nog geen activiteit.",
        "Voor de doelgroep “Kwetsbare bewoners” spreekt nog niemand.",
        "De activiteit “Soep op donderdag” heeft nog geen machinist.",
    ]


def herstel_de_draad(reis: Reis) -> None:
    """Follow the link of each gap; a new activity has no machinist, so that one is followed last."""
    reis.volg_gat("Kwetsbare bewoners", {"Wie spreekt voor deze groep?": BUURTCENTRA})
    assert len(reis.gaten()) == 1 + 2
    reis.volg_gat("Soep op donderdag", {"Welke partij is machinist?": CORPORATIE, "Welke functie": "huismeester"})
    assert len(reis.gaten()) == 1 + 1
    reis.volg_gat(
        "De tuinen gaan open",
        {
            "Vanuit welke behoefte van bewoners?": "Kinderen willen samen buiten spelen.",
            "Wat gaan wij doen?": "Hekken weg in de zomer",
            "Fysiek of sociaal?": "fysiek",
        },
    )
    assert reis.gaten()[1:] == ["De activiteit “Hekken weg in de zomer” heeft nog geen machinist."]
    reis.volg_gat("Hekken weg in de zomer", {"Welke partij is machinist?": CORPORATIE, "Welke functie": "opzichter"})
    assert reis.gaten() == ["De draad loopt door."]


def stel_vast_en_heropen(reis: Reis) -> None:
    """Agree on perrons 1 to 3; reopening the first marks the third, for everybody."""
    pagina = reis.regisseur
    for nummer, tekst in enumerate(("Wij kiezen voor samen.", "Wij beginnen bij buren.", "Wij maken plekken."), 1):
        pagina.goto(f"{BASIS}perron/{nummer}/")
        pagina.get_by_label("Ons gezamenlijke antwoord").fill(tekst)
        pagina.get_by_label("Waarom stelt u toch vast?").fill(f"Bij perron {nummer} willen wij vooruit.")
        pagina.get_by_role("button", name="Vaststellen").click()
        pagina.locator("#perron-staat", has_text="Vastgesteld").wait_for()
        reis.zinnen += [tekst, f"Bij perron {nummer} willen wij vooruit."]
    reis.buurtcentra.goto(f"{BASIS}perron/3/")
    assert not reis.buurtcentra.get_by_text("Bekijk opnieuw").first.is_visible()
    pagina.goto(f"{BASIS}perron/1/")
    pagina.get_by_text("Dit perron heropenen").click()
    pagina.get_by_label("Waarom heropent u dit perron?").fill("De school was er nog niet bij.")
    pagina.get_by_role("button", name="Heropenen").click()
    pagina.locator("#perron-staat", has_text="Heropend").wait_for()
    reis.zinnen.append("De school was er nog niet bij.")
    reis.buurtcentra.goto(f"{BASIS}perron/3/")
    grond = reis.buurtcentra.locator("#antwoord .ww-let-op", has_text="Bekijk opnieuw.")
    assert "Perron 1 is veranderd nadat u dit vaststelde. Reden: De school was er nog niet bij." in grond.inner_text()


@pytest.mark.beide_databases
def test_two_members_of_two_parties_travel_through_the_haarwijk(wijken, open_pagina, toezicht):
    toezicht.verwacht.add(409)
    wijk = wijken["haarwijk"]
    maak_wijk_heel(wijk)
    spreker = {d.actor.naam: d for d in Deelname.objects.filter(wijk=wijk).select_related("actor")}
    reis = Reis(
        corporatie=open_pagina(maak_lid(wijk, Rol.DEELNEMER, voor=spreker[CORPORATIE])),
        buurtcentra=open_pagina(maak_lid(wijk, Rol.DEELNEMER, voor=spreker[BUURTCENTRA]), telefoon=True),
        regisseur=open_pagina(maak_lid(wijk, Rol.WIJKREGISSEUR)),
    )
    begin_nieuwe_reis(reis)
    rijg_de_draad(reis)
    zeg_elk_iets_anders(reis)
    schrijf_tegelijk(reis)
    assert reis.gaten() == ["De draad loopt door."]
    planten = plant_drie_gaten(reis)
    assert reis.gaten() == planten
    herstel_de_draad(reis)
    stel_vast_en_heropen(reis)
    tekst = lees_tekst(haal_pdf(reis.buurtcentra.request, f"{BASIS}reisplan.pdf"))
    assert len(reis.zinnen) >= 30
    assert [z for z in reis.zinnen if re.sub(r"\s+", " ", z) not in tekst] == []
    for machinist in (f"{BUURTCENTRA} (beheerder van het buurtcentrum)", f"{CORPORATIE} (huismeester)"):
        assert machinist in tekst
