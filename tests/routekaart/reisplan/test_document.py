# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The travel plan as data, as HTML and as PDF."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest

from actoren.rapport import PartijRegel
from routekaart.perrons import PERRONS
from routekaart.reisplan.document import (
    AntwoordTekst,
    BijdrageTekst,
    DraadRegel,
    PerronDeel,
    Rapport,
    naar_html,
    naar_pdf,
)
from tests.factories_reisplan import leeg_rapport
from tests.pdf_tekst import AFBREEKSTREEPJE, lees_regels, lees_tekst
from tests.verapdf import controleer
from wijken.rapport import CijferRegel, GebiedRegel, OpgaveRegel, ProgrammaRegel
from wijkwijzer.pdf.render import make_pdf

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#1d5c8a"/></svg>'
GOED = {"PDF/UA-1": [], "PDF/A-2a": []}
LANG = (
    "Over doorverwijzing, terugkoppeling en verantwoordelijkheidsverdeling maken we afspraken met de "
    "woningcorporatiebestuurders en de vrijwilligersorganisaties, want bewonersondersteuning is mensenwerk. "
)


def vol() -> Rapport:
    """A wijk with something everywhere; perron 1 is agreed on, perron 2 was and is reopened."""
    basis = leeg_rapport()
    antwoord = AntwoordTekst(["Iedereen telt mee.", "We beginnen klein."], True, date(2026, 2, 14))
    bijdragen = [
        BijdrageTekst("Stichting Samen Wonen", [LANG * 3], voorbeeld=True),
        BijdrageTekst("Basisschool de Brug", ["Kom op het schoolplein."]),
    ]
    perrons = [replace(perron, bijdragen=bijdragen, staat="onderweg") for perron in basis.perrons]
    perrons[0] = replace(perrons[0], antwoord=antwoord, staat="vastgesteld", eerdere=1)
    perrons[1] = replace(perrons[1], staat="heropend", eerdere=2, heropend_omdat="De school is verhuisd.")
    return replace(
        basis,
        ondertitel="Op reis met Proefwijk",
        delen={
            "omschrijving": ["Een wijk met veel groen.", "En met hoge flats."],
            "opgaven": [OpgaveRegel("Gezondheid", "mensen voelen zich minder gezond"), OpgaveRegel("Ontmoeten")],
            "cijfers": [CijferRegel("Inwoners", "6.470", "73.107", "2022", "KWB 2022") for _ in range(40)],
            "programmas": [ProgrammaRegel("Pleinfeest", "2012–2016", "Het geld was op.")],
            "partijen": [PartijRegel("Gemeente Proefstad", "gemeente")],
            "gebieden": [GebiedRegel("Hoge Hof", "flat", "Tien lagen.")],
        },
        bronnen=["Kerncijfers wijken en buurten 2022, licentie CC BY 4.0."],
        is_voorbeeld=True,
        perrons=perrons,
    )


@pytest.fixture(scope="module")
def vol_pdf() -> bytes:
    return naar_pdf(vol(), SVG, SVG)


def test_full_plan_passes_both_standards(vol_pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "vol.pdf").write_bytes(vol_pdf)
    assert controleer(tmp_path / "vol.pdf") == GOED


def test_empty_plan_passes_both_standards_and_says_what_is_missing(tmp_path: Path) -> None:
    pdf = naar_pdf(leeg_rapport(), "", "")
    (tmp_path / "leeg.pdf").write_bytes(pdf)
    assert controleer(tmp_path / "leeg.pdf") == GOED
    tekst = lees_tekst(pdf)
    assert tekst.count("Nog geen antwoord vastgesteld.") == 9
    assert tekst.count("Nog geen bijdragen van partijen.") == 9
    for zin in (
        "Er is nog geen omschrijving van deze wijk.",
        "Er zijn nog geen opgaven beschreven.",
        "Er zijn nog geen cijfers van deze wijk.",
        "Er zijn nog geen partijen genoemd.",
        "Er zijn geen gegevens van anderen gebruikt.",
    ):
        assert zin in tekst
    assert "voorbeeld" not in tekst


def test_every_text_of_the_report_is_in_the_pdf(vol_pdf: bytes) -> None:
    tekst, rapport = lees_tekst(vol_pdf), vol()
    zinnen = [rapport.titel, "1 maart 2026", "versie 1234", rapport.bron_rapport, "Vastgesteld op 14 februari 2026."]
    zinnen += [
        *rapport.delen["omschrijving"],
        *rapport.bronnen,
        "Gezondheid: mensen voelen zich minder gezond",
        "Ontmoeten",
    ]
    zinnen += ["Pleinfeest · 2012–2016", "Het geld was op.", "Gemeente Proefstad · gemeente", "Hoge Hof · flat"]
    zinnen += ["Inwoners 6.470 73.107 2022 KWB 2022", "Iedereen telt mee.", "We beginnen klein. (voorbeeld)"]
    zinnen += ["Eerder is 1 ander antwoord vastgesteld.", "Eerder zijn 2 antwoorden vastgesteld.", LANG.strip()]
    zinnen += ["Stichting Samen Wonen (voorbeeld)", "Basisschool de Brug Kom op het schoolplein."]
    zinnen += ["Op reis met Proefwijk", "Heropend. De school is verhuisd."]
    for perron in rapport.perrons:
        zinnen += [f"Perron {perron.nummer} · {perron.staat} {perron.kop}", *perron.vragen]
    assert [zin for zin in zinnen if zin not in tekst] == []
    assert tekst.count("(voorbeeld)") == 9 + 1 + 1, "nine contributions, one answer, the notice on the title page"


def test_pages_are_numbered_but_not_the_title_page(vol_pdf: bytes) -> None:
    bladen = [blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(vol_pdf)).pages]
    assert "pagina" not in bladen[0]
    for nummer, blad in enumerate(bladen[1:], start=2):
        assert f"pagina {nummer} van {len(bladen)}" in blad
        assert "Reisplan Proefwijk · versie 1234" in blad


def test_contents_name_the_page_of_each_perron(vol_pdf: bytes) -> None:
    bladen = [blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(vol_pdf)).pages]
    inhoud = dict(re.findall(r"^(.+?) *(?:\. +)*\. *(\d+)$", bladen[1], re.MULTILINE))
    for perron in vol().perrons:
        pagina = int(inhoud[f"{perron.nummer}. {perron.kop}"])
        assert f"Perron {perron.nummer} " in bladen[pagina - 1]


def test_title_page_holds_one_page_also_with_long_names() -> None:
    rapport = replace(
        vol(),
        titel="Reisplan Ossenkoppelerhoek en Bloemenbuurt",
        ondertitel="De reisroute via de gemengde wijk naar de inclusieve wijk van: Ossenkoppelerhoek en Bloemenbuurt",
    )
    lijn = SVG.replace("0 0 40 10", "0 0 1280 330")
    bladen = pypdf.PdfReader(io.BytesIO(naar_pdf(rapport, lijn, ""))).pages
    eerste = bladen[0].extract_text()
    assert eerste.index(rapport.titel.split()[-1]) < eerste.index("Welke risico"), "read in the order of the page"
    assert bladen[1].extract_text().startswith("Inhoud")


def test_bookmarks_follow_the_phases(vol_pdf: bytes) -> None:
    boom = pypdf.PdfReader(io.BytesIO(vol_pdf)).outline
    hoofd = [punt.title for punt in boom if not isinstance(punt, list)]
    assert hoofd == [
        "Reisplan Proefwijk", "Inhoud", "De wijk in het kort", "Richten", "Inrichten", "Verrichten", "Colofon",
    ]  # fmt: skip
    onder = [punt.title for tak in boom if isinstance(tak, list) for punt in tak]
    assert [perron.kop for perron in vol().perrons] == [titel for titel in onder if titel in {p.kop for p in PERRONS}]


def test_running_text_is_hyphenated_and_headings_are_not(vol_pdf: bytes) -> None:
    assert any(regel.endswith(AFBREEKSTREEPJE) for regel in lees_regels(vol_pdf))
    lang = replace(vol().perrons[0], kop="De verantwoordelijkheidsverdeling tussen vrijwilligersorganisaties " * 3)
    rapport = replace(leeg_rapport(), titel="Reisplan Bloemenbuurtverenigingskwartiertje", perrons=[lang])
    # With the running text away, no hyphen may be left.
    rapport = replace(rapport, perrons=[replace(lang, bijdragen=[], antwoord=None, vragen=[])])
    html = naar_html(rapport, met_treinlijn=False, met_kaart=False).partition('<section class="colofon">')[0]
    assert [regel for regel in lees_regels(make_pdf(html, assets={})) if AFBREEKSTREEPJE in regel] == []


def test_html_in_a_text_stays_text() -> None:
    kwaad = '</style><script>alert(1)</script><img src="file:///etc/hostname"> & "aanhaling"'
    perron = replace(
        leeg_rapport().perrons[0],
        kop=kwaad,
        heropend_omdat=kwaad,
        staat=kwaad,
        vragen=[kwaad],
        bijdragen=[BijdrageTekst(kwaad, [kwaad])],
        antwoord=AntwoordTekst([kwaad], False, date(2026, 1, 1)),
    )
    rapport = Rapport(
        titel=kwaad,
        ondertitel=kwaad,
        wijk_naam=kwaad,
        gemeente=kwaad,
        datum=date(2026, 1, 1),
        versie=1,
        delen={
            "omschrijving": [kwaad],
            "opgaven": [OpgaveRegel(kwaad, kwaad)],
            "cijfers": [CijferRegel(kwaad, kwaad, kwaad, kwaad, kwaad)],
            "programmas": [ProgrammaRegel(kwaad, kwaad, kwaad)],
            "partijen": [PartijRegel(kwaad, kwaad)],
            "gebieden": [GebiedRegel(kwaad, kwaad, kwaad)],
        },
        bronnen=[kwaad],
        is_voorbeeld=True,
        perrons=[perron],
        treinlijn_tekst=kwaad,
        kaart_tekst=kwaad,
        bron_rapport=kwaad,
    )
    html = naar_html(rapport)
    assert "<script" not in html
    assert html.count("<img") == 2
    assert html.count("</style>") == 1
    tekst = lees_tekst(naar_pdf(rapport, SVG, SVG)).replace(" ", "")
    # An unescaped image would have been refused by the fetcher, so there would be no PDF at all.
    assert tekst.count("<script>alert(1)</script>") >= 20


def test_pictures_have_their_text_and_are_left_out_when_empty() -> None:
    assert 'alt="Negen perrons, nog niet begonnen."' in naar_html(leeg_rapport())
    assert "<img" not in naar_html(leeg_rapport(), met_treinlijn=False, met_kaart=False)


def test_pictures_of_the_thread_stand_before_its_text_and_have_words_each() -> None:
    rapport = replace(
        leeg_rapport(), draad=[DraadRegel("Uitdaging", "Stilte")], draad_beelden=["Een <beeld>.", "Twee."]
    )
    html = naar_html(rapport)
    assert '<img src="asset:draad-1.svg" alt="Een &lt;beeld&gt;.">' in html
    assert html.index("asset:draad-2.svg") < html.index("De rode draad als tekst") < html.index("Stilte")
    zonder = naar_html(rapport, met_draad=False)
    assert "asset:draad" not in zonder
    assert zonder.count('id="draad"') == html.count('id="draad"') == 1
    with pytest.raises(ValueError, match="een tekst nodig"):
        naar_pdf(rapport, SVG, SVG, [SVG])


def test_same_report_same_bytes(vol_pdf: bytes, echt_gemaakt: None) -> None:
    assert naar_pdf(vol(), SVG, SVG) == vol_pdf


def test_a_perron_in_no_phase_is_refused() -> None:
    with pytest.raises(ValueError, match="onbekende fase"):
        PerronDeel(1, "Kop", "dichten", "niet begonnen", [], [])


def test_a_stylesheet_cannot_end_its_element(tmp_path: Path) -> None:
    stijl = tmp_path / "kwaad.css"
    stijl.write_text("p { color: red } </style>")
    with pytest.raises(ValueError, match="</"):
        naar_html(leeg_rapport(), stijl=stijl)
