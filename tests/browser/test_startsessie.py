# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole startsessie in the Haarwijk, from preparing to feedback: one wall, one desk, eight phones.

One phone has no scripts, one is without a line for a while, one reads English, one types the code. Afterwards the
report holds each card that a phone was told is stored exactly once, and the anonymous round can't be traced.

Set WIJKWIJZER_FOTOS to a folder to get pictures of the wall at each step, at 1024x768 and 1920x1080.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Error, Page

from routekaart.zaal.gasten.koekje import TOESTEL
from routekaart.zaal.models import Kaart, Kaartgroep, Ronde, Sessie, Stem
from routekaart.zaal.models.methode import Methode
from tests.browser.test_paginas import keur
from tests.factories import maak_lid
from tests.pdf_tekst import lees_tekst
from tests.werk import haal_pdf
from wijken.models import Journaalregel, Rol

FOTOS = os.environ.get("WIJKWIJZER_FOTOS")
MATEN = ((1024, 768), (1920, 1080))
SLOGANS = ("Iedereen hoort erbij", "Samen voor de Haarwijk")
DEFINITIE = "In een inclusieve wijk doet iedereen mee, en mag iedereen anders zijn."
ACTIE = "Wij zetten elke week een tafel op het plein."
ANTWOORDEN = [
    "Elkaar groeten op straat",
    "Een plek waar de koffie klaarstaat",
    "Kinderen spelen met iedereen",
    "Dat niemand alleen eet",
    "Hulp vragen mag",
    "A neighbour who speaks my language",
    "Zonder telefoon ook meedoen",
    "Ik schreef dit zonder verbinding",
]
ZONDER_SCRIPTS, ENGELS, ZONDER_LIJN, TYPT_CODE = 6, 5, 7, 0


@dataclass
class Zaal:
    """The pages in the room, and what each phone was told is stored."""

    scherm: Page
    regie: Page
    telefoons: list[Page]
    code: str = ""
    bevestigd: list[str] = field(default_factory=list)

    def druk(self, naam: str, pagina: Page | None = None) -> None:
        """Press a button on the desk, or on another page."""
        (pagina or self.regie).get_by_role("button", name=naam, exact=True).click()

    def vernieuw(self, nr: int) -> None:
        """A phone without scripts looks again; the others follow by themselves."""
        if nr != ZONDER_SCRIPTS:
            return
        try:
            self.telefoons[nr].goto(f"/m/{self.code}/")
        except Error as fout:  # while it waits it looks again each 3 s; both at once end the one that came first
            if "ERR_ABORTED" not in str(fout):
                raise
            self.telefoons[nr].goto(f"/m/{self.code}/")

    def lever_in(self, nr: int, tekst: str, *, wacht: bool = True) -> None:
        """A phone hands in a text, and is told that it is stored."""
        pagina = self.telefoons[nr]
        self.vernieuw(nr)
        pagina.get_by_role("textbox").fill(tekst)
        pagina.locator("form button[type=submit]").click()
        if wacht:
            self.is_bevestigd(nr, tekst)

    def is_bevestigd(self, nr: int, tekst: str) -> None:
        """Wait until the phone says that its card is stored."""
        pagina = self.telefoons[nr]
        pagina.get_by_text("Sent." if nr == ENGELS else "Ingeleverd.").wait_for()
        pagina.get_by_text(tekst).first.wait_for()
        self.bevestigd.append(tekst)

    def stem(self, nr: int, keuze: str) -> None:
        """A phone votes for something."""
        pagina = self.telefoons[nr]
        self.vernieuw(nr)
        pagina.get_by_label(keuze).check()
        pagina.locator("form button[type=submit]").click()
        pagina.get_by_text("Your vote was counted." if nr == ENGELS else "Uw stem is geteld.").wait_for()

    def kijk(self, wat: str) -> None:
        """Look at the wall: accessible, and a picture of it when asked for."""
        assert keur(self.scherm, wat) == []
        for breedte, hoogte in MATEN if FOTOS else ():
            self.scherm.set_viewport_size({"width": breedte, "height": hoogte})
            self.scherm.screenshot(path=Path(FOTOS or "") / f"{wat}-{breedte}.png")
        self.scherm.set_viewport_size({"width": MATEN[0][0], "height": MATEN[0][1]})


def bereid_voor(zaal: Zaal) -> Sessie:
    """Prepare the meeting at home: the programme stands ready, the papers can be printed."""
    regie = zaal.regie
    regie.goto("/wijken/haarwijk/zaal/")
    regie.get_by_role("link", name="Bijeenkomst voorbereiden").click()
    regie.get_by_label("Hoe heet de bijeenkomst?").fill("Startsessie Haarwijk")
    regie.get_by_label("Waar is het?").fill("Buurtcentrum")
    regie.get_by_label("Welke dag?").fill(timezone.localdate().isoformat())
    regie.get_by_label("Startsessie").check()
    zaal.druk("Klaarzetten")
    regie.get_by_role("heading", name="Programma").wait_for()
    assert regie.locator(".ww-programmavraag").count() >= 4
    sessie = Sessie.objects.get(titel="Startsessie Haarwijk")
    zaal.code = sessie.code
    assert haal_pdf(regie.request, f"/wijken/haarwijk/zaal/{sessie.sleutel}/draaiboek.pdf").startswith(b"%PDF")
    vroeg = zaal.telefoons[1]
    vroeg.goto(f"/m/{sessie.code}/?taal=nl")
    vroeg.get_by_text("We beginnen nog niet.").wait_for()
    zaal.druk("De bijeenkomst beginnen")
    zaal.scherm.goto(f"/wijken/haarwijk/zaal/{sessie.sleutel}/scherm/")
    return sessie


def kom_binnen(zaal: Zaal, partijen: list[str]) -> None:
    """Eight people come in: parties, residents, and who would rather not say."""
    wie = [*partijen[:3], "Ik woon in de wijk", "Dat zeg ik liever niet", "I live in", "Ik woon in", "Ik woon in"]
    for nr, (pagina, keuze) in enumerate(zip(zaal.telefoons, wie, strict=True)):
        if nr == TYPT_CODE:
            pagina.goto("/m/?taal=nl")
            pagina.get_by_role("textbox").fill(f"{zaal.code[:3]} {zaal.code[3:]}".lower())
            pagina.locator("form button[type=submit]").click()
        else:
            pagina.goto(f"/m/{zaal.code}/?taal={'en' if nr == ENGELS else 'nl'}")
        pagina.get_by_label(keuze).check()
        pagina.locator("form button[type=submit]").click()
        pagina.get_by_text("We will start soon." if nr == ENGELS else "We beginnen zo.").wait_for()
    zaal.scherm.locator("#scherm-tellen", has_text="8 telefoons doen mee").wait_for()
    zaal.kijk("1-wachten")


def maak_kennis(zaal: Zaal) -> None:
    """Introduce: with the party, face up."""
    zaal.druk("Schrijven beginnen")
    for nr in range(8):
        zaal.lever_in(nr, f"Trots op plek {nr}")
    zaal.scherm.locator(".scherm-kaart", has_text="Trots op plek 7").wait_for()
    zaal.kijk("2-kennismaken")
    zaal.druk("Kaarten onthullen")
    zaal.druk("Nieuwe vraag klaarzetten")


def kies_slogan(zaal: Zaal) -> None:
    """From associations to a slogan that the room chose."""
    zaal.druk("Schrijven beginnen")
    for nr in range(8):
        zaal.lever_in(nr, f"woord {nr}")
    zaal.druk("Kaarten onthullen")
    zaal.druk("Samen groeperen")
    for nr, slogan in enumerate(SLOGANS):
        zaal.lever_in(nr, slogan)
    zaal.druk("Stemmen beginnen")
    for nr in range(8):
        zaal.stem(nr, SLOGANS[nr != 0])
    zaal.scherm.locator("#scherm-wand", has_text="8 mensen hebben gestemd").wait_for()
    assert not zaal.scherm.locator(".scherm-regel").count(), "a vote that runs shows who is winning"
    zaal.kijk("3-stemmen")
    zaal.druk("De uitslag tonen")
    zaal.scherm.locator(".scherm-regel", has_text=SLOGANS[1]).wait_for()
    zaal.kijk("4-slogan")
    zaal.druk("Besluit vaststellen")
    zaal.druk("Nieuwe vraag klaarzetten")


def bepaal_bestemming(zaal: Zaal) -> Ronde:
    """Perron 1, anonymous: one writes without a line, one without scripts, one in English."""
    zaal.druk("Schrijven beginnen")
    zonder = zaal.telefoons[ZONDER_LIJN]
    zonder.get_by_role("textbox").wait_for()
    zonder.context.set_offline(True)
    zaal.lever_in(ZONDER_LIJN, ANTWOORDEN[ZONDER_LIJN], wacht=False)
    zonder.get_by_text("Nog niet verstuurd: er is geen verbinding.").wait_for()
    for nr in range(7):
        zaal.lever_in(nr, ANTWOORDEN[nr])
    zaal.scherm.locator("#scherm-wand", has_text="7 kaarten ingeleverd").wait_for()
    zaal.kijk("5-dicht")
    zonder.context.set_offline(False)
    zaal.is_bevestigd(ZONDER_LIJN, ANTWOORDEN[ZONDER_LIJN])
    zaal.regie.get_by_label("Kaarten van papier").fill("Minder drempels · 4×")
    zaal.druk("Op het scherm zetten")
    zaal.druk("Kaarten onthullen")
    zaal.scherm.locator(".scherm-kaart", has_text=ANTWOORDEN[ZONDER_LIJN]).wait_for()
    zaal.kijk("6-onthuld")
    zaal.druk("Samen groeperen")
    for naam, keuzes in (("Ontmoeten", ANTWOORDEN[:4]), ("Meedoen", ANTWOORDEN[4:])):
        for tekst in keuzes:
            zaal.regie.locator(".ww-regie-kies", has_text=tekst).get_by_role("checkbox").check()
        zaal.regie.get_by_label("Naam van de groep").fill(naam)
        zaal.druk("In deze groep leggen")
        zaal.scherm.locator("#scherm-wand", has_text=naam).wait_for()
    zaal.kijk("7-groepen")
    zaal.druk("Stemmen beginnen")
    for nr in range(8):
        zaal.stem(nr, "Ontmoeten")
    zaal.druk("De uitslag tonen")
    zaal.regie.get_by_label("Wat besluit de zaal?").fill(DEFINITIE)
    zaal.regie.get_by_label("Is er bij het perron nog iets open?").fill("De rest komt later.")
    zaal.druk("Besluit vaststellen")
    zaal.regie.get_by_role("link", name="Naar perron 1").wait_for()
    zaal.druk("Nieuwe vraag klaarzetten")
    return Ronde.objects.get(sessie__code=zaal.code, perron=1, methode=Methode.OPEN)


def sluit_af(zaal: Zaal, sessie: Sessie, partij: str) -> None:
    """How did it go, who does what, and the end."""
    zaal.druk("Stemmen beginnen")
    for nr in range(8):
        zaal.stem(nr, "It goes well" if nr == ENGELS else "Het gaat goed")
    zaal.druk("De uitslag tonen")
    zaal.scherm.locator(".scherm-regel", has_text="gaat goed").wait_for()
    zaal.kijk("8-pols")
    zaal.regie.get_by_label("Welke partij doet dit?").select_option(label=partij)
    zaal.regie.get_by_label("Wat gaat zij doen?").fill(ACTIE)
    zaal.regie.get_by_label("Wanneer is het klaar?").fill(timezone.localdate().isoformat())
    zaal.druk("Actie afspreken")
    zaal.regie.get_by_text(ACTIE).first.wait_for()
    assert keur(zaal.regie, "regie") == []
    zaal.druk("De bijeenkomst sluiten")
    zaal.regie.get_by_text("Deze bijeenkomst is gesloten op").wait_for()
    zaal.scherm.get_by_text("Deze bijeenkomst is gesloten.").wait_for()
    zaal.kijk("9-gesloten")


def controleer_verslag(zaal: Zaal, sessie: Sessie) -> None:
    """Each card that a phone was told is stored stands in the report once, on the page and in the PDF."""
    pad = f"/wijken/haarwijk/zaal/{sessie.sleutel}/verslag"
    zaal.regie.goto(f"{pad}/")
    regels = [regel.split("\n")[0].strip() for regel in zaal.regie.locator("main li").all_inner_texts()]
    for tekst in zaal.bevestigd:
        assert len([r for r in regels if r == tekst]) == 1, tekst
    assert Kaart.objects.filter(ronde__sessie=sessie).count() == len(zaal.bevestigd) + 1  # and one from paper
    for tekst in (DEFINITIE, ACTIE, "Minder drempels", SLOGANS[1]):
        zaal.regie.get_by_text(tekst).first.wait_for()
    assert keur(zaal.regie, "verslag") == []
    pdf = " ".join(lees_tekst(haal_pdf(zaal.regie.request, f"{pad}.pdf")).split())
    for tekst in (*zaal.bevestigd, DEFINITIE, ACTIE):
        assert tekst in pdf, tekst


def controleer_perron(zaal: Zaal) -> None:
    """Perron 1 shows the answer, with the cards that it came from."""
    zaal.regie.goto("/wijken/haarwijk/routekaart/perron/1/")
    zaal.regie.get_by_text(DEFINITIE).first.wait_for()
    for tekst in ANTWOORDEN:
        assert zaal.regie.get_by_text(tekst).count() >= 1, tekst


def controleer_anoniem(zaal: Zaal, ronde: Ronde) -> None:
    """Nothing in the database leads from a card or vote of the anonymous round to a guest or party."""
    assert ronde.anoniem
    kaarten = Kaart.objects.filter(ronde=ronde)
    assert kaarten.count() == 9
    assert set(kaarten.values_list("gast", "actor", "apparaatsleutel", "anoniem")) == {(None, None, None, True)}
    stemmen = Stem.objects.filter(ronde=ronde)
    assert stemmen.count() == 8
    geheimen = [k["value"] for t in zaal.telefoons for k in t.context.cookies() if k["name"] == TOESTEL]
    assert len(geheimen) == 8
    eigen = {uuid5(UUID(geheim), ronde.sleutel.hex) for geheim in geheimen}
    assert not eigen & set(stemmen.values_list("apparaatsleutel", flat=True))
    versies = [*kaarten.values_list("versie", flat=True), *stemmen.values_list("versie", flat=True)]
    regels = Journaalregel.objects.filter(wijk=ronde.sessie.wijk, versie__in=versies)
    assert regels.filter(soort__in=["kaart_ingeleverd", "stem_uitgebracht"]).exists()
    for regel in regels.filter(soort__in=["kaart_ingeleverd", "stem_uitgebracht"]):
        assert (regel.door_id, regel.namens) == (None, None)
    gasten = {str(g.sleutel) for g in ronde.sessie.gasten.all()}
    for tabel in ("zaal_kaart", "zaal_stem"):
        assert not gasten & _alles_in(tabel), tabel


def _alles_in(tabel: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {tabel}")
        return {str(waarde) for rij in cursor.fetchall() for waarde in rij}


def controleer_terugkoppeling(zaal: Zaal) -> None:
    """The same code tells every phone what came of it; the English guest reads it in English."""
    engels = zaal.telefoons[ENGELS]
    engels.get_by_text("This meeting is over.").wait_for()
    engels.get_by_text("What was decided").wait_for()
    assert engels.get_by_text(DEFINITIE).count()
    assert engels.get_by_text(ACTIE).count()
    assert not engels.get_by_role("textbox").count()
    assert keur(engels, "terugkoppeling") == []
    for nr in (TYPT_CODE, ZONDER_LIJN, ZONDER_SCRIPTS):
        zaal.vernieuw(nr)
        zaal.telefoons[nr].get_by_text("Deze bijeenkomst is afgelopen.").wait_for()


@pytest.mark.beide_databases
def test_a_whole_startsessie(wijken, open_pagina, toezicht):
    toezicht.verwacht |= {404, "ERR_INTERNET_DISCONNECTED", "Failed to fetch"}
    wijk = wijken["haarwijk"]
    partijen = [d.actor.naam for d in wijk.deelnames.select_related("actor").order_by("pk")]
    leider = maak_lid(wijk, Rol.WIJKREGISSEUR)
    zaal = Zaal(
        scherm=open_pagina(maak_lid(wijk, Rol.LEZER)),
        regie=open_pagina(leider),
        telefoons=[open_pagina(telefoon=True, javascript=nr != ZONDER_SCRIPTS) for nr in range(8)],
    )
    sessie = bereid_voor(zaal)
    kom_binnen(zaal, partijen)
    maak_kennis(zaal)
    kies_slogan(zaal)
    anoniem = bepaal_bestemming(zaal)
    sluit_af(zaal, sessie, partijen[0])
    controleer_verslag(zaal, sessie)
    controleer_perron(zaal)
    controleer_anoniem(zaal, anoniem)
    controleer_terugkoppeling(zaal)
    assert Kaartgroep.objects.filter(ronde=anoniem).count() == 2
