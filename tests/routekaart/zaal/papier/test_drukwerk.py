# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a meeting: complete, readable aloud, and on as many pages as they should be."""

import fcntl
import io
from dataclasses import replace
from datetime import date, time

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.zaal.methoden.register import methoden
from routekaart.zaal.models import Sessiesoort
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.papier.blad import (
    Draaiboek,
    Kaarten,
    Kaartvraag,
    Kop,
    Meedoenblad,
    Programmaregel,
    naar_html,
    naar_pdf,
)
from routekaart.zaal.papier.opstellen import stel_draaiboek_op, stel_kaarten_op
from routekaart.zaal.programma.handelingen import voeg_vraag_toe
from routekaart.zaal.sessie.handelingen import kies_leervragen, last_af, nodig_uit
from tests.factories import ingelogd, maak_lid, maak_partij, maak_routekaart, maak_wijk
from tests.factories_voorbereiding import maak_leervraag, maak_voorbereid
from tests.pdf_tekst import lees_tekst
from tests.verapdf import controleer
from tests.werk import haal_document
from wijken.models import Rol
from wijkwijzer.web.qr import qr_svg

GOED = {"PDF/UA-1": [], "PDF/A-2a": []}
KOP = Kop("Startsessie Proefwijk", "startsessie", "Proefwijk", date(2026, 12, 1), "19:30", "Buurthuis", "De Hoge Flat")
LANGE_VRAAG = "Wat verandert er voor betrokken partijen en doelgroepen, en hoe weten we dat van tevoren? " * 3


def draaiboek(vragen=5, partijen=12):
    regel = Programmaregel("19:35", 23, LANGE_VRAAG[:170], methoden()[Methode.OPEN].draaiboek, "perron 5, anoniem")
    vast = Programmaregel("19:30", 5, "Welkom: zo doet iedereen mee")
    namen = [f"Woningcorporatie nummer {nr}" for nr in range(partijen)]
    leren = ["Hoe bereiken wij wie niet komt?", "Wat werkte vorig jaar al, en waarom?"]
    mee = ["laptop", "kaarten en stiften"]
    return Draaiboek(KOP, "CDF HJK", "voorbeeld.nl/m", [vast, *[regel] * vragen], "2 uur", namen, leren, mee)


def kaarten():
    return Kaarten(KOP, [Kaartvraag(1, "Wat bindt ons?", "What binds us?", True), Kaartvraag(3, "Wie?", "", False)])


def meedoen():
    svg = qr_svg("https://voorbeeld.nl/m/CDFHJK/").decode()
    return Meedoenblad(KOP, "CDF HJK", "voorbeeld.nl/m", svg)


def bladen(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf)).pages


@pytest.mark.parametrize(
    ("maak", "aantal"), [(draaiboek, 1), (kaarten, 2), (meedoen, 2)], ids=["draaiboek", "kaarten", "meedoen"]
)
def test_every_paper_passes_both_standards_on_its_pages(maak, aantal, tmp_path, echt_gemaakt):
    pdf = naar_pdf(maak())
    (tmp_path / "blad.pdf").write_bytes(pdf)
    assert controleer(tmp_path / "blad.pdf") == GOED
    assert len(bladen(pdf)) == aantal
    assert naar_pdf(maak()) == pdf, "the same paper is the same file"


def test_the_draaiboek_says_all_on_one_page():
    tekst = lees_tekst(naar_pdf(draaiboek()))
    for deel in (
        "Startsessie Proefwijk",
        "dinsdag 1 december 2026, 19:30 uur · Buurthuis · over De Hoge Flat",
        "voorbeeld.nl/m",
        "CDF HJK",
        "Wat wij willen leren",
        "Hoe bereiken wij wie niet komt?",
        "19:35",
        "Ieder schrijft in stilte",
        "(perron 5, anoniem)",
        "Samen ongeveer 2 uur.",
        "Woningcorporatie nummer 11",
        "Wat u meeneemt",
        "kaarten en stiften",
    ):
        assert deel in tekst, deel


def test_a_draaiboek_without_start_or_guests_says_what_that_means():
    leeg = replace(draaiboek(), kop=replace(KOP, tijd="", plaats="", casus=""), genodigden=[], leervragen=[])
    tekst = lees_tekst(naar_pdf(leeg))
    assert "De tijden tellen vanaf het begin." in tekst
    assert "Iedereen die aan boord is." in tekst
    assert "Wat wij willen leren" not in tekst


def test_there_are_eight_cards_to_a_page_with_what_is_kept_of_them():
    een, twee = (blad.extract_text() for blad in bladen(naar_pdf(kaarten())))
    assert een.count("Wat bindt ons?") == een.count("What binds us?") == een.count("Anoniem:") == 8
    assert twee.count("Ik hoor bij") == 8
    assert "Anoniem" not in twee


def test_the_longest_question_stays_on_its_card():
    blad = Kaarten(KOP, [Kaartvraag(1, LANGE_VRAAG[:300], LANGE_VRAAG[:300], True)])
    pdf = naar_pdf(blad)
    assert len(bladen(pdf)) == 1
    assert lees_tekst(pdf).count("Anoniem:") == 8


def test_the_qr_sheet_is_a_poster_and_four_cards_in_two_languages():
    poster, tafel = (blad.extract_text() for blad in bladen(naar_pdf(meedoen())))
    for tekst in ("Doe mee met uw telefoon", "Take part with your phone", "CDF HJK", "voorbeeld.nl/m"):
        assert tekst in poster
    assert tafel.count("CDF HJK") == tafel.count("Join in") == 4
    assert naar_html(meedoen()).count("QR-code om mee te doen op voorbeeld.nl/m met code CDF HJK") == 5


def test_html_in_a_text_stays_text():
    kwaad = '</style><script>alert(1)</script><img src="file:///etc/hostname"> & "aanhaling"'
    kop = replace(KOP, titel=kwaad, plaats=kwaad, wijk=kwaad, casus=kwaad)
    for blad in (
        replace(draaiboek(), kop=kop, genodigden=[kwaad], leervragen=[kwaad]),
        Kaarten(kop, [Kaartvraag(1, kwaad, kwaad, True)]),
        replace(meedoen(), kop=kop),
    ):
        html = naar_html(blad)
        assert "<script" not in html
        assert html.count("</style>") == 1
        naar_pdf(blad)


def test_every_method_is_explained():
    zinnen = [m.draaiboek for m in methoden().values()]
    assert len(set(zinnen)) == len(Methode)
    assert all(zin.endswith(".") and len(zin) < 110 for zin in zinnen)


@pytest.fixture
def sessie(db):
    wijk = maak_wijk()
    maak_routekaart(wijk)
    return maak_voorbereid(wijk, begintijd=time(19, 30), partijen=[maak_partij(wijk, "De Een").actor])


@pytest.mark.parametrize(
    ("bestand", "tekst"),
    [("draaiboek", "De Een"), ("kaarten", "What do you do in the neighbourhood"), ("meedoen", "testserver/m")],
)
def test_a_member_takes_the_papers_along(sessie, bestand, tekst):
    client = ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    antwoord = haal_document(client, f"/wijken/proefwijk/zaal/{sessie.sleutel}/{bestand}.pdf")
    assert antwoord["Content-Type"] == "application/pdf"
    assert f"{bestand}-proefwijk-" in antwoord["Content-Disposition"]
    assert tekst in lees_tekst(antwoord.content)
    pagina = client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/voorbereiding/").text
    assert f"/{sessie.sleutel}/{bestand}.pdf" in pagina


def test_without_a_question_with_cards_there_is_nothing_to_print(sessie):
    leeg = maak_voorbereid(sessie.wijk, soort=Sessiesoort.VRAAG)
    voeg_vraag_toe(sessie=leeg, vraag="Goed?", methode=Methode.POLS, door=None)
    client = ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    antwoord = client.get(f"/wijken/proefwijk/zaal/{leeg.sleutel}/kaarten.pdf")
    assert "geen vraag met kaarten" in antwoord.text


def test_cards_keep_the_number_of_their_question(sessie):
    assert [v.nummer for v in stel_kaarten_op(sessie).vragen] == [1, 2, 3], "the pulse has no cards"


def test_while_another_pdf_is_made_a_page_says_so(sessie, settings, tmp_path, monkeypatch):
    """Somebody makes one outside the worker, and it takes longer than the worker's patience."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("wijkwijzer.pdf.handelingen.PATIENCE", 0.0)
    client = ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    adres = f"/wijken/proefwijk/zaal/{sessie.sleutel}/draaiboek.pdf"
    with (tmp_path / "pdf.slot").open("ab") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        antwoord = haal_document(client, adres)
    assert (antwoord.status_code, antwoord["Retry-After"]) == (503, "60")
    assert "Er wordt op dit moment al een pdf gemaakt." in antwoord.text
    assert f'href="{adres}"' in antwoord.text
    assert haal_document(client, adres)["Content-Type"] == "application/pdf"


def test_a_meeting_that_is_off_offers_no_cards_or_code(sessie):
    last_af(sessie=sessie, reden="Dicht.", door=None)
    client = ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    pagina = client.get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/voorbereiding/").text
    assert "draaiboek.pdf" in pagina
    assert "meedoen.pdf" not in pagina


def test_the_longest_templates_fit_on_one_page(sessie, rf):
    for perron in (2, 3, 5):
        vol = maak_voorbereid(sessie.wijk, soort=Sessiesoort.VERDIEPING, perron=perron, begintijd=time(9))
        blad = stel_draaiboek_op(rf.get("/"), vol)
        assert len(bladen(naar_pdf(replace(blad, genodigden=[f"Partij {nr}" for nr in range(20)])))) == 1, perron


def test_the_number_of_queries_does_not_grow(sessie, rf):
    aantallen = []
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            voeg_vraag_toe(sessie=sessie, vraag=f"Vraag {nr}", methode=Methode.OPEN, door=None)
        nodig_uit(sessie=sessie, partijen=[maak_partij(sessie.wijk).actor for _ in range(hoeveel)], door=None)
        leren = [maak_leervraag(sessie.routekaart, f"Leren {hoeveel} {nr}") for nr in range(hoeveel)]
        kies_leervragen(sessie=sessie, leervragen=leren, door=None)
        with CaptureQueriesContext(connection) as vragen:
            stel_draaiboek_op(rf.get("/"), sessie)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
